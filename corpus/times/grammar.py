"""Rules and families, and how they are tried: the engine that the grammar's families share.

One pass over the words of a text looks each one up in the lexicon of all families. Neighbouring words
that may belong to a time expression form a run; a run without a trigger is dropped. Only inside a run,
only at the starts of its words, the rules of the families whose triggers it holds are tried, and the
longest match wins. The work is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.times.meaning import Meaning
from corpus.times.words import pattern

YEAR, DIGITS = "#year", "#digits"  # triggers for numbers: four digits that can be a year, any others
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_CONNECTING = " \t\n\xa0\u2009\u202f,.-–—‑'’‘`()/["
_LONGEST_GAP = 4
_KEPT = 50_000  # words as they are written
_LONGEST_RUN = 24  # words; a longer run is cut, so that hostile text costs no more


Reader = Callable[[re.Match[str]], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means, None where the match is no time after all."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


# Rules in order, each with what matches its pattern at a place.
Rules = tuple[tuple[Callable[[str, int], re.Match[str] | None], Rule], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that are tried where one of the trigger words stands."""

    name: str
    triggers: frozenset[str]
    rules: tuple[Rule, ...]


def family(name: str, triggers: Iterable[str], *rules: tuple[str, str, Reader]) -> Family:
    """Returns a family of rules, each a name, a pattern in the language of `words`, and a reader."""
    return Family(
        name, frozenset(triggers), tuple(Rule(rule, pattern(source), read) for rule, source, read in rules)
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule: where it stands and what it means."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    time: str | None = None
    zone: str | None = None


class _Known(dict[str, int | None]):
    """Words as they are written, with what a lexicon knows of each; a new one is looked up now."""

    def __init__(self, lexicon: Mapping[str, int]) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> int | None:
        if len(self) >= _KEPT:
            self.clear()
        known = self._lexicon.get(_number_kind(word) if word[0].isdigit() else word.lower())
        self[word] = known
        return known


class Grammar:
    """The families with their lexicon: finds the simple expressions of a text."""

    def __init__(self, families: Iterable[Family]) -> None:
        """Takes the families; any word of their patterns may stand in a run."""
        self._families = tuple(families)
        self._lexicon: dict[str, int] = dict.fromkeys((YEAR, DIGITS), 0)
        for family in self._families:
            for rule in family.rules:
                self._lexicon |= dict.fromkeys(_words(rule.pattern.pattern), 0)
        for bit, family in enumerate(self._families):
            for word in family.triggers:
                self._lexicon[word] = self._lexicon.get(word, 0) | 1 << bit
        self._known = _Known(self._lexicon)
        self._rules: dict[int, Rules] = {}

    def find(self, text: str) -> list[Found]:
        """Returns the longest match at each place, sorted by start, none overlapping."""
        found: list[Found] = []
        for starts, mask in self._runs(text):
            self._match_run(text, starts, self._rules_of(mask), found)
        return found

    def _runs(self, text: str) -> Iterator[tuple[list[int], int]]:
        """Yields the word starts and the triggered families of each run that holds a trigger."""
        known_as = self._known.__getitem__
        starts: list[int] = []
        mask = end = 0
        for token in _TOKEN.finditer(text):
            known = known_as(token[0])
            if known is None:
                if mask:
                    yield starts, mask
                if starts:
                    starts, mask = [], 0
                continue
            start = token.start()
            if starts and (len(starts) == _LONGEST_RUN or not _connects(text, end, start)):
                if mask:
                    yield starts, mask
                starts, mask = [], 0
            starts.append(start - 1 if text[start].isdigit() and _is_shortened(text, start) else start)
            mask |= known
            end = token.end()
        if mask:
            yield starts, mask

    def _rules_of(self, mask: int) -> Rules:
        rules = self._rules.get(mask)
        if rules is None:
            told = [r for bit, f in enumerate(self._families) if mask >> bit & 1 for r in f.rules]
            rules = self._rules[mask] = tuple((rule.pattern.match, rule) for rule in told)
        return rules

    @staticmethod
    def _match_run(text: str, starts: list[int], rules: Rules, found: list[Found]) -> None:
        done = found[-1].end if found else 0
        for start in starts:
            if start < done:
                continue
            best = _longest(text, start, rules)
            if best:
                found.append(best)
                done = best.end


def _longest(text: str, start: int, rules: Rules) -> Found | None:
    """Returns the longest match of the rules at a place; among equals the first rule's."""
    best: Found | None = None
    for match_rule, rule in rules:
        match = match_rule(text, start)
        if match and (best is None or match.end() > best.end):
            meaning = _read(rule, match)
            if meaning is not None:
                best = Found(start, match.end(), rule.name, meaning)
    return best


def _words(source: str) -> set[str]:
    """Returns the words that a pattern spells out, and their plurals."""
    words = set(re.findall(r"[a-z]+", re.sub(r"\(\?P[<=]\w+[>)]|\\.", " ", source).lower()))
    return words | {f"{word}s" for word in words}


def _read(rule: Rule, match: re.Match[str]) -> Meaning | None:
    try:
        return rule.read(match)
    except (ValueError, OverflowError):
        return None  # the calendar has no such time: 29 February 2017


def _number_kind(digits: str) -> str:
    return YEAR if len(digits) == 4 and "1000" <= digits <= "2100" else DIGITS


def _is_shortened(text: str, start: int) -> bool:
    """Tells whether an apostrophe stands for the century before digits (`the '80s`)."""
    return start > 0 and text[start - 1] in "'’‘`" and not (start > 1 and text[start - 2].isalnum())


def _connects(text: str, end: int, start: int) -> bool:
    return start - end <= _LONGEST_GAP and not text[end:start].strip(_CONNECTING)

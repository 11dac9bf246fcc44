"""One pass over a text that finds every known form at once, and what each can mean there."""

from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from corpus.linking.forms import Forms
from corpus.linking.names import CUES, Hit, Means, Name, Readings
from corpus.linking.scripts import ScriptNames, split_by_script

WRITTEN = 50_000  # forms as texts write them, whose meanings are kept
NOUNS = frozenset({"people", "leaders", "states"})


class Scanned(NamedTuple):
    """What one pass found; of hits of one kind that overlap the longest. Decoys are among the names."""

    names: list[Hit]
    cues: list[Hit]  # words for offices and titles, and words that point back
    bodies: list[Hit]


class Meanings(NamedTuple):
    """What the words of one form can mean: as names, for offices and titles or pointing back, for bodies."""

    names: Readings
    cues: Readings
    bodies: Readings


class Scanner:
    """Finds the forms of names in texts. Building it takes some tenths of a second, so build it once."""

    def __init__(self, names: Iterable[Name]) -> None:
        latin, others = split_by_script(names)
        self._scripts = ScriptNames(others)
        by_form: dict[str, list[Name]] = {}
        for name in latin:
            by_form.setdefault(name.text if "." in name.text else name.text.lower(), []).append(name)
        self._forms = Forms((names[0].text for names in by_form.values()), lru_cache(WRITTEN)(self._meant))
        same: dict[int, dict[Name, None]] = {}
        for number, meant in zip(self._forms.numbers, by_form.values(), strict=True):
            same.setdefault(number, {}).update(dict.fromkeys(meant))
        self._meanings = {number: _meanings(meant) for number, meant in same.items()}

    def scan(self, text: str) -> Scanned:
        """Returns the names and cue words of a text, each sorted by start."""
        names: list[Hit] = list(self._scripts.scan(text))
        cues: list[Hit] = []
        bodies: list[Hit] = []
        for start, end, (known, cue, body) in self._forms.find(text):
            if known:
                names.append(Hit(start, end, known))
            if cue:
                cues.append(Hit(start, end, cue))
            if body:
                bodies.append(Hit(start, end, body))
        return Scanned(longest(names), longest(cues), longest(bodies))

    def _meant(self, form: int, written: str) -> Meanings | None:
        """Returns what a form means that is written so, None where it means nothing."""
        known, cues, bodies = self._meanings[form]
        if cues and cues[0].means is Means.BACK and _is_name(cues, written):
            cues = Readings()
        fitting = [name for name in known if name.fits(written)]
        if len(fitting) < len(known):
            known = Readings(fitting)
        return Meanings(known, cues, bodies) if known or cues or bodies else None


def _meanings(names: Iterable[Name]) -> Meanings:
    cues = Readings(name for name in names if name.means in CUES)
    known = Readings(name for name in names if name.means not in CUES)
    none = Readings()
    return Meanings(known, *(none, cues) if cues and cues[0].means is Means.BODY else (cues, none))


def _is_name(cue: Readings, written: str) -> bool:
    """Tells whether words that may point back are a name, or the start of one: "the University of …"."""
    return cue[0].target in NOUNS and not written.rsplit(" ", 1)[-1].islower()


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Returns the hits that no longer one overlaps, sorted by start."""
    kept: list[Hit] = []
    begun = done = 0
    for hit in sorted(hits, key=itemgetter(0)):
        start, end, names = hit
        if start < done:
            if end - start <= done - begun:
                continue
            kept.pop()
        kept.append(hit)
        begun, done = start + names.article, end  # "the North" is no longer than "North Sea"
    return kept

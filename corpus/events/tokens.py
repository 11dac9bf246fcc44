"""The words of one sentence, with each mention and each time expression as one token."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.events.inflection import Form
from corpus.events.lexicon import NO_THINGS, THINGS_OF_TYPE, Lexicon, lexicon
from corpus.model import Mention, Sentence, TimeExpression

_WORD = re.compile(r"[’']s\b|\[\w\][a-z]+|\d[\d,.:]*\d(?:[-–]\w+)*|\w+(?:[-–.’'&/]\w+)*|[^\w\s]")
_PREFIX = re.compile(r"\b[a-z]{2,8}-$")  # "anti-Pyongyang broadcasts"
_TAIL = re.compile(r"-[a-z]\w*(?:-\w+)*")  # "North Korean-supplied shells"
_POSTED = re.compile(r"[^,]*?\b([a-z]+) (?:in|to|at) ")  # "Russian ambassador in Seoul"
_AIRCRAFT = re.compile(r"(?:[ABEFPUV]|AC|CH|CV|EA|FA|KC|KF|MH|MV|RC|UH|MiG|Su|Il|Tu|An|Mi|Ka)-\d")
_NO_AIRCRAFT = frozenset({"missile"})
_NO_FORMS: frozenset[Form] = frozenset()
_REGULAR_PAST = frozenset({Form.PAST, Form.PARTICIPLE})
_GERUND = frozenset({Form.ING})
_POSSESSIVE = {"'s", "’s", "'", "’"}
_OWNING = ("'s", "’s", "s'", "s’")
_JOINERS = {"-", "–", "/"}
_SHORTEST_BASE = 5  # letters: "rested" is not "sted", nor "refined" a fine of old
_MUCH, _ONE = {"over", "about", "around", "under"}, {"a", "an", "the"}
_LEAST = {"least", "most"}
_KEPT = 50_000  # words with their entries, some 20 MB
JOINER = "+"  # the hyphen of "Kim-Putin"


class Entry(NamedTuple):
    """What the tables know of a word as it is written; `low` is lower case."""

    low: str
    proper: bool = False  # written with a capital
    word: bool = False
    owner: bool = False  # a possessive: what follows is its
    manner: bool = False  # an adverb in -ly
    lemma: str = ""
    forms: frozenset[Form] = _NO_FORMS
    classes: frozenset[str] = NO_THINGS
    things: frozenset[str] = NO_THINGS


class Token:
    """A word, a mark, a mention or a time; `low` is lower case, "" for a mention and a time.

    What its entry says is its own, since the sentence may tell better.
    """

    __slots__ = (
        "classes",
        "end",
        "forms",
        "lemma",
        "low",
        "manner",
        "mention",
        "owner",
        "proper",
        "quoted",
        "start",
        "things",
        "time",
        "word",
    )

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start = start
        self.end = end
        (
            self.low,
            self.proper,
            self.word,
            self.owner,
            self.manner,
            self.lemma,
            self.forms,
            self.classes,
            self.things,
        ) = entry
        self.mention: Mention | None = None
        self.time: TimeExpression | None = None
        self.quoted = False

    def __repr__(self) -> str:
        return self.low or (self.mention.text if self.mention else f"[{self.time.text if self.time else ''}]")


_NO_WORD = Entry("")  # of a mention or a time
_JOINT = Entry(JOINER)


def tokenize(
    text: str, sentence: Sentence, mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> list[Token]:
    """Returns the tokens of a sentence; `mentions` and `times` are those within it, sorted by start."""
    tokens: list[Token] = []
    at = sentence.start
    for span in _spans(mentions, times):
        if tokens and isinstance(span, Mention) and _doubles(tokens[-1], span):
            tokens += [Token(span.end, span.end, _JOINT), _marked(span)]
        if span.start < at:
            continue
        if tokens and text[at : span.start] in _JOINERS and isinstance(span, Mention) and tokens[-1].mention:
            tokens.append(Token(at, span.start, _JOINT))
        else:
            _add_words(tokens, text, at, span.start)
            if isinstance(span, Mention) and _PREFIX.search(text, at, span.start):
                del tokens[-1]  # the hyphen
        tokens.append(_marked(span))
        at = span.end
        tail = _TAIL.match(text, at, sentence.end) if isinstance(span, Mention) else None
        if tail:
            tokens.append(_plain(tail))
            at = tail.end()
    _add_words(tokens, text, at, sentence.end)
    brackets = text.find("(", sentence.start, sentence.end) >= 0
    return _without_acronyms(tokens, text) if brackets else tokens


def _without_acronyms(tokens: list[Token], text: str) -> list[Token]:
    """Leaves out what a name is short for: "the Republic of Korea (ROK) president"."""
    kept: list[Token] = []
    skip = 0
    for i, token in enumerate(tokens):
        if skip:
            skip -= 1
        elif token.low == "(" and kept and [t.low for t in tokens[i + 2 : i + 3]] == [")"]:
            short = text[tokens[i + 1].start : tokens[i + 1].end]
            skip = 2 if short.isupper() and short.isalpha() else 0
            kept += [] if skip else [token]
        else:
            kept.append(token)
    return kept


def _doubles(token: Token, span: Mention) -> bool:
    """Whether the same words mean a second one too: "the two Koreas"."""
    return token.mention is not None and (token.start, token.end) == (span.start, span.end)


def _spans(mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> list[Mention | TimeExpression]:
    return sorted([*mentions, *times], key=lambda span: (span.start, -span.end))


def _marked(span: Mention | TimeExpression) -> Token:
    token = Token(span.start, span.end, _NO_WORD)
    if isinstance(span, Mention):
        token.mention = span
        name = span.text.lower()
        things = lexicon().things
        token.things = things.get(name, NO_THINGS) | things.get(name.rpartition(" ")[2], NO_THINGS)
        token.things |= THINGS_OF_TYPE.get(span.type, NO_THINGS)
        if posted := _POSTED.match(name):
            token.things |= things.get(posted[1], NO_THINGS)
        if _AIRCRAFT.match(span.text):
            token.things -= _NO_AIRCRAFT
    else:
        token.time = span
    token.owner = span.text.endswith(_OWNING)
    return token


def _plain(match: re.Match[str]) -> Token:
    """A word that is no verb, whatever its ending."""
    return Token(match.start(), match.end(), Entry(match.group(), word=True))


def _add_words(tokens: list[Token], text: str, start: int, end: int) -> None:
    """Adds the words of a stretch; a possessive mark belongs to the mention or time right before it."""
    entry = _ENTRIES.__getitem__
    words = [Token(match.start(), match.end(), entry(match[0])) for match in _WORD.finditer(text, start, end)]
    last = tokens[-1] if tokens else None
    if (
        last
        and (last.mention or last.time)
        and words
        and words[0].start == last.end
        and words[0].low in _POSSESSIVE
    ):
        last.owner = True
        del words[0]
    tokens += words


class _Entries(dict[str, Entry]):
    """Each word that was met, with its entry; a new one is looked up now."""

    def __missing__(self, written: str) -> Entry:
        if len(self) >= _KEPT:
            self.clear()
        self[written] = entry = _entry(written)
        return entry


_ENTRIES = _Entries()


def _entry(written: str) -> Entry:
    """Returns what the tables know of a word or a mark."""
    low, tables = written.lower(), lexicon()
    lemma, forms = tables.forms.get(low) or _again(low, tables)
    if not lemma and low not in tables.not_past:
        if low.endswith("ed") and len(low) > 4:
            forms = _REGULAR_PAST
        elif low.endswith("ing") and len(low) > 5:
            forms = _GERUND
    word = low[0].isalnum()
    return Entry(
        low,
        proper=written[0].isupper(),
        word=word,
        owner=word and low.endswith(_OWNING),
        manner=low.endswith("ly") and low not in tables.not_manner,
        lemma=lemma,
        forms=forms,
        classes=tables.classes.get(low, NO_THINGS),
        things=tables.things.get(low, NO_THINGS),
    )


def _again(low: str, tables: Lexicon) -> tuple[str, frozenset[Form]]:
    """A verb that says that something is done once more, as the verb it is made from: "rearrested"."""
    base = low[2:].removeprefix("-") if low.startswith("re") and low not in tables.not_again else ""
    lemma, forms = tables.forms.get(base, ("", _NO_FORMS))
    return (lemma, forms - {Form.BASE}) if lemma and len(base) > _SHORTEST_BASE else ("", _NO_FORMS)


def counts_least(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word only counts: "fired at least one missile" at nobody, "over two hours of talks"."""
    if i + 1 >= len(tokens):
        return False
    after = tokens[i + 1].low
    number = after[:1].isdigit() or (after in lexicon().numbers and after not in _ONE)
    return (tokens[i].low in _MUCH and number) or (tokens[i].low == "at" and after in _LEAST)

"""The words of one sentence, with each mention and each time expression as one token."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.events.inflection import Form
from corpus.events.lexicon import NO_THINGS, THINGS_OF_TYPE, Lexicon, lexicon
from corpus.model import Mention, Sentence, TimeExpression

_WORD = re.compile(r"[’']s\b|\d[\d,.]*\d(?:[-–]\w+)*|\w+(?:[-–.’'&/]\w+)*|[^\w\s]")
_PREFIX = re.compile(r"\b[a-z]{2,8}-$")  # "anti-Pyongyang broadcasts"
_TAIL = re.compile(r"-[a-z]\w*(?:-\w+)*")  # "North Korean-supplied shells"
_NO_FORMS: frozenset[Form] = frozenset()
_REGULAR_PAST = frozenset({Form.PAST, Form.PARTICIPLE})
_GERUND = frozenset({Form.ING})
_POSSESSIVE = {"'s", "’s", "'", "’"}
_JOINERS = {"-", "–", "/"}
_SHORTEST_BASE = 5  # letters: "rested" is not "sted", nor "refined" a fine of old
_LEAST = {"least", "most"}
JOINER = "+"  # the hyphen of "Kim-Putin"


class Token:
    """A word, a mark, a mention or a time; `low` is lower case, "" for a mention and a time."""

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

    def __init__(self, start: int, end: int, low: str) -> None:
        self.start = start
        self.end = end
        self.low = low
        self.word = False
        self.manner = False  # an adverb in -ly
        self.lemma = ""
        self.forms = _NO_FORMS
        self.classes: frozenset[str] = NO_THINGS
        self.things: frozenset[str] = NO_THINGS
        self.mention: Mention | None = None
        self.time: TimeExpression | None = None
        self.owner = False  # a possessive: what follows is its
        self.proper = False  # written with a capital
        self.quoted = False

    def __repr__(self) -> str:
        return self.low or (self.mention.text if self.mention else f"[{self.time.text if self.time else ''}]")


def tokenize(
    text: str, sentence: Sentence, mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> list[Token]:
    """Returns the tokens of a sentence; `mentions` and `times` are those within it, sorted by start."""
    tokens: list[Token] = []
    at = sentence.start
    for span in _spans(mentions, times):
        if tokens and isinstance(span, Mention) and _doubles(tokens[-1], span):
            tokens += [Token(span.end, span.end, JOINER), _marked(span)]
        if span.start < at:
            continue
        if tokens and text[at : span.start] in _JOINERS and isinstance(span, Mention) and tokens[-1].mention:
            tokens.append(Token(at, span.start, JOINER))
        else:
            tokens += _words(text, at, span.start)
            if isinstance(span, Mention) and _PREFIX.search(text, at, span.start):
                del tokens[-1]  # the hyphen
        tokens.append(_marked(span))
        at = span.end
        tail = _TAIL.match(text, at, sentence.end) if isinstance(span, Mention) else None
        if tail:
            tokens.append(_plain(tail))
            at = tail.end()
    tokens += _words(text, at, sentence.end)
    _mark_owners(tokens)
    return _without_acronyms(tokens, text)


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
    token = Token(span.start, span.end, "")
    if isinstance(span, Mention):
        token.mention = span
        name = span.text.lower()
        things = lexicon().things
        token.things = things.get(name, NO_THINGS) | things.get(name.rpartition(" ")[2], NO_THINGS)
        token.things |= THINGS_OF_TYPE.get(span.type, NO_THINGS)
    else:
        token.time = span
    token.owner = span.text.endswith(("'s", "’s", "s'", "s’"))
    return token


def _plain(match: re.Match[str]) -> Token:
    """A word that is no verb, whatever its ending."""
    token = Token(match.start(), match.end(), match.group())
    token.word = True
    return token


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        token = Token(match.start(), match.end(), low)
        token.proper = word[0].isupper()
        token.word, token.manner, token.lemma, token.forms, token.classes, token.things = _entry(low)
        yield token


@lru_cache(maxsize=50_000)
def _entry(low: str) -> tuple[bool, bool, str, frozenset[Form], frozenset[str], frozenset[str]]:
    """What the tables know: whether it is a word, an adverb in -ly, its lemma and forms, classes, things."""
    tables: Lexicon = lexicon()
    lemma, forms = tables.forms.get(low) or _again(low, tables)
    if not lemma and low not in tables.not_past:
        if low.endswith("ed") and len(low) > 4:
            forms = _REGULAR_PAST
        elif low.endswith("ing") and len(low) > 5:
            forms = _GERUND
    things = tables.things.get(low, NO_THINGS)
    manner = low.endswith("ly") and low not in tables.not_manner
    return low[0].isalnum(), manner, lemma, forms, tables.classes.get(low, NO_THINGS), things


def _again(low: str, tables: Lexicon) -> tuple[str, frozenset[Form]]:
    """A verb that says that something is done once more, as the verb it is made from: "rearrested"."""
    base = low[2:].removeprefix("-") if low.startswith("re") and low not in tables.not_again else ""
    lemma, forms = tables.forms.get(base, ("", _NO_FORMS))
    return (lemma, forms - {Form.BASE}) if lemma and len(base) > _SHORTEST_BASE else ("", _NO_FORMS)


def _mark_owners(tokens: list[Token]) -> None:
    """A possessive mark belongs to the token before it and leaves the list."""
    kept: list[Token] = []
    for token in tokens:
        if (
            token.low in _POSSESSIVE
            and kept
            and kept[-1].end == token.start
            and (kept[-1].mention or kept[-1].time)
        ):
            kept[-1].owner = True
            continue
        if token.word and token.low.endswith(("'s", "’s", "s'", "s’")):
            token.owner = True
        kept.append(token)
    tokens[:] = kept


def counts_least(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word only counts, as in "at least 30 people": "fired at least one missile" at nobody."""
    return tokens[i].low == "at" and i + 1 < len(tokens) and tokens[i + 1].low in _LEAST

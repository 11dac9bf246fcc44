"""Vague expressions, which are kept and given no day: `now`, `currently`, `recently`, `soon`."""

import re

from corpus.model import Precision
from corpus.times.grammar import Family, Rule
from corpus.times.meaning import Meaning, Vague
from corpus.times.words import alternatives, pattern

_WORDS = {
    "now": Precision.PRESENT,
    "currently": Precision.PRESENT,
    "nowadays": Precision.PRESENT,
    "recently": Precision.PAST,
    "formerly": Precision.PAST,
    "previously": Precision.PAST,
    "soon": Precision.FUTURE,
}
_PHRASES = {
    "recent years": Precision.PAST,
    "recent months": Precision.PAST,
    "recent weeks": Precision.PAST,
    "recent days": Precision.PAST,
    "the past": Precision.PAST,
    "the future": Precision.FUTURE,
}


def _word(match: re.Match[str]) -> Meaning:
    return Vague(_WORDS[match["word"].lower()])


def _phrase(match: re.Match[str]) -> Meaning:
    return Vague(_PHRASES[" ".join(match["word"].lower().split())])


FAMILY = Family(
    "vague",
    frozenset((*_WORDS, "recent", "past", "future")),
    (
        Rule("vague", pattern(rf"(?P<word>{alternatives(_WORDS)})\b"), _word),
        Rule("vague", pattern(rf"(?P<word>{alternatives(_PHRASES)})\b(?! \w+ (?:weeks|months|years|days)\b)"), _phrase),
    ),
)

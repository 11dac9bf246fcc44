"""Vague expressions, which are kept and given no day: `now`, `currently`, `recently`, `soon`."""

import re

from corpus.model import Precision
from corpus.times.grammar import Family, Rule
from corpus.times.meaning import Meaning, Vague
from corpus.times.words import alternatives, pattern

_WORDS = {
    "now": Precision.PRESENT,
    "nowadays": Precision.PRESENT,
    "currently": Precision.PRESENT,
    "presently": Precision.PRESENT,
    "at present": Precision.PRESENT,
    "at the present time": Precision.PRESENT,
    "at the moment": Precision.PRESENT,
    "at this moment": Precision.PRESENT,
    "at this time": Precision.PRESENT,
    "at this point": Precision.PRESENT,
    "these days": Precision.PRESENT,
    "recently": Precision.PAST,
    "lately": Precision.PAST,
    "in the past": Precision.PAST,
    "the past": Precision.PAST,
    "in the recent past": Precision.PAST,
    "in the distant past": Precision.PAST,
    "long ago": Precision.PAST,
    "soon": Precision.FUTURE,
    "shortly": Precision.FUTURE,
    "in the future": Precision.FUTURE,
    "a later date": Precision.FUTURE,
    "the near term": Precision.FUTURE,
    "the short term": Precision.FUTURE,
    "the long term": Precision.FUTURE,
    "someday": Precision.FUTURE,
}
_UNITS = "days|weeks|months|years|decades|quarters"


def _word(match: re.Match[str]) -> Meaning:
    return Vague(_WORDS[" ".join(match["word"].lower().split())])


def _recent(match: re.Match[str]) -> Meaning:
    return Vague(Precision.PAST)


def _coming(match: re.Match[str]) -> Meaning:
    return Vague(Precision.FUTURE)


_NO_UNIT = (
    r"(?! (?:(?:\w+|\d+) )?(?:day|week|month|year|decade|quarter|hour|minute|centur|season|session)\w*)"
)

FAMILY = Family(
    "vague",
    frozenset(
        (
            *(word.split()[0] for word in _WORDS if " " not in word),
            "recent",
            "past",
            "future",
            "coming",
            "ago",
            "moment",
            "present",
            "time",
            "point",
            "term",
            "date",
            "these",
        )
    ),  # fmt: skip
    (
        Rule(
            "vague",
            pattern(
                rf"(?:right |just |until |only )?(?P<word>{alternatives(_WORDS)})\b(?<!as\ssoon)"
                + _NO_UNIT
                + r"(?! (?:after|before|thereafter|afterwards?)\b| that\b)"
            ),
            _word,
        ),
        Rule(
            "vague",
            pattern(
                rf"(?:in |over |during )?(?:the )?(?:most |more )?recent (?:{_UNITS})\b(?: and (?:{_UNITS})\b)?"
            ),
            _recent,
        ),
        Rule(
            "vague",
            pattern(
                rf"(?:in |over |during )?(?:the )?(?:coming|upcoming) (?:{_UNITS})\b(?: and (?:{_UNITS})\b)?"
            ),
            _coming,
        ),
        Rule(
            "vague",
            pattern(r"(?:in |for )?the (?:near|foreseeable|immediate|not-too-distant|distant) future\b"),
            _coming,
        ),
        Rule("vague", pattern(rf"(?:{_UNITS}) ago\b"), _recent),
    ),
)

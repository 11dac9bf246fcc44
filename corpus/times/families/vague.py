"""Vague expressions, which are kept and given no day: `now`, `currently`, `recently`, `soon`."""

import re

from corpus.model import Precision
from corpus.times.grammar import family
from corpus.times.meaning import Meaning, Vague
from corpus.times.words import alternatives

_WORDS = {
    "now": Precision.PRESENT,
    "nowadays": Precision.PRESENT,
    "currently": Precision.PRESENT,
    "presently": Precision.PRESENT,
    "at present": Precision.PRESENT,
    "at the present time": Precision.PRESENT,
    "at the moment": Precision.PRESENT,
    "these days": Precision.PRESENT,
    "recently": Precision.PAST,
    "lately": Precision.PAST,
    "the past": Precision.PAST,
    "in the past": Precision.PAST,
    "in the recent past": Precision.PAST,
    "in the distant past": Precision.PAST,
    "long ago": Precision.PAST,
    "soon": Precision.FUTURE,
    "the future": Precision.FUTURE,
    "in the future": Precision.FUTURE,
    "a later date": Precision.FUTURE,
    "the near term": Precision.FUTURE,
    "the short term": Precision.FUTURE,
    "the long term": Precision.FUTURE,
    "someday": Precision.FUTURE,
}
_UNITS = "days|weeks|months|years|decades|quarters"
_COUNTED = (
    r"(?! (?:\w+ )?(?:day|week|month|year|decade|quarter|hour|minute|centur|summer|winter|season|session)\w*)"
)
_SEQUEL = re.compile(r"\s(?:after|before|thereafter|afterwards?)\b")
_AS = re.compile(r"\bas\s\Z", re.IGNORECASE)
_GENERIC = (
    "youth|young people|world|society|generation|children|teenagers|technology|market|economy|standards|"
    "computers|consumers"
)


def _word(match: re.Match[str]) -> Meaning | None:
    word = " ".join(match["word"].lower().split())
    text, start = match.string, match.start()
    if word == "recently" and _AS.search(text, max(0, start - 4), start):
        return None  # as recently as 2006
    if word in ("soon", "long ago"):
        if _SEQUEL.match(text, match.end()) or text[max(0, start - 3) : start].lower() in ("as ", "so "):
            return None
        if text[max(0, start - 5) : start].lower() == "that ":  # not that long ago
            return None
    return Vague(_WORDS[word], doubtful=word == "soon")


def _past(match: re.Match[str]) -> Meaning:
    return Vague(Precision.PAST)


def _future(match: re.Match[str]) -> Meaning:
    return Vague(Precision.FUTURE)


def _present(match: re.Match[str]) -> Meaning:
    return Vague(Precision.PRESENT)


FAMILY = family(
    "vague",
    frozenset(
        (*(word.split()[-1] for word in _WORDS), "recent", "current", "future", "coming", "upcoming", "today")
    ),
    ("vague", rf"(?:right |just |until |only )?(?P<word>{alternatives(_WORDS)})\b" + _COUNTED, _word),
    (
        "vague",
        rf"(?:in |over |during )?(?:the )?(?:most |more )?recent (?:{_UNITS})\b(?: and (?:{_UNITS})\b)?",
        _past,
    ),
    ("vague", rf"(?:in )?past (?:{_UNITS})\b", _past),
    (
        "vague",
        rf"(?:in |over |during )?(?:the )?(?:coming|upcoming|future) (?:{_UNITS})\b(?: and (?:{_UNITS})\b)?",
        _future,
    ),
    ("vague", r"(?:in |for )?the (?:near|foreseeable|immediate|not-too-distant|distant) future\b", _future),
    ("vague", r"(?:the )?current\b(?! (?:events|affairs|account|and future|or former))", _present),
    ("vague", rf"(?:{_UNITS}) ago\b", _past),
    ("vague", rf"today['’]s (?:{_GENERIC})\b", _present),
)

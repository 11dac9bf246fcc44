"""The words that point: `last`, `next`, `this`, `that`; and a month or season in the year they point to."""

import re

from corpus.times.meaning import Feast, From, InYear, Meaning, Month, MonthDay, Quarter, Season, Turn

LAST = frozenset(("last", "past", "this past", "the last", "the past", "this last"))
NEXT = frozenset(("next", "coming", "this coming", "the coming", "the next"))
TOLD = {"that": 0, "that same": 0, "the same": 0, "the previous": -1, "the following": 1, "the next": 1,
        "the preceding": -1, "the prior": -1}  # fmt: skip
WHICH_YEAR = r"(?P<way>last|this|next|that same|that|the same|the previous|the following|the next) year\b"
THING_OF_YEAR = r"(?= (?:(?!(?:in|of|on|at|and|to)\b)[a-z’'-]+ ){1,2}" + WHICH_YEAR + ")"
_ATTRIBUTE = re.compile(r"\b(?:the|an?|its|their|his|her|our)\s[“‘\"']?\Z", re.IGNORECASE)
_YEARS = {"last": -1, "this": 0, "next": 1}


def normal(way: str) -> str:
    """Returns pointing words in lower case with single spaces."""
    return " ".join(way.lower().split())


def of_a_thing(match: re.Match[str]) -> bool:
    """Tells whether a day or a month names a thing whose year follows: `the June 12 summit last year`."""
    return _ATTRIBUTE.search(match.string, max(0, match.start() - 8), match.start()) is not None


def in_year(what: Month | MonthDay | Season | Quarter | Feast, way: str) -> Meaning:
    """Returns a month, day, season, quarter or holiday in the year that the words point to."""
    pointed = normal(way)
    if pointed in _YEARS:
        return InYear(what, Turn("year", _YEARS[pointed]))
    return InYear(what, Turn("year", TOLD[pointed], From.TOLD))

"""Days that name something: `the June 15 Joint Declaration`, `the “Sept. 19” accord of 2018`.

Such a day is that of the thing it names, whatever the publication. The year stands beside the name or in the
table; a name that neither tells is a day like any other.
"""

import re
from functools import cache
from typing import NamedTuple

from corpus.times.grammar import family
from corpus.times.meaning import Meaning, NamedDay
from corpus.times.parsing import month_day
from corpus.times.words import MONTHS, month_number, ordinal_number


class _Named(NamedTuple):
    year: int
    things: str  # a pattern


_NAMED: dict[tuple[int, int], tuple[_Named, ...]] = {
    (1, 6): (_Named(2021, r"capitol|riots?|insurrection|committee|rioters?"),),
    (2, 13): (_Named(2007, r"agreement|accord|deal|pact"),),
    (2, 29): (_Named(2012, r"agreement|accord|deal|pact"),),
    (3, 1): (_Named(1919, r"(?:independence )?(?:movement|uprising)"),),
    (4, 19): (_Named(1960, r"revolution|uprising"),),
    (4, 27): (_Named(2018, r"(?:panmunjom |joint )?declaration"),),
    (5, 16): (_Named(1961, r"(?:military )?coup"),),
    (5, 18): (_Named(1980, r"(?:\w+ )?(?:uprising|massacre|movement)"),),
    (6, 10): (_Named(1987, r"(?:\w+ )?(?:uprising|struggle|movement)"),),
    (6, 15): (_Named(2000, r"(?:\w+[ -]){0,2}declaration"),),
    (6, 25): (_Named(1950, r"(?:korean )?war"),),
    (7, 4): (_Named(1972, r"(?:\w+[ -]){0,2}(?:communiqu[eé]|joint statement)"),),
    (7, 7): (_Named(1988, r"(?:special )?declaration"),),
    (9, 11): (_Named(2001, r"(?:terror|attack|hijack|commission)\w*"),),
    (9, 19): (
        _Named(2005, r"joint statement"),
        _Named(2018, r"(?:\w+[ -]){0,3}(?:agreement|accord|deal|pact|declaration)"),
    ),
    (10, 4): (_Named(2007, r"(?:\w+[ -]){0,2}declaration"),),
    (10, 7): (_Named(2023, r"(?:hamas )?attacks?"),),
    (12, 3): (_Named(2024, r"martial law"),),
    (12, 12): (_Named(1979, r"(?:military )?(?:coup|mutiny)"),),
}
_THINGS = (
    r"(?:declaration|agreement|accord|deal|pact|treaty|communiqu[eé]|statement|uprising|movement|revolution|coup|"
    r"attacks?|resolution|protocol|charter|constitution|armistice|truce)"
)
_NAME = r"[”’\"']?,?\s(?!(?:an?|the)\s)(?:[\w-]+\s){0,3}?"
_YEAR_AFTER = re.compile(_NAME + _THINGS + r"\s(?:of|in|from)\s(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(?P<year>(?:19|20)\d\d),?\s[“‘\"']?\Z")
_THING_AFTER = re.compile(_NAME + _THINGS, re.IGNORECASE)
_REACH = 12


def _day(match: re.Match[str]) -> Meaning | None:
    known = month_day(month_number(match["month"]), ordinal_number(match["day"]))
    year = _year(match, known) if known else None
    return NamedDay(*known, year) if known and year else None


def _year(match: re.Match[str], known: tuple[int, int]) -> int | None:
    """Returns the year of what a day names, told beside it or in the table."""
    text, end = match.string, match.end()
    told = _YEAR_AFTER.match(text, end)
    if told is None and _THING_AFTER.match(text, end):
        told = _YEAR_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    if told:
        return int(told["year"])
    named = (each for each in _NAMED.get(known, ()) if _is_called(each, text, end))
    return next((each.year for each in named), None)


def _is_called(named: _Named, text: str, end: int) -> bool:
    return _called(named.things).match(text, end) is not None


@cache
def _called(things: str) -> re.Pattern[str]:
    return re.compile(rf"[”’\"']?,?\s(?!(?:an?|the)\s)(?:{things})\b", re.IGNORECASE)


FAMILY = family("named-day", MONTHS, ("named-day", r"{month} {day}", _day))

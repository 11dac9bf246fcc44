"""Finds time expressions: simple ones by the families, then parts, intervals and clock times around them."""

from functools import cache

from corpus.times.around import widen
from corpus.times.families import (
    calendar_dates,
    counted,
    decades,
    numeric_dates,
    today,
    turns,
    vague,
    weekdays,
    years,
)
from corpus.times.grammar import DIGITS, YEAR, Found, Grammar
from corpus.times.intervals import join
from corpus.times.words import MONTHS, ONES, ORDINALS, SEASONS, TENS, UNITS, WEEKDAYS

_FAMILIES = (
    calendar_dates.FAMILY, numeric_dates.FAMILY, weekdays.FAMILY, today.FAMILY, years.FAMILY, decades.FAMILY,
    turns.FAMILY, counted.FAMILY, vague.FAMILY,
)  # fmt: skip
_LEADING = (
    "the a an of in last past this next coming upcoming current present that same very previous preceding prior "
    "following late early about around roughly some nearly almost approximately more less than at least just over under "
    "only exactly barely fewer couple few several many number half and to through thru from year years days weeks months "
    "hours minutes decades centuries quarters weekends st nd rd th s dozen hundred thousand recent earlier day"
).split()


@cache
def _grammar() -> Grammar:
    vocabulary = {*_LEADING, *MONTHS, *WEEKDAYS, *SEASONS, *UNITS, *ONES, *TENS, *ORDINALS, YEAR, DIGITS}
    return Grammar(_FAMILIES, vocabulary)


def find_expressions(text: str) -> list[Found]:
    """Returns the time expressions of a text, sorted by start, none overlapping, not yet resolved."""
    return join(text, [widen(text, found) for found in _grammar().find(text)])

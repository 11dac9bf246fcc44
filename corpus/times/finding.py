"""Finds time expressions: simple ones by the families, then parts, intervals and clock times around them."""

from functools import cache

from corpus.times.around import widen
from corpus.times.clock import with_time_of_day
from corpus.times.families import (
    calendar_dates,
    counted,
    days_of_month,
    decades,
    edges,
    holidays,
    months,
    named_days,
    numeric_dates,
    ordered,
    quarters,
    same_periods,
    seasons,
    today,
    turns,
    vague,
    weekdays,
    years,
)
from corpus.times.grammar import Found, Grammar
from corpus.times.joining import join
from corpus.times.lists import spread

_FAMILIES = (
    named_days.FAMILY,
    calendar_dates.FAMILY,
    days_of_month.FAMILY,
    numeric_dates.FAMILY,
    months.FAMILY,
    weekdays.FAMILY,
    ordered.FAMILY,
    today.FAMILY,
    years.FAMILY,
    decades.FAMILY,
    seasons.FAMILY,
    quarters.FAMILY,
    holidays.FAMILY,
    turns.FAMILY,
    same_periods.FAMILY,
    edges.FAMILY,
    counted.FAMILY,
    vague.FAMILY,
)


@cache
def _grammar() -> Grammar:
    return Grammar(_FAMILIES)


def find_expressions(text: str) -> list[Found]:
    """Returns the time expressions of a text, sorted by start, none overlapping, not yet resolved."""
    simple = spread(text, _grammar().find(text))
    return join(text, [with_time_of_day(text, widen(text, found)) for found in simple])

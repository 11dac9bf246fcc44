"""From a meaning to a value: what the words say, counted from the anchor they need."""

from collections.abc import Callable, Mapping
from typing import Any

from corpus.times import meaning as m
from corpus.times.resolving import composing, counting, nearest, periods
from corpus.times.resolving.context import Context, NoTime, Resolution, Unresolved

__all__ = ["Context", "NoTime", "Resolution", "Unresolved", "resolve"]


def resolve(meaning: m.Meaning, context: Context) -> Resolution:
    """Returns the value of a meaning.

    Raises Unresolved where its anchor is missing, ValueError or OverflowError for times outside the
    years 1 to 9999.
    """
    return _RESOLVERS[type(meaning)](meaning, context)


_RESOLVERS: Mapping[type, Callable[[Any, Context], Resolution]] = {
    m.Fixed: composing.fixed,
    m.Vague: composing.vague,
    m.Weekday: nearest.weekday,
    m.Weekend: nearest.weekend,
    m.MonthDay: nearest.month_day,
    m.NamedDay: nearest.named_day,
    m.DayOnly: nearest.day_only,
    m.Month: nearest.month,
    m.Season: nearest.season,
    m.Quarter: nearest.quarter,
    m.Feast: nearest.feast,
    m.WeekdayAfter: counting.weekday_after,
    m.Turn: counting.turn,
    m.Counted: counting.counted,
    m.Period: periods.period,
    m.Ended: periods.ended,
    m.SamePeriod: periods.same_period,
    m.InYear: composing.in_year,
    m.Part: composing.part,
    m.About: composing.about,
    m.Ahead: composing.ahead,
    m.NthOf: composing.nth_of,
    m.NthDay: composing.nth_day,
    m.MonthAfter: counting.month_after,
    m.WeekOf: composing.week_of,
    m.Range: composing.interval,
}

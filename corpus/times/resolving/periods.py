"""Periods that a text reports on, and the same ones of other years."""

from dataclasses import replace
from datetime import timedelta

from corpus.model import Basis, Precision
from corpus.times import meaning as m
from corpus.times import value as v
from corpus.times.resolving.context import Context, Resolution, Unresolved
from corpus.times.resolving.units import shift, unit_value
from corpus.times.value import Value

_UNITS = {
    Precision.WEEK: "week", Precision.WEEKEND: "weekend", Precision.MONTH: "month",
    Precision.QUARTER: "quarter", Precision.HALF: "half",
}  # fmt: skip
_OVERHANG = 7  # days: a quarter of whole weeks may end so far in the next month
_ANY = ("period", "time")  # whatever was told
_FINEST = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH,
           "quarter": Precision.QUARTER, "period": Precision.HALF, "time": Precision.HALF}  # fmt: skip


def period(meaning: m.Period, context: Context) -> Resolution:
    """Returns the quarter that is reported on, or the same one so many years before."""
    told = context.narrative.period(context.here)
    if told is not None:
        years = (
            meaning.years
            if meaning.of is None or told.value.first is None
            else meaning.of - told.value.first.year
        )
        return context.from_told(same_in_year(told.value, years), told)
    if meaning.of is not None:
        return Resolution(v.year(meaning.of), Basis.EXPLICIT)
    today = context.today(Precision.QUARTER)
    if meaning.else_year:
        return context.relative(v.year(today.year + meaning.years))
    ended = shift(today, "quarter", -1)
    return context.relative(unit_value("quarter", shift(ended, "year", meaning.years)))


def ended(meaning: m.Ended, context: Context) -> Resolution:
    """Returns the quarter reported on, named before, else the three months up to the day that ends it.

    A day in the first week of a month ends the month before.
    """
    if told := context.narrative.period(context.here):
        return context.from_told(told.value, told)
    end = context.resolve(meaning.end, context)
    last = end.value.last
    if last is None:
        raise Unresolved(Precision.QUARTER)
    if last.day <= _OVERHANG:
        last -= timedelta(days=_OVERHANG)
    month = (last.year, last.month)
    return replace(end, value=v.months(v.add_months(*month, -2), month, Precision.QUARTER))


def same_period(meaning: m.SamePeriod, context: Context) -> Resolution:
    """Returns the time told last, as it was in another year; of a period that has no value, that year."""
    if meaning.unit not in _ANY:
        return _same_time(meaning, context)
    try:
        return _same_time(meaning, context)
    except Unresolved:
        if meaning.year is not None:
            return Resolution(v.year(meaning.year), Basis.EXPLICIT)
        return context.relative(v.year(context.today(Precision.YEAR).year - meaning.back))


def _same_time(meaning: m.SamePeriod, context: Context) -> Resolution:
    precision = _FINEST[meaning.unit]
    reports = meaning.unit in ("quarter", *_ANY)
    told = context.narrative.period(context.here) if reports else None
    anchor, told = (told.value, told) if told else context.told(precision)
    if told is None and reports:
        return period(m.Period(years=-meaning.back, of=meaning.year), context)
    unit = _UNITS.get(anchor.precision) if meaning.unit in _ANY else meaning.unit
    if anchor.first is None or unit is None or anchor.precision is Precision.INTERVAL:
        raise Unresolved(precision, told=True)
    years = meaning.year - anchor.first.year if meaning.year else -meaning.back
    return context.from_told(unit_value(unit, shift(anchor.first, "year", years)), told)


def same_in_year(value: Value, years: int) -> Value:
    """Returns a quarter so many years later, earlier where negative."""
    if value.first is None or not years:
        return value
    return unit_value("quarter", shift(value.first, "year", years))

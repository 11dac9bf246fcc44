"""Times made of other times: parts, intervals, what is about a time, a month in a year that is relative."""

from dataclasses import replace
from datetime import date, timedelta

from corpus.model import Basis, Precision
from corpus.times import meaning as m
from corpus.times import value as v
from corpus.times.feasts import feast_day
from corpus.times.resolving.context import Context, NoTime, Resolution, Unresolved
from corpus.times.value import Value

_BEFORE_TUESDAY = 2  # days back by which Monday and Tuesday fall into the week before


def fixed(meaning: m.Fixed, _: Context) -> Resolution:
    """Returns the value that the words give."""
    return Resolution(meaning.value, Basis.EXPLICIT)


def vague(meaning: m.Vague, context: Context) -> Resolution:
    """Returns a value without days; `soon` in a clause that tells the past is no time (`soon became`)."""
    if meaning.precision is Precision.FUTURE and meaning.doubtful and context.pull() is m.Pull.PAST:
        raise NoTime
    return Resolution(v.vague(meaning.precision), Basis.RELATIVE)


def in_year(meaning: m.InYear, context: Context) -> Resolution:
    """Returns a month, day, season, quarter or holiday of a year that is relative itself."""
    year = context.resolve(meaning.years, context)
    if year.value.first is None:
        raise Unresolved(Precision.YEAR)
    return replace(year, value=_within(meaning.what, year.value.first.year))


def _within(what: m.Month | m.MonthDay | m.Season | m.Quarter | m.Feast, year: int) -> Value:
    match what:
        case m.MonthDay():
            return v.day(date(year, what.month, what.day))
        case m.Month():
            return v.month(year, what.month)
        case m.Season():
            return v.season(year, what.season)
        case m.Quarter():
            return v.half(year, what.number) if what.half else v.quarter(year, what.number)
        case m.Feast():
            day = feast_day(what.name, year)
            if day is None:
                raise Unresolved(Precision.DAY)
            return v.day(day)


def part(meaning: m.Part, context: Context) -> Resolution:
    """Returns a part of a time: thirds and what is gone or left narrow its days, halves change it."""
    whole = context.resolve(meaning.whole, context)
    portion = meaning.portion
    if portion in (m.Portion.FIRST_HALF, m.Portion.SECOND_HALF):
        return replace(whole, value=v.halves(whole.value, -portion.value))
    if portion in (m.Portion.GONE, m.Portion.REST):
        return replace(whole, value=v.cut(whole.value, context.published, rest=portion is m.Portion.REST))
    return replace(whole, value=v.third(whole.value, portion.value))


def ahead(meaning: m.Ahead, context: Context) -> Resolution:
    """Returns a time that lies ahead; raises NoTime where the clause does not point there."""
    if context.pull() is not m.Pull.FUTURE:
        raise NoTime
    return context.resolve(meaning.counted, context)


def week_of(meaning: m.WeekOf, context: Context) -> Resolution:
    """Returns the week that holds a day, or the weekend next to it: a Monday's is the one before."""
    day = context.resolve(meaning.day, context)
    if day.value.first is None:
        return day
    if meaning.unit == "week":
        return replace(day, value=v.week(day.value.first))
    return replace(day, value=v.weekend(day.value.first - timedelta(days=_BEFORE_TUESDAY)))


def nth_of(meaning: m.NthOf, context: Context) -> Resolution:
    """Returns the nth weekday of a month, or its nth run of seven days."""
    month = context.resolve(meaning.month, context)
    first, last = month.value.first, month.value.last
    if first is None or last is None:
        return month
    if meaning.weekday is None:
        start = (
            last - timedelta(days=6)
            if meaning.number < 0
            else first + timedelta(days=7 * (meaning.number - 1))
        )
        return replace(month, value=v.days(start, start + timedelta(days=6)))
    if meaning.number < 0:
        return replace(month, value=v.day(last - timedelta(days=(last.weekday() - meaning.weekday) % 7)))
    ahead = (meaning.weekday - first.weekday()) % 7 + 7 * (meaning.number - 1)
    return replace(month, value=v.day(first + timedelta(days=ahead)))


def nth_day(meaning: m.NthDay, context: Context) -> Resolution:
    """Returns the nth day of a month or a year, or its last."""
    whole = context.resolve(meaning.whole, context)
    first, last = whole.value.first, whole.value.last
    if first is None or last is None:
        return whole
    day = last if meaning.number < 0 else first + timedelta(days=meaning.number - 1)
    return replace(whole, value=v.day(day))


def about(meaning: m.About, context: Context) -> Resolution:
    """Returns a time marked as approximate."""
    whole = context.resolve(meaning.whole, context)
    return replace(whole, value=v.approximate(whole.value))


def interval(meaning: m.Range, context: Context) -> Resolution:
    """Returns the time from one to another; an end without a year follows the start."""
    start = context.resolve(meaning.start, context)
    end = context.resolve(meaning.end, context)
    joined = v.interval(start.value, end.value) or _turned(meaning, end, context)
    if joined is None:
        raise Unresolved(Precision.INTERVAL)
    relative = start if start.basis is Basis.RELATIVE else end
    return replace(relative, value=joined)


def _turned(meaning: m.Range, end: Resolution, context: Context) -> Value | None:
    """Returns the interval whose start is looked for before its end (`from Friday to Monday`)."""
    match meaning.start:
        case m.Weekday() | m.Month() | m.Season() if end.value.first is not None:
            before = replace(context, published=end.value.first, clause=lambda: m.Pull.PAST)
            return v.interval(context.resolve(meaning.start, before).value, end.value)
        case _:
            return None

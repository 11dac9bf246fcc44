"""From a meaning to a value: what the words say, counted from the anchor they need."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from corpus.model import Basis, Precision
from corpus.times import meaning as m
from corpus.times import value as v
from corpus.times.value import Value


@dataclass(frozen=True, slots=True)
class Resolution:
    """A value with its reasons: `anchor` is the value counted from, `detail` refines the rule's name."""

    value: Value
    basis: Basis
    anchor: Value | None = None
    told: m.Told | None = None
    detail: str = ""


class Unresolved(Exception):
    """A meaning lacks its anchor; carries the precision that the words have."""

    def __init__(self, precision: Precision, told: bool = False) -> None:
        super().__init__(precision)
        self.precision = precision
        self.told = told


def resolve(meaning: m.Meaning, context: m.Context) -> Resolution:
    """Returns the value of a meaning; raises Unresolved where its anchor is missing.

    Raises OverflowError or ValueError for times outside the years 1 to 9999.
    """
    return _RESOLVERS[type(meaning)](meaning, context)


def _fixed(meaning: m.Fixed, _: m.Context) -> Resolution:
    return Resolution(meaning.value, Basis.EXPLICIT)


def _vague(meaning: m.Vague, _: m.Context) -> Resolution:
    return Resolution(v.vague(meaning.precision), Basis.RELATIVE)


def _today(context: m.Context, precision: Precision) -> date:
    if context.published is None:
        raise Unresolved(precision)
    return context.published


def _last_told(context: m.Context, precision: Precision) -> Value:
    if context.told is not None:
        return context.told.value
    if context.published is None:
        raise Unresolved(precision, told=True)
    return v.day(context.published)


def _relative(value: Value, context: m.Context, detail: str = "") -> Resolution:
    anchor = v.day(context.published) if context.published else None
    return Resolution(value, Basis.RELATIVE, anchor, detail=detail)


def _from_told(value: Value, context: m.Context, detail: str = "") -> Resolution:
    if context.told is None:
        return _relative(value, context, detail)
    return Resolution(value, Basis.RELATIVE, context.told.value, context.told, detail)


def _weekday(meaning: m.Weekday, context: m.Context) -> Resolution:
    today = _today(context, Precision.DAY)
    if meaning.weeks is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=meaning.weeks)
        return _relative(v.day(monday + timedelta(days=meaning.weekday)), context, "of-week")
    pull = meaning.pull if meaning.pull is not m.Pull.NONE else context.pull
    if pull is m.Pull.FUTURE:
        ahead = (meaning.weekday - today.weekday()) % 7 or (7 if meaning.strict else 0)
        return _relative(v.day(today + timedelta(days=ahead)), context, "future")
    back = (today.weekday() - meaning.weekday) % 7 or (7 if meaning.strict else 0)
    return _relative(v.day(today - timedelta(days=back)), context, "past")


def _weekday_after(meaning: m.WeekdayAfter, context: m.Context) -> Resolution:
    anchor = _last_told(context, Precision.DAY)
    if anchor.first is None or anchor.last is None:
        raise Unresolved(Precision.DAY, told=True)
    if meaning.back:
        back = (anchor.first.weekday() - meaning.weekday) % 7 or 7
        return _from_told(v.day(anchor.first - timedelta(days=back)), context)
    ahead = (meaning.weekday - anchor.last.weekday()) % 7 or 7
    return _from_told(v.day(anchor.last + timedelta(days=ahead)), context)


def _nearest(candidates: list[Value], today: date, pull: m.Pull) -> Value:
    """Returns the candidate that lies nearest to a day, on the side that the pull asks for."""

    def distance(value: Value) -> tuple[bool, int]:
        first, last = value.first or today, value.last or today
        wrong_side = (pull is m.Pull.PAST and first > today) or (pull is m.Pull.FUTURE and last < today)
        return wrong_side, min(abs((first - today).days), abs((last - today).days))

    return min(candidates, key=distance)


def _frame_year(context: m.Context) -> int | None:
    """Returns the year that the passage has set by itself, None where publication decides."""
    told = context.told
    if told is None or not told.explicit or told.value.first is None or told.value.last is None:
        return None
    if told.value.first.year != told.value.last.year:
        return None
    if context.published is not None and abs(told.value.first.year - context.published.year) < 2:
        return None
    return told.value.first.year


def _years_near(context: m.Context, precision: Precision) -> tuple[list[int], bool]:
    """Returns the years that an expression without one may mean, and whether the passage set it."""
    frame = _frame_year(context)
    if frame is not None:
        return [frame], True
    today = _today(context, precision)
    return [today.year - 1, today.year, today.year + 1], False


def _pick(build: Callable[[int], Value], context: m.Context, pull: m.Pull, precision: Precision) -> Resolution:
    years, framed = _years_near(context, precision)
    candidates = [value for value in map(_safe(build), years) if value is not None]
    if not candidates:
        raise Unresolved(precision)
    if framed:
        return _from_told(candidates[0], context, "told-year")
    today = _today(context, precision)
    detail = {m.Pull.PAST: "past", m.Pull.FUTURE: "future", m.Pull.NONE: "nearest"}[pull]
    return _relative(_nearest(candidates, today, pull), context, detail)


def _safe(build: Callable[[int], Value]) -> Callable[[int], Value | None]:
    def attempt(year: int) -> Value | None:
        try:
            return build(year)
        except ValueError:
            return None

    return attempt


def _month_day(meaning: m.MonthDay, context: m.Context) -> Resolution:
    def build(year: int) -> Value:
        first = date(year, meaning.month, meaning.day)
        return v.days(first, date(year, *meaning.to)) if meaning.to else v.day(first)

    if meaning.weekday is not None and context.published is not None:
        today = context.published
        years = sorted(range(today.year - 6, today.year + 7), key=lambda year: abs(year - today.year))
        fitting = [x for x in map(_safe(build), years) if x and x.first and x.first.weekday() == meaning.weekday]
        near = [x for x in fitting if x.first and abs((x.first - today).days) < 400]
        if near:
            return _relative(_nearest(near, today, m.Pull.NONE), context, "weekday")
    return _pick(build, context, meaning.pull, Precision.DAY)


def _month(meaning: m.Month, context: m.Context) -> Resolution:
    def build(year: int) -> Value:
        return v.month(year, meaning.month)

    if meaning.near:
        return _relative(build(_today(context, Precision.MONTH).year), context, "this")
    if meaning.pull is m.Pull.NONE:
        return _pick(build, context, context.pull, Precision.MONTH)
    return _strict(build, meaning.pull, context, Precision.MONTH)


def _strict(build: Callable[[int], Value], pull: m.Pull, context: m.Context, precision: Precision) -> Resolution:
    """Returns the last or next one that lies wholly before or after the publication day."""
    today = _today(context, precision)
    candidates = [build(today.year + offset) for offset in (-1, 0, 1, -2, 2)]
    if pull is m.Pull.PAST:
        fitting = [value for value in candidates if value.last and value.last < today]
    else:
        fitting = [value for value in candidates if value.first and value.first > today]
    return _relative(_nearest(fitting, today, pull), context, pull.value)


def _season(meaning: m.Season, context: m.Context) -> Resolution:
    def build(year: int) -> Value:
        return v.season(year, meaning.season)

    if meaning.near:
        return _relative(build(_today(context, Precision.SEASON).year), context, "this")
    if meaning.pull is m.Pull.NONE:
        return _pick(build, context, context.pull, Precision.SEASON)
    return _strict(build, meaning.pull, context, Precision.SEASON)


def _quarter(meaning: m.Quarter, context: m.Context) -> Resolution:
    precision = Precision.HALF if meaning.half else Precision.QUARTER

    def build(year: int) -> Value:
        return v.half(year, meaning.number) if meaning.half else v.quarter(year, meaning.number)

    return _pick(build, context, meaning.pull, precision)


_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "generation": 300}
_PRECISIONS = {
    "day": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK, "weekend": Precision.WEEKEND,
    "month": Precision.MONTH, "quarter": Precision.QUARTER, "half": Precision.HALF, "year": Precision.YEAR,
    "decade": Precision.DECADE, "century": Precision.CENTURY, "generation": Precision.DECADE,
}  # fmt: skip


def unit_value(unit: str, day: date) -> Value:
    """Returns the calendar unit that holds a day."""
    match unit:
        case "week" | "fortnight":
            return v.week(day)
        case "weekend":
            return v.weekend(day)
        case "month":
            return v.month(day.year, day.month)
        case "quarter":
            return v.quarter(day.year, (day.month + 2) // 3)
        case "half":
            return v.half(day.year, (day.month + 5) // 6)
        case "year":
            return v.year(day.year)
        case "decade" | "generation":
            return v.decade(day.year)
        case "century":
            return v.century((day.year - 1) // 100 + 1)
        case _:
            return v.day(day)


def shift(day: date, unit: str, count: int) -> date:
    """Returns the day a number of units later (earlier where negative); the month's end is kept."""
    if unit in ("day", "week", "fortnight", "weekend"):
        return day + timedelta(days=count * {"day": 1, "fortnight": 14}.get(unit, 7))
    year, month = v.add_months(day.year, day.month, count * _MONTHS_IN[unit])
    return date(year, month, min(day.day, v.month_bounds(year, month)[1].day))


_FINENESS = [Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON,
             Precision.HALF, Precision.YEAR, Precision.DECADE, Precision.CENTURY]  # fmt: skip


def _coarser(one: Precision, other: Precision) -> bool:
    if one not in _FINENESS or other not in _FINENESS:
        return False
    return _FINENESS.index(one) > _FINENESS.index(other)


def _turn(meaning: m.Turn, context: m.Context) -> Resolution:
    precision = _PRECISIONS[meaning.unit]
    if meaning.source is m.From.PUBLICATION:
        today = _today(context, precision)
        return _relative(unit_value(meaning.unit, shift(today, meaning.unit, meaning.count)), context)
    anchor = _last_told(context, precision)
    edge = anchor.last if meaning.count > 0 else anchor.first
    if edge is None or _coarser(anchor.precision, precision):
        raise Unresolved(precision, told=True)
    return _from_told(unit_value(meaning.unit, shift(edge, meaning.unit, meaning.count)), context)


def _counted(meaning: m.Counted, context: m.Context) -> Resolution:
    precision = _PRECISIONS[meaning.unit]
    if meaning.source is m.From.PUBLICATION:
        anchor = v.day(_today(context, precision))
    elif meaning.anchor is not None:
        anchor = resolve(meaning.anchor, context).value
    else:
        anchor = _last_told(context, precision)
    edge = anchor.last if meaning.count > 0 else anchor.first
    if edge is None:
        raise Unresolved(precision, told=True)
    value = _counted_value(meaning, anchor, edge)
    if meaning.about:
        value = v.approximate(value)
    return _relative(value, context) if meaning.source is m.From.PUBLICATION else _from_told(value, context)


def _counted_value(meaning: m.Counted, anchor: Value, edge: date) -> Value:
    whole = math.floor(meaning.count)
    if whole != meaning.count:
        finer = {"year": "month", "decade": "year", "week": "day", "month": "week"}.get(meaning.unit, meaning.unit)
        per = {"year": 12, "decade": 10, "week": 7, "month": 4}.get(meaning.unit, 1)
        return unit_value(finer, shift(edge, finer, round(meaning.count * per)))
    day = shift(edge, meaning.unit, whole)
    precision = _PRECISIONS[meaning.unit]
    if _coarser(anchor.precision, precision):
        return unit_value({Precision.MONTH: "month", Precision.YEAR: "year"}.get(anchor.precision, meaning.unit), day)
    return unit_value(meaning.unit, day)


def _in_year(meaning: m.InYear, context: m.Context) -> Resolution:
    year = resolve(meaning.years, context)
    if year.value.first is None:
        raise Unresolved(Precision.YEAR)
    number = year.value.first.year
    match meaning.what:
        case m.MonthDay(month=month, day=day):
            value = v.day(date(number, month, day))
        case m.Month(month=month):
            value = v.month(number, month)
        case m.Season(season=season):
            value = v.season(number, season)
        case m.Quarter(number=which, half=half):
            value = v.half(number, which) if half else v.quarter(number, which)
        case _:
            raise Unresolved(Precision.DAY)
    return replace(year, value=value)


def _part(meaning: m.Part, context: m.Context) -> Resolution:
    whole = resolve(meaning.whole, context)
    number = meaning.portion.value
    value = v.third(whole.value, number) if number > 0 else v.halves(whole.value, -number)
    return replace(whole, value=value)


def _about(meaning: m.About, context: m.Context) -> Resolution:
    whole = resolve(meaning.whole, context)
    return replace(whole, value=v.approximate(whole.value))


def _range(meaning: m.Range, context: m.Context) -> Resolution:
    start = resolve(meaning.start, context) if meaning.start else None
    end = resolve(meaning.end, context) if meaning.end else None
    if start and end:
        joined = v.interval(start.value, end.value)
        if joined is None:
            raise Unresolved(Precision.INTERVAL)
        relative = start if start.basis is Basis.RELATIVE else end
        return replace(relative, value=joined)
    if start:
        return replace(start, value=v.since(start.value, context.published))
    assert end is not None
    return replace(end, value=v.until(end.value, context.published))


_RESOLVERS: dict[type, Callable[[Any, m.Context], Resolution]] = {
    m.Fixed: _fixed,
    m.Vague: _vague,
    m.Weekday: _weekday,
    m.WeekdayAfter: _weekday_after,
    m.MonthDay: _month_day,
    m.Month: _month,
    m.Season: _season,
    m.Quarter: _quarter,
    m.Turn: _turn,
    m.Counted: _counted,
    m.InYear: _in_year,
    m.Part: _part,
    m.About: _about,
    m.Range: _range,
}

"""Values: EDTF (ISO 8601-2) with the first and the last day that they can mean.

Which days a value can mean, where the standard leaves it open:

| value | EDTF | first and last day |
| --- | --- | --- |
| week | `2023-09-11/2023-09-17` | Monday and Sunday (ISO 8601) |
| weekend | `2023-09-16/2023-09-17` | Saturday and Sunday |
| quarter, half | `2023-07/2023-09`, `2023-07/2023-12` | first and last day of their months |
| season | `2023-21` … `2023-24` | the months of the northern, meteorological season: spring March to May, |
|        |            | summer June to August, autumn September to November, winter December to February; |
|        |            | the winter of a year begins in its December |
| decade, century | `199X`, `19XX` | 1990 to 1999, 1900 to 1999 |
| approximate | `2024-06~` | one unit of its precision more on either side |
| `early`, `mid`, `late` | that of the whole, for EDTF has no parts | its first, middle or last third |

`since March`, `until Friday` and `by 2019` name a time at which something begins or ends: their value is
that time, as in TIMEX3, and not an interval without end.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.model import Precision

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
_SEASON_STARTS = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}
_MARGINS = {  # days that an approximate value may lie beside what it says
    Precision.DAY: 1,
    Precision.WEEK: 7,
    Precision.MONTH: 30,
    Precision.YEAR: 365,
    Precision.DECADE: 3650,
}


@dataclass(frozen=True, slots=True)
class Value:
    """An EDTF string with its first and last day; a vague value has neither."""

    edtf: str | None
    first: date | None
    last: date | None
    precision: Precision


def vague(precision: Precision) -> Value:
    """Returns a value without days: `now`, `recently`, or what could not be resolved."""
    return Value(None, None, None, precision)


def day(day_: date) -> Value:
    """Returns a single day."""
    return Value(day_.isoformat(), day_, day_, Precision.DAY)


def days(first: date, last: date, precision: Precision = Precision.INTERVAL) -> Value:
    """Returns the interval from one day to another, both included."""
    return Value(f"{first.isoformat()}/{last.isoformat()}", first, last, precision)


def week(day_: date) -> Value:
    """Returns the ISO week, Monday to Sunday, that holds a day."""
    monday = day_ - timedelta(days=day_.weekday())
    return days(monday, monday + timedelta(days=6), Precision.WEEK)


def weekend(day_: date) -> Value:
    """Returns the Saturday and Sunday of the ISO week that holds a day."""
    monday = day_ - timedelta(days=day_.weekday())
    return days(monday + timedelta(days=5), monday + timedelta(days=6), Precision.WEEKEND)


def month(year_: int, month_: int) -> Value:
    """Returns a month; raises ValueError outside the years 1 to 9999."""
    first, last = month_bounds(year_, month_)
    return Value(f"{year_:04d}-{month_:02d}", first, last, Precision.MONTH)


def months(first: tuple[int, int], last: tuple[int, int], precision: Precision) -> Value:
    """Returns an interval from a (year, month) to another."""
    begin, end = month_bounds(*first)[0], month_bounds(*last)[1]
    return Value(f"{first[0]:04d}-{first[1]:02d}/{last[0]:04d}-{last[1]:02d}", begin, end, precision)


def quarter(year_: int, number: int) -> Value:
    """Returns the calendar quarter 1 to 4 of a year."""
    return months((year_, 3 * number - 2), (year_, 3 * number), Precision.QUARTER)


def half(year_: int, number: int) -> Value:
    """Returns the half 1 or 2 of a year."""
    return months((year_, 6 * number - 5), (year_, 6 * number), Precision.HALF)


def season(year_: int, number: int) -> Value:
    """Returns the season 21 to 24 of a year; its winter ends in the next year's February."""
    start = _SEASON_STARTS[number]
    first = date(year_, start, 1)
    last = month_bounds(*add_months(year_, start, 2))[1]
    return Value(f"{year_:04d}-{number}", first, last, Precision.SEASON)


def year(year_: int) -> Value:
    """Returns a year; raises ValueError outside 1 to 9999."""
    return Value(f"{year_:04d}", date(year_, 1, 1), date(year_, 12, 31), Precision.YEAR)


def decade(year_: int) -> Value:
    """Returns the decade that holds a year: 1990 to 1999 for each of them."""
    start = year_ - year_ % 10
    return Value(f"{start // 10:03d}X", date(start, 1, 1), date(start + 9, 12, 31), Precision.DECADE)


def century(number: int) -> Value:
    """Returns a century by its ordinal number: the 20th is `19XX`."""
    start = (number - 1) * 100
    first = date(max(start, 1), 1, 1)
    return Value(f"{number - 1:02d}XX", first, date(start + 99, 12, 31), Precision.CENTURY)


def interval(start: Value, end: Value) -> Value | None:
    """Returns the time from one value to another, None where they are not in order."""
    if start.first is None or end.last is None or start.first > end.last:
        return None
    edtf = f"{_plain(start, first=True)}/{_plain(end, first=False)}"
    return Value(edtf, start.first, end.last, Precision.INTERVAL)


def approximate(value: Value) -> Value:
    """Returns the value marked `~`, its days widened by one unit."""
    if value.first is None or value.last is None or not value.edtf or "/" in value.edtf or "~" in value.edtf:
        return value
    margin = timedelta(days=_MARGINS.get(value.precision, 0))
    return replace(value, edtf=f"{value.edtf}~", first=value.first - margin, last=value.last + margin)


def third(value: Value, number: int) -> Value:
    """Returns the value with its days narrowed to the first, second or last third (1, 2, 3)."""
    if value.first is None or value.last is None:
        return value
    length = (value.last - value.first).days + 1
    if length < 3:
        return value
    first = value.first + timedelta(days=round(length * (number - 1) / 3))
    last = value.first + timedelta(days=max(round(length * number / 3), 1) - 1)
    return replace(value, first=first, last=max(first, last))


def halves(value: Value, number: int) -> Value:
    """Returns the first or second half (1, 2) of a value, as a half of a year or as an interval."""
    if value.first is None or value.last is None:
        return value
    if value.precision is Precision.YEAR:
        return half(value.first.year, number)
    middle = value.first + (value.last - value.first) / 2
    if value.precision is Precision.MONTH:
        middle = value.first.replace(day=15)
    if number == 1:
        return days(value.first, middle)
    return days(middle + timedelta(days=1), value.last)


def cut(value: Value, today: date | None, *, rest: bool) -> Value:
    """Returns the value with its days narrowed to those up to a day, or from it on (`rest`)."""
    if today is None or value.first is None or value.last is None or not value.first <= today <= value.last:
        return value
    return replace(value, first=today) if rest else replace(value, last=today)


def month_bounds(year_: int, month_: int) -> tuple[date, date]:
    """Returns the first and last day of a month."""
    return date(year_, month_, 1), date(year_, month_, calendar.monthrange(year_, month_)[1])


def add_months(year_: int, month_: int, count: int) -> tuple[int, int]:
    """Returns the (year, month) that lies a number of months later."""
    index = year_ * 12 + month_ - 1 + count
    return index // 12, index % 12 + 1


def _plain(value: Value, *, first: bool) -> str:
    """Returns what stands at one end of an interval: EDTF knows only days, months and years there."""
    edtf = (value.edtf or "").rstrip("~")
    simple = value.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and "/" not in edtf
    if simple:
        return edtf
    edge = value.first if first else value.last
    if edge is None:
        return ".."
    if value.precision in (Precision.DECADE, Precision.CENTURY):
        return f"{edge.year:04d}"
    if value.precision in (Precision.QUARTER, Precision.HALF, Precision.SEASON):
        return f"{edge.year:04d}-{edge.month:02d}"
    return edge.isoformat()

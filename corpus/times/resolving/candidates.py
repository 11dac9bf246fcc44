"""The times of a name in the years around a day, and which of them is the nearest."""

from collections.abc import Callable, Iterable
from datetime import date

from corpus.times import meaning as m
from corpus.times.value import Value

Build = Callable[[int], Value | None]
"""Returns the time of a year, None or ValueError where that year has none."""

_CLOSE, _FAR = 60, 240  # days; nobody leaves the year off so far away when the name comes up so close by


def years(today: date) -> range:
    """Returns the year of a day and the ones beside it."""
    return range(today.year - 1, today.year + 2)


def leap_years(today: date) -> range:
    """Returns years around a day that have a leap year among them on either side."""
    return range(today.year - 4, today.year + 5)


def built(build: Build, of: Iterable[int]) -> Iterable[Value]:
    """Yields the times of some years, without those that the calendar does not have."""
    for year in of:
        try:
            value = build(year)
        except (ValueError, OverflowError):
            continue  # 29 February, or outside the calendar
        if value is not None:
            yield value


def distance(value: Value, today: date) -> int:
    """Returns the days between a value and a day, 0 where it holds the day."""
    first, last = value.first or today, value.last or today
    return max((first - today).days, (today - last).days, 0)


def nearest(candidates: list[Value], today: date, pull: m.Pull, *, sure: bool = False) -> Value:
    """Returns the nearest candidate on the side that the pull asks for; of two as near, the past one.

    A pull that is not sure is not believed against a candidate so close that others are far off.
    """

    def rank(value: Value) -> tuple[bool, int, date]:
        first, last = value.first or today, value.last or today
        away = distance(value, today)
        wrong_side = (pull is m.Pull.PAST and first > today) or (pull is m.Pull.FUTURE and last < today)
        close = not sure and away < _CLOSE < _FAR < others(value)
        return wrong_side and not close, away, first

    def others(value: Value) -> int:
        return min((distance(other, today) for other in candidates if other is not value), default=0)

    return min(candidates, key=rank)

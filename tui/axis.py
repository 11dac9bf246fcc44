"""Events along the years as columns: the arithmetic of the histogram."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from math import sqrt
from typing import Protocol

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LABEL = 7
"""The fewest cells from one year on the axis to the next."""

EIGHTHS = 8
"""The steps of a cell."""


class Monthly(Protocol):
    """A number of events of a month."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def month(self) -> int:
        """The month, from 1."""

    @property
    def events(self) -> int:
        """How many events."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Months along columns; months are counted from January of the year 0."""

    first: int
    last: int
    columns: int

    @property
    def months(self) -> int:
        """How many months the axis covers."""
        return self.last - self.first + 1

    def column(self, month: int) -> int:
        """Returns the column in which a month begins."""
        return (month - self.first) * self.columns // self.months

    def month(self, column: int) -> int:
        """Returns the first month that begins in a column, or that reaches over it."""
        return self.first + -(-column * self.months // self.columns)

    def end(self, month: int) -> int:
        """Returns the column behind a month; a month covers at least one."""
        return max(self.column(month) + 1, self.column(month + 1))


def number_of(day: date) -> int:
    """Returns the number of a day's month."""
    return day.year * 12 + day.month - 1


def columns(axis: Axis, counts: Iterable[Monthly]) -> list[int]:
    """Returns the events of each column; those of a month that covers several stand in each of them."""
    events = [0] * axis.columns
    for count in counts:
        month = count.year * 12 + count.month - 1
        if axis.first <= month <= axis.last:
            for column in range(axis.column(month), min(axis.end(month), axis.columns)):
                events[column] += count.events
    return events


def heights(events: Sequence[int], lines: int = 1) -> list[int]:
    """Returns the height of each column in eighths of a line.

    It grows with the square root of the events, so that a quiet decade is seen beside a busy one.
    """
    most = max(events, default=0)
    full = EIGHTHS * lines
    return [max(1, round(full * sqrt(number / most))) if number else 0 for number in events]


def stacked(height: int, parts: Sequence[int]) -> list[int]:
    """Returns a height divided like the parts, each end rounded; all of it is given where any part counts."""
    total = sum(parts)
    if not total:
        return [0] * len(parts)
    ends = [0, *(round(height * part / total) for part in accumulate(parts))]
    return [end - begin for begin, end in pairwise(ends)]


def labels(axis: Axis) -> str:
    """Returns the years below the columns, each where it begins."""
    years = axis.months / 12
    step = next((step for step in _STEPS if step * axis.columns >= years * _LABEL), _STEPS[-1])
    line = [" "] * axis.columns
    for year in range(-(-axis.first // (12 * step)) * step, axis.last // 12 + 1, step):
        column, name = axis.column(year * 12), str(year)
        if column + len(name) <= axis.columns:
            line[column : column + len(name)] = name
    return "".join(line)

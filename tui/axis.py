"""Events along the years as columns: the arithmetic of the histogram."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from store import MonthCount

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LABEL = 7
"""The fewest cells from one year on the axis to the next."""


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


def heights(axis: Axis, counts: Sequence[MonthCount]) -> list[int]:
    """Returns the height of each column, 0 to 8.

    It grows with the square root of the events, so that a quiet decade is seen beside a busy one.
    """
    events = [0] * axis.columns
    for count in counts:
        month = count.year * 12 + count.month - 1
        if axis.first <= month <= axis.last:
            for column in range(axis.column(month), min(axis.end(month), axis.columns)):
                events[column] += count.events
    most = max(events, default=0)
    return [max(1, round(8 * sqrt(number / most))) if number else 0 for number in events]


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

"""The shape of history: how many events there are along the years, and where the cursor stands in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from rich.segment import Segment
from textual import events

from store import MonthCount
from tui.bars.bar import BOLD, Bar
from tui.theme import Ink

_BLOCKS = " ▁▂▃▄▅▆▇█"
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


class Shape(Bar):
    """A histogram over the whole span of the store; a click goes to the time that was clicked."""

    background = "surface"

    def __init__(self, go: Callable[[date], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self._go = go
        self._counts: Sequence[MonthCount] = ()
        self._span: tuple[date, date] | None = None
        self._day: date | None = None

    def show(self, counts: Sequence[MonthCount], span: tuple[date, date] | None) -> None:
        """Shows other counts along a span of days."""
        self._counts, self._span = counts, span
        self.refresh()

    def point(self, day: date | None) -> None:
        """Points to the month of a day."""
        if self.display and day != self._day:
            self._day = day
            self.refresh()

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the columns, or the years below them."""
        axis = self._axis(width)
        if axis is None:
            return []
        here = self._here(axis)
        if y:
            years = labels(axis)
            if here is None:
                return [Segment(" "), Segment(years, ink["faint"])]
            pointer = Segment("▲", ink["accent"] + BOLD)
            before, after = Segment(years[:here], ink["faint"]), Segment(years[here + 1 :], ink["faint"])
            return [Segment(" "), before, pointer, after]
        columns = "".join(_BLOCKS[height] for height in heights(axis, self._counts))
        if here is None:
            return [Segment(" "), Segment(columns, ink["primary"])]
        parts = ((columns[:here], "primary"), (columns[here], "accent"), (columns[here + 1 :], "primary"))
        return [Segment(" "), *(Segment(text, ink[colour]) for text, colour in parts)]

    def on_click(self, event: events.Click) -> None:
        """Goes to the month of the column that was clicked."""
        axis = self._axis(self.size.width)
        if axis and 1 <= event.x <= axis.columns:
            month = axis.month(event.x - 1)
            self._go(date(month // 12, month % 12 + 1, 1))

    def _axis(self, width: int) -> Axis | None:
        if self._span is None or width < 3:
            return None
        return Axis(number_of(self._span[0]), number_of(self._span[1]), width - 2)

    def _here(self, axis: Axis) -> int | None:
        if self._day is None or not axis.first <= number_of(self._day) <= axis.last:
            return None
        return axis.column(number_of(self._day))

"""The shape of history: the events along the years, by country, and where the cursor stands."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual import events

from store.model import Period, Query
from tui.axis import Axis, labels, number_of
from tui.bars.bar import BOLD, Bar
from tui.bars.columns import Column, columns_of
from tui.lanes import Lanes
from tui.theme import Ink
from tui.timeline.feed import Shaped

_MARGIN = 1


class Shape(Bar):
    """A histogram over the whole span of the store, or over the period of the filters.

    In one line the years stand beside it, otherwise below it. A click goes to the time that was clicked.
    """

    background = "surface"

    def __init__(self, lanes: Lanes, go: Callable[[date], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self._lanes = lanes
        self._go = go
        self._shaped = Shaped(())
        self._span: Period | None = None
        self._query = Query()
        self._day: date | None = None
        self._sight: Period | None = None
        self._marked: tuple[int | None, range] = (None, range(0))
        self._columns: Sequence[Column] = ()

    @property
    def span(self) -> Period | None:
        """The first and the last day of the store."""
        return self._span

    @span.setter
    def span(self, span: Period | None) -> None:
        self._span = span
        self._measure()

    def show(self, shaped: Shaped, query: Query) -> None:
        """Shows how the events of a query lie along the months."""
        self._shaped, self._query = shaped, query
        self._measure()

    def point(self, day: date | None, sight: Period | None) -> None:
        """Points to the month of the cursor's day, and marks what is in sight."""
        self._day, self._sight = day, sight
        marked = self._here()
        if marked != self._marked:
            self._marked = marked
            self.refresh()

    def step(self, step: int) -> date | None:
        """Returns the first day of the next column with events, None where none follows."""
        axis, here = self._axis, self._marked[0]
        if axis is None or here is None:
            return None
        column = here + step
        while 0 <= column < len(self._columns):
            if any(height for _, height in self._columns[column].layers):
                return _day(axis.month(column))
            column += step
        return None

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns a line of the columns, or the years below them."""
        axis = self._axis
        if axis is None or len(self._columns) != axis.columns:
            return []
        if self.size.height == 1:
            first, last = _year(axis.first), _year(axis.last)
            columns = self._cells(0, ink, marked=True)
            return [Segment(f" {first} ", ink["faint"]), *columns, Segment(f" {last}", ink["faint"])]
        if y < self.size.height - 1:
            return [Segment(" " * _MARGIN), *self._cells(self.size.height - 2 - y, ink, marked=False)]
        return [Segment(" " * _MARGIN), *self._years(axis, ink)]

    def on_resize(self) -> None:
        """Counts the columns anew."""
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Goes to the month of the column that was clicked."""
        axis = self._axis
        if axis and 0 <= event.x - self._left < axis.columns:
            self._go(_day(axis.month(event.x - self._left)))

    @property
    def _left(self) -> int:
        """The cells left of the columns."""
        return _MARGIN + (
            len(_year(number_of(self._span[0]))) + 1 if self.size.height == 1 and self._span else 0
        )

    @property
    def _axis(self) -> Axis | None:
        columns = self.size.width - 2 * self._left
        if self._span is None or columns < 1:
            return None
        first = max(self._span[0], self._query.first or self._span[0])
        last = max(first, min(self._span[1], self._query.last or self._span[1]))
        return Axis(number_of(first), number_of(last), columns)

    def _measure(self) -> None:
        axis = self._axis
        lines = max(1, self.size.height - 1)
        self._columns = columns_of(axis, self._shaped, self._lanes, lines) if axis else ()
        self._marked = self._here()
        self.refresh()

    def _here(self) -> tuple[int | None, range]:
        """Returns the column of the cursor, and the columns in sight."""
        axis = self._axis
        if axis is None or self._day is None or not axis.first <= number_of(self._day) <= axis.last:
            return None, range(0)
        sight = self._sight or (self._day, self._day)
        first, last = (min(max(number_of(day), axis.first), axis.last) for day in sight)
        return axis.column(number_of(self._day)), range(axis.column(first), axis.end(last))

    def _cells(self, line: int, ink: Ink, *, marked: bool) -> list[Segment]:
        """Returns a line of the columns; in one line alone the place is marked in them."""
        here, sight = self._marked
        cells = []
        for number, column in enumerate(self._columns):
            text, style = column.cell(line, ink)
            if marked and (number == here or number in sight):
                style += _ground(ink, "cursor" if number == here else "focus")
            cells.append((text, style))
        return _joined(cells)

    def _years(self, axis: Axis, ink: Ink) -> list[Segment]:
        here, sight = self._marked
        cells = [
            (letter, ink["faint"] + _ground(ink, "focus") if number in sight else ink["faint"])
            for number, letter in enumerate(labels(axis))
        ]
        if here is not None:
            cells[here] = ("▲", cells[here][1] + ink["accent"] + BOLD)
        return _joined(cells)


def _joined(cells: Sequence[tuple[str, Style]]) -> list[Segment]:
    return [
        Segment("".join(text for text, _ in run), style)
        for style, run in groupby(cells, key=lambda cell: cell[1])
    ]


def _ground(ink: Ink, name: str) -> Style:
    ground = ink.on(name)
    return Style(bgcolor=ground.bgcolor, reverse=ground.reverse)


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _year(month: int) -> str:
    return str(month // 12)

"""The shape of history: how many events there are along the years, and where the cursor stands in them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from rich.segment import Segment
from textual import events
from textual.worker import get_current_worker

from corpus import StoreError
from store import MonthCount, Query, Store
from tui.axis import Axis, heights, labels, number_of
from tui.bars.bar import BOLD, Bar
from tui.theme import Ink

_BLOCKS = " ▁▂▃▄▅▆▇█"


class Shape(Bar):
    """A histogram over the whole span of the store; a click goes to the time that was clicked."""

    background = "surface"

    def __init__(self, go: Callable[[date], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self._go = go
        self._counts: Sequence[MonthCount] = ()
        self._query = Query()
        self._asked: tuple[date, date] | None = None
        self._span: tuple[date, date] | None = None
        self._day: date | None = None

    def ask(self, store: Path, query: Query, span: tuple[date, date]) -> None:
        """Counts the events of a query in a thread, for that takes a while under a filter of a large store.

        They are shown along `span`, or along the period of the query in it.
        """
        self._query = query
        first = max(span[0], query.first or span[0])
        self._asked = (first, max(first, min(span[1], query.last or span[1])))
        self.run_worker(lambda: self._count(store, query), thread=True, group="shape", exclusive=True)

    def _count(self, path: Path, query: Query) -> None:
        try:
            with Store.open(path, create=False, read_only=True) as store:
                counts = store.months(query)
        except StoreError:
            return
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, query, counts)

    def _show(self, query: Query, counts: Sequence[MonthCount]) -> None:
        """Shows counts, unless another query was asked meanwhile."""
        if query == self._query:
            self._counts, self._span = counts, self._asked
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

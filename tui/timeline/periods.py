"""A timeline seen from farther away: its periods, and below each of them the events that stand out in it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, groupby

from store import MonthCount, View
from store.chronology import day_of
from tui.timeline.zoom import Item, PeriodRow, Zoom


class PeriodView:
    """The items of a view at a level: each period, followed by the most salient events that begin in it.

    Positions count the items from 0.
    """

    def __init__(self, view: View, zoom: Zoom) -> None:
        self._view = view
        self._periods = list(periods(view.months(), zoom))
        self._starts = [0, *accumulate(1 + period.shown for period in self._periods)]

    def __len__(self) -> int:
        return self._starts[-1]

    def rows(self, start: int, stop: int) -> list[Item]:
        """Returns the items from `start` up to, not including, `stop`, fewer at the end."""
        start, stop = max(0, start), min(stop, len(self))
        if start >= stop:
            return []
        first, last = self._period_at(start), self._period_at(stop - 1)
        items = self._items(self._periods[first : last + 1])
        offset = self._starts[first]
        return items[start - offset : stop - offset]

    def position(self, key: int) -> int:
        """Returns the position of the event with this key if it is shown, else of the period that holds it.

        Where no period holds it, that is the period after it; the length where there is none.
        """
        day = day_of(key)
        number = bisect_right(self._periods, day, key=lambda period: period.first) - 1
        if number < 0 or self._periods[number].last < day:
            return self._starts[number + 1]
        shown = [item.key for item in self._items([self._periods[number]])[1:]]
        return self._starts[number] + (1 + shown.index(key) if key in shown else 0)

    def _period_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _items(self, wanted: Sequence[PeriodRow]) -> list[Item]:
        """Returns periods with their events; where another program took some away, the period is repeated."""
        spans = [(period.first, period.last) for period in wanted]
        found = self._view.highlights(spans, wanted[0].zoom.most)
        items: list[Item] = []
        for period, events in zip(wanted, found, strict=True):
            items += [period, *events[: period.shown]]
            items += [period] * (period.shown - len(events))
        return items


def periods(months: Iterable[MonthCount], zoom: Zoom) -> Iterable[PeriodRow]:
    """Yields the periods that have events, from the counts of their months."""

    def begin(count: MonthCount) -> date:
        return zoom.start(date(count.year, count.month, 1))

    for first, counts in groupby(months, key=begin):
        events = sum(count.events for count in counts)
        yield PeriodRow(zoom, first, zoom.last(first), events, min(events, zoom.most))

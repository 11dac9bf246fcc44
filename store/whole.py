"""The whole timeline as a view: counts lead to a place, so that no list is ever made."""

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

from store.chronology import day_of, first_key
from store.model import EventRow, MonthCount, Period
from store.rows import event_rows, event_rows_of
from store.shape import highlights


class WholeView:
    """All events. Counts a month lead to the month, counts a day to the day: no list is ever made."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        counts = connection.execute("SELECT month, events FROM month_count ORDER BY month").fetchall()
        self._months = [month for month, _ in counts]
        self._before: list[int] = [0, *accumulate(events for _, events in counts)]

    def __len__(self) -> int:
        return self._before[-1]

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns the events from `start` up to `stop`, by a walk along the keys."""
        start, stop = max(start, 0), min(stop, len(self))
        if start >= stop:
            return []
        day, skip = self._day_at(start)
        keys = self._connection.execute(
            "SELECT key FROM event WHERE key >= ? ORDER BY key LIMIT ? OFFSET ?",
            (first_key(day), stop - start, skip),
        )
        return event_rows(self._connection, [key for (key,) in keys])

    def find(self, day: date) -> int:
        """Returns the position of the first event on or after a day."""
        return self.position(first_key(day))

    def position(self, key: int) -> int:
        """Returns the position of a key: the months before, the days before, the keys of its day."""
        day = day_of(key)
        month = bisect_left(self._months, day.isoformat()[:7])
        if month == len(self._months):
            return len(self)
        days = sum(events for name, events in self._days(month) if name < day.isoformat())
        if key == first_key(day):
            return self._before[month] + days
        same_day = self._connection.execute(
            "SELECT count(*) FROM event WHERE key >= ? AND key < ?", (first_key(day), key)
        ).fetchone()[0]
        return min(self._before[month] + days + int(same_day), len(self))

    def key(self, position: int) -> int:
        """Returns the key of the event at a position."""
        if not 0 <= position < len(self):
            raise IndexError(position)
        return self.rows(position, position + 1)[0].key

    def months(self) -> list[MonthCount]:
        """Returns how many events begin in each month that has any, earliest first."""
        counts = zip(self._months, pairwise(self._before), strict=True)
        return [MonthCount(int(name[:4]), int(name[5:]), end - start) for name, (start, end) in counts]

    def highlights(self, periods: Sequence[Period], limit: int) -> list[list[EventRow]]:
        """Returns the most salient events of each period, from the index of each of its months."""
        found = []
        for first, last in periods:
            begin = bisect_left(self._months, first.isoformat()[:7])
            end = bisect_right(self._months, last.isoformat()[:7])
            found.append(highlights(self._connection, self._months[begin:end], limit))
        return event_rows_of(self._connection, found)

    def _day_at(self, position: int) -> tuple[date, int]:
        """Returns the day of the event at a position, and how many events of that day precede it."""
        month = bisect_left(self._before, position + 1) - 1
        left = position - self._before[month]
        for name, events in self._days(month):
            if left < events:
                return date.fromisoformat(name), left
            left -= events
        return date.fromisoformat(f"{self._months[month]}-01"), left

    def _days(self, month: int) -> list[tuple[str, int]]:
        name = self._months[month]
        return self._connection.execute(
            "SELECT day, events FROM day_count WHERE day BETWEEN ? AND ? ORDER BY day",
            (f"{name}-01", f"{name}-31"),
        ).fetchall()

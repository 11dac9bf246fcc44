"""A filtered timeline as a sequence: its length, any slice of it, and where a day or a key stands."""

import sqlite3
from array import array
from bisect import bisect_left
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from store.chronology import day_of, first_key
from store.model import EventRow, Query
from store.opening import explained
from store.rows import event_rows
from store.search import is_unfiltered, select

_FIRST_PAGE = 200
"""So many rows at the head of a filtered view are read without waiting for the rest."""


class View(Protocol):
    """Events in date order, as they stood when the view was made; positions count from 0."""

    def __len__(self) -> int: ...

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns the events from `start` up to, not including, `stop`, fewer at the end."""

    def find(self, day: date) -> int:
        """Returns the position of the first event on or after a day; the length when there is none."""

    def position(self, key: int) -> int:
        """Returns the position of the event with this key, or where it would stand."""

    def key(self, position: int) -> int:
        """Returns the key of the event at a position; IndexError when there is none."""


def make_view(connection: sqlite3.Connection, query: Query, path: Path) -> View:
    """Returns the view of a query: by counts where nothing is filtered, else by the list of keys."""
    view = WholeView(connection) if is_unfiltered(query) else FilteredView(connection, query)
    return ExplainedView(view, path)


class ExplainedView:
    """A view whose reading fails with a `StoreError` that names the store, like all of the store."""

    def __init__(self, view: View, path: Path) -> None:
        self._view = view
        self._path = path

    def __len__(self) -> int:
        with explained(self._path):
            return len(self._view)

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns the events from `start` up to `stop`."""
        with explained(self._path):
            return self._view.rows(start, stop)

    def find(self, day: date) -> int:
        """Returns the position of the first event on or after a day."""
        with explained(self._path):
            return self._view.find(day)

    def position(self, key: int) -> int:
        """Returns the position of the event with this key, or where it would stand."""
        with explained(self._path):
            return self._view.position(key)

    def key(self, position: int) -> int:
        """Returns the key of the event at a position; IndexError when there is none."""
        with explained(self._path):
            return self._view.key(position)


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


class FilteredView:
    """The events of a query. Its keys are listed when first needed; the head is shown before that."""

    def __init__(self, connection: sqlite3.Connection, query: Query) -> None:
        self._connection = connection
        self._selection = select(query)
        self._listed: array[int] | None = None

    def __len__(self) -> int:
        return len(self._keys)

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns the events from `start` up to `stop`."""
        start = max(start, 0)
        if self._listed is None and stop <= _FIRST_PAGE:
            statement = self._selection.keys(limit=True)
            found = self._connection.execute(statement, (*self._selection.parameters, stop))
            return event_rows(self._connection, [key for (key,) in found][start:])
        return event_rows(self._connection, self._keys[start : max(stop, start)])

    def find(self, day: date) -> int:
        """Returns the position of the first event on or after a day."""
        return bisect_left(self._keys, first_key(day))

    def position(self, key: int) -> int:
        """Returns the position of a key, or where it would stand."""
        return bisect_left(self._keys, key)

    def key(self, position: int) -> int:
        """Returns the key of the event at a position."""
        if position < 0:
            raise IndexError(position)
        return self._keys[position]

    @property
    def _keys(self) -> "array[int]":
        if self._listed is None:
            found = self._connection.execute(self._selection.keys(), self._selection.parameters)
            self._listed = array("q", (key for (key,) in found))
        return self._listed

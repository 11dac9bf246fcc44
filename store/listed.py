"""A filtered timeline as a view: a list of keys, and the first of them before it is there."""

import sqlite3
from array import array
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from store.chronology import day_of, first_key, key_after
from store.model import EventRow, MonthCount, Period, Query
from store.rows import event_rows, event_rows_of
from store.search import select
from store.shape import most_salient

_FIRST_PAGE = 200
"""So many rows at the head of a filtered view are read without waiting for the rest."""

_AT_ONCE = 2000
"""Keys fetched in one go, so that other threads get their turn."""


def keys_of(connection: sqlite3.Connection, query: Query) -> "array[int]":
    """Returns the keys of all events of a query, in date order."""
    selection = select(query)
    cursor = connection.execute(selection.keys(), selection.parameters)
    keys = array("q")
    while found := cursor.fetchmany(_AT_ONCE):
        keys.extend([key for (key,) in found])
    return keys


class ListedView:
    """The events of a query. Its keys are listed when first needed; the head is shown before that."""

    def __init__(
        self, connection: sqlite3.Connection, query: Query, keys: "array[int] | None" = None
    ) -> None:
        self._connection = connection
        self._query = query
        self._listed = keys

    def __len__(self) -> int:
        return len(self._keys)

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns the events from `start` up to `stop`."""
        start = max(start, 0)
        if self._listed is None and stop <= _FIRST_PAGE:
            selection = select(self._query)
            found = self._connection.execute(selection.keys(limit=True), (*selection.parameters, stop))
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

    def months(self) -> list[MonthCount]:
        """Returns how many events begin in each month that has any, by steps from month to month."""
        counts, start = [], 0
        while start < len(self._keys):
            day = day_of(self._keys[start])
            end = bisect_left(self._keys, _first_of_next_month(day), start)
            counts.append(MonthCount(day.year, day.month, end - start))
            start = end
        return counts

    def highlights(self, periods: Sequence[Period], limit: int) -> list[list[EventRow]]:
        """Returns the most salient events of each period, by the salience that the keys hold."""
        found = []
        for first, last in periods:
            begin, end = bisect_left(self._keys, first_key(first)), bisect_left(self._keys, key_after(last))
            found.append(most_salient(self._keys[begin:end], limit))
        return event_rows_of(self._connection, found)

    @property
    def _keys(self) -> "array[int]":
        if self._listed is None:
            self._listed = keys_of(self._connection, self._query)
        return self._listed


def _first_of_next_month(day: date) -> int:
    """Returns the smallest key of the month after that of a day, also after the last month of all."""
    last = monthrange(day.year, day.month)[1]
    return key_after(day.replace(day=last))

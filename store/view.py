"""A filtered timeline as a sequence: its length, any slice of it, and where a day or a key stands."""

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from store.listed import ListedView
from store.model import EventRow, MonthCount, Period, Query
from store.opening import explained
from store.search import is_unfiltered
from store.whole import WholeView


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

    def months(self) -> list[MonthCount]:
        """Returns how many events begin in each month that has any, earliest first."""

    def highlights(self, periods: Sequence[Period], limit: int) -> list[list[EventRow]]:
        """Returns at most `limit` events that begin in each period of whole months: the most salient ones.

        Each list is in date order.
        """


def make_view(
    connection: sqlite3.Connection, query: Query, path: Path, keys: "array[int] | None" = None
) -> View:
    """Returns the view of a query: by counts where nothing is filtered, else by the list of its keys."""
    whole = keys is None and is_unfiltered(query)
    return ExplainedView(WholeView(connection) if whole else ListedView(connection, query, keys), path)


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

    def months(self) -> list[MonthCount]:
        """Returns how many events begin in each month that has any, earliest first."""
        with explained(self._path):
            return self._view.months()

    def highlights(self, periods: Sequence[Period], limit: int) -> list[list[EventRow]]:
        """Returns the most salient events that begin in each period."""
        with explained(self._path):
            return self._view.highlights(periods, limit)

"""Views for a screen, which must not fail while it is drawn."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from corpus import StoreError
from store import View
from store.model import EventRow

Found = TypeVar("Found")


class NoEvents:
    """A view of nothing, before the store has been asked."""

    def __len__(self) -> int:
        return 0

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns no events."""
        return []

    def find(self, day: date) -> int:
        """Returns the length."""
        return 0

    def position(self, key: int) -> int:
        """Returns the length."""
        return 0

    def key(self, position: int) -> int:
        """Raises IndexError."""
        raise IndexError(position)


class Steady:
    """A view of a store that may become unreadable: then `complain` is told, and nothing is found."""

    def __init__(self, view: View, complain: Callable[[StoreError], None]) -> None:
        self._view = view
        self._complain = complain

    def __len__(self) -> int:
        return len(self._view)

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns the events from `start` up to `stop`."""
        return self._or([], lambda: self._view.rows(start, stop))

    def find(self, day: date) -> int:
        """Returns the position of the first event on or after a day."""
        return self._or(0, lambda: self._view.find(day))

    def position(self, key: int) -> int:
        """Returns the position of the event with this key, or where it would stand."""
        return self._or(0, lambda: self._view.position(key))

    def key(self, position: int) -> int:
        """Returns the key of the event at a position; IndexError when there is none."""
        return self._view.key(position)

    def _or(self, otherwise: Found, find: Callable[[], Found]) -> Found:
        try:
            return find()
        except StoreError as error:
            self._complain(error)
            return otherwise

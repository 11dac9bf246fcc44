"""Rows of a view, fetched in blocks and kept while they are near."""

from collections import OrderedDict
from collections.abc import Iterator
from datetime import date
from typing import Protocol

from corpus import Basis, Kind, Precision, Status
from store.model import EventRow

BLOCK = 128
"""Rows fetched at once: two screens of a tall terminal."""

KEPT = 32
"""Blocks kept: about four thousand rows, some megabytes."""

_STRIDE = 1000

_GONE = EventRow(
    key=0,
    id=0,
    value="",
    first=date.min,
    last=date.min,
    precision=Precision.DAY,
    basis=Basis.INHERITED,
    kind=Kind.STATEMENT,
    status=Status.HAPPENED,
    headline="…",
    actors=(),
    place=None,
    salience=0.0,
    sources=0,
)
"""Stands where the store has lost a row since the view was made."""


class Source(Protocol):
    """What rows are read from: see `store.View`."""

    def __len__(self) -> int: ...

    def rows(self, start: int, stop: int) -> list[EventRow]:
        """Returns the events from `start` up to `stop`."""

    def find(self, day: date) -> int:
        """Returns the position of the first event on or after a day."""

    def position(self, key: int) -> int:
        """Returns the position of a key."""


class Rows:
    """The rows of a view by index, read through a cache of blocks."""

    def __init__(self, view: Source) -> None:
        self.view = view
        self._blocks: OrderedDict[int, list[EventRow]] = OrderedDict()
        self._length = len(view)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> EventRow:
        """Returns the row at `index`; raises IndexError where there is none."""
        if not 0 <= index < self._length:
            raise IndexError(index)
        return self._block(index // BLOCK)[index % BLOCK]

    def find(self, day: date) -> int:
        """Returns the index of the first event on or after a day; the length where there is none."""
        return self.view.find(day)

    def position(self, key: int) -> int:
        """Returns the index of the event with `key`, or of the first one after it."""
        return self.view.position(key)

    def __iter__(self) -> Iterator[EventRow]:
        """Yields all rows, without keeping them."""
        for start in range(0, self._length, _STRIDE):
            yield from self.view.rows(start, start + _STRIDE)

    def _block(self, number: int) -> list[EventRow]:
        block = self._blocks.get(number)
        if block is None:
            block = self._blocks[number] = self._read(number * BLOCK)
            if len(self._blocks) > KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block

    def _read(self, start: int) -> list[EventRow]:
        """Reads a block. Where another program took events away, the last row stands in until the reload."""
        stop = min(start + BLOCK, self._length)
        rows = list(self.view.rows(start, stop))
        missing = stop - start - len(rows)
        return rows + [rows[-1] if rows else _GONE] * missing

"""Items of a timeline by index: read in blocks by another thread, and kept while they are near."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from tui.timeline.zoom import Item, Zoom

BLOCK = 64
"""Items read at once: a screen of a tall terminal."""

KEPT = 64
"""Blocks kept: about four thousand items, some megabytes."""


class ItemView(Protocol):
    """What items are read from: the events of `store.View`, or `PeriodView`."""

    def __len__(self) -> int: ...

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """Returns the items from `start` up to, not including, `stop`, fewer at the end."""

    def position(self, key: int) -> int:
        """Returns the position of a key, or where it would stand."""


class Listing(Protocol):
    """Items by index. One that is still being read is None."""

    zoom: Zoom

    @property
    def events(self) -> int | None:
        """How many events the filters let through, None where they are still being counted."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Item | None:
        """Returns the item at `index`; raises IndexError where there is none."""


class NoRows:
    """Stands where nothing has been read yet."""

    zoom = Zoom.DAY
    events = None

    def __len__(self) -> int:
        return 0

    def __getitem__(self, index: int) -> Item | None:
        """Raises IndexError."""
        raise IndexError(index)


Blocks = Mapping[int, Sequence[Item]]
"""Items by the number of their block."""


class Rows:
    """The items of a view. `load` is called for a block that is missing, and answers by `put`.

    It may answer before it returns.
    """

    def __init__(self, view: ItemView, length: int, zoom: Zoom, events: int, blocks: Blocks) -> None:
        self.view = view
        self.zoom = zoom
        self.events: int | None = events
        self.load: Callable[[int], None] = lambda number: None
        self._length = length
        self._blocks: OrderedDict[int, Sequence[Item]] = OrderedDict()
        for number, items in blocks.items():
            self.put(number, items)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> Item | None:
        """Returns the item at `index`, None while it is being read."""
        if not 0 <= index < self._length:
            raise IndexError(index)
        number = index // BLOCK
        if number not in self._blocks:
            self.load(number)
        block = self._blocks.get(number)
        if block is None:
            return None
        self._blocks.move_to_end(number)
        return block[index % BLOCK] if index % BLOCK < len(block) else block[-1] if block else None

    def put(self, number: int, items: Sequence[Item]) -> None:
        """Keeps a block. Where another program took events away, the last one stands in until the reload."""
        self._blocks[number] = items
        if len(self._blocks) > KEPT:
            self._blocks.popitem(last=False)


def read_block(view: ItemView, number: int) -> Sequence[Item]:
    """Returns the items of a block."""
    return view.rows(number * BLOCK, (number + 1) * BLOCK)


def blocks_around(view: ItemView, index: int, reach: int) -> Blocks:
    """Returns the blocks of a view that hold the items around `index`."""
    last = max(0, len(view) - 1)
    first_block, last_block = max(0, index - reach) // BLOCK, min(last, index + reach) // BLOCK
    return {number: read_block(view, number) for number in range(first_block, last_block + 1)}

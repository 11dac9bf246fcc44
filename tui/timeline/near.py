"""The events near a place, shown while a filter's events are still being listed."""

from collections.abc import Sequence
from dataclasses import dataclass

from store import EventRow, Query, Store
from tui.timeline.zoom import Zoom

PAGE = 64
"""Events read at once on each side of the place."""

END = 1 << 62
"""A key that is later than all others."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The events of a filter before and after a place, nearest ones up to `PAGE` each, in date order."""

    before: Sequence[EventRow]
    after: Sequence[EventRow]


def pages_near(store: Store, query: Query, key: int) -> Pages:
    """Reads the events before a key, and those from the key on; nothing is asked for beyond the ends."""
    before = store.page(query, before=key, limit=PAGE) if key > 0 else ()
    after = store.page(query, after=key - 1, limit=PAGE) if key < END else ()
    return Pages(before, after)


class NearRows:
    """The events near a place by index, which counts from the first one that was read.

    They grow at both ends until the filter's first and last event is among them.
    """

    zoom = Zoom.DAY

    def __init__(self, pages: Pages) -> None:
        self._rows = [*pages.before, *pages.after]
        self._begins = len(pages.before) < PAGE
        self._ends = len(pages.after) < PAGE
        self.cursor = max(0, min(len(pages.before), len(self._rows) - 1))

    @property
    def events(self) -> int | None:
        """How many events there are, where all have been read."""
        return len(self._rows) if self._begins and self._ends else None

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> EventRow:
        """Returns the event at `index`; raises IndexError where there is none."""
        if index < 0:
            raise IndexError(index)
        return self._rows[index]

    def lacks_before(self, index: int) -> bool:
        """Tells whether earlier events are to be read, for `index` is near the beginning."""
        return not self._begins and index < PAGE // 2

    def lacks_after(self, index: int) -> bool:
        """Tells whether later events are to be read, for `index` is near the end."""
        return not self._ends and index >= len(self._rows) - PAGE // 2

    def put_before(self, rows: Sequence[EventRow]) -> int:
        """Adds the events before the first; returns by how much the others have moved."""
        self._rows[:0] = rows
        self._begins = len(rows) < PAGE
        return len(rows)

    def put_after(self, rows: Sequence[EventRow]) -> None:
        """Adds the events after the last."""
        self._rows.extend(rows)
        self._ends = len(rows) < PAGE

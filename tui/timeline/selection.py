"""The events that the reader marked, by id, so that they stay marked under every filter."""

from collections.abc import Iterable
from datetime import date

from store import EventRow


class Selection:
    """Marked events, and the start of a range that is being drawn."""

    def __init__(self) -> None:
        self._days: dict[int, tuple[date, date]] = {}
        self.anchor: int | None = None

    def __len__(self) -> int:
        return len(self._days)

    def __contains__(self, event: int) -> bool:
        return event in self._days

    @property
    def ids(self) -> tuple[int, ...]:
        """The marked events."""
        return tuple(self._days)

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of the marked events, of which there must be one."""
        return min(first for first, _ in self._days.values()), max(last for _, last in self._days.values())

    def toggle(self, row: EventRow) -> None:
        """Marks an event, or takes its mark away."""
        if self._days.pop(row.id, None) is None:
            self.add([row])

    def add(self, rows: Iterable[EventRow]) -> None:
        """Marks all of `rows`."""
        self._days.update((row.id, (row.first, row.last)) for row in rows)

    def clear(self) -> None:
        """Takes all marks away, and forgets a range that was begun."""
        self._days.clear()
        self.anchor = None

    def range_to(self, cursor: int) -> range:
        """Returns the indexes from the anchor to the cursor, none where no range was begun."""
        if self.anchor is None:
            return range(0)
        return range(min(self.anchor, cursor), max(self.anchor, cursor) + 1)

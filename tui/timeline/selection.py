"""The events that the reader marked, by id, so that they stay marked under every filter."""

from collections.abc import Iterable


class Selection:
    """Marked events, and the start of a range that is being drawn."""

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self.anchor: int | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, event: int) -> bool:
        return event in self.ids

    def toggle(self, event: int) -> None:
        """Marks an event, or takes its mark away."""
        self.ids ^= {event}

    def add(self, events: Iterable[int]) -> None:
        """Marks all of `events`."""
        self.ids.update(events)

    def clear(self) -> None:
        """Takes all marks away, and forgets a range that was begun."""
        self.ids.clear()
        self.anchor = None

    def range_to(self, cursor: int) -> range:
        """Returns the indexes from the anchor to the cursor, none where no range was begun."""
        if self.anchor is None:
            return range(0)
        return range(min(self.anchor, cursor), max(self.anchor, cursor) + 1)

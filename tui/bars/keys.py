"""The last line: the next useful keys of the place that has the focus."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events

from tui.bars.bar import BOLD, Bar
from tui.key import Key
from tui.theme import Ink


class KeyLine(Bar):
    """Shows as many keys as there is room for; a click on one does what the key does."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys: Sequence[Key] = ()

    def show(self, keys: Sequence[Key]) -> None:
        """Shows the keys of another place, the most useful first."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the keys that fit."""
        segments = []
        for key, _, _ in self._places():
            segments += [
                Segment(f" {key.label} ", ink["accent"] + BOLD),
                Segment(f"{key.hint} ", ink["muted"]),
            ]
        return segments

    async def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked."""
        for key, left, right in self._places():
            if left <= event.x < right:
                self.app.simulate_key(key.keys.split(",", maxsplit=1)[0])

    def _places(self) -> list[tuple[Key, int, int]]:
        """Returns the keys that fit, with the columns that each takes."""
        places, left = [], 0
        for key in self._keys:
            right = left + len(key.label) + len(key.hint) + 3
            if right <= self.size.width:
                places.append((key, left, right))
                left = right
        return places

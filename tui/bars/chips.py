"""The second line: a chip for each filter, or how to set one."""

from collections.abc import Callable

from rich.segment import Segment
from textual import events

from tui.bars.bar import BOLD, Bar
from tui.cells import safe_line
from tui.filters import ActorFilter, CountryFilter, Filters
from tui.keymap import keymap_of
from tui.theme import Ink

_OFFERED = ("find.words", "find.actor", "find.kind", "find.period")


class Chips(Bar):
    """Shows the filters; a click on a chip removes it."""

    background = "surface"

    def __init__(self, remove: Callable[[int], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self.filters = Filters()
        self._remove = remove

    def show(self, filters: Filters) -> None:
        """Shows other filters."""
        self.filters = filters
        self.refresh()

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the chips."""
        keys = keymap_of(self.app)
        if not self.filters.parts:
            return [
                Segment(" all events", ink["muted"]),
                Segment("".join(f"   {key.label} {key.hint}" for key in keys.hints(_OFFERED)), ink["faint"]),
            ]
        segments = [Segment(" ")]
        for part, label in zip(self.filters.parts, self._labels(), strict=True):
            style = (
                ink.country(part.country) if isinstance(part, ActorFilter | CountryFilter) else ink["accent"]
            )
            segments += [Segment(label, ink.on("panel") + style + BOLD), Segment("  ")]
        return [*segments, Segment(f"{keys['find.widen'].label} removes the last", ink["faint"])]

    def on_click(self, event: events.Click) -> None:
        """Removes the filter that was clicked."""
        left = 1
        for index, label in enumerate(self._labels()):
            if left <= event.x < left + Segment(label).cell_length:
                self._remove(index)
                return
            left += Segment(label).cell_length + 2

    def _labels(self) -> list[str]:
        return [f" {safe_line(part.label)} × " for part in self.filters.parts]

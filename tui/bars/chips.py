"""The second line: a chip for each filter, or how to set one."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events

from tui.bars.bar import BOLD, Bar
from tui.cells import fit, safe_line
from tui.filters import ActorFilter, CountryFilter, Filters
from tui.keymap import keymap_of
from tui.theme import Ink

_OFFERED = ("find.words", "find.actor", "find.filters", "find.period", "find.related")
_FRAME = 4
"""Cells around a label: a blank, and the cross between blanks."""

_BETWEEN = 2
_SHORTEST = 8
"""The fewest cells that a label is cut to; where that does not help, the last chips are only counted."""

Chip = tuple[int, str]
"""The place of a filter, and its chip as it is drawn."""


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
            left, hints = " all events", ""
            for key in keys.hints(_OFFERED):
                hint = f"   {key.label} {key.hint}"
                hints += hint if len(left + hints + hint) <= width else ""
            return [Segment(left, ink["muted"]), Segment(hints, ink["faint"])]
        segments = [Segment(" ")]
        chips = chips_of(self.filters.labels, width)
        for index, chip in chips:
            part = self.filters.parts[index]
            style = (
                ink.country(part.country) if isinstance(part, ActorFilter | CountryFilter) else ink["accent"]
            )
            segments += [Segment(chip, ink.on("panel") + style + BOLD), Segment(" " * _BETWEEN)]
        hidden = len(self.filters.parts) - len(chips)
        removes = f"{keys['find.widen'].label} removes the last"
        more = f"+{hidden} {keys['find.filters'].label}" if hidden else removes
        fits = hidden or Segment.get_line_length(segments) + len(more) <= width
        return [*segments, Segment(more, ink["faint"])] if fits else segments

    def on_click(self, event: events.Click) -> None:
        """Removes the filter that was clicked."""
        left = 1
        for index, chip in chips_of(self.filters.labels, self.size.width):
            if left <= event.x < left + cell_len(chip):
                self._remove(index)
                return
            left += cell_len(chip) + _BETWEEN


def chips_of(labels: Sequence[str], width: int) -> list[Chip]:
    """Returns the chips that fit into a line of `width` cells, their labels cut alike where they must be."""
    labels = [safe_line(label) for label in labels]
    longest = max(map(cell_len, labels), default=0)
    while longest > _SHORTEST and _taken(labels, longest) > width:
        longest -= 1
    chips = [f" {fit(label, min(longest, cell_len(label)))} × " for label in labels]
    shown = len(chips)
    while shown > 1 and _width(chips[:shown]) + _counter(len(chips) - shown) > width:
        shown -= 1
    return list(enumerate(chips[:shown]))


def _width(chips: Sequence[str]) -> int:
    """Returns the cells that chips take, with a blank before and after them."""
    return 1 + sum(map(cell_len, chips)) + _BETWEEN * (len(chips) - 1)


def _taken(labels: Sequence[str], longest: int) -> int:
    return 1 + sum(min(longest, cell_len(label)) + _FRAME + _BETWEEN for label in labels) - _BETWEEN


def _counter(hidden: int) -> int:
    """Returns the cells that the number of hidden chips takes."""
    return _BETWEEN + len(f"+{hidden} f") if hidden else 0

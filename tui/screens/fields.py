"""The fields of a dialog: a line each, with a name and options of which one is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events

from tui.bars.bar import BOLD, Bar
from tui.cells import fit
from tui.theme import Ink

_NAME = 11
"""Cells of the column with the names."""

_GAP = 2
"""Cells between two options."""

_LEAST = 5
"""The fewest cells of an option that are worth showing."""


@dataclass
class Field:
    """A name, and options of which one is chosen; without effect it is shown faint."""

    name: str
    options: Sequence[str]
    chosen: int = 0
    has_effect: bool = True

    def choose(self, number: int) -> None:
        """Chooses another option; beyond the ends stays the first or the last."""
        self.chosen = max(0, min(number, len(self.options) - 1))


class Fields(Bar):
    """Shows fields; the one at `current` is what the arrow keys change, none beyond the last."""

    background = "surface"

    def __init__(self, fields: Sequence[Field], changed: Callable[[], None]) -> None:
        super().__init__()
        self.fields = fields
        self.current = 0
        self._changed = changed
        self.styles.height = len(fields)

    @property
    def field(self) -> Field | None:
        """The field that the arrow keys change."""
        return self.fields[self.current] if self.current < len(self.fields) else None

    def move(self, step: int) -> None:
        """Goes to another field, or to what stands below the last one."""
        self.current = max(0, min(self.current + step, len(self.fields)))
        self.refresh()

    def change(self, step: int) -> None:
        """Chooses another option of the field."""
        if self.field and self.field.has_effect:
            self.field.choose(self.field.chosen + step)
            self._changed()
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Goes to a field, and chooses the option that was clicked."""
        self.current = min(event.y, len(self.fields) - 1)
        places = self._places(self.fields[self.current], self.size.width)
        clicked = next((n for n, left, right in places if left <= event.x < right), None)
        if clicked is not None:
            self.change(clicked - self.fields[self.current].chosen)
        self.refresh()

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns a field with its options."""
        field = self.fields[y]
        here = y == self.current
        name = Segment(fit(f"{'▸' if here else ' '} {field.name}", _NAME), ink["accent" if here else "muted"])
        return [name, *self._options(field, width, ink)]

    def _options(self, field: Field, width: int, ink: Ink) -> list[Segment]:
        segments, at = [], _NAME
        for number, left, right in self._places(field, width):
            chosen = number == field.chosen
            style = ink["accent"] + BOLD if chosen else ink["muted"]
            label = fit(f"{'●' if chosen else '○'} {field.options[number]}", right - left)
            segments += [
                Segment(" " * (left - at)),
                Segment(label, style if field.has_effect else ink["faint"]),
            ]
            at = right
        return segments

    def _places(self, field: Field, width: int) -> list[tuple[int, int, int]]:
        """Returns the options that there is room for, the chosen one among them, with their columns."""
        lengths = [cell_len(option) + 2 for option in field.options]
        begin = _begin(lengths, field.chosen, width - _NAME)
        places, left = [], _NAME
        for number in range(begin, len(lengths)):
            if left + _LEAST <= width:
                right = min(left + lengths[number], width)
                places.append((number, left, right))
                left = right + _GAP
        return places


def _begin(lengths: Sequence[int], chosen: int, room: int) -> int:
    """Returns the first option with which there is room for all up to the chosen one."""

    def taken(first: int) -> int:
        return sum(lengths[first : chosen + 1]) + _GAP * (chosen - first)

    return next((first for first in range(chosen) if taken(first) <= room), chosen)

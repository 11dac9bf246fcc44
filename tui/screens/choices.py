"""The list of a picker: lines with a tick, a name, a note and a count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.bars.bar import BOLD
from tui.cells import counted, fit, safe_line
from tui.theme import Ink, ink_of

TICK = "✓"
_LEAD = 13
"""Cells of the column before the names."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick; `colour` is a country's code or the name of a colour of the theme.

    `count` are its events, None where they are not shown; `mark` how it is ticked. `lead` stands in a column
    of its own before the name.
    """

    id: str
    name: str
    note: str = ""
    count: int | None = None
    colour: str | None = None
    mark: str = TICK
    lead: str = ""


class Choices(ScrollView, can_focus=False, inherit_bindings=False):
    """Choices with a cursor and ticks; the keys come from the input above."""

    DEFAULT_CSS = "Choices { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    class Picked(Message):
        """A choice was clicked."""

    def __init__(self, empty: str, id: str | None = None, *, marks: Sequence[str] = (TICK,)) -> None:
        super().__init__(id=id)
        self.choices: list[Choice] = []
        self.ticked: dict[str, Choice] = {}
        self.cursor = 0
        self.empty = empty
        self._marks = marks

    @property
    def current(self) -> Choice | None:
        """The choice under the cursor."""
        return self.choices[self.cursor] if self.cursor < len(self.choices) else None

    def show(self, choices: list[Choice], cursor: int = 0) -> None:
        """Shows other choices, with the cursor on the first or another."""
        self.choices = choices
        self.cursor = 0
        self.virtual_size = Size(self.size.width, len(choices))
        self.scroll_to(y=0, animate=False)
        self.move(cursor)

    def move(self, step: int) -> None:
        """Moves the cursor and keeps it in sight."""
        self.cursor = max(0, min(self.cursor + step, len(self.choices) - 1))
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + self.size.height:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False)
        self.refresh()

    def tick(self, mark: str | None = None) -> None:
        """Ticks the choice under the cursor with a mark, or with the next one; the same takes it away."""
        if self.current is None:
            return
        old = self.ticked.pop(self.current.id, None)
        cycle = (*self._marks, None)
        following = cycle[cycle.index(old.mark) + 1] if old and old.mark in cycle else cycle[0]
        new = following if mark is None else None if old and old.mark == mark else mark
        if new is not None:
            self.ticked[self.current.id] = replace(self.current, mark=new)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Picks the choice that was clicked."""
        if self.scroll_offset.y + event.y < len(self.choices):
            self.cursor = self.scroll_offset.y + event.y
            self.refresh()
            self.post_message(self.Picked())

    def render_line(self, y: int) -> Strip:
        """Draws a choice."""
        ink, width = ink_of(self.app), self.scrollable_content_region.width
        number = self.scroll_offset.y + y
        if number < len(self.choices):
            base = ink.on("cursor" if number == self.cursor else "surface")
            segments = self._segments(self.choices[number], number == self.cursor, width, ink)
        else:
            base = ink.on("surface")
            segments = [Segment(f"  {self.empty}", ink["muted"])] if y == 0 and not self.choices else []
        return Strip(segments).crop(0, width).adjust_cell_length(width).apply_style(base)

    def _segments(self, choice: Choice, cursor: bool, width: int, ink: Ink) -> list[Segment]:
        tick = self.ticked[choice.id].mark if choice.id in self.ticked else " "
        count = "" if choice.count is None else f" {counted(choice.count, 'event'):>12} "
        lead = fit(choice.lead, _LEAD) if any(each.lead for each in self.choices) else ""
        room = max(0, width - 2 - len(count) - len(lead))
        name = safe_line(choice.name)
        note = safe_line(choice.note)
        name_width = min(cell_len(name) + 2, max(room - cell_len(note), room // 2))
        return [
            Segment(f"{tick}{'▸' if cursor else ' '}", ink["marked"] + BOLD),
            Segment(lead, ink["muted"]),
            Segment(fit(name, name_width), ink.country(choice.colour) + BOLD),
            Segment(fit(note, room - name_width), ink["muted"]),
            Segment(count, ink["accent"]),
        ]

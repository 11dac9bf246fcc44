"""The list of a picker: lines with a tick, a name, a note and a count."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick; `colour` is a country's code or the name of a colour of the theme."""

    id: str
    name: str
    note: str = ""
    count: int = 0
    colour: str | None = None


class Choices(ScrollView, can_focus=False, inherit_bindings=False):
    """Choices with a cursor and ticks; the keys come from the input above."""

    DEFAULT_CSS = "Choices { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    class Picked(Message):
        """A choice was clicked."""

    def __init__(self, empty: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices: list[Choice] = []
        self.ticked: dict[str, Choice] = {}
        self.cursor = 0
        self._empty = empty

    @property
    def current(self) -> Choice | None:
        """The choice under the cursor."""
        return self.choices[self.cursor] if self.cursor < len(self.choices) else None

    def show(self, choices: list[Choice]) -> None:
        """Shows other choices, with the cursor on the first."""
        self.choices = choices
        self.cursor = 0
        self.virtual_size = Size(self.size.width, len(choices))
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def move(self, step: int) -> None:
        """Moves the cursor and keeps it in sight."""
        self.cursor = max(0, min(self.cursor + step, len(self.choices) - 1))
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + self.size.height:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False)
        self.refresh()

    def tick(self) -> None:
        """Ticks the choice under the cursor, or takes its tick away."""
        if self.current and self.ticked.pop(self.current.id, None) is None:
            self.ticked[self.current.id] = self.current
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
            segments = [Segment(f"  {self._empty}", ink["muted"])] if y == 0 and not self.choices else []
        return Strip(segments).crop(0, width).adjust_cell_length(width).apply_style(base)

    def _segments(self, choice: Choice, cursor: bool, width: int, ink: Ink) -> list[Segment]:
        tick = "✓" if choice.id in self.ticked else " "
        count = f" {counted(choice.count, 'event'):>12} "
        room = max(0, width - 2 - len(count))
        name = safe_line(choice.name)
        note = safe_line(choice.note)
        name_width = min(cell_len(name) + 2, room)
        return [
            Segment(f"{tick}{'▸' if cursor else ' '}", ink["marked"] + BOLD),
            Segment(fit(name, name_width), ink.country(choice.colour) + BOLD),
            Segment(fit(note, room - name_width), ink["muted"]),
            Segment(count, ink["accent"]),
        ]

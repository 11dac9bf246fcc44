"""A list with a cursor, for dialogs and for screens of their own: the keys come from whatever shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.bars.bar import BOLD
from tui.cells import ZERO_WIDTH, fit, safe_line, safe_text
from tui.theme import Ink, ink_of

Part = tuple[str, str]
"""A piece of text with the name of its colour; a country's code is one too."""

_MARKS = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A line to choose: `parts` from the left, `note` at the right, `below` on a second line if there is one.

    `key` is the key that chooses it. A heading cannot be chosen.
    """

    id: str
    parts: tuple[Part, ...]
    note: str = ""
    below: str = ""
    key: str = ""
    is_heading: bool = False


class Items(ScrollView, can_focus=False, inherit_bindings=False):
    """Items of one or two lines each; the cursor stays on its item when others come."""

    DEFAULT_CSS = "Items { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    class Chosen(Message):
        """An item was clicked."""

    def __init__(self, empty: str, *, tall: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self.ticked: set[str] = set()
        self.cursor = 0
        self.empty = empty
        self._tall = tall

    @property
    def current(self) -> Item | None:
        """The item under the cursor, None where there is nothing to choose."""
        item = self.items[self.cursor] if self.cursor < len(self.items) else None
        return None if item is None or item.is_heading else item

    def show(self, items: Sequence[Item], *, keep: bool = True) -> None:
        """Shows other items; the cursor keeps its item where `keep` holds and it is there, or its place."""
        before = self.current.id if self.current else None
        self.items = items
        self.ticked &= {item.id for item in items}
        places = [number for number, item in enumerate(items) if item.id == before] if keep else []
        self.virtual_size = Size(self.size.width, len(items) * self._tall)
        self.go(places[0] if places else self.cursor if keep else 0)

    def go(self, place: int) -> None:
        """Puts the cursor on an item, or on the nearest that can be chosen, and brings it in sight."""
        last = len(self.items) - 1
        place = max(0, min(place, last))
        below, above = range(place, last + 1), range(min(place, last), -1, -1)
        nearest = (*below, *above) if place >= self.cursor else (*above, *below)
        self.cursor = next((number for number in nearest if not self.items[number].is_heading), 0)
        self._reveal()

    def move(self, step: int) -> None:
        """Moves the cursor by so many items."""
        self.go(self.cursor + step)

    def tick(self) -> None:
        """Ticks the item under the cursor, or takes its tick away."""
        if self.current:
            self.ticked ^= {self.current.id}
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Chooses the item that was clicked."""
        number = (self.scroll_offset.y + event.y) // self._tall
        if number < len(self.items) and not self.items[number].is_heading:
            self.go(number)
            self.post_message(self.Chosen())

    def on_resize(self) -> None:
        """Keeps the cursor in sight."""
        self._reveal()

    def render_line(self, y: int) -> Strip:
        """Draws a line of an item."""
        ink, width = ink_of(self.app), self.scrollable_content_region.width
        number, line = divmod(self.scroll_offset.y + y, self._tall)
        base = ink.on("surface")
        segments: list[Segment] = []
        if number < len(self.items):
            item, at_cursor = self.items[number], number == self.cursor and self.current is not None
            base = ink.on("cursor" if at_cursor else "surface")
            segments = self._first(item, at_cursor, width, ink) if line == 0 else _second(item, width, ink)
        elif not self.items and y == 0:
            segments = [Segment(f"  {self.empty}", ink["muted"])]
        return Strip(segments).crop(0, width).adjust_cell_length(width).apply_style(base)

    def _first(self, item: Item, at_cursor: bool, width: int, ink: Ink) -> list[Segment]:
        if item.is_heading:
            return [Segment(f" {safe_line(text)} ", ink[colour] + BOLD) for text, colour in item.parts]
        marks = f"{'✓' if item.id in self.ticked else ' '}{'▸' if at_cursor else ' '} "
        note = f" {safe_line(item.note)} " if item.note else ""
        note = "" if cell_len(note) > width // 2 else note
        room = max(0, width - _MARKS - cell_len(note))
        segments = [Segment(marks, ink["marked"] + BOLD)]
        for text, colour in item.parts:
            plain = safe_text(text).replace(ZERO_WIDTH, "").replace("\n", " ")
            shown = fit(plain, min(cell_len(plain), room))
            segments.append(Segment(shown, ink[colour]))
            room -= cell_len(shown)
        return [*segments, Segment(" " * room), Segment(note, ink["muted"])]

    def _reveal(self) -> None:
        if not self.is_attached:
            return
        top, height = self.scroll_offset.y, max(self.size.height, 1)
        first = self.cursor * self._tall
        is_first = all(item.is_heading for item in self.items[: self.cursor])
        if first < top or is_first:
            self.scroll_to(y=0 if is_first else first, animate=False, force=True)
        elif first + self._tall > top + height:
            self.scroll_to(y=first + self._tall - height, animate=False, force=True)
        self.refresh()


def _second(item: Item, width: int, ink: Ink) -> list[Segment]:
    return [Segment(f"     {fit(safe_line(item.below), max(0, width - 6))}", ink["muted"])]

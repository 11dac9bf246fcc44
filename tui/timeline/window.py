"""A window on the items of a listing: a cursor, the lines around it, and a scrollbar, by the line API.

It scrolls by an offset of its own: a change of a scroll view's virtual size lays the whole screen out anew.
"""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from store.model import EventRow, Period
from tui.lanes import Lanes
from tui.matching import Matcher
from tui.theme import Ink, ink_of
from tui.timeline.draw import Painter, State
from tui.timeline.lines import ItemLine, Line, MonthLine, lay_out, line_of, lowest_top
from tui.timeline.rows import Listing, NoRows
from tui.timeline.selection import Selection
from tui.timeline.zoom import Item, PeriodRow

TITLE = 1
"""Lines that the title takes at the top of the widget."""

BAR = 1
"""Cells that the scrollbar takes at the right."""

WHEEL = 3
"""Items that one notch of the wheel scrolls."""


class Window(Widget):
    """Shows items. `moved` is called with every change of the cursor or of what is in sight.

    That is in the same callback, before the screen is painted, so that what shows the event beside the list
    is painted with it; it is told whether the reader moved the cursor, or a filter.
    """

    def __init__(self, lanes: Lanes, moved: Callable[[bool], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Listing = NoRows()
        self.cursor = 0
        self.selection = Selection()
        self.empty: tuple[str, ...] = ()
        self.searched: Matcher | None = None
        self._lanes = lanes
        self._moved = moved
        self._top = 0
        self._lines: list[Line] = []
        self._height = 0
        self._dragging = False

    @property
    def item(self) -> Item | None:
        """What stands under the cursor: an event, or a period where the reader looks from farther away."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def row(self) -> EventRow | None:
        """The event under the cursor, None where there is none."""
        item = self.item
        return item if isinstance(item, EventRow) else None

    @property
    def window(self) -> int:
        """How many lines the list has below its title."""
        return max(1, self.size.height - TITLE)

    @property
    def in_sight(self) -> Period | None:
        """The first and the last day of what is in sight, None where nothing is."""
        seen = [self.rows[line.index] for line in self._lines if isinstance(line, ItemLine)]
        items = [item for item in seen if item]
        if not items:
            return None
        return items[0].first, max(item.last if isinstance(item, PeriodRow) else item.first for item in items)

    def point_out(self, searched: Matcher | None) -> None:
        """Points other words out."""
        if searched != self.searched:
            self.searched = searched
            self.refresh()

    def show(self, rows: Listing, cursor: int) -> None:
        """Shows other items, with the cursor at the same height as before."""
        height, before = line_of(self._lines, self.cursor), self._picture()
        self.rows, self.cursor = rows, cursor
        self.selection.anchor = None
        above = self.window // 3 if height is None else height
        above = max(above, min(rows.zoom.most, self.window // 2))  # with the period that stands above it
        if isinstance(item := self.item, PeriodRow):
            above = min(above, max(0, self.window - 1 - item.shown))  # with what stands below it
        self._scroll(lowest_top(rows, cursor, above + 1, rows.zoom) if len(rows) else 0)
        if self._height:
            self._reveal()
        if self._picture() == before:
            self.refresh(Region(self.size.width - BAR, TITLE, BAR, self.window))
        else:
            self.refresh()
        self._moved(False)

    def arrived(self, before: int = 0) -> None:
        """Shows items that were missing; `before` is how many of them stand before all others."""
        self.cursor += before
        self._top += before
        if self.selection.anchor is not None:
            self.selection.anchor += before
        self._reveal()
        self.refresh()
        self._moved(False)

    def go(self, index: int, centred: bool = False) -> None:
        """Puts the cursor on the item at `index`, or on the nearest one that is there."""
        if not len(self.rows):
            return
        old, self.cursor = self.cursor, max(0, min(index, len(self.rows) - 1))
        if self.cursor == old:
            return
        if self.selection.anchor is None and line_of(self._lines, self.cursor) is not None:
            self._refresh_item(old)
            self._refresh_item(self.cursor)
        else:
            self._reveal(centred)
            self.refresh()
        self._moved(True)

    def on_resize(self, event: events.Resize) -> None:
        """Tells of what is in sight now."""
        self._fit()
        self._moved(False)

    def render_line(self, y: int) -> Strip:
        """Draws the title or a line of the list, with the scrollbar beside it."""
        self._fit()
        ink, width = ink_of(self.app), max(0, self.size.width - BAR)
        painter = Painter(ink, width, self._lanes, self.searched, self.rows.zoom)
        if y < TITLE:
            item = self.rows[self._top] if self._top < len(self.rows) else None
            return _strip(painter.title(item), width + BAR, ink.on("focus" if self.has_focus else "panel"))
        segments, base = self._line(y - TITLE, painter, ink)
        return Strip.join([_strip(segments, width, base), self._bar(y - TITLE, ink)])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Puts the cursor on the item that was clicked, or takes the scrollbar."""
        line = event.y - TITLE
        if event.x >= self.size.width - BAR and len(self.rows) > self.window:
            self._dragging = True
            self.capture_mouse()
            self._drag(line)
        elif 0 <= line < len(self._lines) and isinstance(clicked := self._lines[line], ItemLine):
            self.go(clicked.index)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags the scrollbar."""
        if self._dragging:
            self._drag(event.y - TITLE)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets the scrollbar go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls down."""
        event.stop()
        self._wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls up."""
        event.stop()
        self._wheel(-WHEEL)

    def page(self, step: int) -> None:
        """Moves the cursor and the window together, so that the cursor stays at its height."""
        self._scroll(self._top + step)
        self._lay_out()
        self.refresh()
        self.go(self.cursor + step)

    def _wheel(self, step: int) -> None:
        """Scrolls, and takes the cursor along at the edge."""
        self._scroll(self._top + step)
        self._lay_out()
        self.refresh()
        inside = [line.index for line in self._lines if isinstance(line, ItemLine)]
        if inside and not inside[0] <= self.cursor <= inside[-1]:
            self.go(max(inside[0], min(self.cursor, inside[-1])))
        else:
            self._moved(False)

    def _drag(self, line: int) -> None:
        share = max(0.0, min(1.0, line / max(1, self.window - 1)))
        self.go(round(share * (len(self.rows) - 1)), centred=True)

    def _scroll(self, top: int) -> None:
        """Puts another item at the top; the end of the list stays at the bottom of a full window."""
        last = len(self.rows) - 1
        if top > last + 1 - self.window:
            top = min(top, lowest_top(self.rows, last, self.window, self.rows.zoom) if last >= 0 else 0)
        self._top = max(0, top)

    def _reveal(self, centred: bool = False) -> None:
        """Scrolls so that the cursor is in sight."""
        self._lay_out()
        if not len(self.rows) or line_of(self._lines, self.cursor) is not None:
            return
        if centred:
            self._scroll(self.cursor - self.window // 3)
        elif self.cursor < self._top:
            self._scroll(self.cursor)
        else:
            self._scroll(lowest_top(self.rows, self.cursor, self.window, self.rows.zoom))
        self._lay_out()
        if line_of(self._lines, self.cursor) is None:
            self._scroll(lowest_top(self.rows, self.cursor, self.window, self.rows.zoom))
            self._lay_out()

    def _fit(self) -> None:
        """Keeps the cursor in sight where the list has changed its size.

        A list of another size is painted before it is told of it.
        """
        if self._height != self.size.height:
            self._height = self.size.height
            self._scroll(self._top)
            self._reveal(centred=not self._lines)
            self._reveal_events()

    def _reveal_events(self) -> None:
        """Scrolls so that what stands below the period under the cursor is in sight, where there is room."""
        item = self.item
        if isinstance(item, PeriodRow) and item.shown < self.window:
            foot = min(self.cursor + item.shown, len(self.rows) - 1)
            if line_of(self._lines, foot) is None:
                self._scroll(lowest_top(self.rows, foot, self.window, self.rows.zoom))
                self._lay_out()

    def _lay_out(self) -> None:
        self._lines = lay_out(self.rows, self._top, self.window, self.rows.zoom)

    def _picture(self) -> list[object]:
        """Returns what the lines show, to be compared."""
        shown: list[object] = [self.rows.zoom, self.rows.events == 0]
        for line in self._lines:
            shown.append(line if isinstance(line, MonthLine) else self.rows[line.index])
            if isinstance(line, ItemLine):
                shown += (line.index == self.cursor, line.dated)
        return shown

    def _line(self, number: int, painter: Painter, ink: Ink) -> tuple[list[Segment], Style]:
        """Returns a line of the list with its background."""
        base = ink.on("surface")
        if number >= len(self._lines):
            return self._empty_line(number - self.window // 4), base
        line = self._lines[number]
        if isinstance(line, MonthLine):
            return painter.month(line.month), base
        state = self._state(line.index)
        if state.cursor:
            base = ink.on("cursor" if state.focused else "cursor-blurred")
        return painter.item(self.rows[line.index], line.dated, state), base

    def _bar(self, number: int, ink: Ink) -> Strip:
        """Returns the scrollbar's cell of a line."""
        length, window = len(self.rows), self.window
        size = max(1, window * window // max(1, length))
        begin = round(self._top / max(1, length - window) * (window - size))
        thumb = length > window and min(begin, window - size) <= number < min(begin, window - size) + size
        return Strip([Segment("▐" if thumb else " ", ink["faint"])], 1).apply_style(ink.on("surface"))

    def _empty_line(self, number: int) -> list[Segment]:
        """Returns a line of what an empty list says."""
        if self.rows.events != 0 or not 0 <= number < len(self.empty):
            return []
        return [Segment(f"   {self.empty[number]}")]

    def _state(self, index: int) -> State:
        item = self.rows[index]
        return State(
            cursor=index == self.cursor,
            focused=self.has_focus,
            selected=isinstance(item, EventRow) and item.id in self.selection,
            in_range=index in self.selection.range_to(self.cursor),
        )

    def _refresh_item(self, index: int) -> None:
        number = line_of(self._lines, index)
        if number is not None:
            self.refresh(Region(0, number + TITLE, self.size.width, 1))


def _strip(segments: list[Segment], width: int, base: Style) -> Strip:
    return Strip(segments).crop(0, width).adjust_cell_length(width).apply_style(base)

"""The timeline as a widget: a cursor in a window of lines, drawn by the line API."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.model import EventRow
from tui.bindings import MARK, MOVE, bindings
from tui.keymap import keymap_of
from tui.lanes import Lanes
from tui.matching import Matcher
from tui.theme import ink_of
from tui.timeline.draw import Painter, State
from tui.timeline.lines import EventLine, Line, MonthLine, lay_out, lowest_top, shows
from tui.timeline.motion import month_start, year_start
from tui.timeline.rows import Rows
from tui.timeline.selection import Selection

TITLE = 1
"""Lines that the title takes at the top of the widget."""

MARKED_AT_ONCE = 20_000
"""More events than this would take seconds to mark."""

WHEEL = 3
"""Events that one notch of the wheel scrolls."""


class Timeline(ScrollView, can_focus=True, inherit_bindings=False):
    """The events of a view.

    `moved` is called in the same callback as the cursor's change, before the screen is painted, so that what
    shows the event beside the list is painted with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings((*MOVE, *MARK))
    DEFAULT_CSS = """
    Timeline {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, rows: Rows, lanes: Lanes, moved: Callable[[], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = rows
        self.cursor = 0
        self.selection = Selection()
        self.empty: tuple[str, ...] = ()
        self.searched: Matcher | None = None
        self._lanes = lanes
        self._moved = moved
        self._lines: list[Line] = []

    @property
    def row(self) -> EventRow | None:
        """The event under the cursor, None in an empty view."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def window(self) -> int:
        """How many lines the list has below its title."""
        return max(1, self.size.height - TITLE)

    def show(self, rows: Rows, key: int | None) -> None:
        """Shows another view with the cursor at the event with `key`, or at the nearest one."""
        self.rows = rows
        self.selection.anchor = None
        last = max(0, len(rows) - 1)
        self.cursor = min(rows.position(key), last) if key is not None and len(rows) else 0
        self._measure()
        self._reveal(centred=True)

    def go(self, index: int, centred: bool = False) -> None:
        """Puts the cursor on the event at `index`, or on the nearest one that is there."""
        if not len(self.rows):
            return
        old, self.cursor = self.cursor, max(0, min(index, len(self.rows) - 1))
        if self.cursor == old:
            return
        if self.selection.anchor is None and shows(self._lines, self.cursor):
            self._refresh_event(old)
            self._refresh_event(self.cursor)
            self._moved()
        else:
            self._reveal(centred)

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the cursor in sight when the list changes its size."""
        self._measure()
        self._reveal()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lays the lines out anew when the first event changes."""
        super().watch_scroll_y(old_value, new_value)
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Draws the title or a line of the list."""
        ink, width = ink_of(self.app), self.scrollable_content_region.width
        painter = Painter(ink, width, self._lanes, self.searched)
        base = ink.on("surface")
        if y < TITLE:
            first = self.rows[self._top].first if self._top < len(self.rows) else None
            return _strip(painter.title(first), width, ink.on("focus" if self.has_focus else "panel"))
        if y - TITLE >= len(self._lines):
            return _strip(self._empty_line(y - TITLE - self.window // 4), width, base)
        match self._lines[y - TITLE]:
            case MonthLine(month):
                return _strip(painter.month(month), width, base)
            case EventLine(index, dated):
                state = self._state(index)
                cursor = "cursor" if state.focused else "cursor-blurred"
                base = ink.on(cursor) if state.cursor else base
                return _strip(painter.event(self.rows[index], dated, state), width, base)

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the event that was clicked."""
        line = event.y - TITLE
        if 0 <= line < len(self._lines) and isinstance(clicked := self._lines[line], EventLine):
            self.go(clicked.index)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(WHEEL, event)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(-WHEEL, event)

    def action_down(self) -> None:
        """Moves to the next event."""
        self.go(self.cursor + 1)

    def action_up(self) -> None:
        """Moves to the event before."""
        self.go(self.cursor - 1)

    def action_page_down(self) -> None:
        """Moves a window down, with one line kept."""
        self._page(max(1, self.window - 1))

    def action_page_up(self) -> None:
        """Moves a window up, with one line kept."""
        self._page(-max(1, self.window - 1))

    def action_half_down(self) -> None:
        """Moves half a window down."""
        self._page(max(1, self.window // 2))

    def action_half_up(self) -> None:
        """Moves half a window up."""
        self._page(-max(1, self.window // 2))

    def action_first(self) -> None:
        """Moves to the first event."""
        self.go(0)

    def action_last(self) -> None:
        """Moves to the last event."""
        self.go(len(self.rows) - 1)

    def action_month(self, step: int) -> None:
        """Moves to the first event of the next month with one, or of this month, then of the one before."""
        self._jump(month_start, step)

    def action_year(self, step: int) -> None:
        """Moves by years as `action_month` by months."""
        self._jump(year_start, step)

    def action_mark(self) -> None:
        """Marks the event, or the range that was begun, and goes on."""
        if self.selection.anchor is not None:
            self.action_range()
        elif self.row is not None:
            self.selection.toggle(self.row)
            self._refresh_event(self.cursor)
            self.go(self.cursor + 1)
            self._moved()

    def action_range(self) -> None:
        """Begins a range at the cursor; ends and marks the one that was begun."""
        if self.selection.anchor is None:
            self.selection.anchor = self.cursor if self.row else None
        else:
            self.selection.add(self.rows[index] for index in self.selection.range_to(self.cursor))
            self.selection.anchor = None
        self._changed()

    def action_mark_all(self) -> None:
        """Marks all events of the view, unless they are too many to be marked one by one."""
        if len(self.rows) > MARKED_AT_ONCE:
            key = keymap_of(self.app)["take.export"].label
            self.notify(
                f"Too many to mark at once: narrow them first, or export all with {key}.", markup=False
            )
            return
        self.selection.add(self.rows)
        self._changed()

    def action_unmark(self) -> None:
        """Takes all marks away."""
        self.selection.clear()
        self._changed()

    def action_cancel(self) -> None:
        """Gives up the range that was begun."""
        self.selection.anchor = None
        self._changed()

    @property
    def _top(self) -> int:
        return self.scroll_offset.y

    def _page(self, step: int) -> None:
        """Moves the cursor and the window together, so that the cursor stays at its height."""
        self._scroll(self._top + step)
        self.go(self.cursor + step)

    def _wheel(self, step: int, event: events.MouseEvent) -> None:
        """Scrolls, and takes the cursor along at the edge."""
        event.stop()
        event.prevent_default()
        self._scroll(self._top + step)
        inside = [line.index for line in self._lines if isinstance(line, EventLine)]
        if inside:
            self.go(max(inside[0], min(self.cursor, inside[-1])))

    def _jump(self, start_of: Callable[[Rows, int, int], int], step: int) -> None:
        if len(self.rows):
            self.go(start_of(self.rows, self.cursor, step), centred=True)

    def _measure(self) -> None:
        """Gives the scrollbar a length at which its end is the last full window."""
        lowest = lowest_top(self.rows, len(self.rows) - 1, self.window) if len(self.rows) else 0
        self.virtual_size = Size(self.scrollable_content_region.width, lowest + self.size.height)

    def _reveal(self, centred: bool = False) -> None:
        """Scrolls so that the cursor is in sight, and tells of it."""
        lines = lay_out(self.rows, self._top, self.window)
        if not shows(lines, self.cursor):
            if centred:
                self._scroll(self.cursor - self.window // 3)
            elif self.cursor < self._top:
                self._scroll(self.cursor)
            else:
                self._scroll(lowest_top(self.rows, self.cursor, self.window))
        self._lay_out()
        self._moved()

    def _scroll(self, top: int) -> None:
        self.scroll_to(y=top, animate=False, force=True)

    def _lay_out(self) -> None:
        self._lines = lay_out(self.rows, self._top, self.window)
        self.refresh()

    def _changed(self) -> None:
        self.refresh()
        self._moved()

    def _empty_line(self, number: int) -> list[Segment]:
        """Returns a line of what an empty list says."""
        if len(self.rows) or not 0 <= number < len(self.empty):
            return []
        return [Segment(f"   {self.empty[number]}")]

    def _state(self, index: int) -> State:
        return State(
            cursor=index == self.cursor,
            focused=self.has_focus,
            selected=self.rows[index].id in self.selection,
            in_range=index in self.selection.range_to(self.cursor),
        )

    def _refresh_event(self, index: int) -> None:
        for y, line in enumerate(self._lines, TITLE):
            if isinstance(line, EventLine) and line.index == index:
                self.refresh(Region(0, y, self.scrollable_content_region.width, 1))


def _strip(segments: list[Segment], width: int, base: Style) -> Strip:
    return Strip(segments).crop(0, width).adjust_cell_length(width).apply_style(base)

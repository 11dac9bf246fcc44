"""The timeline: a window on the events, with the keys that move in it, look from farther away, and mark."""

from typing import ClassVar, Protocol

from textual.binding import BindingType

from store.chronology import first_key
from tui.bindings import MARK, MOVE, bindings
from tui.lanes import Lanes
from tui.timeline.near import END
from tui.timeline.window import Window
from tui.timeline.zoom import PeriodRow, Zoom


class Guide(Protocol):
    """Who brings to the timeline what it asks for."""

    def follow(self, by_reader: bool) -> None:
        """Shows what belongs to the cursor."""

    def seek(self, key: int) -> None:
        """Goes to the first item at or after a key."""

    def look(self, step: int) -> None:
        """Shows the timeline from nearer (1) or farther (-1)."""

    def step(self, step: int) -> None:
        """Goes to the next or the previous column of the histogram that has events."""

    def mark(self, items: range) -> None:
        """Marks the events among some items."""

    def mark_period(self, period: PeriodRow) -> None:
        """Marks all events of a period."""


class Timeline(Window, can_focus=True, inherit_bindings=False):
    """The events of a query, every one of them or what stands out in each period."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((*MOVE, *MARK))

    def __init__(self, lanes: Lanes, guide: Guide, id: str | None = None) -> None:
        super().__init__(lanes, guide.follow, id)
        self._guide = guide

    def action_down(self) -> None:
        """Moves to the next event."""
        self.go(self.cursor + 1)

    def action_up(self) -> None:
        """Moves to the event before."""
        self.go(self.cursor - 1)

    def action_page_down(self) -> None:
        """Moves a window down, with one line kept."""
        self.page(max(1, self.window - 1))

    def action_page_up(self) -> None:
        """Moves a window up, with one line kept."""
        self.page(-max(1, self.window - 1))

    def action_half_down(self) -> None:
        """Moves half a window down."""
        self.page(max(1, self.window // 2))

    def action_half_up(self) -> None:
        """Moves half a window up."""
        self.page(-max(1, self.window // 2))

    def action_first(self) -> None:
        """Moves to the first event."""
        self._guide.seek(0)

    def action_last(self) -> None:
        """Moves to the last event."""
        self._guide.seek(END)

    def action_month(self, step: int) -> None:
        """Moves to the first event of the next month with one, or of this month, then of the one before.

        From farther away the next period is meant, where that is longer.
        """
        self._jump(max(Zoom.MONTH, self.rows.zoom), step)

    def action_year(self, step: int) -> None:
        """Moves by years as `action_month` by months."""
        self._jump(max(Zoom.YEAR, self.rows.zoom), step)

    def action_column(self, step: int) -> None:
        """Moves to the first event of the next or the previous column of the histogram."""
        self._guide.step(step)

    def action_zoom(self, step: int) -> None:
        """Looks from nearer (1) or farther (-1)."""
        self._guide.look(step)

    def action_mark(self) -> None:
        """Marks the event, the events of a period, or the range that was begun, and goes on."""
        if self.selection.anchor is not None:
            self.action_range()
        elif isinstance(self.item, PeriodRow):
            self._guide.mark_period(self.item)
        elif self.row is not None:
            self.selection.toggle(self.row)
            self._refresh_item(self.cursor)
            self.go(self.cursor + 1)
            self._moved(True)

    def action_range(self) -> None:
        """Begins a range at the cursor; ends and marks the one that was begun."""
        if self.selection.anchor is None:
            self.selection.anchor = self.cursor if self.item else None
        else:
            items = self.selection.range_to(self.cursor)
            self.selection.anchor = None
            self._guide.mark(items)
        self.marked()

    def action_mark_all(self) -> None:
        """Marks all events that are shown, unless they are too many to be marked one by one."""
        self._guide.mark(range(len(self.rows)))

    def action_unmark(self) -> None:
        """Takes all marks away."""
        self.selection.clear()
        self.marked()

    def action_cancel(self) -> None:
        """Gives up the range that was begun."""
        self.selection.anchor = None
        self.marked()

    def marked(self) -> None:
        """Shows other marks."""
        self.refresh()
        self._moved(False)

    def _jump(self, unit: Zoom, step: int) -> None:
        item = self.item
        if item is None:
            return
        if step > 0:
            self._guide.seek(first_key(unit.after(item.first)))
            return
        above = self.rows[self.cursor - 1] if self.cursor else None
        begins = above is None or unit.start(above.first) != unit.start(item.first)
        self._guide.seek(first_key(unit.start((above if begins and above else item).first)))

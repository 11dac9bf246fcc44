"""The pane beside the timeline: the sources of one event, one below the other, by the line API."""

from bisect import bisect_left
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from store.model import Annotations, EventDetail, Passage
from tui.bindings import SOURCE, bindings
from tui.matching import Matcher
from tui.source.draw import BAR, BOLD, THUMB, bar, source_line
from tui.source.remarks import remarks
from tui.source.section import Hit, Section, SourceLine, hit_lines, lines_of, passage_lines, section
from tui.theme import Ink, ink_of

TITLE_FROM = 10
"""The height from which the title of the document stands below the heading of its source."""

REMARKS = 3
"""Lines that may be taken from the sources for what the reader says; the note dialog shows all of it."""

CONTEXT = 3
"""The passage begins below a part of the window: one line in this many."""

MEASURE = 92
"""The widest line of text in cells; longer ones are hard to read."""

WHEEL = 3
"""Lines that one notch of the wheel scrolls."""


class SourcePane(Widget, can_focus=True, inherit_bindings=False):
    """The sources of the event that is shown; `show` changes them in the caller's callback.

    It scrolls by an offset of its own: a change of a scroll view's virtual size repaints the whole screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(SOURCE)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sections: list[Section] = []
        self.source = 0
        self.note: tuple[str, ...] = ()
        self._said = Annotations()
        self._remarks: list[str] = []
        self._lines: list[SourceLine] = []
        self._top = 0
        self._wrapped: Size | None = None
        self._hit: Hit | None = None

    @property
    def passage(self) -> Passage | None:
        """The passage of the source that was opened, None where there is no event."""
        return self.sections[self.source].passage if self.sections else None

    def show(
        self, detail: EventDetail | None, searched: Matcher | None = None, note: tuple[str, ...] = ()
    ) -> None:
        """Shows the sources of an event, opened at the first passage that gives it its date.

        Where there is no event, the lines of a note stand in their place.
        """
        self.note = note
        passages = detail.passages if detail else ()
        self.sections = [
            section(passage, n, len(passages), searched) for n, passage in enumerate(passages, 1)
        ]
        self._said = detail.row.annotations if detail else Annotations()
        self._wrapped = None
        self.source = _dating(detail) if detail else 0
        self._hit = None
        if self.size:
            self._fit()
        self.refresh()

    def open(self, source: int) -> None:
        """Scrolls to the passage of a source; one beyond the ends leads to the first or the last."""
        if self.sections:
            self.source = max(0, min(source, len(self.sections) - 1))
            self._reveal()
        self._hit = None
        self.refresh()

    def open_hit(self, step: int, *, entering: bool = False) -> bool:
        """Goes to the next place of the searched words, or with -1 to the one before.

        The first one is the next from the passage on or, where the reader is `entering` the event, the
        first or the last of all. Tells whether there was one.
        """
        hits = hit_lines(self.sections, self._lines)
        found = self._following(hits, step, entering)
        if found is None:
            return False
        line, self._hit = hits[found]
        self.source = self._hit[0]
        self._scroll(self._top_for(line, line))
        return True

    def _following(self, hits: list[tuple[int, Hit]], step: int, entering: bool) -> int | None:
        """Returns the number of the place to go to, None where there is none."""
        places = [hit for _, hit in hits]
        if self._hit in places:
            following = places.index(self._hit) + step
        elif entering:
            following = 0 if step > 0 else len(hits) - 1
        else:
            first, _ = passage_lines(self._lines, self.source)
            following = bisect_left([line for line, _ in hits], first) - (step < 0)
        return following if 0 <= following < len(hits) else None

    def on_resize(self, event: events.Resize) -> None:
        """Wraps anew and returns to the passage."""
        self._fit()

    def render_line(self, y: int) -> Strip:
        """Draws the heading or a line of the sources."""
        self._fit()
        ink, width = ink_of(self.app), self.size.width
        number = self._top + y - self._head
        if self.sections and y < self._head:
            return self._head_line(y, ink, width)
        if not self.sections and 0 <= y - 1 < len(self.note):
            return bar(self.note[y - 1], BOLD if y == 1 else ink["muted"], width, ink.on("surface"))
        if not 0 <= number < len(self._lines):
            return Strip.blank(width, ink.on("surface"))
        line = self._lines[number]
        thumb = self._is_thumb(y - self._head)
        here = self._hit[1] if self._hit and self._hit[0] == line.section else None
        return source_line(self.sections[line.section], line, self._indent, width, thumb, ink, here)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls down."""
        event.stop()
        self._scroll(self._top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls up."""
        event.stop()
        self._scroll(self._top - WHEEL)

    def action_down(self) -> None:
        """Scrolls a line down."""
        self._scroll(self._top + 1)

    def action_up(self) -> None:
        """Scrolls a line up."""
        self._scroll(self._top - 1)

    def action_page_down(self) -> None:
        """Scrolls a window down, with one line kept."""
        self._scroll(self._top + max(1, self._window - 1))

    def action_page_up(self) -> None:
        """Scrolls a window up, with one line kept."""
        self._scroll(self._top - max(1, self._window - 1))

    def action_first(self) -> None:
        """Scrolls to the top of the first source."""
        self._scroll(0)

    def action_last(self) -> None:
        """Scrolls to the end of the last source."""
        self._scroll(len(self._lines))

    @property
    def _window(self) -> int:
        return max(1, self.size.height - self._head)

    @property
    def _head(self) -> int:
        """How many lines at the top stay where they are: heading, title, and what the reader says."""
        return self._titles + len(self._remarks)

    @property
    def _titles(self) -> int:
        return 2 if self.size.height >= TITLE_FROM else 1

    @property
    def _indent(self) -> int:
        """The margin that puts text of the widest measure in the middle."""
        return max(0, (self.size.width - MEASURE - BAR - THUMB) // 2)

    def _fit(self) -> None:
        """Wraps anew where the pane has another size; it is painted before it is told of that."""
        if self._wrapped != self.size:
            self._wrapped = self.size
            self._wrap()
            self._reveal()

    def _reveal(self) -> None:
        """Puts the passage of the source in sight."""
        if self._lines:
            first, last = passage_lines(self._lines, self.source)
            self._top = self._within(self._top_for(first, last))

    def _wrap(self) -> None:
        width = max(1, min(MEASURE, self.size.width - BAR - THUMB))
        self._lines = lines_of(self.sections, width)
        room = REMARKS if self.size.height >= 2 * TITLE_FROM else self.size.height // 5
        self._remarks = remarks(self._said, width, min(room, REMARKS))

    def _top_for(self, first: int, last: int) -> int:
        """Returns the top line at which the passage is in sight, and as much before it as fits."""
        before = min(self._window // CONTEXT, max(0, self._window - (last - first + 1)))
        return max(0, first - before)

    def _scroll(self, top: int) -> None:
        self._top = self._within(top)
        self.refresh()

    def _within(self, top: int) -> int:
        return max(0, min(top, len(self._lines) - self._window))

    def _is_thumb(self, line: int) -> bool:
        """Tells whether the thumb of the scrollbar reaches over a line of the window."""
        if len(self._lines) <= self._window:
            return False
        share = self._window / len(self._lines)
        return self._top * share <= line + 0.5 < (self._top + self._window) * share + 0.5

    def _head_line(self, y: int, ink: Ink, width: int) -> Strip:
        part = self.sections[self._lines[min(self._top, len(self._lines) - 1)].section]
        margin = " " * self._indent
        if y >= self._titles:
            remark = f"{margin} {self._remarks[y - self._titles]}"
            return bar(remark, ink["marked"], width, ink.on("surface"))
        if y:
            return bar(margin + part.title, BOLD, width, ink.on("surface"))
        background = ink.on("focus" if self.has_focus else "panel")
        return bar(margin + part.heading(width - len(margin) - 1), ink["primary"] + BOLD, width, background)


def _dating(detail: EventDetail) -> int:
    """Returns the number of the first passage with the event's own date, 0 where there is none."""
    values = [passage.value for passage in detail.passages]
    return values.index(detail.row.value) if detail.row.value in values else 0

"""The pane beside the timeline: the sources of one event, one below the other, by the line API."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.model import EventDetail, Passage
from tui.bindings import SOURCE, bindings
from tui.cells import ZERO_WIDTH, fit
from tui.source.marks import Emphasis
from tui.source.section import Section, SourceLine, lines_of, passage_lines, section
from tui.theme import Ink, ink_of

TITLE_FROM = 10
"""The height from which the title of the document stands below the heading of its source."""

BAR = 2
"""Cells left of the text, where a bar marks the passage."""

CONTEXT = 3
"""The passage begins below a part of the window: one line in this many."""

MEASURE = 92
"""The widest line of text in cells; longer ones are hard to read."""

_BOLD = Style(bold=True)
_TIME = Style(bold=True, underline=True)


class SourcePane(ScrollView, can_focus=True, inherit_bindings=False):
    """The sources of the event that is shown; `show` changes them in the caller's callback."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(SOURCE)
    DEFAULT_CSS = """
    SourcePane {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sections: list[Section] = []
        self.source = 0
        self._lines: list[SourceLine] = []

    @property
    def passage(self) -> Passage | None:
        """The passage of the section in sight, None where there is no event."""
        return self.sections[self.source].passage if self.sections else None

    def show(self, detail: EventDetail | None) -> None:
        """Shows the sources of an event, opened at the passage of the first."""
        passages = detail.passages if detail else ()
        self.sections = [section(passage, n, len(passages)) for n, passage in enumerate(passages, 1)]
        self.source = 0
        self._wrap()
        self.open(0)

    def open(self, source: int) -> None:
        """Scrolls to the passage of a source; one beyond the ends leads to the first or the last."""
        if self.sections:
            self.source = max(0, min(source, len(self.sections) - 1))
            first, last = passage_lines(self._lines, self.source)
            self._scroll(self._top_for(first, last))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wraps anew and returns to the passage."""
        self._wrap()
        self.open(self.source)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keeps the heading on the section that is read."""
        super().watch_scroll_y(old_value, new_value)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draws the heading or a line of the sources."""
        ink, width = ink_of(self.app), self.scrollable_content_region.width
        base = ink.on("surface")
        if not self.sections:
            return Strip.blank(width, base)
        if y < self._head:
            return self._head_line(y, ink, width)
        number = self.scroll_offset.y + y - self._head
        if number >= len(self._lines):
            return Strip.blank(width, base)
        line = self._lines[number]
        part = self.sections[line.section]
        if line.heading:
            return _bar(part.heading, ink["muted"] + _BOLD, width, ink.on("panel"))
        if line.title:
            segments = [Segment(" " * BAR), Segment(_drawn(part.title[slice(*line.title)]), _BOLD)]
        elif line.span:
            segments = _text_segments(part, line, ink)
        else:
            segments = []
        return Strip(segments).adjust_cell_length(width).apply_style(base)

    def action_down(self) -> None:
        """Scrolls a line down."""
        self._scroll(self.scroll_offset.y + 1)

    def action_up(self) -> None:
        """Scrolls a line up."""
        self._scroll(self.scroll_offset.y - 1)

    def action_page_down(self) -> None:
        """Scrolls a window down, with one line kept."""
        self._scroll(self.scroll_offset.y + max(1, self._window - 1))

    def action_page_up(self) -> None:
        """Scrolls a window up, with one line kept."""
        self._scroll(self.scroll_offset.y - max(1, self._window - 1))

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
        """How many lines at the top stay where they are."""
        return 2 if self.size.height >= TITLE_FROM else 1

    def _wrap(self) -> None:
        width = max(1, min(MEASURE, self.scrollable_content_region.width - BAR - 1))
        self._lines = lines_of(self.sections, width) if self.sections else []
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines) + self._head)

    def _top_for(self, first: int, last: int) -> int:
        """Returns the top line at which the passage is in sight, and as much before it as fits."""
        before = min(self._window // CONTEXT, max(0, self._window - (last - first + 1)))
        return max(0, first - before)

    def _scroll(self, top: int) -> None:
        self.scroll_to(y=top, animate=False, force=True)

    def _section_at_top(self) -> Section:
        top = min(self.scroll_offset.y, len(self._lines) - 1)
        return self.sections[self._lines[top].section]

    def _head_line(self, y: int, ink: Ink, width: int) -> Strip:
        part = self._section_at_top()
        base = ink.on("focus" if self.has_focus else "panel")
        if y:
            return _bar(part.title, _BOLD, width, ink.on("surface"))
        return _bar(part.heading, ink["primary"] + _BOLD, width, base)


def _bar(text: str, style: Style, width: int, base: Style) -> Strip:
    return Strip([Segment(fit(f" {text}", width), style)]).apply_style(base)


def _text_segments(part: Section, line: SourceLine, ink: Ink) -> list[Segment]:
    assert line.span
    segments = [Segment("▌" if line.passage else " ", ink["marked"]), Segment(" ")]
    for start, end, emphasis in part.marks.runs(*line.span):
        segments.append(Segment(_drawn(part.text[start:end]), _style(emphasis, ink)))
    return segments


def _style(emphasis: Emphasis, ink: Ink) -> Style:
    style = ink.on("passage") if emphasis.passage else ink["beside"]
    if emphasis.mention:
        style += ink.country(emphasis.country)
    if emphasis.time:
        style += ink["time"] + _TIME
    return style + _BOLD if emphasis.passage and emphasis.mention else style


def _drawn(text: str) -> str:
    return text.replace(ZERO_WIDTH, "")

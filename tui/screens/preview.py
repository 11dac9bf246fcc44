"""A scrollable view of the first lines of a text that is about to be written."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.cells import ZERO_WIDTH, safe_text
from tui.source.wrap import Span, wrap
from tui.theme import ink_of

WHEEL = 3
"""Lines that one notch of the wheel scrolls."""


class PreviewPane(Widget):
    """Shows a text, wrapped; nothing in it acts. It takes no focus: its keys come from the dialog."""

    DEFAULT_CSS = "PreviewPane { height: 1fr; min-height: 2; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = ""
        self._text = ""
        self._lines: list[Span] = []
        self._top = 0

    def show(self, title: str, lines: Sequence[str]) -> None:
        """Shows another text from its beginning."""
        self.title = title
        self._text = safe_text("\n".join(line.expandtabs(4) for line in lines))
        self._top = 0
        self._wrap()

    def scroll_lines(self, step: int) -> None:
        """Scrolls by lines."""
        self._top = max(0, min(self._top + step, len(self._lines) - self.page))
        self.refresh()

    @property
    def page(self) -> int:
        """The lines of text that are in sight at once."""
        return max(1, self.size.height - 1)

    def on_resize(self, event: events.Resize) -> None:
        """Wraps anew."""
        self._wrap()
        self.scroll_lines(0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls down."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls up."""
        event.stop()
        self.scroll_lines(-WHEEL)

    def render_line(self, y: int) -> Strip:
        """Draws the title, with a rule, or a line of the text."""
        ink, width = ink_of(self.app), self.size.width
        number = self._top + y - 1
        if y == 0:
            rule = "─" * max(0, width - len(self.title) - 4)
            segments = [Segment(f"── {self.title} {rule}", ink["muted"])]
        elif number < len(self._lines):
            line = self._text[slice(*self._lines[number])].replace(ZERO_WIDTH, "")
            segments = [Segment(line, ink["beside"])]
        else:
            segments = []
        return Strip(segments).crop(0, width).adjust_cell_length(width).apply_style(ink.on("surface"))

    def _wrap(self) -> None:
        self._lines = wrap(self._text, max(1, self.size.width)) if self._text else []
        self.refresh()

"""A bar: a widget of one line or a few, drawn from segments."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.theme import Ink, ink_of

BOLD = Style(bold=True)


class Bar(Widget):
    """A widget whose lines come from `line`; it takes no focus."""

    DEFAULT_CSS = "Bar { height: 1; }"
    background = "panel"

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the segments of a line, at most `width` cells; blank where there are none."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draws a line on the bar's background."""
        ink, width = ink_of(self.app), self.size.width
        strip = Strip(self.line(y, width, ink)).crop(0, width).adjust_cell_length(width)
        return strip.apply_style(ink.on(self.background))


def spread(left: list[Segment], right: list[Segment], width: int) -> list[Segment]:
    """Returns two groups at both ends of a line; the right one gives way where there is no room."""
    used = Segment.get_line_length(left)
    room = width - used - Segment.get_line_length(right)
    return [*left, Segment(" " * room), *right] if room > 0 else left

"""The help screen: every key, made from the registry, and how to read the lanes."""

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.bars.bar import BOLD
from tui.cells import fit
from tui.keymap import Keymap, keymap_of
from tui.kinds import LOOKS, Tone
from tui.screens.dialog import Dialog
from tui.source.wrap import wrap
from tui.theme import Ink, ink_of

_KEY = 22
_KIND = 18
_LANES = (
    "●───▶ who acts, and on whom",
    "●───● both do the same",
    "+ everybody else",
    "─── they cooperate   ━━━ they are in conflict   ┄┄┄ neither",
    "×3 three sources tell it   ✓ before the date: marked   ~21 about the 21st",
    "± corrected by you   ✓ behind the headline: checked by you   ? a name that nobody has verified",
)


class HelpText(ScrollView, can_focus=True, inherit_bindings=False):
    """All keys by groups, in as many lines as they need."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "scroll(12)", show=False),
        Binding("pageup,ctrl+u", "scroll(-12)", show=False),
        Binding("g,home", "scroll(-1000)", show=False),
        Binding("G,end", "scroll(1000)", show=False),
    ]
    DEFAULT_CSS = """
    HelpText { height: auto; max-height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    def __init__(self, first: str | None) -> None:
        super().__init__()
        self._first = first

    def on_mount(self) -> None:
        """Begins without lines, for the width is not known yet."""
        self._lines: list[list[Segment]] = []

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        width = self.scrollable_content_region.width
        self._lines = help_lines(keymap_of(self.app), ink_of(self.app), width, self._first)
        self.virtual_size = Size(0, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """Draws a line of the help."""
        ink, width = ink_of(self.app), self.size.width
        number = self.scroll_offset.y + y
        segments = self._lines[number] if number < len(self._lines) else []
        return Strip(segments).crop(0, width).adjust_cell_length(width).apply_style(ink.on("surface"))

    def action_scroll(self, step: int) -> None:
        """Scrolls by some lines."""
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)


class Help(Dialog[None]):
    """Shows all keys, those of the group `first` before the others; any of Esc, ?, q and Enter closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter,f1", "cancel", "Close", show=False)
    ]
    DEFAULT_CSS = "Help > #box { width: 84; height: 90%; } HelpText { height: 1fr; }"

    def __init__(self, first: str | None = None) -> None:
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        """Puts the help into the box."""
        with Vertical(id="box") as box:
            box.border_title = "Keys"
            box.border_subtitle = "j/k scroll · Esc close"
            yield HelpText(self._first)


def help_lines(keymap: Keymap, ink: Ink, width: int, first: str | None = None) -> list[list[Segment]]:
    """Returns the lines of the help: the groups of keys, the lanes, the types of events."""
    lines: list[list[Segment]] = []
    for name, keys in sorted(keymap.groups, key=lambda group: group[0] != first):
        lines += [[], [Segment(name, ink["primary"] + BOLD)]]
        for key in keys:
            lines += _beside(Segment(f"  {key.names}", ink["accent"] + BOLD), _KEY, key.text, width)
    lines += [[], [Segment("Reading the lanes", ink["primary"] + BOLD)]]
    for text in _LANES:
        lines += _beside(Segment(""), 2, text, width)
    for tone in Tone:
        looks = [(kind, look) for kind, look in LOOKS.items() if look.tone is tone]
        lines += [[], [Segment(f"Types of events: {tone}", ink["primary"] + BOLD)]]
        a_line = max(1, width // _KIND)
        for start in range(0, len(looks), a_line):
            part = looks[start : start + a_line]
            lines.append([Segment(fit(f"  {look.glyph} {kind}", _KIND), ink[tone]) for kind, look in part])
    return lines[1:]


def _beside(left: Segment, column: int, text: str, width: int) -> list[list[Segment]]:
    """Returns the lines of a text that begins at a column, with something left of its first line."""
    parts = [Segment(text[start:end]) for start, end in wrap(text, width - column)]
    begin = Segment(fit(left.text, column), left.style)
    return [[begin, parts[0]], *([Segment(" " * column), part] for part in parts[1:])]

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
from tui.bindings import GROUPS
from tui.cells import fit
from tui.kinds import LOOKS, Tone
from tui.screens.dialog import Dialog
from tui.theme import Ink, ink_of

_KEY = 24
_KINDS_A_LINE = 4
_LANES = (
    "●───▶ who acts, and on whom; ●───● both do the same; + is everybody else",
    "─── they cooperate   ━━━ they are in conflict   ┄┄┄ neither",
    "×3 three sources tell it   ✓ marked   ~21 about the 21st",
)


class HelpText(ScrollView, can_focus=True, inherit_bindings=False):
    """All keys by groups, in as many lines as they need."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
    ]
    DEFAULT_CSS = """
    HelpText { height: auto; max-height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    def on_mount(self) -> None:
        """Counts the lines."""
        self._lines = help_lines(ink_of(self.app))
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
    """Shows all keys; any of Esc, ?, q and Enter closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter,f1", "cancel", "Close", show=False)
    ]
    DEFAULT_CSS = "Help > #box { width: 84; height: 90%; } HelpText { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """Puts the help into the box."""
        with Vertical(id="box") as box:
            box.border_title = "Keys"
            box.border_subtitle = "j/k scroll · Esc close"
            yield HelpText()


def help_lines(ink: Ink) -> list[list[Segment]]:
    """Returns the lines of the help: the groups of keys, the lanes, the types of events."""
    lines: list[list[Segment]] = []
    for name, keys in GROUPS:
        lines += [[], [Segment(name, ink["primary"] + BOLD)]]
        lines += [
            [Segment(fit(f"  {key.names}", _KEY), ink["accent"] + BOLD), Segment(key.text)] for key in keys
        ]
    lines += [[], [Segment("Reading the lanes", ink["primary"] + BOLD)]]
    lines += [[Segment(f"  {text}")] for text in _LANES]
    for tone in Tone:
        looks = [(kind, look) for kind, look in LOOKS.items() if look.tone is tone]
        lines += [[], [Segment(f"Types of events: {tone}", ink["primary"] + BOLD)]]
        for start in range(0, len(looks), _KINDS_A_LINE):
            part = looks[start : start + _KINDS_A_LINE]
            lines.append([Segment(fit(f"  {look.glyph} {kind}", 20), ink[tone]) for kind, look in part])
    return lines[1:]

"""The help screen: every key, made from the registry, and how to read the lanes."""

from collections.abc import Iterator
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input

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
        self._pattern = ""

    def on_mount(self) -> None:
        """Begins without lines, for the width is not known yet."""
        self._lines: list[list[Segment]] = []

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self.narrow(self._pattern)

    def narrow(self, pattern: str) -> None:
        """Shows only the keys whose text has a pattern; for nothing typed, all."""
        self._pattern = pattern
        width, ink = self.scrollable_content_region.width, ink_of(self.app)
        wanted = pattern.strip().casefold()
        keys = list(key_lines(keymap_of(self.app), ink, width, self._first, wanted))
        self._lines = keys if wanted else [*keys, *legend_lines(ink, width)]
        if not self._lines:
            self._lines = [[Segment("No key does that; the palette has more to do by name.", ink["muted"])]]
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

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
        Binding("question_mark,q,enter,f1", "cancel", "Close", show=False),
        Binding("slash", "narrow", "Find a key", show=False),
    ]
    DEFAULT_CSS = """
    Help > #box { width: 84; height: 90%; }
    Help Input { display: none; }
    Help Input.-open { display: block; }
    HelpText { height: 1fr; }
    """

    def __init__(self, first: str | None = None) -> None:
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        """Puts the help into the box."""
        with Vertical(id="box") as box:
            box.border_title = "Keys"
            box.border_subtitle = "j/k scroll · / find a key · Esc close"
            yield Input(placeholder="what the key does: mark, actor, export …")
            yield HelpText(self._first)

    def on_mount(self) -> None:
        """Scrolls from the beginning."""
        self.query_one(HelpText).focus()

    def action_narrow(self) -> None:
        """Lets the reader type what they look for."""
        self.query_one(Input).add_class("-open").focus()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Shows the keys that match."""
        self.query_one(HelpText).narrow(event.value)

    @on(Input.Submitted)
    def scroll_again(self) -> None:
        """Returns from the input to the keys."""
        self.query_one(HelpText).focus()


def key_lines(
    keymap: Keymap, ink: Ink, width: int, first: str | None = None, wanted: str = ""
) -> Iterator[list[Segment]]:
    """Yields the lines of the keys by groups, the group `first` before the others; only what has `wanted`."""
    between: list[list[Segment]] = []
    for name, keys in sorted(keymap.groups, key=lambda group: group[0] != first):
        found = [key for key in keys if wanted in f"{key.text} {key.names} {name}".casefold()]
        if found:
            yield from (*between, [Segment(name, ink["primary"] + BOLD)])
            between = [[]]
        for key in found:
            yield from _beside(Segment(f"  {key.names}", ink["accent"] + BOLD), _KEY, key.text, width)


def legend_lines(ink: Ink, width: int) -> Iterator[list[Segment]]:
    """Yields the lines that tell how to read the lanes, and the kinds of events."""
    yield from ([], [Segment("Reading the lanes", ink["primary"] + BOLD)])
    for text in _LANES:
        yield from _beside(Segment(""), 2, text, width)
    for tone in Tone:
        looks = [(kind, look) for kind, look in LOOKS.items() if look.tone is tone]
        yield from ([], [Segment(f"Kinds of events: {tone}", ink["primary"] + BOLD)])
        a_line = max(1, width // _KIND)
        for start in range(0, len(looks), a_line):
            part = looks[start : start + a_line]
            yield [Segment(fit(f"  {look.glyph} {kind}", _KIND), ink[tone]) for kind, look in part]


def _beside(left: Segment, column: int, text: str, width: int) -> list[list[Segment]]:
    """Returns the lines of a text that begins at a column, with something left of its first line."""
    parts = [Segment(text[start:end]) for start, end in wrap(text, width - column)]
    begin = Segment(fit(left.text, column), left.style)
    return [[begin, parts[0]], *([Segment(" " * column), part] for part in parts[1:])]

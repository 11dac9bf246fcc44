"""The export dialog: what to write, under which name, and whether to overwrite what is there."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from corpus import DatelineError
from tui.bars.bar import BOLD, Bar
from tui.exporting import Offer, target
from tui.screens.dialog import Dialog
from tui.theme import Ink


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and where."""

    path: Path
    events: int


class Offers(Bar):
    """The offers, one a line, with the chosen one marked."""

    background = "surface"

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._offers = offers
        self.chosen = 0
        self.styles.height = len(offers) + 1

    def choose(self, number: int) -> None:
        """Chooses another offer; beyond the ends stays the first or the last."""
        self.chosen = max(0, min(number, len(self._offers) - 1))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Chooses the offer that was clicked."""
        self.choose(event.y)

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the line of an offer."""
        if y >= len(self._offers):
            return []
        if y == self.chosen:
            return [Segment(" ● ", ink["accent"]), Segment(self._offers[y].label, BOLD)]
        return [Segment(" ○ ", ink["faint"]), Segment(self._offers[y].label, ink["muted"])]


class Export(Dialog[Written]):
    """Writes the chosen events to a file; stays open until that has worked or the reader gives up.

    `write` runs in a thread and returns how many events it wrote; it may raise `DatelineError` and OSError.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", "Previous", show=False, priority=True),
        Binding("down", "choose(1)", "Next", show=False, priority=True),
    ]
    DEFAULT_CSS = "Export #message { color: $text-muted; height: auto; width: 1fr; }"

    def __init__(self, offers: Sequence[Offer], write: Callable[[Offer, Path], int]) -> None:
        super().__init__()
        self._offers = offers
        self._write = write
        self._confirmed: Path | None = None

    def compose(self) -> ComposeResult:
        """Puts the file name below the offers."""
        with Vertical(id="box") as box:
            box.border_title = "Export to Markdown"
            box.border_subtitle = "↑↓ what · Enter write · Esc cancel"
            yield Offers(self._offers)
            yield Input(self._offers[0].file_name, id="file", select_on_focus=False)
            yield Label(Content(f"in {Path.cwd()}"), id="message")

    def action_choose(self, step: int) -> None:
        """Chooses another offer; its name is suggested unless another one was typed."""
        offers, field = self.query_one(Offers), self.query_one(Input)
        suggested = field.value == self._offers[offers.chosen].file_name
        offers.choose(offers.chosen + step)
        if suggested:
            field.value = self._offers[offers.chosen].file_name
            field.cursor_position = len(field.value)

    @on(Input.Changed)
    def doubt(self) -> None:
        """Asks again before another file is overwritten."""
        self._confirmed = None

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Writes the file; asks first where one is there."""
        try:
            path = target(event.value or self._offers[0].file_name)
        except DatelineError as error:
            self._say(str(error))
            return
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            self._say(f"{path.name} is there already: Enter again overwrites it, or type another name.")
        else:
            self.run_worker(self._written(path), exclusive=True)

    async def _written(self, path: Path) -> None:
        self._say("Writing …")
        offer = self._offers[self.query_one(Offers).chosen]
        try:
            number = await asyncio.to_thread(self._write, offer, path)
        except (DatelineError, OSError) as error:
            self._say(f"Nothing was written: {error}")
        else:
            self.dismiss(Written(path, number))

    def _say(self, text: str) -> None:
        self.query_one("#message", Label).update(Content(text))

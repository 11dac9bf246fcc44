"""A dialog that asks for one line, and says what is wrong with an answer instead of closing."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.screens.dialog import Dialog

Meaning = TypeVar("Meaning")

_PAUSE_SECONDS = 0.1
"""A pause in typing that is long enough to look at what was typed."""


class Prompt(Dialog[Meaning], Generic[Meaning]):
    """Answers what `understand` makes of the line; None from it means that it made nothing.

    `understand` runs in a thread, for it may load a library. With `tell` the reader sees as they type what
    was understood.
    """

    DEFAULT_CSS = """
    Prompt #message { color: $text-muted; height: auto; width: 1fr; }
    Prompt #meant { color: $accent; text-style: bold; height: 1; width: 1fr; padding: 0 1; }
    """

    def __init__(
        self,
        title: str,
        hint: str,
        understand: Callable[[str], Meaning | None],
        complaint: str,
        tell: Callable[[Meaning], str] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._understand = understand
        self._complaint = complaint
        self._tell = tell

    def compose(self) -> ComposeResult:
        """Puts the input above the hint."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = "Enter go · Esc cancel"
            yield Input(id="line")
            if self._tell:
                yield Label(id="meant")
            yield Label(Content(self._hint), id="message")

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Begins to understand the line."""
        if event.value.strip():
            self.run_worker(self._answer(event.value.strip()), exclusive=True)

    @on(Input.Changed)
    def preview(self, event: Input.Changed) -> None:
        """Begins to show what the line means, once the reader pauses."""
        if self._tell:
            self.run_worker(self._preview(event.value.strip(), self._tell), group="preview", exclusive=True)

    async def _preview(self, line: str, tell: Callable[[Meaning], str]) -> None:
        await asyncio.sleep(_PAUSE_SECONDS)
        meaning = await asyncio.to_thread(self._understand, line) if line else None
        self.query_one("#meant", Label).update(Content(f"→ {tell(meaning)}" if meaning is not None else ""))

    async def _answer(self, line: str) -> None:
        message = self.query_one("#message", Label)
        message.update(Content("…"))
        meaning = await asyncio.to_thread(self._understand, line)
        if meaning is None:
            message.update(Content(f"“{line}” {self._complaint}\n{self._hint}"))
        else:
            self.dismiss(meaning)

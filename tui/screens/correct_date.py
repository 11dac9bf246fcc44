"""The dialog for another date: it shows what a line means before it is taken, and what was there."""

import asyncio
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from store import EventDetail
from tui.cells import safe_line
from tui.dates import long_date, long_day
from tui.screens.dialog import Dialog
from tui.typed_dates import TypedDate, typed_date

_FORMS = "13 sep 2023 · on wednesday · june 2018 · 12 to 17 june 2018 · about 1950 · 2023-09-12/2023-09-17"


class CorrectDate(Dialog[str]):
    """Answers the value of the date as EDTF (ISO 8601-2).

    Words are meant as in a report of `published`; None of `detail` where several events get the date.
    """

    DEFAULT_CSS = """
    CorrectDate Label { width: 1fr; height: auto; }
    CorrectDate #was, CorrectDate #forms { color: $text-muted; }
    CorrectDate #meant { text-style: bold; color: $accent; padding: 0 0 1 0; }
    """

    def __init__(self, detail: EventDetail | None, published: date) -> None:
        super().__init__()
        self._detail = detail
        self._published = published
        self._meant: tuple[str, TypedDate | None] = ("", None)

    def compose(self) -> ComposeResult:
        """Puts the input between what the date is and what it would be."""
        with Vertical(id="box") as box:
            box.border_title = "Correct the date"
            box.border_subtitle = "Enter correct · Esc cancel"
            yield Label(Content(self._was()), id="was")
            yield Input(placeholder="in words, or as 2023-09-13", id="line")
            yield Label("", id="meant")
            yield Label(Content(f"Words count from {long_day(self._published)}. {_FORMS}"), id="forms")

    @on(Input.Changed)
    def preview(self, event: Input.Changed) -> None:
        """Shows what the line means."""
        self.run_worker(self._understand(event.value), exclusive=True)

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Takes the date that the line means, once that is known."""
        line, typed = self._meant
        if typed and line == event.value:
            self.dismiss(typed.value)
        elif event.value.strip():
            self.run_worker(self._answer(event.value), exclusive=True)

    async def _understand(self, line: str) -> TypedDate | None:
        if line != self._meant[0]:
            typed = await asyncio.to_thread(typed_date, line, self._published) if line.strip() else None
            self._meant = line, typed
        self.query_one("#meant", Label).update(Content(self._says(*self._meant)))
        return self._meant[1]

    async def _answer(self, line: str) -> None:
        if typed := await self._understand(line):
            self.dismiss(typed.value)

    def _says(self, line: str, typed: TypedDate | None) -> str:
        if typed is not None:
            return f"→ {typed.words}   ({typed.value})"
        return f"“{safe_line(line.strip())}” is no date that can be read" if line.strip() else ""

    def _was(self) -> str:
        if self._detail is None:
            return "All marked events get this date."
        row = self._detail.row
        now = long_date(row.value, row.first, row.last, row.precision)
        return f"{now} ({row.value}) ← {safe_line(self._detail.why)}"

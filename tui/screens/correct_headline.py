"""The dialog for another headline: the present one, to be edited."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from store import EventDetail
from tui.cells import safe_line
from tui.screens.dialog import Dialog


class CorrectHeadline(Dialog[str]):
    """Answers the new headline; nothing where it stays as it is."""

    DEFAULT_CSS = """
    CorrectHeadline > #box { width: 100; }
    CorrectHeadline Label { width: 1fr; height: auto; max-height: 8; color: $text-muted; }
    """

    def __init__(self, detail: EventDetail) -> None:
        super().__init__()
        self._detail = detail

    def compose(self) -> ComposeResult:
        """Puts the input above the words of the first passage."""
        with Vertical(id="box") as box:
            box.border_title = "Correct the headline"
            box.border_subtitle = "Enter correct · Esc cancel"
            yield Input(safe_line(self._detail.row.headline), select_on_focus=False)
            if self._detail.passages:
                yield Label(Content(f"“{safe_line(self._detail.passages[0].quote)}”"))

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Takes the headline."""
        line = event.value.strip()
        self.dismiss(line if line and line != safe_line(self._detail.row.headline) else None)

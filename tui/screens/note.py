"""The note dialog: a few lines of the reader's own words on an event."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, TextArea

from tui.screens.dialog import Dialog


class Note(Dialog[str]):
    """Answers the text of the note, empty where it is to go away; Esc loses no words unasked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", "Save", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Note TextArea {
        height: 8; border: none; padding: 0 1; margin: 0 0 1 0; background: $panel;
    }
    Note TextArea:focus { border: none; }
    Note #message { color: $text-muted; height: auto; width: 1fr; }
    """

    def __init__(self, title: str, text: str, hint: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint
        self._warned = False

    def compose(self) -> ComposeResult:
        """Puts the text above the hint."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = "Ctrl+S save · Esc cancel"
            yield TextArea(self._text, id="text", soft_wrap=True, tab_behavior="focus")
            yield Label(Content(self._hint), id="message")

    def on_mount(self) -> None:
        """Puts the cursor behind the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def doubt(self) -> None:
        """Asks again before words are thrown away."""
        self._warned = False

    def action_save(self) -> None:
        """Answers the text."""
        self.dismiss(self.query_one(TextArea).text)

    def action_cancel(self) -> None:
        """Gives up; where the text was changed only when asked twice."""
        if self._warned or self.query_one(TextArea).text.strip() == self._text.strip():
            self.dismiss(None)
            return
        self._warned = True
        self.query_one("#message", Label).update(Content("Esc again throws the changes away; Ctrl+S saves."))

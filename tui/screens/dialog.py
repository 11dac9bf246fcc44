"""The frame of every dialog: a box in the middle with a title, and what Enter and Esc do below it."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """A screen that asks; Esc gives up and answers None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > #box {
        width: 72; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
        border-title-color: $accent; border-title-style: bold;
        border-subtitle-color: $text-muted;
    }
    Dialog Input { border: none; height: 1; padding: 0 1; background: $panel; margin: 0 0 1 0; }
    Dialog Input:focus { border: none; background-tint: $foreground 4%; }
    """

    def action_cancel(self) -> None:
        """Gives up."""
        self.dismiss(None)

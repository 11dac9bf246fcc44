"""A dialog with a list to choose from by keys alone: no typing, each line does something."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tui.bindings import MENU, bindings
from tui.screens.choices import Choice, Choices
from tui.screens.dialog import Dialog

LINES = 18
"""A menu is at most as high; a longer one scrolls."""


class Menu(Dialog[str]):
    """Answers the `id` of the line that was picked, None where the reader gave up.

    `remove` deletes what a line stands for and returns the lines that are left; without it nothing can be
    deleted.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(MENU)
    DEFAULT_CSS = "Menu Choices { height: auto; max-height: 60vh; }"

    def __init__(
        self,
        title: str,
        hint: str,
        choices: Sequence[Choice],
        *,
        empty: str = "",
        remove: Callable[[str], Sequence[Choice]] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._first = choices
        self._empty = empty
        self._remove = remove

    def compose(self) -> ComposeResult:
        """Puts the lines into the box."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = self._hint
            yield Choices(self._empty, id="choices")

    def on_mount(self) -> None:
        """Shows the lines."""
        self.show(self._first)

    def show(self, choices: Sequence[Choice]) -> None:
        """Shows other lines with the cursor where it was, or begins with them once the menu is there."""
        self._first = choices
        if not self.query(Choices):
            return
        self.choices.styles.height = max(1, min(LINES, len(choices)))
        self.choices.show(list(choices), self.choices.cursor)

    @property
    def choices(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self.choices.move(step)

    @on(Choices.Picked)
    def action_pick(self) -> None:
        """Answers the line under the cursor."""
        if self.choices.current:
            self.pick(self.choices.current.id)

    def pick(self, id: str) -> None:
        """Does what a line is for."""
        self.dismiss(id)

    def action_remove(self) -> None:
        """Deletes what the line under the cursor stands for."""
        if self._remove and self.choices.current:
            self.show(self._remove(self.choices.current.id))

"""A dialog to pick one thing of a list: type to narrow, Enter picks."""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from corpus import DatelineError
from tui.screens.dialog import Dialog
from tui.screens.items import Item, Items

_LEAST, _MOST = 5, 17
"""The lines of the list, by what it holds at first; it does not jump while one types."""


class PickOne(Dialog[Item]):
    """Answers the item that was picked.

    `find` returns the items that match what was typed; it runs in a thread, and may raise `DatelineError`.
    `present` names the item under the cursor at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False, priority=True),
        Binding("pagedown", "move(10)", "Ten down", show=False, priority=True),
        Binding("pageup", "move(-10)", "Ten up", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    PickOne.-wide > #box { width: 110; }
    PickOne Items { max-height: 55vh; }
    PickOne #about { color: $text-muted; height: auto; width: 1fr; }
    """

    def __init__(
        self,
        title: str,
        prompt: str,
        find: Callable[[str], Sequence[Item]],
        *,
        about: str = "",
        present: str = "",
        typed: str = "",
        wide: bool = False,
    ) -> None:
        super().__init__(classes="-wide" if wide else None)
        self._title = title
        self._prompt = prompt
        self._find = find
        self._about = about
        self._present = present
        self._typed = typed
        self._items = Items("Nothing matches; delete a letter, or press Esc.", id="items")
        self._found_for: str | None = None
        self._is_chosen = False

    def compose(self) -> ComposeResult:
        """Puts the input above the items."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = "type to narrow · Enter choose · Esc cancel"
            if self._about:
                yield Label(Content(self._about), id="about")
            yield Input(self._typed, placeholder=self._prompt, id="pattern", select_on_focus=False)
            yield self._items

    def on_mount(self) -> None:
        """Shows what matches from the beginning."""
        self.query_one(Input).focus()
        self._search(self._typed)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Shows what matches the text."""
        self._search(event.value)

    @on(Input.Submitted)
    @on(Items.Chosen)
    def choose(self) -> None:
        """Answers the item under the cursor, once what was typed last is found."""
        self._is_chosen = self._found_for != self.query_one(Input).value
        if not self._is_chosen and (item := self._items.current):
            self.dismiss(item)

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._items.move(step)

    def _search(self, pattern: str) -> None:
        self.run_worker(self._show(pattern), exclusive=True)

    async def _show(self, pattern: str) -> None:
        try:
            found = await asyncio.to_thread(self._find, pattern)
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if self._items.styles.height is None or not self._items.items:
            self._items.styles.height = min(max(len(found), _LEAST), _MOST)
        self._items.show(found, keep=False)
        places = [number for number, item in enumerate(found) if item.id == self._present]
        if places and not pattern.strip():
            self._items.go(places[0])
        self._found_for = pattern
        if self._is_chosen:
            self.choose()

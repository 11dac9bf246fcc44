"""The line in which words are searched: results come as one types, Esc puts everything back."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.filters import Filters


class Words(Horizontal):
    """An input that is there only while words are typed.

    `search` is called with the words and the filters from before the search, in the same callback as the key:
    words and results are painted together, for a second change of the screen waits for the next frame.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Restore", show=False),
        Binding("down,up", "close", "To the results", show=False),
    ]
    DEFAULT_CSS = """
    Words { display: none; height: 1; background: $panel; }
    Words.-open { display: block; }
    Words Label { width: auto; color: $accent; text-style: bold; padding: 0 0 0 1; }
    Words Input { border: none; height: 1; padding: 0; background: $panel; width: 1fr; }
    Words Input:focus { border: none; }
    """

    class Closed(Message):
        """The search ended."""

    def __init__(self, search: Callable[[str, Filters], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self._search = search
        self._before = Filters()

    def compose(self) -> ComposeResult:
        """Puts the input behind a slash."""
        yield Label("/ ")
        yield Input(placeholder='words, or "an exact phrase"', select_on_focus=False)

    def on_mount(self) -> None:
        """Follows what is typed."""
        self.watch(self.query_one(Input), "value", self._type, init=False)

    def open(self, filters: Filters) -> None:
        """Begins a search with the words of the present filters."""
        self._before = filters
        field = self.query_one(Input)
        field.value = filters.words
        field.cursor_position = len(field.value)
        self.add_class("-open")
        field.focus()

    @on(Input.Submitted)
    def action_close(self) -> None:
        """Keeps the words as a filter."""
        self.remove_class("-open")
        self.post_message(self.Closed())

    def action_give_up(self) -> None:
        """Restores what was shown before the search."""
        self.remove_class("-open")
        self._search(self._before.words, self._before)
        self.post_message(self.Closed())

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keeps the words when the reader clicks elsewhere."""
        if self.has_class("-open"):
            self.action_close()

    def _type(self, words: str) -> None:
        if self.has_class("-open"):
            self._search(words, self._before)

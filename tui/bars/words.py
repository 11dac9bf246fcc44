"""The line in which words are searched: results come as one types, Esc puts everything back."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from tui.bindings import WORDS, bindings
from tui.filters import Filters
from tui.keymap import keymap_of

PLACEHOLDER = 'headlines, passages and titles: words, or "a phrase"'
"""What is searched, and how a phrase is typed; it fits 60 cells."""


class Field(Input):
    """The input; keys that follow the end of the search so fast that they still come here are passed on."""

    async def _on_key(self, event: events.Key) -> None:
        words = self.parent
        assert isinstance(words, Words)
        keys = keymap_of(self.app)
        if words.is_open and event.key not in keys["words.keep"].keys.split(","):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if words.is_open:
            words.action_close()
        elif self.screen.focused is not self:
            self.app.simulate_key(event.key)

    async def action_submit(self) -> None:
        """Ends the search, also with a key that was typed ahead of it."""
        words = self.parent
        assert isinstance(words, Words)
        words.action_close()


class Words(Horizontal):
    """An input that is there only while words are typed.

    `search` is called with the words and the filters from before the search, in the same callback as the key:
    words and results are painted together, for a second change of the screen waits for the next frame.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(WORDS)
    DEFAULT_CSS = """
    Words { display: none; height: 1; background: $panel; }
    Words.-open { display: block; }
    Words Label { width: auto; color: $accent; text-style: bold; padding: 0 0 0 1; }
    Words Input { border: none; height: 1; padding: 0; background: $panel; width: 1fr; }
    Words Input:focus { border: none; }
    """

    def __init__(self, search: Callable[[str, Filters], None], id: str | None = None) -> None:
        super().__init__(id=id)
        self._search = search
        self._before = Filters()

    def compose(self) -> ComposeResult:
        """Puts the input behind a slash."""
        yield Label("/ ")
        yield Field(placeholder=PLACEHOLDER, select_on_focus=False)

    def on_mount(self) -> None:
        """Follows what is typed."""
        self.watch(self.query_one(Input), "value", self._type, init=False)

    @property
    def is_open(self) -> bool:
        """Whether words are being typed."""
        return self.has_class("-open")

    def open(self, filters: Filters) -> None:
        """Begins a search with the words of the present filters."""
        self._before = filters
        field = self.query_one(Input)
        field.value = filters.words
        field.cursor_position = len(field.value)
        self.add_class("-open")
        self.screen.set_focus(field)

    def action_close(self) -> None:
        """Keeps the words as a filter."""
        self._leave()

    def action_give_up(self) -> None:
        """Restores what was shown before the search."""
        self._leave()
        self._search(self._before.words, self._before)

    def _leave(self) -> None:
        self.remove_class("-open")
        self.screen.set_focus(self.screen.query_one("#timeline"))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keeps the words when the reader clicks elsewhere."""
        if self.is_open:
            self.action_close()

    def _type(self, words: str) -> None:
        if self.is_open:
            self._search(words, self._before)

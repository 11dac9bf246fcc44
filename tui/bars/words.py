"""The line in which words are searched: results come as one types, Esc puts everything back."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from tui.filters import Filters


class Words(Horizontal):
    """An input that is there only while words are typed."""

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

    class Changed(Message):
        """Other words were typed; `before` are the filters from before the search."""

        def __init__(self, words: str, before: Filters) -> None:
            super().__init__()
            self.words = words
            self.before = before

    class Closed(Message):
        """The search ended."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._before = Filters()

    def compose(self) -> ComposeResult:
        """Puts the input behind a slash."""
        yield Label("/ ")
        yield Input(placeholder='words, or "an exact phrase"', select_on_focus=False)

    def open(self, filters: Filters) -> None:
        """Begins a search with the words of the present filters."""
        self._before = filters
        field = self.query_one(Input)
        with field.prevent(Input.Changed):
            field.value = filters.words
        field.cursor_position = len(field.value)
        self.add_class("-open")
        field.focus()

    @on(Input.Changed)
    def type(self, event: Input.Changed) -> None:
        """Tells which words stand there now."""
        event.stop()
        if self.has_class("-open"):
            self.post_message(self.Changed(event.value, self._before))

    @on(Input.Submitted)
    def action_close(self) -> None:
        """Keeps the words as a filter."""
        self.remove_class("-open")
        self.post_message(self.Closed())

    def action_give_up(self) -> None:
        """Restores what was shown before the search."""
        self.remove_class("-open")
        self.post_message(self.Changed(self._before.words, self._before))
        self.post_message(self.Closed())

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keeps the words when the reader clicks elsewhere."""
        if self.has_class("-open"):
            self.action_close()

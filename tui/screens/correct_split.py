"""The dialog that splits an event: which of its passages tell another one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from store import EventDetail, Passage
from tui.bindings import bindings
from tui.bindings_correct import SPLITTING
from tui.keymap import subtitle
from tui.screens.dialog import Dialog
from tui.screens.items import Item, Items


class CorrectSplit(Dialog[list[int]]):
    """Answers the passages, by their `id`, that tell another event: some, and not all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next", show=False),
        Binding("up,k", "move(-1)", "Previous", show=False),
        *bindings(SPLITTING),
    ]
    DEFAULT_CSS = """
    CorrectSplit > #box { width: 100; }
    CorrectSplit Items { height: auto; max-height: 60vh; }
    CorrectSplit Label { width: 1fr; height: auto; color: $text-muted; padding: 0 0 1 1; }
    """

    def __init__(self, detail: EventDetail) -> None:
        super().__init__()
        self._detail = detail
        self._items = Items("", tall=2, id="items")

    def compose(self) -> ComposeResult:
        """Puts what is asked above the passages."""
        with Vertical(id="box") as box:
            box.border_title = "Split off as another event"
            box.border_subtitle = Content(subtitle(self, SPLITTING))
            yield Label(Content("Tick the passages that tell another event."), id="message")
            yield self._items

    def on_mount(self) -> None:
        """Shows the passages."""
        items = [_item(passage) for passage in self._detail.passages]
        self._items.styles.height = 2 * len(items)
        self._items.show(items)

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._items.move(step)

    @on(Items.Chosen)
    def action_tick(self) -> None:
        """Ticks a passage."""
        self._items.tick()

    def action_apply(self) -> None:
        """Answers the ticked passages, or the one under the cursor where none is."""
        current = self._items.current
        chosen = self._items.ticked or ({current.id} if current else set())
        if len(chosen) == len(self._detail.passages):
            says = "One passage must stay: take a tick away."
            self.query_one("#message", Label).update(Content(says))
        else:
            self.dismiss(sorted(map(int, chosen)))


def _item(passage: Passage) -> Item:
    document = passage.document
    source = " · ".join(filter(None, (document.publisher, document.title)))
    published = f"published {document.published_value}" if document.published else "undated"
    return Item(
        str(passage.id), ((source or document.id, "foreground"),), published, below=f"“{passage.quote}”"
    )

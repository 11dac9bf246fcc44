"""A screen of its own for a list: a title, the items, and the keys below them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, TypeVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from corpus import DatelineError
from store import Store
from tui.bars.bar import BOLD, Bar, spread
from tui.bars.keys import KeyLine
from tui.bindings import bindings
from tui.bindings_correct import LIST
from tui.cells import safe_line
from tui.correcting import written
from tui.key import Key
from tui.keymap import keymap_of
from tui.screens.items import Item, Items
from tui.theme import Ink

Found = TypeVar("Found")


class Title(Bar):
    """The name of the list, and how much is in it."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._about = ""

    def tell(self, name: str, about: str) -> None:
        """Shows another name."""
        self._heading, self._about = name, about
        self.refresh()

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the title."""
        left = [Segment(f" {safe_line(self._heading)} ", ink["accent"] + BOLD)]
        return spread(left, [Segment(f"{safe_line(self._about)} ", ink["muted"])], width)


class Listing(Screen[int]):
    """Answers the event to go to, by its `id`, None for none. What it shows is read in a thread."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LIST)
    DEFAULT_CSS = "Listing Items { height: 1fr; }"
    KEYS: ClassVar[tuple[str, ...]] = ()
    EMPTY = ""
    TALL = 1

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._is_there = False
        self._typed_ahead: list[Callable[[], object]] = []
        self.items = Items(self.EMPTY, tall=self.TALL, id="items")

    def compose(self) -> ComposeResult:
        """Puts the items between the title and the keys."""
        yield Title()
        yield self.items
        yield KeyLine()

    def on_mount(self) -> None:
        """Reads what is to be shown."""
        self.reload()

    def reload(self) -> None:
        """Reads again what is to be shown."""
        self.run_worker(self._load(), exclusive=True, group="list")

    async def load(self) -> None:
        """Reads and shows; may raise `DatelineError`."""
        raise NotImplementedError

    def show(self, name: str, about: str, items: Sequence[Item]) -> None:
        """Shows items under a title."""
        self.query_one(Title).tell(name, about)
        hints = keymap_of(self.app).hints(self.KEYS)
        self.query_one(KeyLine).show([replace(key, hint=self.hint(key)) for key in hints if self.hint(key)])
        self.items.show(items)
        self._is_there = True
        for action in self._typed_ahead:
            self.call_later(action)
        self._typed_ahead = []

    def hint(self, key: Key) -> str:
        """Returns the word for a key in the footer; nothing where it is of no use now."""
        return key.hint

    def act(self, work: Callable[[Store], Found], done: Callable[[Found], None]) -> None:
        """Writes something in a thread, tells of it, and reads again; an error is a message."""
        self.run_worker(self._act(work, done), group="acts")

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._once_there(lambda: self.items.move(step))

    @on(Items.Chosen)
    def action_open(self) -> None:
        """Goes to the event under the cursor."""
        self._once_there(self._open)

    def _once_there(self, action: Callable[[], object]) -> None:
        """Acts on the items; before they are read for the first time it waits for them."""
        if self._is_there:
            action()
        else:
            self._typed_ahead.append(action)

    def _open(self) -> None:
        item = self.items.current
        if item is not None and (event := self.event_of(item)) is not None:
            self.dismiss(event)

    def event_of(self, item: Item) -> int | None:
        """Returns the event that an item leads to, None where there is none."""
        return int(item.id)

    def action_other(self) -> None:
        """Shows the other list, where there is one."""

    def action_restore(self) -> None:
        """Brings back what is under the cursor, where that can be."""

    def action_back(self) -> None:
        """Goes back to the timeline."""
        self.dismiss(None)

    async def _load(self) -> None:
        try:
            await self.load()
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False)

    async def _act(self, work: Callable[[Store], Found], done: Callable[[Found], None]) -> None:
        try:
            found = await written(self._path, work)
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.app.clear_notifications()
            done(found)
            self.reload()

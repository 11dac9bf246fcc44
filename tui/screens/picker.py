"""A dialog to pick from many: type to narrow, Tab ticks several, Enter applies."""

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from corpus import StoreError
from tui.bindings import PICKING, bindings
from tui.keymap import keymap_of
from tui.screens.choices import TICK, Choice, Choices
from tui.screens.dialog import Dialog

Find = Callable[[str], list[Choice]]
"""Returns the choices that match what was typed; for nothing typed, all."""

NOTHING = "Nothing matches; delete a letter, or press Esc."


class Pattern(Input):
    """The input, which leaves some characters to the keys of the picker."""

    def __init__(self, reserved: Collection[str], *, placeholder: str, id: str) -> None:
        super().__init__(placeholder=placeholder, id=id)
        self._reserved = reserved

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tells whether a key is typed into the input."""
        return key not in self._reserved and super().check_consume_key(key, character)


class Picker(Dialog[list[Choice]]):
    """Answers the choices that were picked, none where all ticks were taken away.

    `prepare` runs in a thread, may ask the store, and returns what finds choices from then on; `find` does so
    at once.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(PICKING, priority=True)
    DEFAULT_CSS = "Picker Choices { height: 60vh; max-height: 18; }"

    def __init__(
        self,
        title: str,
        prompt: str,
        find: Find | None,
        ticked: Iterable[Choice],
        *,
        prepare: Callable[[], Find] | None = None,
        marks: Sequence[str] = (TICK,),
    ) -> None:
        super().__init__()
        self._title = title
        self._prompt = prompt
        self._find = find
        self._prepare = prepare
        self._ticked = list(ticked)
        self._marks = marks
        self._touched = not self._ticked
        self._ahead: deque[Callable[[], None]] = deque()

    def compose(self) -> ComposeResult:
        """Puts the input above the choices."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = self.hint()
            yield Pattern(self.reserved(), placeholder=self._prompt, id="pattern")
            yield Choices(NOTHING if self._find else "Counting …", id="choices", marks=self._marks)
            yield from self.below()

    def reserved(self) -> Collection[str]:
        """Returns the keys of characters that are not typed but do something."""
        return ()

    def below(self) -> ComposeResult:
        """Yields what stands below the choices."""
        yield from ()

    def hint(self) -> str:
        """Returns what the keys do, for the lower edge."""
        return f"Enter apply · {keymap_of(self.app)['picking.tick'].label} tick several · Esc cancel"

    def on_mount(self) -> None:
        """Shows all choices, those of the present filter ticked."""
        self._choices.ticked = {choice.id: choice for choice in self._ticked}
        if self._prepare:
            self.run_worker(self._load(self._prepare))
        else:
            self.search()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Shows what matches the text."""
        self._once_there(partial(self._narrow, event.value))

    def _narrow(self, typed: str) -> None:
        self._touched = self._touched or bool(typed)
        self._show(typed)

    @on(Input.Submitted)
    @on(Choices.Picked)
    def apply(self) -> None:
        """Answers the ticked choices, and the one under the cursor where the reader went to it."""
        self._once_there(self._apply)

    def _apply(self) -> None:
        picked = dict(self._choices.ticked)
        current = self._choices.current
        if self._touched and current is None:
            return
        if self._touched and current is not None:
            picked.setdefault(current.id, current)
        self.dismiss(list(picked.values()))

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._once_there(partial(self._move, step))

    def _move(self, step: int) -> None:
        self._touched = True
        self._choices.move(step)

    def action_tick(self, mark: str | None = None) -> None:
        """Ticks a choice; what was typed is kept, so that a neighbour can be ticked too."""
        if mark is None or mark in self._marks:
            self._once_there(partial(self._tick, mark))

    def _tick(self, mark: str | None) -> None:
        self._choices.tick(mark)
        self._touched = False
        self.ticked()

    def ticked(self) -> None:
        """Goes on once the ticks have changed."""

    def loaded(self) -> None:
        """Goes on once the choices can be found."""

    def search(self, *, keep: bool = False) -> None:
        """Shows what matches what stands in the input; to `keep` the cursor is to leave it on its choice."""
        self._show(self.query_one(Input).value, keep=keep)

    def _show(self, typed: str, *, keep: bool = False) -> None:
        if self._find is None:
            return
        found, before = self._find(typed), self._choices.current
        same = [number for number, each in enumerate(found) if keep and before and each.id == before.id]
        self._choices.show(found, same[0] if same else 0)

    async def _load(self, prepare: Callable[[], Find]) -> None:
        told = NOTHING
        try:
            self._find = await asyncio.to_thread(prepare)
        except StoreError as error:
            told = str(error)
        if self.is_running and self.query(Choices):
            self._choices.empty = told
            self._choices.refresh()
            self._show("")
            self.loaded()
            while self._ahead and self._find and self.is_current:
                self._ahead.popleft()()

    def _once_there(self, action: Callable[[], None]) -> None:
        """Acts on the choices; before they are there, what is typed and done waits for them, in its order."""
        if self._find is None:
            self._ahead.append(action)
        else:
            action()

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

"""A dialog to pick from many: type to narrow, Tab ticks several, Enter applies."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.screens.choices import Choice, Choices
from tui.screens.dialog import Dialog


class Picker(Dialog[list[Choice]]):
    """Answers the choices that were picked, none where all ticks were taken away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False, priority=True),
        Binding("pagedown", "move(10)", "Ten down", show=False, priority=True),
        Binding("pageup", "move(-10)", "Ten up", show=False, priority=True),
        Binding("tab", "tick", "Tick", show=False, priority=True),
    ]
    DEFAULT_CSS = "Picker Choices { height: 18; max-height: 60vh; }"

    def __init__(
        self, title: str, prompt: str, find: Callable[[str], list[Choice]], ticked: Iterable[Choice]
    ) -> None:
        super().__init__()
        self._title = title
        self._prompt = prompt
        self._find = find
        self._ticked = list(ticked)
        self._touched = not self._ticked

    def compose(self) -> ComposeResult:
        """Puts the input above the choices."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            box.border_subtitle = "Enter apply · Tab tick several · Esc cancel"
            yield Input(placeholder=self._prompt, id="pattern")
            yield Choices("Nothing matches; delete a letter, or press Esc.", id="choices")

    def on_mount(self) -> None:
        """Shows all choices, those of the present filter ticked."""
        self._choices.ticked = {choice.id: choice for choice in self._ticked}
        self._search("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Shows what matches the text."""
        self._touched = self._touched or bool(event.value)
        self._search(event.value)

    @on(Input.Submitted)
    @on(Choices.Picked)
    def apply(self) -> None:
        """Answers the ticked choices, and the one under the cursor where the reader went to it."""
        picked = dict(self._choices.ticked)
        current = self._choices.current
        if self._touched and current is None:
            return
        if self._touched and current is not None:
            picked[current.id] = current
        self.dismiss(list(picked.values()))

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._touched = True
        self._choices.move(step)

    def action_tick(self) -> None:
        """Ticks a choice; what was typed is kept, so that a neighbour can be ticked too."""
        self._choices.tick()
        self._touched = False

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    def _search(self, pattern: str) -> None:
        self._choices.show(self._find(pattern))

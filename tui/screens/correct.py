"""The menu of corrections: what is said of an event now, and the key that says otherwise."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from corpus import Role
from store import EventDetail, EventRow
from tui.bindings import bindings
from tui.bindings_correct import CORRECTING
from tui.cells import counted, safe_line
from tui.dates import long_date
from tui.headlines import full_headline
from tui.keymap import keymap_of
from tui.screens.dialog import Dialog
from tui.screens.items import Item, Items

_LABEL = 11
_SEVERAL = ("date", "kind", "status", "merge", "reject", "accept")
"""What can be said of several events at once."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be corrected: events by their `id`, and the one of them if there is only one."""

    events: tuple[int, ...]
    detail: EventDetail | None = None

    @property
    def title(self) -> str:
        """The headline of the event, or how many there are."""
        if self.detail is None:
            return counted(len(self.events), "marked event")
        return full_headline(self.detail.row)


class Correct(Dialog[str]):
    """Answers what is to be corrected: `date`, `kind`, `status` and so on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(CORRECTING),
        Binding("down,j,tab", "move(1)", "Next", show=False),
        Binding("up,k,shift+tab", "move(-1)", "Previous", show=False),
        Binding("enter", "choose", "Choose", show=False),
        Binding("c", "cancel", "Close", show=False),
    ]
    DEFAULT_CSS = """
    Correct Items { height: auto; max-height: 60vh; }
    Correct Label { width: 1fr; height: auto; }
    Correct #of { text-style: bold; padding: 0 0 1 1; max-height: 4; }
    Correct #notes { color: $text-muted; padding: 1 0 0 1; max-height: 6; }
    """

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._choices = Items("", id="items")

    def compose(self) -> ComposeResult:
        """Puts the headline above what can be corrected, and what was corrected already below it."""
        with Vertical(id="box") as box:
            box.border_title = "Correct"
            box.border_subtitle = "a letter, or Enter · Esc close"
            yield Label(Content(self._subject.title), id="of")
            yield self._choices
            if notes := self._notes():
                yield Label(Content(notes), id="notes")

    def on_mount(self) -> None:
        """Shows what is said now."""
        items = list(self._items())
        self._choices.styles.height = len(items)
        self._choices.show(items)

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._choices.move(step)

    @on(Items.Chosen)
    def action_choose(self) -> None:
        """Answers what is under the cursor."""
        if item := self._choices.current:
            self.dismiss(item.id)

    def action_correct(self, what: str) -> None:
        """Answers what was chosen by its key, if it can be corrected here."""
        if what in self._offered:
            self.dismiss(what)

    @property
    def _offered(self) -> Collection[str]:
        """What can be corrected here."""
        return _now(self._subject.detail) if self._subject.detail else _SEVERAL

    def _items(self) -> Iterator[Item]:
        keys, detail = keymap_of(self.app), self._subject.detail
        now = _now(detail) if detail else {}
        for key in CORRECTING:
            what = key.id.partition(".")[2]
            if what in self._offered:
                shown = keys[key.id].names.split("  ")[0]
                label = f"{key.hint:<{_LABEL}}"
                value = now.get(what) or _OF_SEVERAL.get(what, "")
                yield Item(
                    what, ((f"{shown:<4}", "accent"), (label, "foreground"), (value, "muted")), key=shown
                )

    def _notes(self) -> str:
        if self._subject.detail is None:
            return "One undo takes back what is said of all of them."
        return "\n".join(self._subject.detail.corrections)


_OF_SEVERAL = {
    "date": "all of them on the same",
    "kind": "all of them the same",
    "status": "all of them the same",
    "merge": "make them one event",
    "reject": "they are no events",
    "accept": "right as they stand",
}


def _now(detail: EventDetail) -> dict[str, str]:
    """Returns what is said of an event now, by what can be corrected."""
    row = detail.row
    now = {
        "date": f"{long_date(row.value, row.first, row.last, row.precision)} ← {safe_line(detail.why)}",
        "kind": str(row.kind),
        "status": str(row.status),
        "headline": safe_line(row.headline),
        "actors": cast(row) or "nobody",
        "merge": "it is the same event as another one",
    }
    if len(detail.passages) > 1:
        now["split"] = f"{counted(len(detail.passages), 'passage')} tell it"
    return now | {"reject": "it is no event", "accept": "checked" if row.is_checked else "right as it stands"}


def cast(row: EventRow) -> str:
    """Returns the actors of an event: `United States → Russia`."""
    sides = (
        ", ".join(safe_line(actor.name) for actor in row.actors if actor.role is role)
        for role in (Role.SOURCE, Role.TARGET)
    )
    sources, targets = sides
    return f"{sources} → {targets}" if targets else sources

"""The journal: every correction, newest first, with the way back; and the events that were rejected."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from store import Accept, EventRow, JournalEntry, State, Store
from tui.bindings import bindings
from tui.bindings_correct import CORRECT, IN_JOURNAL
from tui.cells import counted
from tui.correcting import asked, told
from tui.dates import moment
from tui.key import Key
from tui.keymap import keymap_of
from tui.screens.event_items import event_item
from tui.screens.items import Item
from tui.screens.listing import Listing

_STATES = {
    State.IN_FORCE: "",
    State.UNDONE: "undone",
    State.ORPHANED: "waits: its passage is not told now",
}


class Journal(Listing):
    """Lists the corrections, or what was rejected; undoes, redoes and restores."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        key for key in CORRECT if key.id in ("correct.undo", "correct.redo")
    )
    KEYS = IN_JOURNAL
    TALL = 2

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._is_rejected = False
        self._entries: dict[str, JournalEntry] = {}

    async def load(self) -> None:
        """Reads the journal or the rejected events."""
        if self._is_rejected:
            self._entries = {}
            rows = await asyncio.to_thread(asked, self._path, lambda store: store.rejected())
            self.items.empty = "No event was rejected."
            self.show("Rejected events", counted(len(rows), "event"), [_rejected(row) for row in rows])
        else:
            entries = await asyncio.to_thread(asked, self._path, lambda store: store.journal())
            self._entries = {str(entry.id): entry for entry in entries}
            correct = keymap_of(self.app)["correct.menu"].label
            self.items.empty = f"Nothing was corrected yet; {correct} on the timeline corrects an event."
            items = [_item(entry) for entry in entries if entry.batch in (None, entry.id)]
            self.show("Journal of corrections", counted(len(items), "correction"), items)

    def hint(self, key: Key) -> str:
        """Returns the word for a key in the footer: some are of use in one of the two lists alone."""
        if key.id == "list.other":
            return "corrections" if self._is_rejected else "rejected events"
        useless = ("list.open",) if self._is_rejected else ("list.restore",)
        return "" if key.id in useless else key.hint

    def event_of(self, item: Item) -> int | None:
        """Returns the event that a correction bears on."""
        if self._is_rejected:
            key = keymap_of(self.app)["list.restore"].label
            self.notify(f"It is on no timeline; {key} restores it.", markup=False)
            return None
        entry = self._entries[item.id]
        event = entry.event
        if entry.entity is not None:
            key = keymap_of(self.app)["correct.people"].label
            self.notify(
                f"It says who somebody is in all events; {key} on the timeline lists them.", markup=False
            )
        elif event is None:
            self.notify("No event tells what this correction hangs on.", markup=False)
        return event

    def action_undo(self) -> None:
        """Takes the newest correction back that is not undone."""
        self.act(lambda store: store.undo(), lambda entry: self._say("Undone", entry))

    def action_redo(self) -> None:
        """Makes the correction again that was undone last."""
        self.act(lambda store: store.redo(), lambda entry: self._say("Redone", entry))

    def action_other(self) -> None:
        """Goes between the corrections and the rejected events."""
        self._is_rejected = not self._is_rejected
        self.reload()

    def action_restore(self) -> None:
        """Brings the rejected event under the cursor back."""
        item = self.items.current
        if item is None or not self._is_rejected:
            keys = keymap_of(self.app)
            shows, restores = keys["list.other"].label, keys["list.restore"].label
            says = f"{shows} shows the rejected events; {restores} restores one of them."
            self.notify(says, markup=False)
            return
        event = int(item.id)

        def restore(store: Store) -> JournalEntry:
            return store.correct(event, Accept())

        headline = item.parts[-1][0]
        self.act(restore, lambda _: self.notify(f"Restored: {headline}", markup=False))

    def _say(self, prefix: str, entry: JournalEntry) -> None:
        self.notify(f"{prefix}: {told(entry)}", markup=False)


def _item(entry: JournalEntry) -> Item:
    state = _STATES[entry.state]
    colour = "faint" if entry.state is State.UNDONE else "foreground"
    quote = f"“{entry.quotes[0]}”" if entry.quotes else ""
    return Item(
        str(entry.id),
        ((told(entry), colour), (f"   {state}" if state else "", "conflict")),
        moment(entry.made),
        below=" · ".join(filter(None, (quote, entry.title))),
    )


def _rejected(row: EventRow) -> Item:
    return event_item(row)

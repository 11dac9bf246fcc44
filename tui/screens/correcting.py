"""Corrections on the main screen: written in a thread, and shown at once with the cursor on their event."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from corpus import DatelineError, StoreError
from store import Query, Store
from tui.bindings import bindings
from tui.bindings_correct import CORRECT
from tui.correcting import asked_in_turn, told, written
from tui.filters import ActorFilter
from tui.keymap import keymap_of
from tui.screens.taking import Taking

if TYPE_CHECKING:
    from store import JournalEntry, Unlisted  # load what few readers need at once

Work = Callable[[Store], "JournalEntry"]


_HIDDEN = "The filters do not let it through."


class Correcting(Taking):
    """The panes with the actions that correct; the dialogs load when they are asked for."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(CORRECT)

    _expected: int | None = None
    """The place at which the cursor stands unless the reader has moved it since."""

    def action_correct(self, what: str = "") -> None:
        """Asks what is to be corrected, and then for what is right instead."""
        from tui.screens.correct_asking import Asking

        marked, row = self.timeline.selection.ids, self.timeline.row
        if len(marked) > 1 or (marked and (row is None or row.id != marked[0])):
            self.run_worker(Asking(self, marked).look_up(what), group="asking")
        elif row is None:
            self.notify("There is no event to correct here.", markup=False)
        else:
            self._when_told(lambda: Asking(self, (row.id,), self.detail).begin(what))

    def action_undo(self) -> None:
        """Takes the last correction back."""
        self._in_turn(lambda: self.write(lambda store: store.undo(), "Undone"))

    def action_redo(self) -> None:
        """Makes the correction again that was undone."""
        self._in_turn(lambda: self.write(lambda store: store.redo(), "Redone"))

    def action_journal(self) -> None:
        """Shows all corrections, and what was rejected."""
        from tui.screens.journal import Journal

        self.app.push_screen(Journal(self.store.path), self._back)

    def action_changes(self) -> None:
        """Shows what the last ingests changed."""
        from tui.screens.changes import Changes

        self.app.push_screen(Changes(self.store.path), self._back)

    def action_people(self) -> None:
        """Shows those whom nobody listed."""
        from tui.screens.people import People

        self.app.push_screen(People(self.store.path, self._show_person), self._back)

    def _show_person(self, who: "Unlisted") -> None:
        self.apply(self.filters.with_actors([ActorFilter(who.entity, who.name, who.country)]))

    def write(self, work: Work, prefix: str = "") -> None:
        """Writes a correction in a thread, and shows what came of it with the cursor on its event."""
        self._expected = self.feed.place
        self.run_worker(self._corrected(work, prefix), group="corrections")

    async def _corrected(self, work: Work, prefix: str) -> None:
        try:
            entry, place = await written(self.store.path, partial(_placed, work, query=self.filters.query))
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False, timeout=8)
            return
        key, is_shown = place
        has_moved = self.feed.place != self._expected  # who has gone on meanwhile is not called back
        self.renew(None if has_moved else key)
        back = keymap_of(self.app)["correct.undo"].names
        says = f"{prefix}: {told(entry)}" if prefix else f"{_sentence(told(entry))} · {back} undoes"
        where = f"\n{_HIDDEN}" if key is not None and not is_shown else ""
        self.app.clear_notifications()  # the last word holds
        self.notify(f"{says}{where}", markup=False)

    def renew(self, key: int | None) -> None:
        """Shows the store as it is now, with the cursor on the event with a key, or where it is."""
        try:
            self._version = self.store.version()
        except StoreError as error:
            self.complain(error)
            return
        self.feed.place = self.feed.place if key is None else key
        self._expected = self.feed.place
        self._told = (None, None)
        self._count()
        self.apply(self.filters)

    def _back(self, event: int | None) -> None:
        """Comes back from a list, where the store may have been changed, to an event chosen there."""
        self.run_worker(self._come_back(event), group="corrections")

    async def _come_back(self, event: int | None) -> None:
        query, path = self.filters.query, self.store.path
        try:
            key, is_shown = await asked_in_turn(path, lambda store: _place(store, event, query))
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.renew(key)
        if event is not None and not is_shown:
            hidden = "It was rejected: it is on no timeline." if key is None else _HIDDEN
            self.notify(hidden, markup=False)


def _placed(work: Work, store: Store, query: Query) -> "tuple[JournalEntry, tuple[int | None, bool]]":
    entry = work(store)
    return entry, _place(store, entry.event, query)


def _place(store: Store, event: int | None, query: Query) -> tuple[int | None, bool]:
    """Returns the key of an event, None where it is on no timeline, and whether a query lets it through."""
    key = store.key_of(event) if event is not None else None
    found = store.page(query, after=key - 1, limit=1) if key is not None else []
    return key, any(row.key == key for row in found)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]

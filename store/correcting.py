"""What a user may say of events, as methods of the store; what does it loads when it is asked for."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from store.model import EventRow
from store.opening import explained

if TYPE_CHECKING:
    from store.corrections.model import Change, Identity, JournalEntry
    from store.identities.listing import Unlisted


class Correcting:
    """The corrections of an open store, and their journal."""

    _connection: sqlite3.Connection
    path: Path

    def correct(self, event: int, change: "Change") -> "JournalEntry":
        """Changes what is said of an event, for as long as any of its passages is there.

        The correction hangs on the words of the passages: it holds when their documents are read again by
        a newer extraction, with another publication date or in another order. Raises `UsageError` for what
        an event cannot be, `StoreError` where there is no such event.
        """
        from store.corrections import making
        from store.corrections.journal import entry

        with explained(self.path):
            return entry(self._connection, making.correct(self._connection, [event], change))

    def correct_all(self, events: Iterable[int], change: "Change") -> "JournalEntry":
        """Changes the same of several events, all or none; returns the first entry of the batch.

        One undo takes the whole batch back.
        """
        from store.corrections import making
        from store.corrections.journal import entry

        with explained(self.path):
            return entry(self._connection, making.correct(self._connection, list(events), change))

    def refuse_unfit(self, event: int, changes: "Iterable[Change]") -> None:
        """Raises what `correct` would for the first of some changes that the event cannot take."""
        from store.corrections.checking import checked, tellings_of

        with explained(self.path):
            tellings_of(self._connection, event)
            for change in changes:
                checked(self._connection, change)

    def merge(self, events: Iterable[int]) -> "JournalEntry":
        """Makes two or more events one, also with the documents that will tell any of them later."""
        from store.corrections import making
        from store.corrections.journal import entry

        with explained(self.path):
            return entry(self._connection, making.merge(self._connection, list(events)))

    def split(self, event: int, *passages: int) -> "JournalEntry":
        """Makes one or more passages of an event, by their `id`, an event of its own."""
        from store.corrections import making
        from store.corrections.journal import entry

        with explained(self.path):
            return entry(self._connection, making.split(self._connection, event, passages))

    def nearby(self, event: int, words: str = "", *, limit: int = 50) -> list[EventRow]:
        """Returns the events that may be the same as one, the most similar first.

        They lie within a fortnight and have an actor or a country in common; those of a search for `words`
        lie anywhere.
        """
        from store.corrections.nearby import nearby

        with explained(self.path):
            return nearby(self._connection, event, words, limit)

    def identify(self, entity: str, identity: "Identity") -> "JournalEntry":
        """Says who somebody is whom nobody listed, by the identifier: verified, somebody else, or nobody.

        It holds for all documents that name this one, those that are read later too. Raises `UsageError` for
        somebody who is listed, and for one who would be himself.
        """
        from store.corrections.journal import entry
        from store.corrections.making import now
        from store.identities import making

        made = now().isoformat(timespec="seconds")
        with explained(self.path):
            return entry(self._connection, making.identify(self._connection, entity, identity, made))

    def unlisted(self) -> "list[Unlisted]":
        """Returns all whom documents name and nobody listed, the busiest first, also those who are known."""
        from store.identities.listing import unlisted

        with explained(self.path):
            return unlisted(self._connection)

    def resolve_unlisted(self, name: str) -> "Unlisted":
        """Returns the one with this identifier or name of all whom nobody listed."""
        from store.identities.listing import resolve_unlisted

        with explained(self.path):
            return resolve_unlisted(self._connection, name)

    def quote_of(self, entity: str) -> str:
        """Returns words of a document around the first mention of somebody whom nobody listed."""
        from store.identities.listing import quote_of

        with explained(self.path):
            return quote_of(self._connection, entity)

    def key_of(self, event: int) -> int | None:
        """Returns the key of an event by its `id`, None where it is not on the timeline."""
        with explained(self.path):
            row = self._connection.execute("SELECT key FROM event WHERE id = ?", (event,)).fetchone()
        return row[0] if row else None

    def undo(self) -> "JournalEntry":
        """Takes the newest correction, or batch of them, back; `UsageError` where there is none."""
        from store.corrections import making
        from store.corrections.journal import entry

        with explained(self.path):
            return entry(self._connection, making.undo(self._connection))

    def redo(self) -> "JournalEntry":
        """Makes the correction again that was undone last; a new correction leaves nothing to redo."""
        from store.corrections import making
        from store.corrections.journal import entry

        with explained(self.path):
            return entry(self._connection, making.redo(self._connection))

    def journal(self) -> "list[JournalEntry]":
        """Returns all corrections, the newest first, also those that are undone or wait for their passage."""
        from store.corrections.journal import journal

        with explained(self.path):
            return journal(self._connection)

    def rejected(self) -> list[EventRow]:
        """Returns the events that a user rejected, in date order; `event` tells of each like of any other."""
        from store.corrections.rejecting import rejected_events

        with explained(self.path):
            return rejected_events(self._connection)

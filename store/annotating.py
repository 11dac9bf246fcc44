"""The part of a store that keeps what a user says of events: stars, tags, notes and the basket."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from store.opening import explained

if TYPE_CHECKING:
    from store.notes.model import Annotation, Kept, Sort, TagCount


class Annotating:
    """What a user says of events. It hangs on the words of their passages, as corrections do."""

    path: Path
    _connection: sqlite3.Connection

    def annotate(self, events: Iterable[int], annotation: "Annotation", *, remove: bool = False) -> int:
        """Stars, tags or notes events, puts them into the basket or, with `remove`, takes that away.

        Returns how many events changed; those that are gone are left out. Raises `UsageError` for a tag or a
        note that cannot be.
        """
        from store.notes.making import annotate

        with explained(self.path):
            return annotate(self._connection, events, annotation, remove=remove)

    def kept(self, sort: "Sort | None" = None) -> "list[Kept]":
        """Returns all annotations, or those of a sort: of events in date order, then of what is gone."""
        from store.notes.listing import kept

        with explained(self.path):
            return kept(self._connection, sort)

    def tags(self, among: Iterable[int] | None = None) -> "list[TagCount]":
        """Returns the tags of all events, or of those with these numbers, the most frequent first."""
        from store.notes.listing import tags

        with explained(self.path):
            return tags(self._connection, among)

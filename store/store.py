"""The store: one SQLite file that holds documents, their events, and all that finds them again."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus import Analysis, Document
from store.actors import ActorFinder, ActorIndex, chosen, event_counts
from store.annotating import Annotating
from store.correcting import Correcting
from store.counting import count, kinds, months, span, stats
from store.detail import event_detail
from store.documents import known
from store.filtering import Filtering
from store.listed import keys_of
from store.model import (
    ActorCount,
    ChangeCounts,
    Changes,
    CountryCount,
    EventDetail,
    EventRow,
    KindCount,
    MonthCount,
    Period,
    Query,
    Run,
    Stats,
)
from store.opening import connect, explained
from store.outcomes import Estimated, Ingested, Known
from store.paging import page
from store.shape import country_counts
from store.view import View, make_view

_EVERYTHING = Query()


class Store(Correcting, Annotating, Filtering):
    """An open store; a context manager. One thread uses it at a time; other threads open their own.

    Every method may raise `StoreError`: the file is damaged, or another program kept it locked.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._actors: tuple[int, ActorIndex] | None = None
        self._run: int | None = None

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, read_only: bool = False) -> Self:
        """Opens the store at `path`, making it where `create` holds and there is none.

        Raises `StoreError` where there is none to open, where it belongs to another program or a newer
        dateline, or where it may not be read or written.
        """
        path = Path(path)
        return cls(connect(path, create=create, read_only=read_only), path)

    def close(self) -> None:
        """Closes the store; closing it twice does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def interrupt(self) -> None:
        """Stops what this store is doing for another thread, which then raises `StoreError`."""
        self._connection.interrupt()

    def version(self) -> int:
        """Returns a number that differs once anybody has changed the store; cheap enough to poll."""
        with explained(self.path):
            other = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return int(other) * 1_000_000_007 + self._connection.total_changes

    def ingest(self, *analyses: Analysis) -> Ingested:
        """Writes what was found in some documents and redoes the events that they touch, in one transaction.

        Many at a time are faster than one by one, and come to the same. The same bytes change nothing,
        unless they come with another publication date or were read by a newer extraction: then their
        passages are replaced, and events keep their `id` where they stay.
        """
        from store.ingest import ingest

        with explained(self.path):
            return ingest(self._connection, analyses, self._run)

    def estimate(
        self, read: Callable[[Document], Analysis], *, allowed: bool = True, fresh: bool = True
    ) -> list[Estimated]:
        """Estimates when undated documents were published, from the dated events that they retell.

        `read` analyses a document, for the store reads none itself. All estimates follow from the dated
        documents; they are withdrawn where they are not `allowed`. Without `fresh` documents since the last
        time only those are looked at that never were. Returns the estimates that changed.
        """
        from store.estimates.settling import settle_estimates

        with explained(self.path):
            return settle_estimates(self._connection, read, self._run, allowed=allowed, fresh=fresh)

    def begin_run(self) -> int:
        """Begins to note what the documents that follow change, and returns the number of the run."""
        from store.runs import begin_run

        with explained(self.path):
            self._run = begin_run(self._connection)
        return self._run

    def runs(self) -> list[Run]:
        """Returns the latest runs of ingests, the newest first, with how many events each changed."""
        from store.runs import runs

        with explained(self.path):
            return runs(self._connection)

    def changes(self, run: int | None = None, *, limit: int | None = None) -> Changes:
        """Returns what a run of ingests changed, the latest where none is named, up to `limit` events."""
        from store.runs import changes

        with explained(self.path):
            return changes(self._connection, run, -1 if limit is None else limit)

    def change_counts(self, run: int) -> ChangeCounts:
        """Returns how many events a run of ingests changed, and how."""
        from store.runs import change_counts

        with explained(self.path):
            return change_counts(self._connection, run)

    def known(self, digest: str) -> Known | None:
        """Returns what the store knows of the document with this SHA-256, None where it has none."""
        with explained(self.path):
            return known(self._connection, digest)

    def view(self, query: Query = _EVERYTHING, keys: "array[int] | None" = None) -> View:
        """Returns the events of a query in date order, as a sequence that reads what is asked of it.

        `keys` are those of the query, where they have been listed already.
        """
        with explained(self.path):
            return make_view(self._connection, query, self.path, keys)

    def keys(self, query: Query = _EVERYTHING) -> "array[int]":
        """Returns the keys of the events of a query, in date order."""
        with explained(self.path):
            return keys_of(self._connection, query)

    def page(
        self,
        query: Query = _EVERYTHING,
        *,
        after: int | None = None,
        before: int | None = None,
        limit: int = 50,
    ) -> list[EventRow]:
        """Returns up to `limit` events in date order: the first, those after a key, or those before one."""
        with explained(self.path):
            return page(self._connection, query, after=after, before=before, limit=limit)

    def count(self, query: Query = _EVERYTHING) -> int:
        """Returns how many events a query lets through."""
        with explained(self.path):
            return count(self._connection, query)

    def event(self, number: int) -> EventDetail:
        """Returns an event by its `id`, with all its evidence; `StoreError` where there is none."""
        with explained(self.path):
            return event_detail(self._connection, number)

    def details(self, query: Query = _EVERYTHING, *, limit: int | None = None) -> Iterator[EventDetail]:
        """Yields the events of a query with all their evidence, in date order, at most the first `limit`.

        It is for exports: the marks in the texts, which take longest to read, are left out.
        """
        from store.bulk import event_details

        with explained(self.path):
            if limit is None:
                keys: Sequence[int] = keys_of(self._connection, query)
            else:
                keys = [row.key for row in self.page(query, limit=limit)]
            yield from event_details(self._connection, keys)

    def events(self, numbers: Iterable[int]) -> Iterator[EventDetail]:
        """Yields events by their `id` as `details` does; those that are gone are left out."""
        from store.bulk import event_details, numbered

        with explained(self.path):
            yield from event_details(self._connection, numbered(self._connection, numbers))

    def actors(
        self, pattern: str = "", query: Query = _EVERYTHING, *, limit: int | None = 50
    ) -> list[ActorCount]:
        """Returns the actors of a query's events, the busiest first.

        `pattern` begins any word of any alias, in any script, without marks, hyphens or case; where that
        finds nobody, names that differ by a typing error. Without a pattern only those who act.
        """
        with explained(self.path):
            events = event_counts(self._connection, query)
            found = self._index().search(pattern, events, limit)
        return found if pattern else [actor for actor in found if actor.events]

    def actor_finder(self, query: Query = _EVERYTHING) -> ActorFinder:
        """Returns what finds the actors of a query's events without asking the store again."""
        with explained(self.path):
            return ActorFinder(self._index(), event_counts(self._connection, query))

    def resolve_actor(self, name: str) -> ActorCount:
        """Returns the actor with this identifier or name; failing that, the one whose name is the most alike.

        Raises `UsageError` with the candidates where several bear it, `StoreError` where nobody does.
        """
        with explained(self.path):
            events = event_counts(self._connection, _EVERYTHING)
            index = self._index()
        named, closest = index.named(name, events), index.closest(name, events)
        return chosen(name, named, closest, index.search(name, events, 8))

    def months(self, query: Query = _EVERYTHING) -> list[MonthCount]:
        """Returns how many events begin in each month that has any, earliest first."""
        with explained(self.path):
            return months(self._connection, query)

    def country_counts(self, query: Query = _EVERYTHING) -> list[CountryCount]:
        """Returns how many events of a query each country takes part in, by month, earliest first."""
        with explained(self.path):
            return country_counts(self._connection, query)

    def kinds(self, query: Query = _EVERYTHING) -> list[KindCount]:
        """Returns how many events are of each kind, the most frequent first."""
        with explained(self.path):
            return kinds(self._connection, query)

    def span(self) -> Period | None:
        """Returns the first and the last day of all events, None where there are none."""
        with explained(self.path):
            return span(self._connection)

    def stats(self) -> Stats:
        """Returns what the store holds."""
        with explained(self.path):
            return stats(self._connection, self.path)

    def check(self) -> list[str]:
        """Returns what is wrong with the store, a sentence each; nothing for a whole one."""
        from store.upkeep import check

        with explained(self.path):
            return check(self._connection)

    def backup(self, target: str | Path) -> None:
        """Copies the store to a new file, also while others use it.

        Raises `StoreError` where the target is there already or cannot be written.
        """
        from store.upkeep import backup

        with explained(self.path):
            backup(self._connection, Path(target))

    def _index(self) -> ActorIndex:
        version = self.version()
        if self._actors is None or self._actors[0] != version:
            self._actors = (version, ActorIndex.of_store(self._connection))
        return self._actors[1]

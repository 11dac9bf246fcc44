"""Documents on disk become rows of the store: the driver behind `dateline ingest` and the first run."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from corpus import (
    Analysis,
    DatelineError,
    Document,
    UnreadableDocument,
    analyse,
    extraction,
    read,
    read_json_lines,
)
from corpus.errors import our_fault
from store import Outcome, Store
from tui.dates import long_day
from tui.files import files_of_store, real

BUNDLED = Path(__file__).resolve().parent.parent / "corpus" / "articles"
"""The documents that dateline ships."""


_TOGETHER = 32
"""So many documents are put into the store at a time; of one event told by hundreds, fewer cost more."""

_SECONDS = 2.0
"""A reader who watches sees what was found after so long at most, and so much is read again after a stop."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far an ingest has come, after one document."""

    read: int
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why something did not become a document; `named` when the user named that very source."""

    reason: str
    named: bool


@dataclass(slots=True)
class Summary:
    """What an ingest did.

    `new`, `gained` (sources), `redated` and `gone` count events as they stand at its end, the rest documents.
    """

    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    new: int = 0
    gained: int = 0
    redated: int = 0
    gone: int = 0
    undated: list[str] = field(default_factory=list)
    estimated: list[str] = field(default_factory=list)
    eventless: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    cancelled: bool = False


Source = Path | BinaryIO


def documents(
    sources: Sequence[Source],
    *,
    published: date | None,
    json_lines: bool,
    skipped: Callable[[Skipped], None],
) -> Iterator[Document]:
    """Yields the documents of all sources, in order; what cannot be read goes to `skipped`."""
    reader = read_json_lines if json_lines else read
    for source in sources:
        named = not (isinstance(source, Path) and os.path.isdir(source))  # noqa: PTH112 - False where none may look

        def skip(error: UnreadableDocument, named: bool = named) -> None:
            skipped(Skipped(str(error), named))

        for document in reader(source, published=published, skipped=skip):
            yield replace(document, path=_shown(document.path))


def _shown(path: str | None) -> str | None:
    """Returns the path of a document; of those that dateline ships, from its own folder on."""
    if path is None or not Path(path).is_relative_to(BUNDLED):
        return path
    return str(Path(path).relative_to(BUNDLED.parent.parent))


def ingest(
    sources: Sequence[Source],
    store: Store,
    *,
    published: date | None = None,
    json_lines: bool = False,
    estimate: bool = True,
    stepped: Callable[[Step], None] = lambda step: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Summary:
    """Reads documents into the store, a few in each transaction, and returns what it did.

    Undated documents of the store get an estimate where it can tell, or lose it unless `estimate` allows.
    `stepped` is called after each document; once `cancelled` answers True, no further one is begun.
    """
    summary = Summary()
    run = store.begin_run()

    def skip(skipped: Skipped) -> None:
        if skipped.named or not _is_of_store(skipped.reason, store.path):
            summary.skipped.append(skipped)

    found = documents(sources, published=published, json_lines=json_lines, skipped=skip)
    pile = Pile(store, summary)
    try:
        for document in found:
            if cancelled():
                summary.cancelled = True
                break
            pile.add(document)
            stepped(Step(summary.read, document.title or document.path or document.id, summary.new))
    finally:
        pile.write()
    if not summary.cancelled:
        _estimate(store, summary, allowed=estimate)
    counts = store.change_counts(run)
    summary.new, summary.gained, summary.redated = counts.new, counts.gained, counts.redated
    return summary


def _is_of_store(reason: str, path: Path) -> bool:
    """Tells whether what was skipped is the store itself, or one of the files that SQLite keeps beside it."""
    return real(Path(reason.partition(": ")[0])) in files_of_store(path)


def _estimate(store: Store, summary: Summary, *, allowed: bool) -> None:
    """Settles the publication dates of undated documents, now that all others are there."""
    fresh = bool(summary.added or summary.updated)
    for changed in store.estimate(analyse, allowed=allowed, fresh=fresh):
        if changed.document in summary.undated:
            summary.undated.remove(changed.document)
        if changed.day is None:
            summary.undated.append(changed.document)
        else:
            told = f"about {long_day(changed.day)}, for {changed.why}"
            summary.estimated.append(f"{changed.document}: {told}")


def failed(document: Document, error: Exception) -> Skipped:
    """Returns a document on which dateline itself failed."""
    return Skipped(str(our_fault(document.path or document.id, error)), named=True)


class Pile:
    """Documents that were read and are not yet in the store: it settles many at a time faster than each."""

    def __init__(self, store: Store, summary: Summary) -> None:
        self._store = store
        self._summary = summary
        self._analyses: list[Analysis] = []
        self._begun = monotonic()

    def add(self, document: Document) -> None:
        """Reads a document; one on which dateline fails costs the reader none of the others."""
        try:
            if (analysis := _read(document, self._store, self._summary)) is not None:
                self._analyses.append(analysis)
        except DatelineError:
            raise
        except Exception as error:
            self._fail(document, error)
        if len(self._analyses) >= _TOGETHER or monotonic() - self._begun > _SECONDS:
            self.write()

    def write(self) -> None:
        """Puts the pile into the store: in one transaction, or where that fails one by one."""
        pile, self._analyses = self._analyses, []
        try:
            self._put(*pile)
        except DatelineError:
            raise
        except Exception:
            for analysis in pile:
                self._put_alone(analysis)
        self._begun = monotonic()

    def _put_alone(self, analysis: Analysis) -> None:
        try:
            self._put(analysis)
        except DatelineError:
            raise
        except Exception as error:
            self._fail(analysis.document, error)

    def _put(self, *pile: Analysis) -> None:
        done, summary = self._store.ingest(*pile), self._summary
        summary.added += done.outcomes.count(Outcome.ADDED)
        summary.updated += done.outcomes.count(Outcome.UPDATED)
        summary.unchanged += done.outcomes.count(Outcome.UNCHANGED)
        summary.new += done.new
        summary.gone += done.gone

    def _fail(self, document: Document, error: Exception) -> None:
        self._summary.skipped.append(failed(document, error))


def _read(document: Document, store: Store, summary: Summary) -> Analysis | None:
    """Returns what is found in a document; None for one that the store has read already."""
    summary.read += 1
    known = store.known(document.hash)
    if document.published is None and known and known.published:  # what the user gave, or the store tells
        document = replace(document, published=known.published, published_from=known.published_from)
    if document.published is None:
        summary.undated.append(document.path or document.id)
    if known and known.extraction == extraction() and known.is_dated_like(document):
        summary.unchanged += 1
        return None
    analysis = analyse(document)
    if not analysis.events and document.published is not None:
        summary.eventless.append(document.path or document.id)
    return analysis

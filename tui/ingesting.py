"""Documents on disk become rows of the store: the driver behind `dateline ingest` and the first run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from corpus import (
    DatelineError,
    Document,
    UnreadableDocument,
    analyse,
    extraction,
    read,
    read_json_lines,
)
from store import Outcome, Store

BUNDLED = Path(__file__).resolve().parent.parent / "corpus" / "articles"
"""The documents that dateline ships."""


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
        named = not (isinstance(source, Path) and source.is_dir())

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
    stepped: Callable[[Step], None] = lambda step: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Summary:
    """Reads documents into the store, one transaction each, and returns what it did.

    `stepped` is called after each document; once `cancelled` answers True, no further one is begun.
    """
    summary = Summary()
    run = store.begin_run()
    found = documents(sources, published=published, json_lines=json_lines, skipped=summary.skipped.append)
    for document in found:
        if cancelled():
            summary.cancelled = True
            break
        try:
            _ingest_document(document, store, summary)
        except DatelineError:
            raise
        except Exception as error:  # one document must not cost the reader all the others
            summary.skipped.append(Skipped(failure(document, error), named=True))
        stepped(Step(summary.read, document.title or document.path or document.id, summary.new))
    counts = store.change_counts(run)
    summary.new, summary.gained, summary.redated = counts.new, counts.gained, counts.redated
    return summary


def failure(document: Document, error: Exception) -> str:
    """Returns what to tell of a document on which dateline itself failed."""
    name = document.path or document.id
    return f"{name}: dateline failed on this document ({type(error).__name__}: {error}); please report it"


def _ingest_document(document: Document, store: Store, summary: Summary) -> None:
    summary.read += 1
    known = store.known(document.hash)
    if document.published is None and known and known.published:  # a date the user gave is kept
        document = replace(document, published=known.published, published_from=known.published_from)
    if document.published is None:
        summary.undated.append(document.path or document.id)
    if known and known.extraction == extraction() and known.published == document.published:
        summary.unchanged += 1
        return
    analysis = analyse(document)
    if not analysis.events and document.published is not None:
        summary.eventless.append(document.path or document.id)
    done = store.ingest(analysis)
    summary.added += done.outcome is Outcome.ADDED
    summary.updated += done.outcome is Outcome.UPDATED
    summary.unchanged += done.outcome is Outcome.UNCHANGED
    summary.new += done.new
    summary.gone += done.gone

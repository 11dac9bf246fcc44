"""Documents on disk become rows of the store: the driver behind `dateline ingest` and the first run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from time import monotonic

from corpus import Analysis, DatelineError, Document, analyse
from store import Outcome, Store
from tui.dates import long_day
from tui.files import files_of_store, real
from tui.processes import in_order
from tui.reading import Reading, Skipped, Source, Task, cost, failed, read, tasks

_TOGETHER = 32
"""So many documents are put into the store at a time; of one event told by hundreds, fewer cost more."""

_SECONDS = 10.0
"""No document waits longer, however slowly others come. It is far more than a pile takes, for the numbers of
events hang on where piles end: the same documents get the same ones however fast they are read."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far an ingest has come, after one document."""

    read: int
    name: str
    events: int


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


def ingest(
    sources: Sequence[Source],
    store: Store,
    *,
    published: date | None = None,
    json_lines: bool = False,
    estimate: bool = True,
    jobs: int | None = 1,
    stepped: Callable[[Step], None] = lambda step: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Summary:
    """Reads documents into the store, a few in each transaction, and returns what it did.

    Undated documents of the store get an estimate where it can tell, or lose it unless `estimate` allows.
    `jobs` processes read, as many as there are cores where it is None and the documents are worth it; what it
    comes to is the same. `stepped` is called after each document; once `cancelled` answers True, no further
    one is begun.
    """
    summary = Summary()
    run = store.begin_run()
    pile = Pile(store, summary)
    found = tasks(sources, published=published, json_lines=json_lines, known=store.known)
    try:
        with closing(in_order(read, _until(cancelled, found, summary), jobs, cost)) as readings:
            for task, reading in readings:
                if (document := pile.add(task, reading)) is not None:
                    stepped(Step(summary.read, document.title or document.path or document.id, summary.new))
    finally:
        pile.write()
    if not summary.cancelled:
        _estimate(store, summary, allowed=estimate)
    counts = store.change_counts(run)
    summary.new, summary.gained = counts.new, counts.gained
    summary.redated, summary.gone = counts.redated, counts.gone
    return summary


def _until(cancelled: Callable[[], bool], found: Iterable[Task], summary: Summary) -> Iterator[Task]:
    for task in found:
        if cancelled():
            summary.cancelled = True
            return
        yield task


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


class Pile:
    """Documents that were read and are not yet in the store: it settles many at a time faster than each."""

    def __init__(self, store: Store, summary: Summary) -> None:
        self._store = store
        self._summary = summary
        self._analyses: list[Analysis] = []
        self._begun = 0.0  # seconds of the clock when the first of them came

    def add(self, task: Task, reading: Reading) -> Document | None:
        """Takes in what a task came to; returns the document, None where there is none."""
        if reading.document and (known := self._store.known(reading.document.hash)) != task.known:
            reading = read(replace(task, known=known))  # the same bytes came in between
        if reading.failure is not None:
            self._skip(reading.failure)
        if reading.document is not None:
            self._count(reading.document, reading.analysis, is_read=reading.failure is None)
        if len(self._analyses) >= _TOGETHER or (self._analyses and monotonic() - self._begun > _SECONDS):
            self.write()
        return reading.document

    def _count(self, document: Document, analysis: Analysis | None, *, is_read: bool) -> None:
        summary, name = self._summary, document.path or document.id
        summary.read += 1
        if document.published is None:
            summary.undated.append(name)
        if analysis is not None:
            self._begun = self._begun if self._analyses else monotonic()
            self._analyses.append(analysis)
            if not analysis.events and document.published is not None:
                summary.eventless.append(name)
        elif is_read:
            summary.unchanged += 1

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

    def _put_alone(self, analysis: Analysis) -> None:
        try:
            self._put(analysis)
        except DatelineError:
            raise
        except Exception as error:
            self._skip(failed(analysis.document, error))

    def _put(self, *pile: Analysis) -> None:
        done, summary = self._store.ingest(*pile), self._summary
        summary.added += done.outcomes.count(Outcome.ADDED)
        summary.updated += done.outcomes.count(Outcome.UPDATED)
        summary.unchanged += done.outcomes.count(Outcome.UNCHANGED)
        summary.new += done.new

    def _skip(self, skipped: Skipped) -> None:
        if skipped.named or not _is_of_store(skipped.reason, self._store.path):
            self._summary.skipped.append(skipped)

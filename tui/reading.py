"""What is done to one document, here or in another process: it is read, and what is in it is found."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus import (
    Analysis,
    DatelineError,
    Document,
    UnreadableDocument,
    analyse,
    analysis_as_json,
    extraction,
    unread,
)
from corpus.errors import our_fault
from store import Known

if TYPE_CHECKING:
    from corpus.reading import Unread

BUNDLED = Path(__file__).resolve().parent.parent / "corpus" / "articles"
"""The documents that dateline ships."""

Source = Path | BinaryIO

_ALREADY_READ = 0.1
"""What reading a document costs that is then left alone, where analysing it as well would cost 1."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why something did not become a document; `named` when the user named that very source."""

    reason: str
    named: bool


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read, or why there is none, from a source that the user `named` or from within it.

    `published` is the publication date of a document that does not say it itself, `known` what the store
    knows of one with these bytes.
    """

    unread: "Unread | UnreadableDocument"
    named: bool
    published: date | None = None
    known: Known | None = None

    def __str__(self) -> str:
        """Returns what messages call the document."""
        return str(self.unread)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a task came to.

    There is no document where none could be read; where there is one, it has an analysis unless the store
    has it already, or dateline failed on it.
    """

    document: Document | None = None
    analysis: Analysis | None = None
    failure: Skipped | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What is printed of a task: a line of JSON, or why there is none."""

    json: str | None = None
    failure: Skipped | None = None


def tasks(
    sources: Sequence[Source],
    *,
    published: date | None,
    json_lines: bool,
    known: Callable[[str], Known | None] = lambda digest: None,
) -> Iterator[Task]:
    """Yields all that the sources hold, in order, with what is `known` of it by its hash."""
    for source in sources:
        named = not (isinstance(source, Path) and os.path.isdir(source))  # noqa: PTH112 - False where none may look
        for each in unread(source, json_lines=json_lines):
            yield Task(each, named, published, _known(each, known))


def cost(task: Task) -> float:
    """Returns how long reading takes, in documents that have to be analysed."""
    is_current = task.known is not None and task.known.extraction == extraction()
    return _ALREADY_READ if is_current else 1.0


def _known(each: "Unread | UnreadableDocument", known: Callable[[str], Known | None]) -> Known | None:
    if isinstance(each, UnreadableDocument):
        return None
    try:
        return known(each.digest())
    except UnreadableDocument:  # reading it will tell
        return None


def read(task: Task) -> Reading:
    """Reads a document, and analyses it unless it is known and would come to the same."""
    try:
        document = _completed(_document(task), task.known)
    except UnreadableDocument as error:
        return Reading(failure=Skipped(str(error), task.named))
    known = task.known
    if known and known.extraction == extraction() and known.is_dated_like(document):
        return Reading(document)
    try:
        return Reading(document, analyse(document))
    except DatelineError:
        raise
    except Exception as error:
        return Reading(document, failure=failed(document, error))


def extract(task: Task) -> Line:
    """Reads a document and puts what is in it into JSON; one on which that fails costs none of the others."""
    try:
        document = _document(task)
    except UnreadableDocument as error:
        return Line(failure=Skipped(str(error), task.named))
    try:
        return Line(json.dumps(analysis_as_json(analyse(document)), ensure_ascii=False))
    except Exception as error:
        return Line(failure=failed(document, error))


def failed(document: Document, error: Exception) -> Skipped:
    """Returns a document on which dateline itself failed."""
    return Skipped(str(our_fault(document.path or document.id, error)), named=True)


def _document(task: Task) -> Document:
    if isinstance(task.unread, UnreadableDocument):
        raise task.unread
    document = task.unread.read(task.published)
    return replace(document, path=_shown(document.path))


def _completed(document: Document, known: Known | None) -> Document:
    """Returns an undated document with the date that the user gave before, or that the store tells."""
    if document.published is None and known and known.published:
        return replace(document, published=known.published, published_from=known.published_from)
    return document


def _shown(path: str | None) -> str | None:
    """Returns the path of a document; of those that dateline ships, from its own folder on."""
    if path is None or not Path(path).is_relative_to(BUNDLED):
        return path
    return str(Path(path).relative_to(BUNDLED.parent.parent))

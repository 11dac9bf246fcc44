"""From a source to its analysis: the public functions of the corpus, each room called in turn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.errors import UnreadableDocument
from corpus.model import Analysis, Document, Entity, Event, Mention, TimeExpression
from corpus.version import EXTRACTION

if TYPE_CHECKING:
    from corpus.linking import Sources
    from corpus.reading import Unread


def read(
    source: str | Path | bytes | BinaryIO,
    *,
    published: date | None = None,
    skipped: Callable[[UnreadableDocument], None] | None = None,
) -> Iterator[Document]:
    """Yields the documents of a file, a folder (all files below it, by name), bytes or a stream.

    `published` is the publication date of documents that do not say it themselves. What cannot be read
    goes to `skipped`, or is raised as `UnreadableDocument` where none is given.
    """
    return _read(unread(source), published, skipped)


def read_json_lines(
    source: str | Path | bytes | BinaryIO,
    *,
    published: date | None = None,
    skipped: Callable[[UnreadableDocument], None] | None = None,
) -> Iterator[Document]:
    """Yields the documents of JSON Lines: one object a line, with `text` and perhaps more.

    The text is taken as it is, uncleaned. The other keys are `id`, `title`, `published`, `publisher`,
    `byline`, `url`, `language`. A line that cannot be read goes to `skipped`, as in `read`.
    """
    return _read(unread(source, json_lines=True), published, skipped)


def unread(
    source: str | Path | bytes | BinaryIO, *, json_lines: bool = False
) -> "Iterator[Unread | UnreadableDocument]":
    """Yields what `read` or `read_json_lines` would read, in their order, without reading it yet.

    In the place of what is no document stands the error that says why.
    """
    from corpus.reading import unread_in

    return unread_in(source, json_lines=json_lines)


def _read(
    found: "Iterable[Unread | UnreadableDocument]",
    published: date | None,
    skipped: Callable[[UnreadableDocument], None] | None,
) -> Iterator[Document]:
    for each in found:
        try:
            if isinstance(each, UnreadableDocument):
                raise each
            document = each.read(published)
        except UnreadableDocument as error:
            if skipped is None:
                raise
            skipped(error)
        else:
            yield document


def document_files(path: Path) -> list[Path]:
    """Returns the files that `read` would read below a path, in its order."""
    from corpus.reading.sources import Raw, documents_in

    found = (raw.source for raw in documents_in(path) if isinstance(raw, Raw))
    return [source for source in found if isinstance(source, Path)]


def time_expressions(text: str, published: date | None = None) -> list[TimeExpression]:
    """Returns the time expressions of a text, sorted by start; offsets are code points into `text`.

    Where the text begins with the dateline of another day than `published`, they count from that day.
    """
    from corpus.reading.written import written_in
    from corpus.sentences import sentences
    from corpus.times import find_times

    return find_times(text, published, sentences(text), written_in(text, published))


def mentions(text: str, published: date | None = None) -> list[Mention]:
    """Returns the mentions of entities in a text, sorted by start; offsets are code points into `text`."""
    from corpus.linking import link
    from corpus.reading.written import written_in
    from corpus.sentences import sentences
    from corpus.times import find_times

    split, written = sentences(text), written_in(text, published)
    times = find_times(text, published, split, written)
    return list(link(text, written or published, split, times).as_named)


def analyse(document: Document) -> Analysis:
    """Returns the sentences, time expressions, mentions, events and entities of a document."""
    from corpus.events import acting, find_events
    from corpus.linking import link
    from corpus.reading.written import written_in
    from corpus.sentences import sentences
    from corpus.times import find_times

    if document.written is None:
        document = replace(document, written=written_in(document.text, document.published))
    split = sentences(document.text)
    times = find_times(document.text, document.published, split, document.written)
    linked = link(document.text, document.today, split, times)
    events = find_events(document, split, times, linked)
    return Analysis(
        document=document,
        sentences=tuple(split),
        times=tuple(times),
        mentions=linked.as_named,
        events=tuple(events),
        entities=acting(events, linked.entities),
        extraction=extraction(),
    )


def extraction() -> int:
    """Returns the number of the extraction that `analyse` does now (see `corpus.version`)."""
    from corpus.linking import fingerprint

    return EXTRACTION + fingerprint()


def use_entities(files: Sequence[Path] = (), model: str | None = None) -> None:
    """Makes all later calls know the entities of some files, and those that a trained pipeline finds.

    `model` is the name or the path of a spaCy pipeline. Raises `InvalidEntities` for a file that breaks
    the form (corpus/entities/README.md), `MissingModel` for a pipeline that is not installed.
    """
    from corpus.linking import use

    use(files, model)


def entities_in_use() -> "Sources":
    """Returns the files and the model of the last `use_entities`."""
    from corpus.linking import in_use

    return in_use()


def known_entities() -> tuple[Entity, ...]:
    """Returns all entities of the knowledge base and of the files in use, sorted by id; loads no spaCy."""
    from corpus.linking import all_entities

    return all_entities()


def publisher_country(name: str) -> str | None:
    """Returns the country (ISO 3166-1 alpha-3) of the medium with this name, None where none is known."""
    from corpus.linking.publishers import country_of

    return country_of(name)


def entity_problems(file: Path) -> list[str]:
    """Returns what is wrong with a file of entities, each with file and line; empty where nothing is."""
    from corpus.linking import known
    from corpus.linking.check import check_entities

    return [str(problem) for problem in check_entities(file, known())]


def extract(document: Document) -> list[Event]:
    """Returns the events of a document, sorted by the start of their passages."""
    return list(analyse(document).events)

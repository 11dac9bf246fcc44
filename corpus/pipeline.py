"""From a source to its analysis: the public functions of the corpus, each room called in turn."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from corpus.errors import UnreadableDocument
from corpus.model import Analysis, Document, Event, Mention, TimeExpression


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
    from corpus.reading import read_source

    return read_source(source, published=published, skipped=skipped)


def read_json_lines(
    source: str | Path | bytes | BinaryIO,
    *,
    published: date | None = None,
    skipped: Callable[[UnreadableDocument], None] | None = None,
) -> Iterator[Document]:
    """Yields the documents of JSON Lines: one object a line, with `text` and perhaps more.

    The text is taken as it is, uncleaned. The other keys are `id`, `title`, `published`, `publisher`,
    `url`, `language`. A line that cannot be read goes to `skipped`, as in `read`.
    """
    from corpus.reading.jsonl import read_jsonl

    return read_jsonl(source, published=published, skipped=skipped)


def time_expressions(text: str, published: date | None = None) -> list[TimeExpression]:
    """Returns the time expressions of a text, sorted by start; offsets are code points into `text`."""
    from corpus.sentences import sentences
    from corpus.times import find_times

    return find_times(text, published, sentences(text))


def mentions(text: str, published: date | None = None) -> list[Mention]:
    """Returns the mentions of entities in a text, sorted by start; offsets are code points into `text`."""
    from corpus.linking import link
    from corpus.sentences import sentences
    from corpus.times import find_times

    split = sentences(text)
    return list(link(text, published, split, find_times(text, published, split)).mentions)


def analyse(document: Document) -> Analysis:
    """Returns the sentences, time expressions, mentions, events and entities of a document."""
    from corpus.events import find_events
    from corpus.linking import link
    from corpus.sentences import sentences
    from corpus.times import find_times

    split = sentences(document.text)
    times = find_times(document.text, document.published, split)
    linked = link(document.text, document.published, split, times)
    events = find_events(document, split, times, linked)
    return Analysis(
        document=document,
        sentences=tuple(split),
        times=tuple(times),
        mentions=linked.mentions,
        events=tuple(events),
        entities=linked.entities,
    )


def extract(document: Document) -> list[Event]:
    """Returns the events of a document, sorted by the start of their passages."""
    return list(analyse(document).events)

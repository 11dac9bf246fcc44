"""Single events and passages for the clipboard: an event as Markdown, and a citation in plain words."""

from collections.abc import Iterable

from store.export.dates import date_in_words, published_in_words
from store.export.entries import entry
from store.export.escape import escaped, one_line
from store.export.footnotes import reference
from store.model import EventDetail, Passage


def event_markdown(details: Iterable[EventDetail]) -> str:
    """Returns events as Markdown without footnotes: each a paragraph, and a quotation for each source."""
    return "\n\n".join(map(_event, details)) + "\n"


def _event(detail: EventDetail) -> str:
    row = detail.row
    words = date_in_words(row.value, row.first, row.last, row.precision)
    sources = (
        f"> “{escaped(passage.quote)}” — {reference(passage.document)}." for passage in detail.passages
    )
    told = f"{escaped(words[0].upper() + words[1:])}: {entry(detail)}"
    return "\n\n".join((told, "\n>\n".join(sources)))


def citation(passage: Passage) -> str:
    """Returns a source in plain words: publisher, title, day, the exact words, and where they stand."""
    document = passage.document
    named = [one_line(document.publisher)] if document.publisher else []
    named.append(f"“{one_line(document.title)}”" if document.title else "untitled")
    named.append(published_in_words(document) or "no publication date")
    where = one_line(document.url or document.path or "")
    return f"{', '.join(named)}: “{one_line(passage.quote)}”{f' ({where})' if where else ''}"

"""JSON Lines: one document a line, its text taken as it is, so that offsets hold in the caller's copy."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from corpus.cleaning import without_surrogates
from corpus.errors import UnreadableDocument
from corpus.model import Document
from corpus.reading.documents import ID_LENGTH
from corpus.reading.language import language_of
from corpus.reading.written import written_in

_WORDS = ("id", "title", "publisher", "byline", "url", "language")


def read_line(line: bytes, name: str, published: date | None) -> Document:
    """Returns the document of a line; `published` stands in where the line does not say when it appeared.

    A line is an object with `text`, and if known `id`, `title`, `published` (a date or a date with time,
    ISO 8601), `publisher`, `byline`, `url`, `language`, and `written`, the day of its dateline where the text
    does not begin with it. Raises `UnreadableDocument`, which names `name`, for a line that is not.
    """
    try:
        return _document(line, published)
    except ValueError as error:
        raise UnreadableDocument(f"{name}: {error}") from error


def digest_of(line: bytes) -> str:
    """Returns the `hash` of the document of a line."""
    return hashlib.sha256(line.strip()).hexdigest()


def _document(line: bytes, published: date | None) -> Document:
    fields = _fields(line)
    text = fields.get("text")
    if not isinstance(text, str):
        raise ValueError('has no "text"; each line needs one, a string')
    words = {key: _word(fields, key) for key in _WORDS}
    said = _day(fields, "published")
    digest = digest_of(line)
    return Document(
        id=words["id"] or digest[:ID_LENGTH],
        hash=digest,
        text=without_surrogates(text),
        title=words["title"],
        publisher=words["publisher"],
        byline=words["byline"],
        published=said or published,
        published_from="metadata" if said else "given" if published else None,
        language=words["language"] or language_of(text),
        url=words["url"],
        written=_day(fields, "written") or written_in(text, said or published),
    )


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("is not UTF-8; convert the file to UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"is not JSON ({error}); write one object a line") from error
    if not isinstance(fields, dict):
        raise ValueError('is not an object; write one object a line, with "text"')
    return fields


def _word(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, (bool, list, dict)):
        raise ValueError(f'"{key}" is no string; write it in quotes or leave it out')
    return without_surrogates(str(value))


def _day(fields: dict[str, Any], key: str) -> date | None:
    value = fields.get(key)
    if value is None or value == "":
        return None
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError as error:
        raise ValueError(f'"{key}" is {value!r}, no ISO date; write it as 2023-09-14') from error

"""Reads many events with their evidence for an export: each document once, and not the marks in its text."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from store.detail import copied
from store.model import DocumentRow, EventDetail, Passage
from store.rows import DOCUMENT_COLUMNS, document_row, event_rows
from store.sanitise import clean_line, clean_text

_STRIDE = 200
_DOCUMENTS = 1000
"""Documents kept at hand: events of one document lie near each other in time."""

_REASONS = "SELECT id, why, corrected FROM event WHERE key IN (SELECT value FROM json_each(?))"
_PASSAGES = """
    SELECT passage.event, document, passage.id, start, end, value, why, time_start, time_end, reason
    FROM passage JOIN document ON document.id = passage.document
    WHERE passage.event IN (SELECT value FROM json_each(?))
    ORDER BY published IS NULL, published, publisher, hash, start, passage.id
"""
_DOCUMENT = f"SELECT text, {DOCUMENT_COLUMNS} FROM document WHERE id = ?"  # noqa: S608 - own words

Documents = Callable[[int], tuple[str, DocumentRow]]
"""Gives the text of a document and what it is."""


def numbered(connection: sqlite3.Connection, events: Iterable[int]) -> list[int]:
    """Returns the keys of the events with these numbers, in date order; those that are gone are left out."""
    statement = "SELECT key FROM event WHERE id IN (SELECT value FROM json_each(?)) ORDER BY key"
    return [key for (key,) in connection.execute(statement, (json.dumps(list(events)),))]


def event_details(connection: sqlite3.Connection, keys: Sequence[int]) -> Iterator[EventDetail]:
    """Yields the events with these keys, in their order, without the marks in their documents.

    A key that is gone is left out.
    """
    documents = _reader(connection)
    for start in range(0, len(keys), _STRIDE):
        yield from _details(connection, keys[start : start + _STRIDE], documents)


def _reader(connection: sqlite3.Connection) -> Documents:
    """Returns what reads documents by their number, and keeps those read last."""

    @lru_cache(_DOCUMENTS)
    def read(number: int) -> tuple[str, DocumentRow]:
        text, *columns = connection.execute(_DOCUMENT, (number,)).fetchone()
        return clean_text(text), document_row(columns)

    return read


def _details(
    connection: sqlite3.Connection, keys: Sequence[int], documents: Documents
) -> Iterator[EventDetail]:
    rows = event_rows(connection, keys)
    reasons = {number: told for number, *told in connection.execute(_REASONS, (json.dumps(list(keys)),))}
    passages = _passages(connection, [row.id for row in rows])
    for row in rows:
        why, corrected = reasons[row.id]
        own = passages.get(row.id, [])
        copies = copied(connection, {document for document, *_ in own})
        evidence = tuple(_passage(passage, documents(passage[0]), copies) for passage in own)
        yield EventDetail(row, clean_line(why), evidence, tuple(map(clean_line, corrected.splitlines())))


def _passages(connection: sqlite3.Connection, events: Sequence[int]) -> dict[int, list[Any]]:
    """Returns the passages of events, those of one event in the order of publication."""
    found: dict[int, dict[tuple[int, int, int], Any]] = {}
    for event, *row in connection.execute(_PASSAGES, (json.dumps(events),)):
        # A sentence may tell the same event twice.
        found.setdefault(event, {}).setdefault((row[0], row[2], row[3]), row)
    return {event: list(rows.values()) for event, rows in found.items()}


def _passage(row: Sequence[Any], told_in: tuple[str, DocumentRow], copies: Mapping[int, str]) -> Passage:
    document, number, start, end, value, why, time_start, time_end, reason = row
    return Passage(
        id=number,
        document=told_in[1],
        text=told_in[0],
        start=start,
        end=end,
        value=value,
        why=clean_line(why),
        time=None if time_start is None else (time_start, time_end),
        mentions=(),
        times=(),
        reason=clean_line(reason),
        copy_of=copies.get(document),
    )

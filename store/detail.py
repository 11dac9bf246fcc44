"""Reads one event with all its evidence."""

import sqlite3
from typing import Any

from corpus import StoreError
from store.model import EventDetail, Passage
from store.rows import DOCUMENT_COLUMNS, document_row, event_rows, marks
from store.sanitise import clean_line, clean_text

_PASSAGES = f"""
    SELECT passage.id, passage.document, text, start, end, value, why, time_start, time_end, reason,
        {DOCUMENT_COLUMNS}
    FROM passage JOIN document ON document.id = passage.document
    WHERE event = ? ORDER BY published IS NULL, published, publisher, hash, start, passage.id
"""  # noqa: S608 - own words only


def event_detail(connection: sqlite3.Connection, number: int) -> EventDetail:
    """Returns an event by its `id`, its passages by publication date; `StoreError` when there is none."""
    found = connection.execute("SELECT key, why FROM event WHERE id = ?", (number,)).fetchone()
    rows = event_rows(connection, [found[0]]) if found else []
    if not rows:
        raise StoreError(f"there is no event {number} in this store; `dateline search` lists their numbers")
    passages: dict[tuple[int, int, int], Any] = {}
    for row in connection.execute(_PASSAGES, (number,)):
        passages.setdefault((row[1], row[3], row[4]), row)  # a sentence may tell the same event twice
    return EventDetail(
        rows[0], clean_line(found[1]), tuple(_passage(connection, row) for row in passages.values())
    )


def _passage(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Passage:
    number, document, text, start, end, value, why, time_start, time_end, reason, *columns = row
    mentions, times = marks(connection, document)
    return Passage(
        id=number,
        document=document_row(columns),
        text=clean_text(text),
        start=start,
        end=end,
        value=value,
        why=clean_line(why),
        time=None if time_start is None else (time_start, time_end),
        mentions=mentions,
        times=times,
        reason=clean_line(reason),
    )

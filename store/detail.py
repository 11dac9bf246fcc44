"""Reads one event with all its evidence."""

import sqlite3
from typing import TYPE_CHECKING, Any

from corpus import StoreError
from store.model import EventDetail, Passage
from store.rows import DOCUMENT_COLUMNS, document_row, event_rows, marks
from store.sanitise import clean_line, clean_text

if TYPE_CHECKING:
    from store.corrections.rejecting import Told

_PASSAGES = f"""
    SELECT passage.id, passage.document, text, start, end, value, why, time_start, time_end, reason,
        {DOCUMENT_COLUMNS}
    FROM passage JOIN document ON document.id = passage.document
    WHERE passage.id IN
        (SELECT id FROM passage WHERE event = :event UNION SELECT passage FROM rejected WHERE event = :event)
    ORDER BY published IS NULL, published, publisher, hash, start, passage.id
"""  # noqa: S608 - own words only


def event_detail(connection: sqlite3.Connection, number: int) -> EventDetail:
    """Returns an event by its `id`, its passages by publication date; `StoreError` when there is none.

    A rejected event, which is not on the timeline, is told like any other.
    """
    told = _on_timeline(connection, number)
    found = told or _rejected(connection, number)
    if found is None:
        raise StoreError(f"there is no event {number} in this store; `dateline search` lists their numbers")
    passages: dict[tuple[int, int, int], Any] = {}
    for row in connection.execute(_PASSAGES, {"event": number}):
        passages.setdefault((row[1], row[3], row[4]), row)  # a sentence may tell the same event twice
    row, why, corrections = found
    copies = copied(connection, {row[1] for row in passages.values()})
    evidence = tuple(_passage(connection, passage, copies) for passage in passages.values())
    return EventDetail(row, why, evidence, corrections, is_rejected=told is None)


def _on_timeline(connection: sqlite3.Connection, number: int) -> "Told | None":
    statement = "SELECT key, why, corrected FROM event WHERE id = ?"
    found = connection.execute(statement, (number,)).fetchone()
    rows = event_rows(connection, [found[0]]) if found else []
    return (rows[0], clean_line(found[1]), tuple(map(clean_line, found[2].splitlines()))) if rows else None


def _rejected(connection: sqlite3.Connection, number: int) -> "Told | None":
    from store.corrections.rejecting import rejected_event  # loads what merges events; few are rejected

    return rejected_event(connection, number)


def copied(connection: sqlite3.Connection, documents: set[int]) -> dict[int, str]:
    """Returns for each document that carries the text of an earlier one the identifier of that one."""
    if len(documents) < 2:
        return {}
    from store.families import originals_of

    names = "SELECT identifier FROM document WHERE id = ?"
    return {
        copy: clean_line(connection.execute(names, (original,)).fetchone()[0])
        for copy, original in originals_of(connection, documents).items()
        if copy != original
    }


def _passage(connection: sqlite3.Connection, row: tuple[Any, ...], copies: dict[int, str]) -> Passage:
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
        copy_of=copies.get(document),
    )

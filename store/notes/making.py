"""Makes annotations and takes them away, in one transaction."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from store.corrections.anchoring import columns_of, told_by
from store.corrections.checking import tellings_of
from store.corrections.evidence import Told, evidence_of
from store.corrections.making import by_weight
from store.notes.checking import checked
from store.notes.listing import tag_names
from store.notes.model import Annotation, Sort
from store.writing import insert, writing

_ANCHORS = """
    SELECT id FROM anchor WHERE passage IN
        (SELECT id FROM passage WHERE event = :event UNION SELECT passage FROM rejected WHERE event = :event)
    ORDER BY id
"""
_IS_THERE = "SELECT 1 FROM event WHERE id = :event UNION ALL SELECT 1 FROM rejected WHERE event = :event"


def annotate(
    connection: sqlite3.Connection, events: Iterable[int], annotation: Annotation, *, remove: bool
) -> int:
    """Says something of events or, with `remove`, no longer says it; returns how many that changed.

    Events that are gone are left out. Raises `UsageError` for a name or a note that cannot be.
    """
    known: dict[str, list[Told]] = {}
    with writing(connection):
        wanted = checked(annotation, tag_names(connection))
        there = [event for event in dict.fromkeys(events) if _is_there(connection, event)]
        if remove or (wanted.sort is Sort.NOTE and not wanted.text):
            return sum(_remove(connection, event, wanted) for event in there)
        return sum(_add(connection, event, wanted, known) for event in there)


def _is_there(connection: sqlite3.Connection, event: int) -> bool:
    return connection.execute(_IS_THERE, {"event": event}).fetchone() is not None


def _anchors(connection: sqlite3.Connection, event: int) -> list[int]:
    return [anchor for (anchor,) in connection.execute(_ANCHORS, {"event": event})]


def _add(
    connection: sqlite3.Connection, event: int, annotation: Annotation, known: dict[str, list[Told]]
) -> bool:
    """Annotates an event, where that is not said of it yet."""
    anchors = _anchors(connection, event)
    statement = "SELECT 1 FROM annotation WHERE anchor = ? AND sort = ? AND text = ?"
    said = (annotation.sort, annotation.text)
    if any(connection.execute(statement, (anchor, *said)).fetchone() for anchor in anchors):
        return False
    anchor = anchors[0] if anchors else _drop_anchor(connection, event, known)
    if annotation.sort is Sort.NOTE:
        _delete(connection, anchors, replace(annotation, text=""))
    connection.execute(
        "INSERT INTO annotation (anchor, sort, text, made) VALUES (?, ?, ?, ?)",
        (anchor, *said, datetime.now(UTC).isoformat(timespec="seconds")),
    )
    return True


def _remove(connection: sqlite3.Connection, event: int, annotation: Annotation) -> bool:
    """Takes away what is said of an event, and the anchors that hold nothing any more."""
    anchors = _anchors(connection, event)
    is_gone = _delete(connection, anchors, annotation)
    connection.executemany(
        "DELETE FROM anchor WHERE id = ? AND id NOT IN (SELECT anchor FROM annotation)",
        [(anchor,) for anchor in anchors],
    )
    return is_gone


def _delete(connection: sqlite3.Connection, anchors: Iterable[int], annotation: Annotation) -> bool:
    """Deletes a tag by its name, and any other annotation whatever its text."""
    statement = "DELETE FROM annotation WHERE anchor = ? AND sort = ? AND text = coalesce(?, text)"
    name = annotation.text if annotation.sort is Sort.TAG else None
    rows = [connection.execute(statement, (anchor, annotation.sort, name)) for anchor in anchors]
    return any(row.rowcount for row in rows)


def _drop_anchor(connection: sqlite3.Connection, event: int, known: dict[str, list[Told]]) -> int:
    """Writes an anchor for an event, with the words of all its passages; returns its number.

    `known` keeps what documents tell, for events that share them.
    """
    found = tellings_of(connection, event)
    passages = by_weight(found)
    best = next(telling for telling in found if telling.id == passages[0])
    row = connection.execute("SELECT value, headline FROM event WHERE id = ?", (event,)).fetchone()
    value, headline = row or (best.value, best.headline)
    anchor = insert(connection, "anchor", {"value": value, "headline": headline, "passage": passages[0]})
    for position, passage in enumerate(passages):
        digest, title = connection.execute(
            "SELECT hash, title FROM passage JOIN document ON document.id = document WHERE passage.id = ?",
            (passage,),
        ).fetchone()
        if digest not in known:
            known[digest] = told_by(connection, digest)
        told = next(told for told in known[digest] if told.passage == passage)
        evidence = columns_of(evidence_of(told, digest, title, known[digest]))
        connection.execute(
            "INSERT INTO anchor_evidence"
            " (anchor, position, document, title, quote, start, sign, others, passage)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (anchor, position, *evidence, passage),
        )
    return anchor

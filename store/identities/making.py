"""Says who somebody is whom nobody listed, and takes it back, with all that follows from it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from corpus import UsageError
from store.corrections.model import Identity, Same
from store.corrections.payload import payload_of, sort_of
from store.documents import write_entities, write_mentions
from store.identities.found import flag
from store.identities.stored import stored_analysis
from store.identities.unlisted import as_found
from store.identities.verdicts import Meanings, meaning, told, verdict
from store.touched import Touched, as_they_are, note_standing, settled, write_told
from store.writing import insert, writing

_SPOKEN_OF = "SELECT DISTINCT entity FROM correction WHERE entity IS NOT NULL"
_DOCUMENTS = """
    SELECT document FROM mention JOIN entity ON entity.id = entity
        WHERE identifier IN (SELECT value FROM json_each(:who))
    UNION SELECT document FROM found_mention JOIN entity ON entity.id = entity
        WHERE identifier IN (SELECT value FROM json_each(:who))
    UNION SELECT document FROM passage JOIN found_actor ON passage = passage.id
        JOIN entity ON entity.id = entity WHERE identifier IN (SELECT value FROM json_each(:who))
    UNION SELECT document FROM entity JOIN event_actor ON event_actor.entity = entity.id
        JOIN event USING (key) JOIN passage ON passage.event = event.id
        WHERE identifier IN (SELECT value FROM json_each(:who))
"""
_RECAST = """
    SELECT DISTINCT passage FROM correction JOIN correction_evidence ON correction = correction.id
    WHERE change = 'actors' AND passage IS NOT NULL AND instr(payload, json_quote(?))
"""
_EVENTS = """
    SELECT id, coalesce(event, (SELECT event FROM rejected WHERE passage = passage.id)) FROM passage
    WHERE document IN (SELECT value FROM json_each(:documents)) OR event IN
        (SELECT event FROM passage WHERE document IN (SELECT value FROM json_each(:documents)))
"""


def identify(connection: sqlite3.Connection, identifier: str, identity: Identity, now: str) -> int:
    """Says who an entity is whom nobody listed; returns the number of the correction.

    `now` is the time of the correction. Raises `UsageError` for one who is listed, and for a circle.
    """
    with writing(connection):
        _check(connection, identifier, identity)
        connection.execute("DELETE FROM correction WHERE undone")
        row = {
            "made": now,
            "change": sort_of(identity),
            "payload": payload_of(identity, told(connection, identifier)),
            "entity": identifier,
        }
        before = _all_meanings(connection, identifier)
        number = insert(connection, "correction", row)
        moved = _redo(connection, _changed(connection, before))
        connection.executemany(
            "INSERT INTO correction_move (correction, passage, event_before, event_after)"
            " VALUES (?, ?, ?, ?)",
            [(number, passage, *events) for passage, events in moved.items()],
        )
    return number


def turn(connection: sqlite3.Connection, correction: int, *, is_undone: bool) -> None:
    """Undoes or redoes such a correction; events get the numbers back that they had before, or after."""
    there = "event_before" if is_undone else "event_after"
    statement = f"SELECT passage, {there} FROM correction_move WHERE correction = ?"  # noqa: S608 - own words
    former = connection.execute(statement, (correction,)).fetchall()
    before = _all_meanings(connection)
    connection.execute("UPDATE correction SET undone = ? WHERE id = ?", (int(is_undone), correction))
    changed = _changed(connection, before)
    for passage, event in former:
        taken = "SELECT 1 FROM event WHERE id = :id UNION ALL SELECT 1 FROM rejected WHERE event = :id"
        if connection.execute(taken, {"id": event}).fetchone() is None:
            connection.execute("UPDATE passage SET event = ? WHERE id = ?", (event, passage))
    _redo(connection, changed)


def _check(connection: sqlite3.Connection, identifier: str, identity: Identity) -> None:
    found = as_found(connection, identifier)
    if found is None:
        raise UsageError(
            f"“{identifier}” is nobody whom the documents alone name; `dateline actors unverified` lists them"
        )
    if isinstance(identity, Same):
        other = meaning(connection, identity.entity)
        if identity.entity == identifier or (other is not None and other.id == identifier):
            raise UsageError(f"“{identity.name}” is {found.name} already; merge with somebody else")
        if other is None and verdict(connection, identity.entity):
            raise UsageError(f"“{identity.name}” was rejected as nobody; accept that name first")


def _all_meanings(connection: sqlite3.Connection, *more: str) -> Meanings:
    """Returns who everybody is of whom the user ever said something."""
    identifiers = {identifier for (identifier,) in connection.execute(_SPOKEN_OF)} | set(more)
    return {identifier: meaning(connection, identifier) for identifier in identifiers}


def _changed(connection: sqlite3.Connection, before: Meanings) -> set[str]:
    return {identifier for identifier, was in before.items() if meaning(connection, identifier) != was}


def _redo(connection: sqlite3.Connection, changed: set[str]) -> dict[int, tuple[int, int]]:
    """Writes all documents anew that name changed entities; returns passages that changed their event."""
    parameters = {"who": json.dumps(sorted(changed))}
    documents = [document for (document,) in connection.execute(_DOCUMENTS, parameters).fetchall()]
    flag(connection, changed)
    before = _events(connection, documents)
    touched = Touched()
    for document in documents:
        _rewrite(connection, document, touched)
    touched.disturbed |= set(_recast(connection, changed))
    settled(connection, touched)
    after = _events(connection, documents)
    both = before.keys() & after.keys()
    return {
        p: (before[p], after[p]) for p in both if before[p] != after[p] and None not in (before[p], after[p])
    }


def _rewrite(connection: sqlite3.Connection, document: int, touched: Touched) -> None:
    found = stored_analysis(connection, document)
    said, meant = as_they_are(connection, found)
    entities = write_entities(connection, said)
    write_mentions(connection, document, said, entities)
    note_standing(connection, document, touched)
    write_told(connection, document, found, said, meant, entities, touched)


def _recast(connection: sqlite3.Connection, changed: Iterable[str]) -> Iterator[int]:
    """Yields the passages of events whose actors the user corrected, where that names any of these."""
    for identifier in changed:
        yield from (passage for (passage,) in connection.execute(_RECAST, (identifier,)).fetchall())


def _events(connection: sqlite3.Connection, documents: Iterable[int]) -> dict[int, int]:
    """Returns the events of the passages of documents, and of those that tell the same events."""
    return dict(connection.execute(_EVENTS, {"documents": json.dumps(sorted(documents))}))

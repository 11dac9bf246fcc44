"""Lists the corrections: what each says, what it hangs on, and whether it shows."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from store.corrections.model import (
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
    Correction,
    JournalEntry,
    Merge,
    Same,
    State,
    Verify,
)
from store.corrections.overlay import value_in_words
from store.corrections.payload import read_before, read_correction
from store.rows import line_or_none
from store.sanitise import clean_line

_ENTRIES = """
    SELECT id, made, change, payload, undone, entity, batch,
        (SELECT count(*) FROM correction AS other WHERE other.batch = correction.batch)
    FROM correction
"""
_EVIDENCE = """
    SELECT side, quote, evidence.title, evidence.passage, coalesce(passage.event, rejected.event)
    FROM correction_evidence AS evidence
        LEFT JOIN passage ON passage.id = evidence.passage
        LEFT JOIN rejected ON rejected.passage = evidence.passage
    WHERE correction = ? ORDER BY position
"""
_NAME = "SELECT unlisted.name FROM unlisted JOIN entity ON entity.id = entity WHERE identifier = ?"
_IS_NAMED = """
    SELECT EXISTS (SELECT 1 FROM mention JOIN entity ON entity.id = entity WHERE identifier = :who)
        OR EXISTS (SELECT 1 FROM found_mention JOIN entity ON entity.id = entity WHERE identifier = :who)
"""


def journal(connection: sqlite3.Connection) -> list[JournalEntry]:
    """Returns all corrections, the newest first."""
    rows = connection.execute(f"{_ENTRIES} ORDER BY id DESC")
    return [_entry(connection, *row) for row in rows.fetchall()]


def entry(connection: sqlite3.Connection, number: int) -> JournalEntry:
    """Returns the correction with this number, which must be there."""
    return _entry(connection, *connection.execute(f"{_ENTRIES} WHERE id = ?", (number,)).fetchone())


def _entry(
    connection: sqlite3.Connection,
    number: int,
    made: str,
    change: str,
    payload: str,
    undone: int,
    entity: str | None,
    batch: int | None,
    together: int,
) -> JournalEntry:
    correction = read_correction(change, payload)
    names = _names(connection, correction)
    evidence = connection.execute(_EVIDENCE, (number,)).fetchall()
    deciding = next((row for row in evidence if row[0] == 0 and row[3] is not None), None)
    return JournalEntry(
        id=number,
        made=datetime.fromisoformat(made),
        change=change,
        what=clean_line(in_words(correction, names)),
        state=State.UNDONE if undone else _state(connection, correction, entity, evidence),
        event=deciding[4] if deciding else None,
        quotes=_name(connection, entity) or tuple(clean_line(quote) for _, quote, *_ in evidence),
        title=line_or_none(evidence[0][2]) if evidence else None,
        before=clean_line(read_before(payload)),
        after=clean_line(after(correction, names)),
        batch=batch,
        together=together or 1,
        entity=entity,
    )


def _name(connection: sqlite3.Connection, entity: str | None) -> tuple[str, ...]:
    """Returns the name, as found, of somebody whom a correction says who it is."""
    rows = connection.execute(_NAME, (entity,)).fetchall() if entity is not None else []
    return tuple(clean_line(name) for (name,) in rows)


def _state(
    connection: sqlite3.Connection, correction: Correction, entity: str | None, evidence: Sequence[Any]
) -> State:
    if entity is not None:
        is_named = connection.execute(_IS_NAMED, {"who": entity}).fetchone()[0]
        return State.IN_FORCE if is_named else State.ORPHANED
    sides = {side for side, _, _, passage, _ in evidence if passage is not None}
    is_there = len(sides) > 1 if isinstance(correction, Merge) else 0 in sides
    return State.IN_FORCE if is_there else State.ORPHANED


Names = dict[str, str]
"""The names of entities by their identifiers."""


def _names(connection: sqlite3.Connection, correction: Correction) -> Names:
    """Returns the names of those whom a correction speaks of."""
    if not isinstance(correction, ChangeActors):
        return {}
    wanted = {*correction.remove, *(part.entity for part in correction.add)}
    statement = "SELECT name FROM entity WHERE identifier = ?"
    found = {entity: connection.execute(statement, (entity,)).fetchone() for entity in wanted}
    return {entity: row[0] if row else entity for entity, row in found.items()}


def in_words(correction: Correction, names: Names) -> str:
    """Returns what a correction says in a line: `date is 2023-09-13`."""
    match correction:
        case ChangeDate(value):
            return f"date is {value}"
        case ChangeKind(kind):
            return f"kind is {kind}"
        case ChangeHeadline(headline):
            return f"headline is “{headline}”"
        case ChangeStatus(status):
            return f"status is {status}"
        case ChangeActors(add, remove):
            added = (f"{names[part.entity]} acts as {part.role}" for part in add)
            return ", ".join((*(f"{names[entity]} does not act" for entity in remove), *added))
        case Verify(name):
            return f"is verified as {name}" if name else "is verified"
        case Same(entity, name):
            return f"is {name} ({entity})"
    return _VERDICTS[type(correction).__name__]


_VERDICTS = {
    "Reject": "is no event",
    "Accept": "is right as it stands",
    "Merge": "are one event",
    "Split": "is an event of its own",
    "Nobody": "is nobody",
}


def after(correction: Correction, names: Names) -> str:
    """Returns what a correction puts in the place of what was there: `Tue 12 Sep 2023`, `AGREE`."""
    match correction:
        case ChangeDate(value):
            return value_in_words(value)
        case ChangeKind(kind):
            return str(kind)
        case ChangeHeadline(headline):
            return headline
        case ChangeStatus(status):
            return str(status)
        case ChangeActors(add, remove):
            added = (f"+ {names[part.entity]} ({part.role})" for part in add)
            return ", ".join((*added, *(f"− {names[entity]}" for entity in remove)))
        case Verify(name):
            return f"verified as {name}" if name else "verified"
        case Same(_, name):
            return name
    return _OUTCOMES[type(correction).__name__]


_OUTCOMES = {
    "Reject": "rejected",
    "Accept": "checked",
    "Merge": "one event",
    "Split": "split off",
    "Nobody": "nobody",
}

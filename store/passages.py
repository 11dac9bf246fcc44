"""Writes the passages of a document and reads them back as tellings."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from corpus import Basis, EntityType, Event, Kind, Precision, Role, Status
from store.merge.telling import Participant, Telling
from store.rows import day_or_none
from store.sanitise import storable

_TELLINGS = """
    SELECT passage.id, hash, published, start, end, value, first, last, precision, basis, why, kind, status,
        headline, trigger, place, salience
    FROM passage JOIN document ON document.id = passage.document
    WHERE passage.id IN (SELECT value FROM json_each(?))
"""
_PARTICIPANTS = """
    SELECT passage, entity, identifier, name, type, country, role
    FROM passage_actor JOIN entity ON entity.id = passage_actor.entity
    WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY passage, position
"""
_INSERT = """
    INSERT INTO passage (id, document, event, start, end, value, first, last, precision, basis, why, kind,
        status, headline, trigger, time_start, time_end, place, attributed_to, salience)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def write_passages(
    connection: sqlite3.Connection, document: int, events: Iterable[Event], entities: dict[str, int]
) -> list[int]:
    """Writes the passages of a document in place of those it had, and returns their numbers.

    A passage that stands where one stood keeps its number and, until it is settled, its event.
    """
    before = _stored(connection, document)
    connection.execute("DELETE FROM passage WHERE document = ?", (document,))
    numbers = []
    for event in events:
        number, timeline_event = _take(before, event)
        row = _columns(event)
        cursor = connection.execute(_INSERT, (number, document, timeline_event, *row))
        written = int(cursor.lastrowid or 0)
        numbers.append(written)
        connection.executemany(
            "INSERT INTO passage_actor (passage, position, entity, role) VALUES (?, ?, ?, ?)",
            [(written, i, entities[actor.entity], actor.role) for i, actor in enumerate(event.actors)],
        )
    return numbers


_Before = list[tuple[int, int | None, int, int, str]]


def _stored(connection: sqlite3.Connection, document: int) -> _Before:
    return connection.execute(
        "SELECT id, event, start, end, kind FROM passage WHERE document = ? ORDER BY id", (document,)
    ).fetchall()


def _take(before: _Before, event: Event) -> tuple[int | None, int | None]:
    """Takes out the earlier passage that this one continues; returns its number and its event's."""

    def overlap(stored: tuple[int, int | None, int, int, str]) -> tuple[int, bool]:
        return min(stored[3], event.end) - max(stored[2], event.start), stored[4] == event.kind

    best = max(before, key=overlap, default=None)
    if best is None or overlap(best)[0] <= 0:
        return None, None
    before.remove(best)
    return best[0], best[1]


def _columns(event: Event) -> tuple[object, ...]:
    return (
        *(event.start, event.end, event.value, event.first.isoformat(), event.last.isoformat()),
        *(event.precision, event.basis, storable(event.why), event.kind, event.status),
        *(storable(event.headline), storable(event.trigger), *(event.time or (None, None))),
        *(event.place, event.attributed_to, event.salience),
    )


def tellings(connection: sqlite3.Connection, passages: Iterable[int]) -> list[Telling]:
    """Returns the tellings of these passages, sorted by number."""
    numbers = json.dumps(sorted(passages))
    participants: dict[int, list[Participant]] = {}
    for passage, entity, identifier, name, type_, country, role in connection.execute(
        _PARTICIPANTS, (numbers,)
    ):
        participant = Participant(entity, identifier, name, EntityType(type_), country, Role(role))
        participants.setdefault(passage, []).append(participant)
    rows = connection.execute(_TELLINGS, (numbers,))
    return [_telling(row, tuple(participants.get(row[0], ()))) for row in rows]


def _telling(row: tuple[Any, ...], participants: tuple[Participant, ...]) -> Telling:
    number, digest, published, start, end, value, first, last, precision, basis, why, kind, status, *rest = (
        row
    )
    headline, trigger, place, salience = rest
    return Telling(
        id=number,
        document=digest,
        published=day_or_none(published),
        start=start,
        end=end,
        value=value,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        precision=Precision(precision),
        basis=Basis(basis),
        why=why,
        kind=Kind(kind),
        status=Status(status),
        headline=headline,
        trigger=trigger,
        place=place,
        salience=salience,
        participants=participants,
    )

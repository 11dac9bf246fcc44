"""Reads the corrections that are in force, and what they bear on."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus import EntityType
from store.corrections.model import ChangeActors, Correction, Part
from store.corrections.payload import read_correction
from store.merge.telling import Participant

_IN_FORCE = """
    SELECT id, made, change, payload, side, passage
    FROM correction JOIN correction_evidence ON correction = id
    WHERE NOT undone AND passage IS NOT NULL AND id IN
        (SELECT correction FROM correction_evidence WHERE passage IN (SELECT value FROM json_each(?)))
    ORDER BY id, position
"""

_MEANT = """
    SELECT entity.identifier, CASE WHEN entity.dismissed THEN NULL ELSE other.identifier END
    FROM entity LEFT JOIN entity AS other ON other.id = entity.meant
    WHERE entity.identifier IN (SELECT value FROM json_each(?))
        AND (entity.dismissed OR entity.meant IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction in force.

    `sides` holds for each side the passages that are there, those that decide first; `added` the actors
    that it adds, as they take part.
    """

    made: date
    correction: Correction
    sides: tuple[tuple[int, ...], ...]
    added: tuple[Participant, ...] = ()

    @property
    def deciding(self) -> int | None:
        """The passage whose event it bears on; None where its first side is gone."""
        return self.sides[0][0] if self.sides[0] else None


def in_force(connection: sqlite3.Connection, passages: Iterable[int]) -> list[Standing]:
    """Returns the corrections that hang on any of these passages, in the order in which they were made."""
    wanted = (json.dumps(sorted(passages)),)
    found: dict[int, tuple[str, str, str]] = {}
    sides: dict[int, dict[int, list[int]]] = {}
    for number, made, change, payload, side, passage in connection.execute(_IN_FORCE, wanted):
        found[number] = made, change, payload
        sides.setdefault(number, {}).setdefault(side, []).append(passage)
    return [_standing(connection, *row, sides[number]) for number, row in found.items()]


def _standing(
    connection: sqlite3.Connection, made: str, change: str, payload: str, sides: dict[int, list[int]]
) -> Standing:
    correction = read_correction(change, payload)
    added: tuple[Participant, ...] = ()
    if isinstance(correction, ChangeActors):
        correction = as_meant(connection, correction)
        added = _participants(connection, correction)
    whole = tuple(tuple(sides.get(side, ())) for side in range(max(sides) + 1))
    return Standing(date.fromisoformat(made[:10]), correction, whole, added)


def as_meant(connection: sqlite3.Connection, change: ChangeActors) -> ChangeActors:
    """Returns a change of actors with everybody as who they are now; nobody is added or taken away."""
    named = {*change.remove, *(part.entity for part in change.add)}
    rows = connection.execute(_MEANT, (json.dumps(sorted(named)),)).fetchall()
    meant: dict[str, str | None] = dict(rows)
    added = ((meant.get(part.entity, part.entity), part.role) for part in change.add)
    removed = (meant.get(entity, entity) for entity in change.remove)
    return ChangeActors(
        tuple(Part(entity, role) for entity, role in added if entity),
        tuple(entity for entity in removed if entity),
    )


def _participants(connection: sqlite3.Connection, change: ChangeActors) -> tuple[Participant, ...]:
    statement = "SELECT id, name, type, country FROM entity WHERE identifier = ?"
    rows = [(connection.execute(statement, (part.entity,)).fetchone(), part) for part in change.add]
    return tuple(
        Participant(row[0], part.entity, row[1], EntityType(row[2]), row[3], part.role)
        for row, part in rows
        if row is not None
    )

"""What the user said of those whom nobody listed, as it stands in the journal."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from corpus import Entity, EntityType
from store.corrections.model import Identity, Nobody, Same, Verify
from store.corrections.payload import read_correction
from store.identities.unlisted import as_found

Meanings = dict[str, Entity | None]
"""Who entities really are, by the identifiers of those that the user spoke of; None for nobody."""

_VERDICT = "SELECT change, payload FROM correction WHERE entity = ? AND NOT undone ORDER BY id DESC LIMIT 1"
_STORED = "SELECT name, type, country, verified FROM entity WHERE identifier = ?"


def meanings(connection: sqlite3.Connection, identifiers: Iterable[str]) -> Meanings:
    """Returns who those of the entities really are of whom the user said something."""
    return {
        identifier: meaning(connection, identifier)
        for identifier in identifiers
        if verdict(connection, identifier) is not None
    }


def meaning(connection: sqlite3.Connection, identifier: str) -> Entity | None:
    """Returns who an entity really is, None for nobody; somebody who is another may be a third again."""
    named: Entity | None = None
    for _ in range(1000):  # undo goes step by step, so that no circle can be made
        match verdict(connection, identifier):
            case Nobody():
                return None
            case Verify() as said:
                base = as_found(connection, identifier) or _as_stored(connection, identifier) or named
                return _verified(base, said) if base else None
            case Same(other, name, type_, country):
                identifier, named = other, Entity(other, name, type_, country)
            case None:
                break
    return as_found(connection, identifier) or _as_stored(connection, identifier) or named


def verdict(connection: sqlite3.Connection, identifier: str) -> Identity | None:
    """Returns what the user said last of an entity, None where nothing holds."""
    row = connection.execute(_VERDICT, (identifier,)).fetchone()
    found = read_correction(*row) if row else None
    return found if isinstance(found, Verify | Same | Nobody) else None


def told(connection: sqlite3.Connection, identifier: str) -> str:
    """Returns what the user said last of an entity: `unverified` where nothing."""
    match verdict(connection, identifier):
        case Nobody():
            return "nobody"
        case Verify():
            return "verified"
        case Same():
            found = meaning(connection, identifier)
            return found.name if found else "nobody"
    return "unverified"


def _as_stored(connection: sqlite3.Connection, identifier: str) -> Entity | None:
    row = connection.execute(_STORED, (identifier,)).fetchone()
    return Entity(identifier, row[0], EntityType(row[1]), row[2], verified=bool(row[3])) if row else None


def _verified(found: Entity, said: Verify) -> Entity:
    return replace(
        found,
        name=said.name or found.name,
        type=said.type or found.type,
        country=said.country or found.country,
        verified=True,
    )

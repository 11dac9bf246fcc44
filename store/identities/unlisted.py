"""Reads those whom nobody listed as documents tell of them."""

import sqlite3

from corpus import Entity, EntityType

_UNLISTED = """
    SELECT unlisted.name, unlisted.type, unlisted.country
    FROM unlisted JOIN entity ON entity.id = unlisted.entity WHERE identifier = ?
"""


def as_found(connection: sqlite3.Connection, identifier: str) -> Entity | None:
    """Returns an entity whom nobody listed as documents tell of it; None for any other."""
    row = connection.execute(_UNLISTED, (identifier,)).fetchone()
    return Entity(identifier, row[0], EntityType(row[1]), row[2], verified=False) if row else None

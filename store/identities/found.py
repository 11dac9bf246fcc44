"""Keeps what was found of those whom nobody listed, where the user has said who they are."""

import sqlite3
from collections.abc import Iterable, Sequence

from corpus import Analysis, Entity
from store.identities.applying import is_changed
from store.identities.unlisted import as_found
from store.identities.verdicts import Meanings, meaning
from store.writing import insert

_NUMBER = "SELECT id FROM entity WHERE identifier = ?"


def note_unlisted(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Writes those of the entities whom nobody listed as they were found, whoever they may be.

    Of names that differ in marks and case, and of countries, the order of reading decides nothing.
    """
    for entity in entities:
        row = connection.execute(_NUMBER, (entity.id,)).fetchone()
        if entity.verified:
            if row:
                connection.execute("DELETE FROM unlisted WHERE entity = ?", row)
            continue
        number = row[0] if row else insert(connection, "entity", _columns(entity))
        known = as_found(connection, entity.id)
        names = {entity.name, known.name if known else entity.name}
        countries = {entity.country, known.country if known else None} - {None}
        connection.execute(
            "INSERT INTO unlisted (entity, name, type, country) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (entity) DO UPDATE SET name = excluded.name, country = excluded.country",
            (
                number,
                min(names, key=_loudness),
                entity.type,
                min(map(str, countries), default=None),
            ),
        )


def _loudness(name: str) -> tuple[int, str]:
    """Sorts spellings of a name: that with the fewest capitals is the usual one."""
    return sum(map(str.isupper, name)), name


def flag(connection: sqlite3.Connection, identifiers: Iterable[str]) -> None:
    """Writes of entities whom nobody listed who they are now: another one, nobody, or themselves."""
    for identifier in identifiers:
        if as_found(connection, identifier) is None:
            continue
        meant = meaning(connection, identifier)
        is_another = meant is not None and meant.id != identifier
        target = _target(connection, meant) if meant and is_another else None
        connection.execute(
            "UPDATE entity SET meant = ?, dismissed = ? WHERE identifier = ?",
            (target, int(meant is None), identifier),
        )
        if meant and not is_another:
            connection.execute(
                "UPDATE entity SET name = ?, type = ?, country = ?, verified = ? WHERE identifier = ?",
                (meant.name, meant.type, meant.country, int(meant.verified), identifier),
            )


def keep_found(
    connection: sqlite3.Connection,
    document: int,
    analysis: Analysis,
    passages: Sequence[int],
    meanings: Meanings,
) -> None:
    """Keeps the mentions and the actors of a document that were written as others, or not at all."""
    connection.execute("DELETE FROM found_mention WHERE document = ?", (document,))
    if not meanings:
        return
    numbers = {e.id: connection.execute(_NUMBER, (e.id,)).fetchone() for e in analysis.entities}
    connection.executemany(
        "INSERT INTO found_mention (document, start, end, entity, sense) VALUES (?, ?, ?, ?, ?)",
        [
            (document, m.start, m.end, numbers[m.entity][0], m.sense)
            for m in analysis.mentions
            if m.entity in meanings
        ],
    )
    for passage, event in zip(passages, analysis.events, strict=True):
        if is_changed(event.actors, meanings):
            connection.executemany(
                "INSERT INTO found_actor (passage, position, entity, role) VALUES (?, ?, ?, ?)",
                [(passage, i, numbers[a.entity][0], a.role) for i, a in enumerate(event.actors)],
            )


def _columns(entity: Entity) -> dict[str, object]:
    return {
        "identifier": entity.id,
        "name": entity.name,
        "type": entity.type,
        "country": entity.country,
        "verified": int(entity.verified),
    }


def _target(connection: sqlite3.Connection, meant: Entity) -> int:
    row = connection.execute(_NUMBER, (meant.id,)).fetchone()
    return int(row[0]) if row else insert(connection, "entity", _columns(meant))

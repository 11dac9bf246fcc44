"""Writes a document with what stands in it, and tells what is known of one."""

import sqlite3

from corpus import Analysis, Document, Entity, publisher_country
from store.identities.unlisted import as_found
from store.model import ESTIMATE
from store.outcomes import Known
from store.rows import day_or_none
from store.sanitise import storable


def known(connection: sqlite3.Connection, digest: str) -> Known | None:
    """Returns what the store knows of the document with this SHA-256, None where it has none."""
    row = connection.execute(
        "SELECT identifier, published, published_from, extraction FROM document WHERE hash = ?", (digest,)
    ).fetchone()
    if row is None:
        return None
    identifier, published, published_from, extraction = row
    return Known(identifier, day_or_none(published), published_from, extraction)


def is_current(stored: Known, document: Document, extraction: int) -> bool:
    """Tells whether reading a document again would change nothing.

    A document that does not say when it appeared never takes away a date that the user gave. A date that
    it does say, or that the user gives, always takes the place of an estimate.
    """
    is_read = stored.extraction == extraction or stored.extraction >> 32 > extraction >> 32
    if document.published is None and stored.published is not None:
        return is_read or not stored.is_estimated
    return is_read and stored.is_dated_like(document)


def write_document(connection: sqlite3.Connection, document: Document, extraction: int) -> int:
    """Writes a document, over the one with the same hash if there is one, and returns its number."""
    columns = {
        "identifier": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "language": document.language,
        "path": document.path,
        "url": document.url,
        "text": document.text,
        "city": document.city,
        "country": publisher_country(document.publisher) if document.publisher else None,
    }
    if document.published_from != ESTIMATE:
        columns["published_why"] = None
    safe = {name: None if value is None else storable(value) for name, value in columns.items()}
    row = {"hash": document.hash, **safe, "extraction": extraction}
    updates = ", ".join(f"{name} = excluded.{name}" for name in row)
    statement = (
        f"INSERT INTO document ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608 - own words
        f" ON CONFLICT (hash) DO UPDATE SET {updates} RETURNING id"
    )
    (number,) = connection.execute(statement, tuple(row.values())).fetchone()
    return int(number)


_ELSEWHERE = "SELECT id FROM entity WHERE identifier = ? AND country IS NOT ?"
_ACTED = """
    SELECT passage.id FROM event_actor JOIN event ON event.key = event_actor.key
        JOIN passage ON passage.event = event.id
    WHERE entity = :entity
    UNION
    SELECT passage FROM rejected JOIN passage_actor USING (passage) WHERE entity = :entity
"""


def write_entities(connection: sqlite3.Connection, analysis: Analysis) -> dict[str, int]:
    """Writes the entities of an analysis and their names; returns their numbers by identifier."""
    return {entity.id: _write_entity(connection, entity) for entity in analysis.entities}


def moved_abroad(connection: sqlite3.Connection, analysis: Analysis) -> set[int]:
    """Returns the passages of events in which somebody acts whose country the analysis tells better.

    To be asked before the entities are written, and after those whom nobody listed are noted.
    """
    found: set[int] = set()
    for entity in analysis.entities:
        known = None if entity.verified else as_found(connection, entity.id)
        if known and (row := connection.execute(_ELSEWHERE, (entity.id, known.country)).fetchone()):
            found |= {passage for (passage,) in connection.execute(_ACTED, {"entity": row[0]})}
    return found


def _write_entity(connection: sqlite3.Connection, entity: Entity) -> int:
    row = (entity.name, entity.type, entity.country, int(entity.verified))
    found = connection.execute(
        "SELECT id, name, type, country, verified FROM entity WHERE identifier = ?", (entity.id,)
    ).fetchone()
    if found is None:
        statement = "INSERT INTO entity (identifier, name, type, country, verified) VALUES (?, ?, ?, ?, ?)"
        number = int(connection.execute(statement, (entity.id, *row)).lastrowid or 0)
    else:
        number = int(found[0])
        if not entity.verified and (known := as_found(connection, entity.id)):
            row = (known.name, known.type, known.country, 0)  # the order of reading must not decide
        if tuple(found[1:]) != row:
            statement = "UPDATE entity SET name = ?, type = ?, country = ?, verified = ? WHERE id = ?"
            connection.execute(statement, (*row, number))
    _write_aliases(connection, number, entity)
    return number


def _write_aliases(connection: sqlite3.Connection, number: int, entity: Entity) -> None:
    """Adds the names that the store does not have; a document may know fewer than another did."""
    known_as = (*entity.aliases, *entity.seats)
    names = {(storable(alias.text), alias.language, int(alias.weak)) for alias in known_as}
    stored = connection.execute("SELECT text, language, weak FROM alias WHERE entity = ?", (number,))
    connection.executemany(
        "INSERT INTO alias (entity, text, language, weak) VALUES (?, ?, ?, ?)",
        [(number, *name) for name in sorted(names - set(stored))],
    )


def write_mentions(
    connection: sqlite3.Connection, document: int, analysis: Analysis, entities: dict[str, int]
) -> None:
    """Writes the mentions of a document, in place of those it had."""
    connection.execute("DELETE FROM mention WHERE document = ?", (document,))
    connection.executemany(
        "INSERT INTO mention (document, start, end, entity, sense) VALUES (?, ?, ?, ?, ?)",
        [(document, m.start, m.end, entities[m.entity], m.sense) for m in analysis.mentions],
    )


def write_marks(
    connection: sqlite3.Connection, document: int, analysis: Analysis, entities: dict[str, int]
) -> None:
    """Writes the mentions and the time expressions of a document, in place of those it had."""
    connection.execute("DELETE FROM time_expression WHERE document = ?", (document,))
    write_mentions(connection, document, analysis, entities)
    rows = [
        (
            *(document, t.start, t.end, t.value),
            *(t.first.isoformat() if t.first else None, t.last.isoformat() if t.last else None),
            *(t.precision, t.basis, storable(t.why), t.rule, t.anchor, t.time, t.zone),
        )
        for t in analysis.times
    ]
    connection.executemany(
        "INSERT INTO time_expression (document, start, end, value, first, last, precision, basis, why,"
        " rule, anchor, time, zone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )

"""Rows of the tables become frozen dataclasses; text from outside is made harmless here, once."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from corpus import Basis, EntityType, Kind, Precision, Role, Sense, Status
from store.model import ActorRow, Annotations, DocumentRow, EntityRow, EventRow, Mark
from store.sanitise import clean_line, clean_text

_EVENTS = """
    SELECT key, event.id, value, first, last, precision, basis, kind, status, headline,
        coalesce(entity.name, place), salience, sources, corrected <> '', checked
    FROM event LEFT JOIN entity ON entity.identifier = place
    WHERE key IN (SELECT value FROM json_each(?))
"""
_ACTORS = """
    SELECT event_actor.key, identifier, name, country, role, verified, type
    FROM event_actor CROSS JOIN entity ON entity.id = event_actor.entity
    WHERE event_actor.key IN (SELECT value FROM json_each(?)) AND position IS NOT NULL
    ORDER BY event_actor.key, position
"""
_ANNOTATIONS = """
    SELECT key, sort, text FROM event_annotation WHERE key IN (SELECT value FROM json_each(?))
    ORDER BY key, sort, text
"""


def event_rows(connection: sqlite3.Connection, keys: Sequence[int]) -> list[EventRow]:
    """Returns the events with these keys, in their order; a key that is gone is left out."""
    wanted = (json.dumps(list(keys)),)
    actors: dict[int, list[ActorRow]] = {}
    for key, *actor in connection.execute(_ACTORS, wanted):
        actors.setdefault(key, []).append(_actor(*actor))
    annotated = _annotations(connection, wanted)
    found = {
        row[0]: _event(row, tuple(actors.get(row[0], ())), annotated.get(row[0], Annotations()))
        for row in connection.execute(_EVENTS, wanted)
    }
    return [found[key] for key in keys if key in found]


def event_rows_of(connection: sqlite3.Connection, lists: Sequence[Sequence[int]]) -> list[list[EventRow]]:
    """Returns the events of several lists of keys, read together; a key that is gone is left out."""
    found = {row.key: row for row in event_rows(connection, [key for keys in lists for key in keys])}
    return [[found[key] for key in keys if key in found] for keys in lists]


def _actor(identifier: str, name: str, country: str | None, role: str, verified: int, type: str) -> ActorRow:
    return ActorRow(identifier, clean_line(name), country, Role(role), bool(verified), EntityType(type))


def _annotations(connection: sqlite3.Connection, wanted: tuple[str]) -> dict[int, Annotations]:
    """Returns by key what is said of those events of which anything is said."""
    said: dict[int, dict[str, list[str]]] = {}
    for key, sort, text in connection.execute(_ANNOTATIONS, wanted):
        said.setdefault(key, {}).setdefault(sort, []).append(text)
    return {
        key: Annotations(
            starred="star" in sorts,
            in_basket="basket" in sorts,
            tags=tuple(map(clean_line, sorts.get("tag", ()))),
            note=clean_text("\n\n".join(sorts.get("note", ()))),
        )
        for key, sorts in said.items()
    }


def _event(row: tuple[Any, ...], actors: tuple[ActorRow, ...], annotations: Annotations) -> EventRow:
    key, number, value, first, last, precision, basis, kind, status, headline, place, *rest = row
    salience, sources, is_corrected, is_checked = rest
    return EventRow(
        key=key,
        id=number,
        value=value,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        precision=Precision(precision),
        basis=Basis(basis),
        kind=Kind(kind),
        status=Status(status),
        headline=clean_line(headline),
        actors=actors,
        place=line_or_none(place),
        salience=salience,
        sources=sources,
        is_corrected=bool(is_corrected),
        is_checked=bool(is_checked),
        annotations=annotations,
    )


def line_or_none(text: object) -> str | None:
    """Returns a column as a harmless line, or None."""
    return None if text is None else clean_line(str(text))


def day_or_none(text: str | None) -> date | None:
    """Returns a column as a day, or None."""
    return None if text is None else date.fromisoformat(text)


DOCUMENT_COLUMNS = (
    "identifier, title, publisher, byline, published, published_from, language, path, url, published_why"
)
"""What `document_row` needs, in its order."""


def document_row(columns: Sequence[str | None]) -> DocumentRow:
    """Returns a document from its `DOCUMENT_COLUMNS`."""
    identifier, title, publisher, byline, published, published_from, language, path, url, why = columns
    return DocumentRow(
        id=clean_line(identifier or ""),
        title=line_or_none(title),
        publisher=line_or_none(publisher),
        byline=line_or_none(byline),
        published=day_or_none(published),
        published_from=line_or_none(published_from),
        language=line_or_none(language),
        path=line_or_none(path),
        url=line_or_none(url),
        published_why=line_or_none(why),
    )


def marks(connection: sqlite3.Connection, document: int) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Returns the mentions and the time expressions of a document, each sorted by start."""
    mentions = connection.execute(
        "SELECT start, end, identifier, name, type, country, sense FROM mention"
        " JOIN entity ON entity.id = mention.entity WHERE document = ? ORDER BY start, end",
        (document,),
    )
    times = connection.execute(
        "SELECT start, end, why FROM time_expression WHERE document = ? ORDER BY start, end", (document,)
    )
    return (
        tuple(
            Mark(start, end, entity, clean_line(name), EntityType(type_), country, Sense(sense))
            for start, end, entity, name, type_, country, sense in mentions
        ),
        tuple(Mark(start, end, why=clean_line(why)) for start, end, why in times),
    )


def entity_rows(connection: sqlite3.Connection, identifiers: Sequence[str]) -> dict[str, EntityRow]:
    """Returns the entities with these identifiers, by them; those that are not known are left out."""
    rows = connection.execute(
        "SELECT identifier, name, country FROM entity WHERE identifier IN (SELECT value FROM json_each(?))",
        (json.dumps(list(identifiers)),),
    )
    return {
        identifier: EntityRow(identifier, clean_line(name), country) for identifier, name, country in rows
    }


def document_rows(connection: sqlite3.Connection, identifiers: Sequence[str]) -> dict[str, DocumentRow]:
    """Returns the documents with these identifiers, by them; those that are not known are left out."""
    rows = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE identifier IN (SELECT value FROM json_each(?))",  # noqa: S608 - own words
        (json.dumps(list(identifiers)),),
    )
    return {row[0]: document_row(row) for row in rows}

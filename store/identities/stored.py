"""Puts together again what was found in a document of the store, without what the user said of people."""

import sqlite3
from datetime import date
from typing import Any

from corpus import (
    Actor,
    Analysis,
    Basis,
    Document,
    Entity,
    EntityType,
    Event,
    Kind,
    Mention,
    Precision,
    Role,
    Sense,
    Status,
    TimeExpression,
)
from store.rows import day_or_none

_DOCUMENT = """
    SELECT identifier, hash, text, title, publisher, byline, published, published_from, language, path, url,
        NULL, city, extraction FROM document WHERE id = ?
"""
_MENTIONS = """
    SELECT start, end, entity, sense FROM found_mention WHERE document = :document
    UNION ALL
    SELECT start, end, entity, sense FROM mention AS shown WHERE document = :document AND NOT EXISTS (
        SELECT 1 FROM found_mention AS found
        WHERE found.document = shown.document AND found.start = shown.start AND found.end = shown.end)
    ORDER BY start, end
"""
_TIMES = """
    SELECT start, end, value, first, last, precision, basis, why, rule, anchor, time, zone
    FROM time_expression WHERE document = ? ORDER BY start, end
"""
_PASSAGES = """
    SELECT id, start, end, value, first, last, precision, basis, why, kind, status, headline, trigger,
        time_start, time_end, place, attributed_to, salience
    FROM passage WHERE document = ? ORDER BY id
"""
_ACTORS = "SELECT entity, role FROM {} WHERE passage = ? ORDER BY position"
_ENTITY = """
    SELECT identifier, coalesce(unlisted.name, entity.name), coalesce(unlisted.type, entity.type),
        CASE WHEN unlisted.entity IS NULL THEN entity.country ELSE unlisted.country END,
        unlisted.entity IS NULL
    FROM entity LEFT JOIN unlisted ON unlisted.entity = entity.id WHERE entity.id = ?
"""


def stored_analysis(connection: sqlite3.Connection, document: int) -> Analysis:
    """Returns the analysis of a document of the store, its events by the numbers of their passages."""
    *told, extraction = connection.execute(_DOCUMENT, (document,)).fetchone()
    text = told[2]
    told[6] = day_or_none(told[6])
    entities: dict[int, Entity] = {}

    def entity(number: int) -> Entity:
        if number not in entities:
            row = connection.execute(_ENTITY, (number,)).fetchone()
            entities[number] = Entity(row[0], row[1], EntityType(row[2]), row[3], verified=bool(row[4]))
        return entities[number]

    mentions = [
        _mention(text, start, end, entity(number), sense)
        for start, end, number, sense in connection.execute(_MENTIONS, {"document": document}).fetchall()
    ]
    passages = connection.execute(_PASSAGES, (document,)).fetchall()
    cast = {
        row[0]: [(entity(number), role) for number, role in _cast(connection, row[0])] for row in passages
    }
    return Analysis(
        document=Document(*told),
        sentences=(),
        times=tuple(_time(text, row) for row in connection.execute(_TIMES, (document,))),
        mentions=tuple(mentions),
        events=tuple(_event(row, cast[row[0]]) for row in passages),
        entities=tuple(sorted(entities.values(), key=lambda each: each.id)),
        extraction=extraction,
    )


def _cast(connection: sqlite3.Connection, passage: int) -> list[tuple[int, str]]:
    found = connection.execute(_ACTORS.format("found_actor"), (passage,)).fetchall()
    return found or connection.execute(_ACTORS.format("passage_actor"), (passage,)).fetchall()


def _mention(text: str, start: int, end: int, entity: Entity, sense: str) -> Mention:
    words = text[start:end]
    return Mention(start, end, words, entity.id, entity.name, entity.type, entity.country, Sense(sense))


def _time(text: str, row: tuple[Any, ...]) -> TimeExpression:
    start, end, value, first, last, precision, basis, *rest = row
    days = day_or_none(first), day_or_none(last)
    return TimeExpression(
        start, end, text[start:end], value, *days, Precision(precision), Basis(basis), *rest
    )


def _event(row: tuple[Any, ...], cast: list[tuple[Entity, str]]) -> Event:
    _, start, end, value, first, last, precision, basis, why, kind, status, *rest = row
    headline, trigger, time_start, time_end, place, attributed_to, salience = rest
    return Event(
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
        actors=tuple(Actor(each.id, each.name, each.country, Role(role)) for each, role in cast),
        trigger=trigger,
        time=None if time_start is None else (time_start, time_end),
        place=place,
        attributed_to=attributed_to,
        salience=salience,
    )

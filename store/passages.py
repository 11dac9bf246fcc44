"""Writes the passages of a document, with what is needed to compare them."""

import sqlite3
from collections.abc import Sequence

from corpus import Analysis, Event
from store.merge.acts import act
from store.merge.blocks import sign_of
from store.merge.opposites import are_opposed, done_with
from store.merge.words import content_words
from store.sanitise import storable
from store.writing import insert

_Stored = tuple[int, int | None, int, int, str]
"""A passage as it stood: its number, its event's, start, end, kind."""


def write_passages(
    connection: sqlite3.Connection, document: int, analysis: Analysis, entities: dict[str, int]
) -> list[int]:
    """Writes the passages of a document in place of those it had, and returns their numbers.

    A passage that stands where one stood keeps its number and, until it is settled, its event.
    """
    before = connection.execute(
        "SELECT id, coalesce(event, (SELECT event FROM rejected WHERE passage = passage.id)), start, end,"
        " kind FROM passage WHERE document = ? ORDER BY id",
        (document,),
    ).fetchall()
    connection.execute("DELETE FROM passage WHERE document = ?", (document,))
    return [
        _write(connection, document, _take(before, event), event, analysis, entities)
        for event in analysis.events
    ]


def _write(
    connection: sqlite3.Connection,
    document: int,
    stored: tuple[int | None, int | None],
    event: Event,
    analysis: Analysis,
    entities: dict[str, int],
) -> int:
    number, told = stored
    words = event_words(event, analysis)
    types = {entity.id: entity.type for entity in analysis.entities}
    found = sign_of(
        event.value,
        event.kind,
        event.status,
        event.actors,
        [types[actor.entity] for actor in event.actors],
        words,
        act(event.kind, event.trigger, event.headline),
        done_with(event.headline) if _has_opposed_twin(event, analysis.events) else "",
    )
    compared = {"words": " ".join(words), "sign": found.sign, "block": found.block}
    row = {"id": number, "document": document, "event": told, **_columns(event), **compared}
    written = insert(connection, "passage", row)
    connection.executemany(
        "INSERT INTO passage_actor (passage, position, entity, role) VALUES (?, ?, ?, ?)",
        [(written, i, entities[actor.entity], actor.role) for i, actor in enumerate(event.actors)],
    )
    return written


def _has_opposed_twin(event: Event, events: Sequence[Event]) -> bool:
    """Tells whether the same sentence tells what undoes an event, or is done with another thing."""
    return any(
        are_opposed(event.headline, other.headline)
        for other in events
        if other.start == event.start and other.kind is event.kind
    )


def _take(before: list[_Stored], event: Event) -> tuple[int | None, int | None]:
    """Takes out the earlier passage that this one continues; returns its number and its event's."""

    def nearness(stored: _Stored) -> tuple[bool, int]:
        return stored[4] == event.kind, min(stored[3], event.end) - max(stored[2], event.start)

    overlapping = [stored for stored in before if nearness(stored)[1] > 0]
    if not overlapping:
        return None, None
    best = max(overlapping, key=nearness)
    before.remove(best)
    return best[0], best[1]


def _columns(event: Event) -> dict[str, object]:
    time_start, time_end = event.time or (None, None)
    return {
        "start": event.start,
        "end": event.end,
        "value": event.value,
        "first": event.first.isoformat(),
        "last": event.last.isoformat(),
        "days": (event.last - event.first).days + 1,
        "precision": event.precision,
        "basis": event.basis,
        "why": storable(event.why),
        "kind": event.kind,
        "status": event.status,
        "headline": storable(event.headline),
        "trigger": storable(event.trigger),
        "time_start": time_start,
        "time_end": time_end,
        "place": event.place,
        "attributed_to": event.attributed_to,
        "salience": float(event.salience),
    }


def event_words(event: Event, analysis: Analysis) -> list[str]:
    """Returns the content words of an event's passage, sorted (see `store.merge.words`)."""
    named = [
        *((mention.start, mention.end, mention.entity, mention.type) for mention in analysis.mentions),
        *((time.start, time.end, "", "") for time in analysis.times),
    ]
    inside = [stretch for stretch in named if event.start <= stretch[0] and stretch[1] <= event.end]
    return content_words(storable(analysis.document.text), event.start, event.end, inside)

"""Events that a reader may want to merge with one: near in time, with the same actors, in like words."""

import json
import sqlite3
from datetime import date, timedelta

from store.chronology import first_key, key_after
from store.model import EventRow, Query
from store.paging import page
from store.rows import event_rows

_AROUND = timedelta(days=14)
_MOST = 1000
"""More events than this are not compared; the nearest day's come first."""

_PER_ACTOR, _PER_KIND, _PER_DAY = 0.15, 0.1, 0.05
"""What a common actor and a common kind add to the likeness of words, and what a day apart takes off."""

_NEAR = """
    SELECT key, abs(key - :key) AS apart FROM event_actor
    WHERE key BETWEEN :from AND :to AND entity IN (SELECT entity FROM event_actor WHERE key = :key)
    UNION
    SELECT key, abs(key - :key) FROM event_country
    WHERE key BETWEEN :from AND :to AND country IN (SELECT country FROM event_country WHERE key = :key)
    ORDER BY apart LIMIT :most
"""
_WORDS = "SELECT event, words FROM passage WHERE event IN (SELECT value FROM json_each(?))"


def nearby(connection: sqlite3.Connection, number: int, words: str, limit: int) -> list[EventRow]:
    """Returns the events that may be the same as an event of the timeline, the most similar first."""
    found = connection.execute("SELECT key FROM event WHERE id = ?", (number,)).fetchone()
    if found is None:
        return []
    (event,) = event_rows(connection, [found[0]])
    others = _told_in(connection, event, words, limit) if words.strip() else _around(connection, event)
    told = _words(connection, [event.id, *(other.id for other in others)])

    def unlikeness(other: EventRow) -> tuple[float, int]:
        return -_likeness(event, other, told), abs(other.key - event.key)

    return sorted((other for other in others if other.id != number), key=unlikeness)[:limit]


def _around(connection: sqlite3.Connection, event: EventRow) -> list[EventRow]:
    first = date.fromordinal(max(event.first.toordinal() - _AROUND.days, 1))
    last = date.fromordinal(min(event.last.toordinal() + _AROUND.days, date.max.toordinal() - 1))
    bounds = {"from": first_key(first), "to": key_after(last), "key": event.key, "most": _MOST}
    return event_rows(connection, [key for key, _ in connection.execute(_NEAR, bounds)])


def _told_in(connection: sqlite3.Connection, event: EventRow, words: str, limit: int) -> list[EventRow]:
    query = Query(words=words)
    before = page(connection, query, after=None, before=event.key, limit=limit)
    return before + page(connection, query, after=event.key, before=None, limit=limit)


def _words(connection: sqlite3.Connection, events: list[int]) -> dict[int, set[str]]:
    """Returns the content words of the passages of each event."""
    found: dict[int, set[str]] = {event: set() for event in events}
    for event, words in connection.execute(_WORDS, (json.dumps(events),)):
        found[event].update(words.split())
    return found


def _likeness(one: EventRow, other: EventRow, told: dict[int, set[str]]) -> float:
    common, every = told[one.id] & told[other.id], told[one.id] | told[other.id]
    actors = {actor.entity for actor in one.actors} & {actor.entity for actor in other.actors}
    apart = max((other.first - one.last).days, (one.first - other.last).days, 0)
    words = len(common) / len(every) if every else 0.0
    return words + _PER_ACTOR * len(actors) + _PER_KIND * (one.kind is other.kind) - _PER_DAY * apart

"""Keeps the timeline true to its passages: after passages came or went, the events around them are redone.

What is redone is all that hangs together with them by resemblance, so that the outcome depends on the
passages in the store and never on the order in which they came.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.events import new_number, remove_event, write_event
from store.merge.telling import Telling
from store.passages import tellings


@dataclass(slots=True)
class Changes:
    """The numbers of the events that a settling made, added passages to, and removed."""

    new: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)


def settle(connection: sqlite3.Connection, fresh: Iterable[int], disturbed: Iterable[int]) -> Changes:
    """Redoes the events of fresh passages, and of those disturbed by passages that went.

    Runs inside the transaction of the caller; both hold numbers of passages.
    """
    fresh = set(fresh)
    around = fresh | set(disturbed)
    clusters = [[telling] for telling in tellings(connection, around)]
    return _write(connection, clusters, fresh)


def _write(connection: sqlite3.Connection, clusters: Sequence[list[Telling]], fresh: set[int]) -> Changes:
    changes = Changes()
    before = _events_of(connection, [telling.id for cluster in clusters for telling in cluster])
    for cluster, continued in zip(clusters, _numbers(clusters, before), strict=True):
        number = new_number(connection) if continued is None else continued
        if continued is None:
            changes.new.add(number)
        elif any(telling.id in fresh for telling in cluster):
            changes.joined.add(number)
        write_event(connection, number, cluster)
        connection.executemany(
            "UPDATE passage SET event = ? WHERE id = ?", [(number, telling.id) for telling in cluster]
        )
    return changes


def _events_of(connection: sqlite3.Connection, passages: Iterable[int]) -> dict[int, int | None]:
    statement = "SELECT event FROM passage WHERE id = ?"
    return {passage: connection.execute(statement, (passage,)).fetchone()[0] for passage in passages}


def _numbers(clusters: Sequence[list[Telling]], before: dict[int, int | None]) -> list[int | None]:
    """Returns for each cluster the event it continues: the one that most of its passages came from."""
    votes = []
    for index, cluster in enumerate(clusters):
        counts = Counter(before[telling.id] for telling in cluster)
        votes += [(-count, event, index) for event, count in counts.items() if event is not None]
    numbers: list[int | None] = [None] * len(clusters)
    taken: set[int] = set()
    for _, event, index in sorted(votes):
        if numbers[index] is None and event not in taken:
            numbers[index] = event
            taken.add(event)
    return numbers


def remove_empty(connection: sqlite3.Connection, events: Iterable[int]) -> set[int]:
    """Removes those of the events that no passage tells any more, and returns their numbers."""
    statement = "SELECT 1 FROM passage WHERE event = ? LIMIT 1"
    empty = {event for event in events if connection.execute(statement, (event,)).fetchone() is None}
    for event in sorted(empty):
        remove_event(connection, event)
    return empty


def neighbours(connection: sqlite3.Connection, document: int) -> set[int]:
    """Returns the passages of other documents in the events that this document tells."""
    rows = connection.execute(
        "SELECT id FROM passage WHERE document <> ?1"
        " AND event IN (SELECT event FROM passage WHERE document = ?1)",
        (document,),
    )
    return {passage for (passage,) in rows}

"""Keeps the timeline true to its passages: after passages came or went, the events around them are redone.

What is redone is all that hangs together with them by resemblance, so that the outcome depends on the
passages in the store and never on the order in which they came.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from store.events import new_number, remove_event, write_event
from store.merge.cluster import Pair, cluster
from store.merge.compare import compare
from store.merge.reasons import reasons
from store.merge.telling import Telling
from store.resemblance import hanging_together, link
from store.tellings import tellings


@dataclass(slots=True)
class Changes:
    """The numbers of the events that a settling made, added passages to, and removed."""

    new: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)

    def note(self, number: int, *, is_new: bool, has_joined: bool) -> None:
        """Notes an event that was written."""
        if is_new:
            self.new.add(number)
        elif has_joined:
            self.joined.add(number)


def settle(connection: sqlite3.Connection, fresh: Iterable[int], disturbed: Iterable[int]) -> Changes:
    """Redoes the events of fresh passages, and of those disturbed by passages that went.

    Runs inside the transaction of the caller; both hold numbers of passages.
    """
    fresh, disturbed = set(fresh), set(disturbed)
    link(connection, fresh)
    around, scores = hanging_together(connection, fresh | disturbed)
    groups = cluster(tellings(connection, around), scores, _excluded)
    before = _events_of(connection, around)
    changes = Changes()
    for group, continued in zip(groups, _numbers(groups, before, fresh), strict=True):
        members = {telling.id for telling in group}
        stood = {passage for passage, event in before.items() if event == continued}
        if members != stood or members & (fresh | disturbed):
            number = new_number(connection) if continued is None else continued
            _write(connection, number, group, scores)
            changes.note(number, is_new=continued is None, has_joined=bool(members & fresh))
    changes.gone = remove_empty(connection, {event for event in before.values() if event is not None})
    return changes


def _excluded(one: Telling, other: Telling) -> bool:
    return compare(one, other) is None


def _write(
    connection: sqlite3.Connection, number: int, group: Sequence[Telling], scores: Mapping[Pair, float]
) -> None:
    write_event(connection, number, group)
    connection.executemany(
        "UPDATE passage SET event = ?, reason = ? WHERE id = ?",
        [(number, reason, passage) for passage, reason in reasons(group, scores)],
    )


def _events_of(connection: sqlite3.Connection, passages: Iterable[int]) -> dict[int, int | None]:
    statement = "SELECT event FROM passage WHERE id = ?"
    return {passage: connection.execute(statement, (passage,)).fetchone()[0] for passage in passages}


def _numbers(
    groups: Sequence[list[Telling]], before: Mapping[int, int | None], fresh: set[int]
) -> list[int | None]:
    """Returns for each group the event that it continues, None for a new one.

    That is the event that most of its passages came from; those that stayed count before those just read.
    """
    votes = []
    for index, group in enumerate(groups):
        all_told = Counter(before[telling.id] for telling in group)
        stayed = Counter(before[telling.id] for telling in group if telling.id not in fresh)
        votes += [
            (-stayed[event], -count, event, index) for event, count in all_told.items() if event is not None
        ]
    numbers: list[int | None] = [None] * len(groups)
    taken: set[int] = set()
    for *_, event, index in sorted(votes):
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
    """Returns the passages of other documents that hang together with those of this one."""
    own = {
        number for (number,) in connection.execute("SELECT id FROM passage WHERE document = ?", (document,))
    }
    return hanging_together(connection, own)[0] - own

"""Keeps the timeline true to its passages: after passages came or went, the events around them are redone.

What is redone is all that hangs together with them by resemblance, or by a correction, so that the outcome
depends on the passages and the corrections in the store and never on the order in which they came.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from store.corrections.arranging import arrange
from store.corrections.overlay import Corrected, overlay
from store.corrections.standing import Standing, in_force
from store.events import new_number, remove_event, write_event
from store.gathering import gather
from store.merge.blocks import Sign
from store.merge.cluster import Pair, cluster
from store.merge.compare import compare
from store.merge.reasons import by_telling, reasons
from store.merge.telling import Telling
from store.redating import as_compared, redate
from store.resemblance import components, forget, hanging_together, link, speaking
from store.runs import Standings, standings
from store.tellings import tellings


@dataclass(slots=True)
class Changes:
    """The numbers of the events that a settling made, added passages to, and removed.

    `before` holds how the events stood that it may have touched.
    """

    new: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    before: Standings = field(default_factory=dict)

    def note(self, number: int, *, is_new: bool, has_joined: bool) -> None:
        """Notes an event that was written."""
        if is_new:
            self.new.add(number)
        elif has_joined:
            self.joined.add(number)


def settle(
    connection: sqlite3.Connection,
    fresh: Iterable[int],
    disturbed: Iterable[int],
    left: Iterable[Sign] = (),
    known_better: Iterable[int] = (),
) -> Changes:
    """Redoes the events of fresh passages, and of those disturbed by passages that went.

    Runs inside the transaction of the caller; all hold numbers of passages, but `left` the blocks that
    passages went from. Those `known_better` are compared anew.
    """
    known_better = set(known_better)
    fresh, disturbed = set(fresh), set(disturbed) | known_better | forget(connection, known_better)
    gathered, moved = gather(connection, fresh, left), redate(connection)
    disturbed |= gathered.disturbed | moved.disturbed
    link(connection, gathered.speaking | moved.speaking | speaking(connection, known_better))
    around, scores = hanging_together(connection, fresh | disturbed)
    corrections = in_force(connection, around)
    found = tellings(connection, around)
    compared = {telling.id: telling for telling in as_compared(connection, found)}
    arranged = arrange(_clustered(found, compared, scores), scores, corrections)
    before = _events_of(connection, around)
    events = {event for event in before.values() if event is not None}
    changes = Changes(before=standings(connection, events))
    redone = fresh | disturbed | {p for standing in corrections for side in standing.sides for p in side}
    numbers = _numbers(arranged.groups, before, fresh)
    rewritten = [
        (group, continued)
        for group, continued in zip(arranged.groups, numbers, strict=True)
        if _ids(group) & redone or _ids(group) != {p for p, event in before.items() if event == continued}
    ]
    # All that goes or is written anew leaves its place first, so that places depend on what comes alone.
    stale = events - set(numbers) | {number for _, number in rewritten if number is not None}
    changes.gone = {event for event in sorted(stale) if remove_event(connection, event)}
    near = by_telling(scores)
    for group, continued in rewritten:
        number = new_number(connection) if continued is None else continued
        corrected = _corrected(group, corrections)
        why = dict(reasons([compared[t.id] for t in group], near)) | arranged.by_hand(group)
        _write(connection, number, group, corrected, why)
        if not corrected.is_rejected:
            changes.gone.discard(number)
            changes.note(number, is_new=continued is None, has_joined=bool(_ids(group) & fresh))
    return changes


def _clustered(
    found: Sequence[Telling], compared: Mapping[int, Telling], scores: Mapping[Pair, float]
) -> list[list[Telling]]:
    """Returns the groups that clustering makes of each part by itself, sorted by content.

    `compared` holds the same tellings with the dates on which they are compared.
    """
    as_found = {telling.id: telling for telling in found}
    parts = components([compared[telling.id] for telling in found], scores)
    groups = [group for part, inside in parts for group in cluster(part, inside, _excluded)]
    own = [[as_found[telling.id] for telling in group] for group in groups]
    return sorted(own, key=lambda group: min(telling.fingerprint for telling in group))


def _ids(group: Iterable[Telling]) -> set[int]:
    return {telling.id for telling in group}


def _corrected(group: Sequence[Telling], corrections: Iterable[Standing]) -> Corrected:
    members = _ids(group)
    return overlay(group, [standing for standing in corrections if standing.deciding in members])


def _excluded(one: Telling, other: Telling) -> bool:
    return compare(one, other) is None


def _write(
    connection: sqlite3.Connection,
    number: int,
    group: Sequence[Telling],
    corrected: Corrected,
    why: Mapping[int, str],
) -> None:
    """Writes an event, or keeps a rejected one beside the timeline, under its number."""
    passages = [telling.id for telling in group]
    connection.executemany("DELETE FROM rejected WHERE passage = ?", [(passage,) for passage in passages])
    if corrected.is_rejected:
        rows = [(passage, number) for passage in passages]
        connection.executemany("INSERT INTO rejected (passage, event) VALUES (?, ?)", rows)
    else:
        write_event(connection, number, corrected, passages)
    event = None if corrected.is_rejected else number
    connection.executemany(
        "UPDATE passage SET event = ?, reason = ? WHERE id = ?",
        [(event, why[passage], passage) for passage in passages],
    )


def _events_of(connection: sqlite3.Connection, passages: Iterable[int]) -> dict[int, int | None]:
    statement = (
        "SELECT coalesce(event, (SELECT event FROM rejected WHERE passage = passage.id))"
        " FROM passage WHERE id = ?"
    )
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
    return {event for event in sorted(empty) if remove_event(connection, event)}


def neighbours(connection: sqlite3.Connection, document: int) -> set[int]:
    """Returns the passages of other documents that hang together with those of this one."""
    own = {
        number for (number,) in connection.execute("SELECT id FROM passage WHERE document = ?", (document,))
    }
    return hanging_together(connection, own)[0] - own

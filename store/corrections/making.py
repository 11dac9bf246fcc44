"""Makes, undoes and redoes corrections: each in one transaction, with all that follows from it."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from corpus import UsageError
from store.corrections.anchoring import write_evidence
from store.corrections.before import before, standing_as
from store.corrections.checking import check_several, checked, tellings_of
from store.corrections.model import Change, Correction, Merge, Split
from store.corrections.payload import payload_of, sort_of
from store.merge.agree import agree
from store.merge.telling import Telling
from store.settle import remove_empty, settle
from store.writing import insert, writing


def correct(connection: sqlite3.Connection, events: Sequence[int], change: Change) -> int:
    """Changes what is said of one or more events; returns the number of the first correction.

    Corrections of several events are a batch: they are undone and redone together.
    """
    with writing(connection):
        plain = checked(connection, change)
        found = [tellings_of(connection, event) for event in dict.fromkeys(events)]
        if not found:
            raise UsageError("name an event to correct; `dateline search` lists their numbers")
        entries = [(before(standing_as(connection, told), plain), [by_weight(told)]) for told in found]
        return _enter(connection, plain, entries)


def merge(connection: sqlite3.Connection, events: Sequence[int]) -> int:
    """Makes several events one; returns the number of the correction."""
    check_several(events)
    with writing(connection):
        sides = [by_weight(tellings_of(connection, event)) for event in dict.fromkeys(events)]
        return _enter(connection, Merge(), [(f"{len(sides)} events", sides)])


def split(connection: sqlite3.Connection, event: int, passages: Collection[int]) -> int:
    """Makes some passages of an event one of its own; returns the number of the correction.

    What the same sentences tell of the event goes with them.
    """
    with writing(connection):
        found = tellings_of(connection, event)
        numbers = {telling.id for telling in found}
        for passage in passages:
            if passage not in numbers:
                listed = ", ".join(map(str, sorted(numbers)))
                raise UsageError(f"event {event} has no passage {passage}; it has {listed}")
        places = {_place(telling) for telling in found if telling.id in passages}
        leaving = [telling for telling in found if _place(telling) in places]
        staying = [telling for telling in found if _place(telling) not in places]
        if not leaving or not staying:
            whole = "these passages alone tell" if len(places) > 1 else "this passage alone tells"
            raise UsageError(f"{whole} event {event}: there is nothing to split")
        headline = standing_as(connection, found).agreed.best.headline
        return _enter(connection, Split(), [(headline, [by_weight(leaving), by_weight(staying)])])


def undo(connection: sqlite3.Connection) -> int:
    """Takes back the newest correction, with all of its batch; returns the number of the first.

    `UsageError` where there is none.
    """
    with writing(connection):
        (number,) = connection.execute("SELECT max(id) FROM correction WHERE NOT undone").fetchone()
        if number is None:
            raise UsageError("there is no correction to undo; the journal lists what there is")
        return _turn(connection, number, is_undone=True)


def redo(connection: sqlite3.Connection) -> int:
    """Makes again the correction that was undone last, with its batch; `UsageError` where there is none."""
    with writing(connection):
        (number,) = connection.execute("SELECT min(id) FROM correction WHERE undone").fetchone()
        if number is None:
            raise UsageError("there is no undone correction to redo; the journal lists what there is")
        return _turn(connection, number, is_undone=False)


def now() -> datetime:
    """Returns the time of a correction: UTC, like all that the journal says of time."""
    return datetime.now(UTC)


_Entry = tuple[str, Sequence[Sequence[int]]]
"""What was there before a correction, and the passages that it hangs on, by sides."""


def _enter(connection: sqlite3.Connection, correction: Correction, entries: Sequence[_Entry]) -> int:
    """Writes entries of the journal and what follows from them; what was undone can be redone no more."""
    connection.execute("DELETE FROM correction WHERE undone")
    first = None
    for was, sides in entries:
        row = {
            "made": now().isoformat(timespec="seconds"),
            "change": sort_of(correction),
            "payload": payload_of(correction, was),
            "batch": first,
        }
        number = insert(connection, "correction", row)
        if first is None and len(entries) > 1:
            connection.execute("UPDATE correction SET batch = id WHERE id = ?", (number,))
        first = first or number
        write_evidence(connection, number, sides)
    settle(connection, (), (passage for _, sides in entries for side in sides for passage in side))
    assert first is not None
    return first


def _turn(connection: sqlite3.Connection, correction: int, *, is_undone: bool) -> int:
    """Undoes or redoes a correction with its batch; returns the number of the first of them."""
    batch = connection.execute(
        "SELECT other.id, other.entity FROM correction AS other JOIN correction AS this ON this.id = ?"
        " WHERE other.id = this.id OR other.batch = this.batch ORDER BY other.id",
        (correction,),
    ).fetchall()
    passages: set[int] = set()
    for number, entity in batch:
        if entity is not None:
            from store.identities.making import turn

            turn(connection, number, is_undone=is_undone)
            continue
        connection.execute("UPDATE correction SET undone = ? WHERE id = ?", (int(is_undone), number))
        passages |= _give_numbers_back(connection, number, is_undone=is_undone)
    settle(connection, (), passages)
    return int(batch[0][0])


def _give_numbers_back(connection: sqlite3.Connection, correction: int, *, is_undone: bool) -> set[int]:
    """Gives events the numbers that they had on the other side of a correction; returns its passages."""
    here, there = ("event_after", "event_before") if is_undone else ("event_before", "event_after")
    rows = connection.execute(
        f"SELECT position, passage, {there}, {_EVENT}"  # noqa: S608 - own words
        " FROM correction_evidence AS evidence WHERE correction = ? AND passage IS NOT NULL",
        (correction,),
    ).fetchall()
    for position, passage, former, now in rows:
        connection.execute(
            f"UPDATE correction_evidence SET {here} = ? WHERE correction = ? AND position = ?",  # noqa: S608 - own words
            (now, correction, position),
        )
        if former is not None and (former == now or not _is_taken(connection, former)):
            connection.execute("UPDATE passage SET event = ? WHERE id = ?", (former, passage))
    remove_empty(connection, {now for *_, now in rows})
    return {passage for _, passage, _, _ in rows}


_EVENT = """
    coalesce((SELECT event FROM passage WHERE id = evidence.passage),
        (SELECT event FROM rejected WHERE passage = evidence.passage))
"""


def _is_taken(connection: sqlite3.Connection, event: int) -> bool:
    """Tells whether there is an event with this number, on the timeline or rejected."""
    statement = "SELECT 1 FROM event WHERE id = :id UNION ALL SELECT 1 FROM rejected WHERE event = :id"
    return connection.execute(statement, {"id": event}).fetchone() is not None


def by_weight(found: Iterable[Telling]) -> list[int]:
    """Returns the numbers of tellings, the best one first, the others by their content."""
    tellings = sorted(found, key=lambda telling: telling.fingerprint)
    best = agree(tellings).best
    return [best.id, *(telling.id for telling in tellings if telling.id != best.id)]


def _place(telling: Telling) -> tuple[str, int, int]:
    return telling.document, telling.start, telling.end

"""Makes, undoes and redoes corrections: each in one transaction, with all that follows from it."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from corpus import UsageError
from store.corrections.anchoring import write_evidence
from store.corrections.checking import check_several, checked, tellings_of
from store.corrections.model import Change, Correction, Merge, Split
from store.corrections.payload import payload_of, sort_of
from store.merge.agree import agree
from store.merge.telling import Telling
from store.settle import remove_empty, settle
from store.writing import insert, writing


def correct(connection: sqlite3.Connection, event: int, change: Change) -> int:
    """Changes what is said of an event; returns the number of the correction."""
    with writing(connection):
        found = tellings_of(connection, event)
        return _enter(connection, checked(connection, change), [_by_weight(found)])


def merge(connection: sqlite3.Connection, events: Sequence[int]) -> int:
    """Makes several events one; returns the number of the correction."""
    check_several(events)
    with writing(connection):
        sides = [_by_weight(tellings_of(connection, event)) for event in dict.fromkeys(events)]
        return _enter(connection, Merge(), sides)


def split(connection: sqlite3.Connection, event: int, passage: int) -> int:
    """Makes a passage of an event one of its own; returns the number of the correction.

    What the same sentence tells of the event goes with it.
    """
    with writing(connection):
        found = tellings_of(connection, event)
        place = next((_place(telling) for telling in found if telling.id == passage), None)
        if place is None:
            numbers = ", ".join(str(telling.id) for telling in found)
            raise UsageError(f"event {event} has no passage {passage}; it has {numbers}")
        leaving = [telling for telling in found if _place(telling) == place]
        staying = [telling for telling in found if _place(telling) != place]
        if not staying:
            raise UsageError(f"passage {passage} alone tells event {event}: there is nothing to split")
        return _enter(connection, Split(), [_by_weight(leaving), _by_weight(staying)])


def undo(connection: sqlite3.Connection) -> int:
    """Takes back the newest correction; returns its number, `UsageError` where there is none."""
    with writing(connection):
        (number,) = connection.execute("SELECT max(id) FROM correction WHERE NOT undone").fetchone()
        if number is None:
            raise UsageError("there is no correction to undo; `dateline journal` lists them")
        return _turn(connection, number, is_undone=True)


def redo(connection: sqlite3.Connection) -> int:
    """Makes again the correction that was undone last; `UsageError` where there is none."""
    with writing(connection):
        (number,) = connection.execute("SELECT min(id) FROM correction WHERE undone").fetchone()
        if number is None:
            raise UsageError("there is no undone correction to redo; `dateline journal` lists them")
        return _turn(connection, number, is_undone=False)


def now() -> datetime:
    """Returns the time of a correction: UTC, like all that the journal says of time."""
    return datetime.now(UTC)


def _enter(connection: sqlite3.Connection, correction: Correction, sides: Sequence[Sequence[int]]) -> int:
    """Writes an entry of the journal and what follows from it; what was undone can be redone no more."""
    connection.execute("DELETE FROM correction WHERE undone")
    row = {
        "made": now().isoformat(timespec="seconds"),
        "change": sort_of(correction),
        "payload": payload_of(correction),
    }
    number = insert(connection, "correction", row)
    write_evidence(connection, number, sides)
    settle(connection, (), (passage for side in sides for passage in side))
    return number


def _turn(connection: sqlite3.Connection, correction: int, *, is_undone: bool) -> int:
    """Undoes or redoes a correction; events get the numbers back that they had on that side of it."""
    here, there = ("event_after", "event_before") if is_undone else ("event_before", "event_after")
    connection.execute("UPDATE correction SET undone = ? WHERE id = ?", (int(is_undone), correction))
    rows = connection.execute(
        f"SELECT position, passage, {there}, {_EVENT}"  # noqa: S608 - own words
        " FROM correction_evidence AS evidence WHERE correction = ? AND passage IS NOT NULL",
        (correction,),
    ).fetchall()
    for position, passage, former, now in rows:
        connection.execute(
            f"UPDATE correction_evidence SET {here} = ? WHERE correction = ? AND position = ?",  # noqa: S608
            (now, correction, position),
        )
        if former is not None and (former == now or not _is_taken(connection, former)):
            connection.execute("UPDATE passage SET event = ? WHERE id = ?", (former, passage))
    remove_empty(connection, {now for *_, now in rows})
    settle(connection, (), (passage for _, passage, _, _ in rows))
    return correction


_EVENT = """
    coalesce((SELECT event FROM passage WHERE id = evidence.passage),
        (SELECT event FROM rejected WHERE passage = evidence.passage))
"""


def _is_taken(connection: sqlite3.Connection, event: int) -> bool:
    """Tells whether there is an event with this number, on the timeline or rejected."""
    statement = "SELECT 1 FROM event WHERE id = :id UNION ALL SELECT 1 FROM rejected WHERE event = :id"
    return connection.execute(statement, {"id": event}).fetchone() is not None


def _by_weight(found: Iterable[Telling]) -> list[int]:
    """Returns the numbers of tellings, the best one first, the others by their content."""
    tellings = sorted(found, key=lambda telling: telling.fingerprint)
    best = agree(tellings).best
    return [best.id, *(telling.id for telling in tellings if telling.id != best.id)]


def _place(telling: Telling) -> tuple[str, int, int]:
    return telling.document, telling.start, telling.end

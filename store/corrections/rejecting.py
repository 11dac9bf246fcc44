"""Reads rejected events, which are on no timeline: what they say is put together from their passages."""

import sqlite3

from store.chronology import key_for
from store.corrections.before import standing_as
from store.corrections.overlay import Corrected
from store.model import ActorRow, EventRow
from store.rows import line_or_none
from store.sanitise import clean_line
from store.tellings import tellings

Told = tuple[EventRow, str, tuple[str, ...]]
"""An event, why it has its date, and for each field that was corrected what was there before."""


def rejected_events(connection: sqlite3.Connection) -> list[EventRow]:
    """Returns the rejected events in date order."""
    numbers = connection.execute("SELECT DISTINCT event FROM rejected").fetchall()
    rows = [rejected_event(connection, number) for (number,) in numbers]
    return sorted((row for row, *_ in filter(None, rows)), key=lambda row: (row.key, row.id))


def rejected_event(connection: sqlite3.Connection, number: int) -> Told | None:
    """Returns a rejected event, why it has its date, and what was corrected; None where it is none."""
    statement = "SELECT passage FROM rejected WHERE event = ?"
    passages = {passage for (passage,) in connection.execute(statement, (number,))}
    if not passages:
        return None
    corrected = standing_as(connection, tellings(connection, passages))
    row = _row(connection, number, corrected)
    return row, clean_line(corrected.agreed.dated.why), tuple(map(clean_line, corrected.lines.values()))


def _row(connection: sqlite3.Connection, number: int, corrected: Corrected) -> EventRow:
    agreed = corrected.agreed
    best, dated = agreed.best, agreed.dated
    place = connection.execute("SELECT name FROM entity WHERE identifier = ?", (best.place,)).fetchone()
    return EventRow(
        key=key_for(dated.first, agreed.salience, best.fingerprint),
        id=number,
        value=dated.value,
        first=dated.first,
        last=dated.last,
        precision=dated.precision,
        basis=dated.basis,
        kind=best.kind,
        status=agreed.status,
        headline=clean_line(best.headline),
        actors=tuple(
            ActorRow(p.identifier, clean_line(p.name), p.country, p.role) for p in agreed.participants
        ),
        place=line_or_none(place[0] if place else best.place),
        salience=agreed.salience,
        sources=agreed.sources,
        is_corrected=True,
    )

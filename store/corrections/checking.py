"""What a correction may say: everything else is a `UsageError` with the way out."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from corpus import StoreError, UsageError
from store.corrections.dates import read_date
from store.corrections.model import Change, ChangeActors, ChangeDate, ChangeHeadline
from store.merge.telling import Telling
from store.sanitise import storable
from store.tellings import tellings

_LONGEST = 500
"""Code points that a headline may have; the longest sentence of a report has fewer."""

_PASSAGES = """
    SELECT id FROM passage WHERE event = :event UNION SELECT passage FROM rejected WHERE event = :event
"""


def tellings_of(connection: sqlite3.Connection, event: int) -> list[Telling]:
    """Returns the tellings of an event, also of a rejected one; `StoreError` where there is none."""
    found = tellings(connection, (number for (number,) in connection.execute(_PASSAGES, {"event": event})))
    if not found:
        raise StoreError(f"there is no event {event} in this store; `dateline search` lists their numbers")
    return found


def checked(connection: sqlite3.Connection, change: Change) -> Change:
    """Returns a change in its plain form; raises `UsageError` where an event cannot take it."""
    match change:
        case ChangeDate(value):
            return ChangeDate(str(read_date(value).edtf))
        case ChangeHeadline(headline):
            return ChangeHeadline(_line(headline))
        case ChangeActors(add, remove):
            for entity in (*(part.entity for part in add), *remove):
                _check_entity(connection, entity)
            if not add and not remove:
                raise UsageError("name an actor to add or to take away")
            return replace(change)
    return change


def _line(headline: str) -> str:
    line = storable(" ".join(headline.split()))
    if not line or len(line) > _LONGEST:
        raise UsageError(f"a headline has 1 to {_LONGEST} letters, not {len(line)}; shorten it")
    return line


def _check_entity(connection: sqlite3.Connection, entity: str) -> None:
    if connection.execute("SELECT 1 FROM entity WHERE identifier = ?", (entity,)).fetchone() is None:
        raise UsageError(f"nobody in this store has the identifier “{entity}”; `dateline actors` lists them")


def check_several(events: Sequence[int]) -> None:
    """Raises `UsageError` where there are not at least two different events."""
    if len(set(events)) < 2:
        raise UsageError("name two or more different events to merge")

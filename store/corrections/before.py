"""What an event said before a correction: the journal keeps it beside what it says since."""

import sqlite3
from collections.abc import Sequence

from corpus import Role
from store.corrections.model import (
    Change,
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
)
from store.corrections.overlay import Corrected, overlay, told_date
from store.corrections.standing import in_force
from store.merge.telling import Participant, Telling


def standing_as(connection: sqlite3.Connection, found: Sequence[Telling]) -> Corrected:
    """Returns an event as its tellings and the corrections that are in force have it."""
    passages = {telling.id for telling in found}
    held = [standing for standing in in_force(connection, passages) if standing.deciding in passages]
    return overlay(found, held)


def before(now: Corrected, change: Change) -> str:
    """Returns what an event says now of what a change changes, in words: `Wed 13 Sep 2023`, `CONSULT`."""
    agreed = now.agreed
    match change:
        case ChangeDate():
            return told_date(agreed.dated)
        case ChangeKind():
            return str(agreed.best.kind)
        case ChangeStatus():
            return str(agreed.status)
        case ChangeHeadline():
            return " ".join(agreed.best.headline.split())
        case ChangeActors():
            return _cast(agreed.participants)
    return "rejected" if now.is_rejected else "checked" if now.is_checked else ""


def _cast(participants: Sequence[Participant]) -> str:
    """Returns `USA, South Korea → North Korea`."""
    sides = (", ".join(p.name for p in participants if p.role is role) for role in Role)
    sources, targets = sides
    return f"{sources} → {targets}" if targets else sources or "nobody"

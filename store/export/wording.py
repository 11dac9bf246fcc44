"""The words for an event that all documents share: who acted on whom, a full sentence, a count."""

from collections.abc import Iterable

from corpus import Kind, Role
from store.export.escape import one_line
from store.model import ActorRow, EventRow

_MUTUAL = frozenset({Kind.CONSULT, Kind.AGREE, Kind.COOPERATE})
"""Kinds in which the two sides do the same."""

_ENDS = ".!?…”\"'’»)"
"""What a sentence may end with."""


def who(row: EventRow) -> str:
    """Returns who acted on whom: `United States → Russia`, `Kim Jong Un and Vladimir Putin`, or nothing."""
    sources = names(actor for actor in row.actors if actor.role is Role.SOURCE)
    targets = names(actor for actor in row.actors if actor.role is Role.TARGET)
    link = " and " if is_mutual(row.kind) else " → "
    return link.join(side for side in (sources, targets) if side)


def names(actors: Iterable[ActorRow]) -> str:
    """Returns the names of actors on one line."""
    return ", ".join(one_line(actor.name) for actor in actors)


def is_mutual(kind: Kind) -> bool:
    """Tells whether in events of a kind the two sides do the same."""
    return kind in _MUTUAL


def sentence(text: str) -> str:
    """Returns a text on one line, with a full stop where it ends without any mark."""
    line = one_line(text)
    return line if line.endswith(tuple(_ENDS)) else f"{line}."


def counted(count: int, noun: str) -> str:
    """Returns a number with its noun: `1 event`, `1,284 events`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

"""How far two kinds of event may name the same event, and what a kind consists in."""

from enum import StrEnum
from functools import cache

from corpus import Kind
from store.merge.words import table


class Nature(StrEnum):
    """What makes an event: two sides doing the same, a deed of one, or words alone."""

    MEETING = "meeting"
    DEED = "deed"
    SPEECH = "speech"


@cache
def _pairs() -> dict[frozenset[Kind], float]:
    return {
        frozenset((Kind(kind), Kind(other))): degree
        for kind, others in table()["kinds"].items()
        for other, degree in others.items()
    }


@cache
def kinship(kind: Kind, other: Kind) -> float:
    """Returns from 0 (never the same event) to 1 (the same kind)."""
    return 1.0 if kind is other else _pairs().get(frozenset((kind, other)), 0.0)


@cache
def related(kind: Kind) -> tuple[Kind, ...]:
    """Returns the kinds that an event of this kind may also be told as."""
    return tuple(other for other in Kind if kinship(kind, other))


@cache
def nature(kind: Kind) -> Nature:
    """Returns what an event of this kind consists in."""
    return next(Nature(name) for name, kinds in table()["classes"].items() if kind in kinds)

"""The two sides of an event, and how those who are named together fall on them."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.events.groups import Group
from corpus.model import EntityType, Kind, Mention

MUTUAL_KINDS = frozenset({Kind.AGREE, Kind.CONSULT, Kind.COOPERATE})
"""Kinds in which several subjects do it to each other; in the others they do it together."""


class Roles(NamedTuple):
    """Who acts and on whom; each may be empty."""

    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]


def sides(
    named: tuple[Mention, ...], found: Group | None, kind: Kind, *, mutual: bool, thing: frozenset[str]
) -> Roles:
    """Returns who is named as sources and whom a group names as targets; both sides of a `mutual` act."""
    targets = others(found, named)
    both = kind in MUTUAL_KINDS or kind is Kind.ASSAULT or "relations" in thing
    if not targets and len(named) > 1 and both and mutual:
        return split(named)
    return Roles(named, targets)


def split(named: tuple[Mention, ...]) -> Roles:
    """Returns the first as source and the rest as targets."""
    return Roles(named[:1], named[1:])


def others(group: Group | None, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """The members of a group that are not sources themselves, nor the state of one of them."""
    if group is None:
        return ()
    entities = {mention.entity for mention in sources}
    homes = {mention.country for mention in sources if mention.type is not EntityType.STATE}
    return tuple(
        m
        for m in group.mentions
        if m.entity not in entities and not (m.type is EntityType.STATE and m.country in homes)
    )

"""Who is known, whether or not a store tells of them: the knowledge base and a store as one list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus import Entity, EntityType, Office
from store.actors import ActorIndex, fold, in_order
from store.model import ActorCount


@dataclass(frozen=True, slots=True)
class Listed:
    """An actor with its years (birth and death, the second None while open) and offices, latest first."""

    actor: ActorCount
    lived: tuple[int, int | None] | None
    offices: tuple[Office, ...]


def directory(
    pattern: str,
    known: Sequence[Entity],
    stored: Iterable[ActorCount],
    *,
    countries: Sequence[str] = (),
    types: Sequence[EntityType] = (),
) -> list[Listed]:
    """Returns all whose names match: those who act first, the busiest first, then those who are only known.

    Whose names have the whole words (Kim, not Kimhae) are all, where there are any. Of those who are only
    known people come first.
    `known` is the knowledge base, `stored` those of a store whose names match the same pattern. Without a
    pattern only the stored are listed. Of `countries` and `types`, where any are given, one must be right.
    """
    found = {actor.entity: actor for actor in _known(pattern, known)} if pattern else {}
    found |= {actor.entity: actor for actor in stored}
    right = [actor for actor in found.values() if not actor.misspelt] or list(found.values())
    whole = [actor for actor in right if _bears(actor, pattern)] or right
    entities = {entity.id: entity for entity in known}
    people_first = sorted(in_order(whole, pattern), key=_is_nobody)
    return [
        _listed(actor, entities)
        for actor in people_first
        if (not countries or actor.country in countries) and (not types or actor.type in types)
    ]


def _bears(actor: ActorCount, pattern: str) -> bool:
    """Tells whether a name of an actor has all words of a pattern."""
    wanted = set(fold(pattern).split())
    return any(wanted <= set(fold(name).split()) for name in (actor.name, actor.matched))


def _is_nobody(actor: ActorCount) -> bool:
    """Tells whether this is neither a person nor anybody who acts."""
    return not actor.events and actor.type is not EntityType.PERSON


def _known(pattern: str, known: Sequence[Entity]) -> list[ActorCount]:
    return ActorIndex.of_entities(known).search(pattern, {}, None)


def _listed(actor: ActorCount, entities: Mapping[str, Entity]) -> Listed:
    entity = entities.get(actor.entity)
    if entity is None:
        return Listed(actor, None, ())
    latest_first = sorted(entity.offices, key=lambda o: (o.until is None, o.since or o.until), reverse=True)
    return Listed(actor, entity.lived, tuple(latest_first))

"""The states of the knowledge base, for those who act and are named only by their town: "police in Busan"."""

from collections.abc import Mapping, Sequence
from functools import cache

from corpus.linking import known
from corpus.model import Entity, EntityType, Event, Mention


@cache
def known_states() -> Mapping[str, Mention]:
    """Returns each state by its country code, as a mention without words of its own."""
    states: dict[str, Mention] = {}
    for entity in known().entities:
        if entity.type is EntityType.STATE and entity.country:
            states.setdefault(
                entity.country,
                Mention(0, 0, entity.name, entity.id, entity.name, entity.type, entity.country),
            )
    return states


def with_acting(events: Sequence[Event], mentioned: Sequence[Entity]) -> tuple[Entity, ...]:
    """Returns the entities that are mentioned and those that act without being named, sorted by id."""
    named = {entity.id for entity in mentioned}
    unnamed = {actor.entity for event in events for actor in event.actors} - named
    if not unnamed:
        return tuple(mentioned)
    records = known().records
    added = [records[id].entity for id in unnamed if id in records]
    return tuple(sorted([*mentioned, *added], key=lambda entity: entity.id))

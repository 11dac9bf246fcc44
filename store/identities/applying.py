"""Lays over what was found in a document who those people really are: a pure function, no SQL."""

from dataclasses import replace

from corpus import Actor, Analysis, Entity, Event, Mention
from store.identities.verdicts import Meanings


def identified(analysis: Analysis, meanings: Meanings) -> Analysis:
    """Returns the analysis with everybody as who they are; nobody is mentioned and acts no more.

    Its events are those of the analysis, one for one.
    """
    if not meanings:
        return analysis
    kept = {entity.id: entity for entity in analysis.entities if entity.id not in meanings}
    meant = {entity.id: entity for entity in meanings.values() if entity is not None}
    entities = meant | kept
    return replace(
        analysis,
        mentions=tuple(_mention(m, meanings) for m in analysis.mentions if _is_somebody(m.entity, meanings)),
        events=tuple(_event(event, meanings) for event in analysis.events),
        entities=tuple(entities[identifier] for identifier in sorted(entities)),
    )


def is_changed(actors: tuple[Actor, ...], meanings: Meanings) -> bool:
    """Tells whether any of the actors is another, or nobody."""
    return any(actor.entity in meanings and _becomes(actor.entity, meanings) for actor in actors)


def _becomes(identifier: str, meanings: Meanings) -> bool:
    meant = meanings[identifier]
    return meant is None or meant.id != identifier


def _is_somebody(identifier: str, meanings: Meanings) -> bool:
    return identifier not in meanings or meanings[identifier] is not None


def _mention(mention: Mention, meanings: Meanings) -> Mention:
    meant = meanings.get(mention.entity)
    if meant is None:
        return mention
    return replace(mention, entity=meant.id, name=meant.name, type=meant.type, country=meant.country)


def _event(event: Event, meanings: Meanings) -> Event:
    actors: dict[str, Actor] = {}
    for actor in event.actors:
        if _is_somebody(actor.entity, meanings):
            meant = meanings.get(actor.entity)
            new = _as(actor, meant) if meant else actor
            actors.setdefault(new.entity, new)
    return replace(event, actors=tuple(actors.values()))


def _as(actor: Actor, meant: Entity) -> Actor:
    return replace(actor, entity=meant.id, name=meant.name, country=meant.country)

"""Finds which event of the extraction is which event of the reader's, and in what it is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import Actor, Event, Kind, Role
from tests.corpus.articles.gold import NOBODY, Party, Wanted

MUTUAL = {Kind.CONSULT, Kind.AGREE, Kind.COOPERATE}  # who is source and who is target is the writer's choice


@dataclass(frozen=True)
class Item:
    """A place where an article tells an event that the reader lists, and the event found there."""

    wanted: Wanted
    snippet: str
    found: Event | None


def match(text: str, wanted: Iterable[Wanted], events: Iterable[Event]) -> list[Item]:
    """Gives each snippet at most one event and each event at most one snippet, the best matches first."""
    places = [(each, snippet, text.find(snippet)) for each in wanted for snippet in each.snippets]
    listed = list(events)
    pairs = sorted(
        (
            (-points, place, number)
            for place, (each, snippet, at) in enumerate(places)
            for number, event in enumerate(listed)
            if at >= 0 and event.start < at + len(snippet) and at < event.end
            if (points := _likeness(each, snippet, event))
        ),
    )
    chosen: dict[int, int] = {}
    for _, place, number in pairs:
        if place not in chosen and number not in chosen.values():
            chosen[place] = number
    return [
        Item(each, snippet, listed[chosen[place]] if place in chosen else None)
        for place, (each, snippet, _) in enumerate(places)
    ]


def _likeness(wanted: Wanted, snippet: str, event: Event) -> int:
    """Returns 0 unless the trigger is the reader's, or the kind is and either the day or an actor."""
    trigger = event.trigger in snippet
    kind, day = event.kind in wanted.kinds, day_right(wanted, event)
    groups = wanted.sources + wanted.targets
    actor = any(_is(actor, name) for actor in event.actors for group in groups for name in group)
    if not (trigger or (kind and (day or actor))):
        return 0
    return 4 * trigger + 2 * kind + 2 * day + actor + wanted.required


def day_right(wanted: Wanted, event: Event) -> bool:
    """Tells whether the date is one that the reader accepts; marked as approximate it is the same day."""
    return event.value.rstrip("~") in {value.rstrip("~") for value in wanted.values}


def source_right(wanted: Wanted, event: Event) -> bool:
    """Tells whether all who must act are there as sources, and nobody else."""
    return _party_right(wanted, event, wanted.sources, Role.SOURCE)


def target_right(wanted: Wanted, event: Event) -> bool:
    """Tells whether all who must be acted on are there as targets, and nobody else."""
    return _party_right(wanted, event, wanted.targets, Role.TARGET)


def _party_right(wanted: Wanted, event: Event, party: Party, role: Role) -> bool:
    mutual = event.kind in MUTUAL
    actors = [actor for actor in event.actors if mutual or actor.role is role]
    welcome = wanted.sources + wanted.targets if mutual else party
    needed = all(NOBODY in group or any(_any(actor, [group]) for actor in actors) for group in party)
    return needed and all(_any(actor, welcome) for actor in actors)


def _any(actor: Actor, groups: Iterable[frozenset[str]]) -> bool:
    return any(_is(actor, name) for group in groups for name in group)


def _is(actor: Actor, name: str) -> bool:
    unlisted = actor.entity.partition("-")[2]  # people whom nobody has listed are `person-` and their name
    return name in (actor.entity, unlisted, actor.country)

"""How far two tellings name the same actors in the same parts."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from corpus import EntityType, Role
from store.merge.telling import Participant

_BODIES = frozenset(
    {EntityType.PUBLIC_BODY, EntityType.ARMED_FORCE, EntityType.PARTY, EntityType.ORGANISATION}
)
_STATE, _OFFICE, _BODY = 0.8, 0.6, 0.5
"""How surely a state is meant by somebody of it, a body by a person of it, a body by another of the state."""

_NAMED = 0.7
"""How surely an actor takes part in what a passage tells that names the actor in another place."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`degree` from 0 to 1: how much of the actors of both is found again in the other telling.

    `parties` counts the actors that both have: `persons` those that are the same person, `proxies` those
    where one telling names a person and the other a state. `names` names them.
    """

    degree: float
    parties: int
    persons: int
    proxies: int
    names: tuple[str, ...]


def standing_for(one: Participant, other: Participant) -> float:
    """Returns how surely one actor is the other, told differently: 0 for namesakes and strangers."""
    if one.entity == other.entity:
        return 1.0
    if one.country is None or one.country != other.country:
        return 0.0
    types = {one.type, other.type}
    if EntityType.STATE in types:
        return _STATE
    if types <= _BODIES:
        return _BODY
    return _OFFICE if EntityType.PERSON in types and types & _BODIES else 0.0


def agreement(
    one: Sequence[Participant],
    other: Sequence[Participant],
    *,
    mutual: bool,
    named: tuple[Set[str], Set[str]] = (frozenset(), frozenset()),
) -> Agreement | None:
    """Returns how far the actors agree; None where each side has somebody whom the other has not.

    Where both sides do the same (`mutual`), it does not matter who is called the source. `named` holds
    the ids of all whom each passage names, actors or not.
    """
    sides = [(one, other)] if mutual else [(_role(one, r), _role(other, r)) for r in Role]
    degrees: list[float] = []
    matched: dict[int, Participant] = {}
    persons: set[int] = set()
    proxies: set[str | None] = set()
    parties = 0
    for left, right in sides:
        covered = [_best(participant, right) for participant in left]
        covering = [_best(participant, left) for participant in right]
        if left and right and 0.0 in covered and 0.0 in covering:
            return None
        covered = [_at_least(d, p, named[1]) for p, d in zip(left, covered, strict=True)]
        covering = [_at_least(d, p, named[0]) for p, d in zip(right, covering, strict=True)]
        degrees += [*covered, *covering]
        parties += min(sum(map(bool, covered)), sum(map(bool, covering)))
        for participant, degree in zip(left, covered, strict=True):
            if degree:
                matched[participant.entity] = participant
            if degree == 1.0 and participant.type is EntityType.PERSON:
                persons.add(participant.entity)
            elif degree == _STATE:
                proxies.add(participant.country)
    degree = sum(degrees) / len(degrees) if degrees else 0.0
    names = tuple(participant.name for participant in matched.values())
    return Agreement(degree, parties, len(persons), len(proxies), names)


def _role(participants: Sequence[Participant], role: Role) -> list[Participant]:
    return [participant for participant in participants if participant.role is role]


def _at_least(degree: float, participant: Participant, named: Set[str]) -> float:
    return max(degree, _NAMED if participant.identifier in named else 0.0)


def _best(participant: Participant, others: Sequence[Participant]) -> float:
    return max((standing_for(participant, other) for other in others), default=0.0)

"""How far two tellings name the same actors in the same parts."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from corpus import EntityType, Role
from store.merge.telling import Participant

_BODIES = frozenset(
    {EntityType.PUBLIC_BODY, EntityType.ARMED_FORCE, EntityType.PARTY, EntityType.ORGANISATION}
)
_BRANCHES = {
    "parliament": re.compile(
        r"\b(?:Assembly|Parliament|Congress|Senate|Duma|Diet|House of \w+|Knesset|Rada)\b"
    ),
    "court": re.compile(r"\b(?:Court|Tribunal)\b"),
}
_STATE, _OFFICE, _BODY = 0.8, 0.6, 0.5
"""How surely a state is meant by somebody of it, a body by a person of it, a body by another of the state."""

_NAMED = 0.7
"""How surely an actor takes part in what a passage tells that names the actor in another place."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`degree` from 0 to 1: how much of the actors of both is found again in the other telling.

    `parties` counts the actors that both have: `persons` those that are the same person, `proxies` those
    where one telling names a person and the other a state. `strangers` counts the actors of a country of
    which the other telling has nobody, where it has somebody else in their part. `names` names those that
    both have. `missed` counts the persons whom the other telling names nowhere.
    """

    degree: float
    parties: int
    persons: int
    proxies: int
    strangers: int
    missed: int
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
        return _BODY if EntityType.PARTY in types or _branch(one.name) == _branch(other.name) else 0.0
    return _OFFICE if EntityType.PERSON in types and types & _BODIES else 0.0


@lru_cache(maxsize=1 << 12)
def _branch(body: str) -> str:
    """Which branch of its state a body is of, by its name: what a parliament does is no deed of a cabinet."""
    return next((branch for branch, words in _BRANCHES.items() if words.search(body)), "")


def is_one_body(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Tells whether the same body, by itself, acts in both: a council, an organisation, a party."""
    acting = {(participant.entity, participant.type) for participant in (*one, *other)}
    return len(acting) == 1 and all(kind in _BODIES for _, kind in acting)


def agreement(
    one: Sequence[Participant],
    other: Sequence[Participant],
    *,
    mutual: bool,
    named: tuple[Set[str], Set[str]] = (frozenset(), frozenset()),
    naming: bool = False,
) -> Agreement | None:
    """Returns how far the actors agree; None where each side has somebody whom the other has not.

    Where both sides do the same (`mutual`), it does not matter who is called the source. `named` holds
    the ids of all whom each passage names, actors or not. With `naming`, who is named so is no stranger
    beside others that both sides have: of a list of three, each may have found two.
    """
    sides = [(one, other)] if mutual else [(_role(one, r), _role(other, r)) for r in Role]
    compared = [_compare(left, right, named, naming=naming) for left, right in sides]
    whole = [side for side in compared if side is not None]
    return _agreement(whole) if len(whole) == len(compared) else None


_Found = list[tuple[Participant, float]]
"""The actors of one telling, each with how surely it is found again in the other."""


def _compare(
    left: Sequence[Participant],
    right: Sequence[Participant],
    named: tuple[Set[str], Set[str]],
    *,
    naming: bool,
) -> tuple[_Found, _Found] | None:
    """Finds the actors of each side in the other; None where both have somebody who is not found."""
    in_right = [(participant, _best(participant, right)) for participant in left]
    in_left = [(participant, _best(participant, left)) for participant in right]
    both = _with_named(in_right, named[1]), _with_named(in_left, named[0])
    asked = both if naming and _number_found(in_right) else (in_right, in_left)
    if left and right and all(map(_is_missing, asked)):
        return None
    return both


def _is_missing(found: _Found) -> bool:
    return any(not degree for _, degree in found)


def _with_named(found: _Found, named: Set[str]) -> _Found:
    return [(p, max(degree, _NAMED if p.identifier in named else 0.0)) for p, degree in found]


def _agreement(sides: Sequence[tuple[_Found, _Found]]) -> Agreement:
    left = [found for side in sides for found in side[0]]
    both = [*left, *(found for side in sides for found in side[1])]
    common = [(participant, degree) for participant, degree in left if degree]
    countries = {participant.country for participant, degree in both if degree}
    answered = [found for here, there in sides if here and there for found in (*here, *there)]
    return Agreement(
        degree=sum(degree for _, degree in both) / max(len(both), 1),
        parties=sum(min(_number_found(here), _number_found(there)) for here, there in sides),
        persons=len({p.entity for p, degree in common if degree == 1.0 and p.type is EntityType.PERSON}),
        proxies=len({p.country for p, degree in common if degree == _STATE}),
        strangers=sum(not degree and p.country not in countries for p, degree in answered),
        missed=sum(not degree and p.type is EntityType.PERSON for p, degree in both),
        names=tuple(dict.fromkeys(participant.name for participant, _ in common)),
    )


def _number_found(found: _Found) -> int:
    return sum(degree > 0 for _, degree in found)


def _role(participants: Sequence[Participant], role: Role) -> list[Participant]:
    return [participant for participant in participants if participant.role is role]


def _best(participant: Participant, others: Sequence[Participant]) -> float:
    return max((standing_for(participant, other) for other in others), default=0.0)

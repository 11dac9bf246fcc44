"""Whom force is used on, where only a place is named: "fired missiles at Kyiv", "a bomb in Busan"."""

from collections.abc import Sequence

from corpus.events.clauses import Clause
from corpus.events.doers import Scene
from corpus.events.home import is_town
from corpus.events.lexicon import lexicon
from corpus.events.nominal import noun_roles
from corpus.events.sides import Roles
from corpus.events.subjects import Subject
from corpus.events.tokens import Token
from corpus.model import EntityType, Kind, Mention

_SHOOTING = {"fire", "launch", "lob", "shoot"}
_AT = {"at", "on", "into", "onto"}
_HIT = _AT | {"against", "in", "of", "over"}
_REACH = 9  # tokens between the verb and the attack that did it
_PLACED = frozenset({Kind.PROTEST, Kind.ASSAULT, Kind.COERCE})


def where(scene: Scene, clause: Clause, kind: Kind) -> Roles:
    """The state of the place, where nobody is named: who protests there, or is attacked."""
    if kind not in _PLACED:
        return Roles((), ())
    for token in scene.tokens[clause.verb : clause.end]:
        if token.mention and token.mention.type is EntityType.PLACE and not token.quoted:
            state = scene.reference.states.get(token.mention.country or "")
            sides = ((state,), ()) if kind is Kind.PROTEST else ((), (state,))
            return Roles(*sides) if state else Roles((), ())
    return Roles((), ())


def in_attack(scene: Scene, verb: int, end: int, kind: Kind, roles: Roles) -> Roles:
    """As in "Ten were killed in a Russian attack on Kyiv": whose attack it is, and on whom."""
    if kind is not Kind.ASSAULT:
        return roles
    for i in range(verb + 2, min(end, verb + _REACH)):
        if lexicon().nouns.get(scene.tokens[i].low) is Kind.ASSAULT and "attack" in scene.tokens[i].things:
            noun = noun_roles(scene, i, end, kind)
            return Roles(noun.sources, roles.targets or noun.targets)
    return roles


def befallen(scene: Scene, start: int, end: int, kind: Kind, roles: Roles) -> Roles:
    """As in "A stampede in Seoul killed ten": the state of the place of a disaster suffers it.

    `start` and `end` bound the tokens of its subject.
    """
    subject = scene.tokens[start:end]
    if kind is not Kind.RETREAT or not any("disaster" in token.things for token in subject):
        return roles
    place = next((token.mention for token in subject if token.mention), None)
    state = scene.reference.states.get((place.country if place else scene.reference.country) or "")
    return Roles((), roles.targets or ((state,) if state else roles.sources))


def struck(scene: Scene, i: int, end: int, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """Returns the state of the place that a verb at token `i` is directed at, where it is not their own."""
    own = {mention.country for mention in sources}
    shot = scene.tokens[i].lemma in _SHOOTING
    for k in range(i + 1, end):
        mention = scene.tokens[k].mention
        if mention is None or mention.type is not EntityType.PLACE or mention.country in own:
            continue
        state = scene.reference.states.get(mention.country or "")
        led = {token.low for token in scene.tokens[max(i + 1, k - 3) : k]}
        hit = k == i + 1 and not shot  # "struck Kharkiv"
        return (state,) if state and (hit or led & (_AT if shot else _HIT)) else ()
    return ()


def suffered(
    scene: Scene, span: Subject, i: int, end: int, sources: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Returns the state whose town is hit, or where people are: "Kharkiv was struck", "killed in Kyiv"."""
    places = [*range(span.start, span.end), *range(i + 1, end)]
    town = next((k for k in places if is_town(scene.tokens[k])), -1)
    mention = scene.tokens[town].mention if town >= 0 else None
    if mention is None or mention.country in {source.country for source in sources}:
        return ()
    at = town < i or scene.tokens[town - 1].low in {"in", "at", "near"}
    state = scene.reference.states.get(mention.country or "") if at else None
    return (state,) if state else ()


def aimed(tokens: Sequence[Token], i: int, targets: Sequence[Mention]) -> bool:
    """As in "Fired shells at the island": an attack, where a launch toward the sea is a show of force."""
    if tokens[i].lemma not in _SHOOTING or not targets:
        return False
    if targets[0].start < tokens[i].start:  # a place stands for it
        return "warning" not in {token.low for token in tokens[i:]}
    country = targets[0].country  # a state may be known by its name in another clause
    own = next((t.start for t in tokens[i:] if t.mention and t.mention.country == country), targets[0].start)
    between = [token for token in tokens[i:] if token.start < min(own, targets[0].start)]
    return bool(between) and (
        "warning" not in {t.low for t in between}
        and between[-1].low in _AT | {"a", "the"}
        and any(token.low in _AT for token in between)
    )

"""Whom force is used on, where only a place is named: "fired missiles at Kyiv", "a bomb in Busan"."""

from collections.abc import Sequence

from corpus.events.clauses import Clause
from corpus.events.doers import Scene
from corpus.events.kinds import Meaning, things_at
from corpus.events.lexicon import lexicon
from corpus.events.nominal import noun_roles
from corpus.events.sides import Roles, others
from corpus.events.subjects import Subject
from corpus.events.targets import choose, governed
from corpus.events.tokens import Token
from corpus.events.verbs import Use
from corpus.model import EntityType, Kind, Mention

_STOPPING = {"halt", "stop", "contain", "blunt", "check", "stem", "foil", "thwart", "repel", "repulse"}
_SHOOTING = {"fire", "launch", "lob", "shoot"}
_AT = {"at", "on", "into", "onto"}
_HIT = _AT | {"against", "in", "over", "near", "across"}
_LANDED = _HIT - {"over", "across"}
_WATERS = {"waters", "zone", "sea", "eez", "off", "offshore"}
_HEIRS = {"SUN": "RUS"}  # whose towns are now of another state
_PARTICLES = {"", "out", "down", "up", "off"}  # of a verb: "knocked out"
_ZONE = 4  # tokens of "Japan's exclusive economic zone"
_LEADS = 7  # tokens from a preposition to the name that it leads to
_PARTS = {
    "region",
    "regions",
    "part",
    "parts",
    "city",
    "cities",
    "area",
    "areas",
    "half",
    "territory",
    "province",
    "provinces",
    "east",
    "west",
    "north",
    "south",
}
_FORCEFUL = frozenset({"attack", "blast", "fire", "advance"})
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


def in_disaster(scene: Scene, verb: int, end: int) -> bool:
    """As in "Was killed in a plane crash": what befell somebody was nobody's attack."""
    for i in range(verb + 1, min(end, verb + _REACH) - 1):
        if scene.tokens[i].low in {"in", "by"}:
            behind = scene.tokens[i + 1 : min(end, i + _REACH)]
            stop = next((k for k, token in enumerate(behind) if "preposition" in token.classes), len(behind))
            return any("disaster" in things_at(behind, k) for k in range(stop))
    return False


def in_attack(scene: Scene, verb: int, end: int, kind: Kind, roles: Roles) -> Roles:
    """As in "Ten were killed in a Russian attack on Kyiv": whose attack it is, and on whom."""
    if kind is not Kind.ASSAULT:
        return roles
    for i in range(verb + 2, min(end, verb + _REACH)):
        if lexicon().nouns.get(scene.tokens[i].low) is Kind.ASSAULT and "attack" in scene.tokens[i].things:
            noun = noun_roles(scene, i, end, kind)
            return Roles(noun.sources, roles.targets or noun.targets)
    return roles


def befallen(scene: Scene, subject: Subject, end: int, kind: Kind, roles: Roles) -> Roles:
    """As in "A stampede in Seoul killed ten": the state of the place of a disaster suffers it.

    `end` is that of its clause.
    """
    tokens = scene.tokens
    disaster = any(
        "disaster" in things_at(tokens, k, subject.start) for k in range(subject.start, subject.end)
    )
    if kind is not Kind.RETREAT or not disaster:
        return roles
    place = next((token.mention for token in tokens[subject.start : end] if token.mention), None)
    country = (place.country if place else None) or scene.reference.country
    state = scene.reference.states.get(country or "")
    return Roles((), roles.targets or ((state,) if state else roles.sources))


def told_of(scene: Scene, use: Use, meaning: Meaning, end: int, roles: Roles) -> Roles:
    """As in "Reported an attack on Engels", "suffered a missile attack": whose it is, and on whom."""
    lemma = scene.tokens[use.verb].lemma
    if meaning.thing <= use.verb or not scene.tokens[meaning.thing].things & _FORCEFUL:
        return roles
    noun = noun_roles(scene, meaning.thing, end, meaning.kind)
    if lemma in lexicon().suffering:
        behind = governed(scene.tokens, scene.finite, meaning.thing + 1, end, after_noun=True)
        doers = noun.sources or others(choose(behind, ("from",)), roles.sources)
        return Roles(tuple(m for m in doers if m not in roles.sources), roles.sources)
    if lemma in _STOPPING:
        return Roles(roles.sources, roles.targets or tuple(m for m in noun.sources if m not in roles.sources))
    if lemma not in lexicon().hearing:
        return roles
    return Roles(noun.sources, noun.targets or attack_on(scene, meaning.thing, end, noun.sources))


def fallen(scene: Scene, subject: Subject, i: int, end: int) -> tuple[Mention, ...]:
    """As in "A drone crashed into a depot in Ryazan": the state on whose land what nobody owns came down."""
    tokens = scene.tokens
    span = range(subject.start, subject.end)
    owned = any(tokens[k].mention for k in span) or not any("munition" in things_at(tokens, k) for k in span)
    if owned or any(tokens[k].low in _WATERS or "test" in tokens[k].things for k in range(i + 1, end)):
        return ()
    for k in range(i + 1, end):
        mention = tokens[k].mention
        if mention and mention.type in {EntityType.PLACE, EntityType.STATE} and not tokens[k].quoted:
            state = scene.reference.states.get(mention.country or "")
            return (state,) if state and _led_by(tokens, i, k) in _LANDED else ()
    return ()


def struck(scene: Scene, i: int, end: int, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """Returns the state of the place that a verb at token `i` is directed at, where it is not their own."""
    shot = scene.tokens[i].lemma in _SHOOTING
    for k in range(i + 1, end):
        owner = scene.tokens[k].mention if scene.tokens[k].owner else None
        theirs = owner is not None and owner.country not in {mention.country for mention in sources}
        if owner and theirs and owner.type is EntityType.STATE and _led_by(scene.tokens, i, k) in _PARTICLES:
            return (owner,)  # "knocked out Russia's bridge to Crimea"
        state = _whose_land(scene, k, sources, regions=shot)
        if state:
            led = _led_by(scene.tokens, i, k)
            named = k + 1 < end and "attack" in scene.tokens[k + 1].things  # "launched its Kursk offensive"
            if named and not led:
                return (state,)
            hit = not led and not shot  # "struck Kharkiv", "took the town of Avdiivka"
            return (state,) if hit or led in (_AT if shot else _HIT) else ()
    return ()


def suffered(
    scene: Scene, span: Subject, i: int, end: int, sources: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Returns the state whose town is hit, or where people are: "Kharkiv was struck", "killed in Kyiv"."""
    for k in (*range(span.start, span.end), *range(i + 1, end)):
        state = _whose_land(scene, k, sources)
        led = _led_by(scene.tokens, span.start if k < i else i, k)
        if state and (led in _HIT if led else k < i):
            return (state,)
    return ()


def attacked(
    scene: Scene, span: Subject, i: int, end: int, sources: Sequence[Mention]
) -> tuple[Mention, ...]:
    """As in "An attack on the port city of Odesa killed two": the state that its subject is aimed at."""
    nouns = (k for k in range(span.start, span.end) if "attack" in scene.tokens[k].things)
    noun = next(nouns, end)
    for k in range(noun + 1, min(i, end)):
        state = _whose_land(scene, k, sources, regions=True)
        if state and _led_by(scene.tokens, noun, k) in _HIT:
            return (state,)
    return ()


def fronted(scene: Scene, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """As in "In Belgorod, a drone hit a car": the state of the place that opens the sentence."""
    piece = scene.clauses[0]
    if piece.verb >= 0 or scene.tokens[piece.start].low not in {"in", "near", "at"}:
        return ()
    states = (_whose_land(scene, k, sources) for k in range(piece.start + 1, piece.end))
    state = next((state for state in states if state), None)
    return (state,) if state else ()


def attack_on(scene: Scene, noun: int, end: int, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """As in "An attack on Odesa", "in Tver, an attack": the state of the place that an attack noun is on."""
    for k in range(noun + 1, end):
        state = _whose_land(scene, k, sources)
        if state:
            return (state,) if _led_by(scene.tokens, noun, k) in _HIT else ()
    return fronted(scene, sources)


def _whose_land(scene: Scene, k: int, sources: Sequence[Mention], *, regions: bool = False) -> Mention | None:
    """The state that the place at token `k` belongs to, where it is not that of those who act.

    With `regions` also a state itself, as in "into three regions of Ukraine".
    """
    mention = scene.tokens[k].mention
    own = {_HEIRS.get(source.country or "", source.country) for source in sources}
    if mention is None or scene.tokens[k].quoted or mention.country in own:
        return None
    part = (regions and scene.tokens[k - 1].low in _AT | {"against"}) or scene.tokens[k - 1].low == "across"
    part = part or (regions and scene.tokens[k - 1].low == "of" and scene.tokens[k - 2].low in _PARTS)
    if mention.type is not EntityType.PLACE and not (part and mention.type is EntityType.STATE):
        return None
    return scene.reference.states.get(mention.country or "")


def _led_by(tokens: Sequence[Token], start: int, k: int) -> str:
    """The preposition that leads to the name at token `k`, behind `start`: "on" in "on the city of Odesa"."""
    for i in range(k - 1, max(start, k - _LEADS) - 1, -1):
        if tokens[i].low == "of" and i and lexicon().nouns.get(tokens[i - 1].low) is Kind.ASSAULT:
            return "on"  # "the shelling of Pokrovsk"
        if "preposition" in tokens[i].classes and tokens[i].low != "of":
            return tokens[i].low
    return ""


def aimed(tokens: Sequence[Token], i: int, targets: Sequence[Mention]) -> bool:
    """As in "Fired shells at the island": an attack, where a launch toward the sea is a show of force."""
    if tokens[i].lemma not in _SHOOTING or not targets:
        return False
    if targets[0].start < tokens[i].start:  # a place stands for it
        return "warning" not in {token.low for token in tokens[i:]}
    country = targets[0].country  # a state may be known by its name in another clause
    own = next((t.start for t in tokens[i:] if t.mention and t.mention.country == country), targets[0].start)
    before = [k for k in range(i, len(tokens)) if tokens[k].start < min(own, targets[0].start)]
    led = _led_by(tokens, i, before[-1] + 1) if before else ""
    waters = before and any(t.low in _WATERS for t in tokens[before[-1] + 1 : before[-1] + 1 + _ZONE])
    return led in _AT and not waters and "warning" not in {tokens[k].low for k in before}

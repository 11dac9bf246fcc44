"""Who did or bore what is told without him: drones downed over Bryansk, suspects held, as the FSB says."""

from collections.abc import Iterator, Sequence

from corpus.events.clauses import Opener
from corpus.events.doers import Scene, subject_of
from corpus.events.groups import acts
from corpus.events.kinds import heads
from corpus.events.lexicon import lexicon
from corpus.events.nominal import phrase_start
from corpus.events.sides import Roles
from corpus.events.subjects import Subject
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import EntityType, Kind, Mention

_DOWNING = {"shoot", "down", "intercept", "destroy", "neutralize", "neutralise", "suppress", "eliminate"}
_AGAINST_HOME = {Kind.COERCE, Kind.ACCUSE, Kind.REQUEST}
_EXILES = {"defectors", "defector", "refugees", "exiles", "escapees", "dissidents"}
_THEFT = {"steal", "siphon", "loot", "hack", "breach"}  # told by those who suffer it
_FINDING = {"find", "discover", "recover", "retrieve"}
_FORCE = {Kind.ASSAULT, Kind.COERCE}
_OVER = {"over", "above", "in", "near", "off", "across", "approaching"}
_POWERS = {EntityType.PUBLIC_BODY, EntityType.ARMED_FORCE, EntityType.STATE, EntityType.COMPANY}
_PEOPLE = frozenset({"accused", "people", "person"})
_TWO = 2  # sides
_LEADS = 6  # tokens from a preposition to the name that it leads to


def without_doer(
    scene: Scene, index: int, use: Use, kind: Kind, subject: Subject, roles: Roles, *, assumed: bool = False
) -> Roles:
    """Returns the roles of an act with those who must have done or borne it, where it names nobody."""
    if kind in _AGAINST_HOME and use.voice is Voice.ACTIVE:
        roles = _exiled(scene, use, roles)
    if kind in _FORCE and scene.tokens[use.verb].lemma in _DOWNING:
        return _downed(scene, index, use, subject, roles if not assumed else Roles((), roles.targets))
    if kind is Kind.COERCE and scene.tokens[use.verb].lemma in _THEFT and not roles.targets:
        told = _who_says(scene, index)
        return Roles(roles.sources, tuple(m for m in told if m not in roles.sources))
    if kind is Kind.RETREAT and use.voice is Voice.PASSIVE and scene.tokens[use.verb].lemma in _FINDING:
        return Roles((), roles.targets)  # "were found on the island shelled by the North"
    if kind is Kind.COERCE and use.voice is Voice.PASSIVE and use.shape is Shape.FINITE:
        people = [scene.tokens[k] for k in range(subject.start, subject.end)]
        suspects = any(token.things & _PEOPLE or token.low.endswith("ers") for token in people)
        if suspects and not (roles.sources or roles.targets):
            return Roles(_who_says(scene, index), ())
    return roles


def hurt_by_others(scene: Scene, use: Use, kind: Kind, roles: Roles) -> Roles:
    """As in "It shelled the island. Four soldiers were wounded": those are of the side that was attacked."""
    last = scene.reference.acted.get(Kind.ASSAULT, ())
    borne = kind is Kind.ASSAULT and use.voice is Voice.PASSIVE and len(roles.targets) == 1
    if not borne or len(last) < _TWO or roles.sources or roles.targets[0].country != last[0].country:
        return roles
    state = scene.reference.states.get(last[-1].country or "")
    return Roles((), (state,)) if state else roles


def _exiled(scene: Scene, use: Use, roles: Roles) -> Roles:
    """As in "North Korean defectors living in South Korea sent leaflets": they act from there."""
    tokens = scene.tokens
    for k in range(use.verb - 1):
        left = tokens[k].mention
        if left is None or left not in roles.sources or tokens[k + 1].low not in _EXILES:
            continue
        named = (tokens[i].mention for i in range(k + 2, use.verb))
        there = next(
            (m for m in named if m and m.type is EntityType.STATE and m.country != left.country), None
        )
        home = there or scene.reference.states.get(scene.reference.country or "")
        doers = (home,) if home and home.country != left.country else ()
        state = scene.reference.states.get(left.country or "")
        return Roles(doers, roles.targets or ((state,) if state else ()))
    return roles


def _downed(scene: Scene, index: int, use: Use, subject: Subject, roles: Roles) -> Roles:
    """As in "Air defences shot down ten Ukrainian drones over Bryansk": whose sky it is, and whose drones."""
    tokens, clause = scene.tokens, scene.clauses[index]
    passive = use.voice is Voice.PASSIVE
    span = (subject.start, subject.end) if passive else (use.verb + 1, clause.end)
    craft = next((k for k, things in heads(tokens, *span) if "munition" in things), -1)
    if craft < 0:
        return roles
    named = (t.mention for t in tokens[phrase_start(tokens, craft) : craft] if acts(t) and t.mention)
    theirs = next((mention.country for mention in named), None)
    behind = range(max(craft, use.verb) + 1, clause.end)
    sky = next((state for state in _skies(scene, behind) if state.country != theirs), None)
    own = tuple(m for m in roles.sources if m.country != theirs)
    doers = own or ((sky,) if sky else ()) or _states_of(scene, _who_says(scene, index, people=True))
    last = scene.reference.acted.get(Kind.ASSAULT, ())
    if not doers and not passive and len(last) > 1:
        doers = _states_of(
            scene, last[-1:]
        )  # "Russia attacked Kyiv. The air defence shot down six missiles."
    home = {m.country for m in (*doers, *((sky,) if sky else ()))}
    return Roles(doers, tuple(m for m in roles.targets if m.country not in home)) if doers else roles


def _skies(scene: Scene, behind: Sequence[int]) -> Iterator[Mention]:
    """The states over whose places something is brought down."""
    for k in behind:
        mention = scene.tokens[k].mention
        if mention is None or mention.type not in {EntityType.PLACE, EntityType.STATE}:
            continue
        led = any(token.low in _OVER for token in scene.tokens[max(behind[0] - 1, k - _LEADS) : k])
        state = scene.reference.states.get(mention.country or "")
        if led and state:
            yield state


def _states_of(scene: Scene, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The states for people, and others as they are: "Zelensky said" tells of what Ukraine did."""
    states = (
        scene.reference.states.get(m.country or "") if m.type is EntityType.PERSON else m for m in named
    )
    return tuple(state for state in states if state)


def _who_says(scene: Scene, index: int, *, people: bool = False) -> tuple[Mention, ...]:
    """The ministry, the force or the state that tells of a deed, in the clause before or behind it."""
    clauses = scene.clauses
    before = index > 0 and clauses[index].opener is Opener.CONTENT
    behind = next((k for k in range(index + 1, len(clauses)) if clauses[k].verb >= 0), -1)
    says = index - 1 if before else behind
    if says < 0 or clauses[says].verb < 0 or scene.tokens[clauses[says].verb].lemma not in lexicon().report:
        return ()
    if not before and clauses[says].opener is not Opener.COMMA:
        return ()
    named = subject_of(scene, says, clauses[says].verb)[1]
    fitting = _POWERS | ({EntityType.PERSON} if people else set())
    return named if named and all(mention.type in fitting for mention in named) else ()

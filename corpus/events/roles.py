"""Source and target: who does it to whom, by position, voice and what joins the names."""

from collections.abc import Sequence

from corpus.events.doers import Scene
from corpus.events.groups import Group, acts, groups
from corpus.events.kinds import Meaning
from corpus.events.lexicon import lexicon
from corpus.events.nominal import between, event_roles, noun_roles
from corpus.events.sides import MUTUAL_KINDS, Roles, others, sides, split
from corpus.events.subjects import Subject, apposed, is_named
from corpus.events.targets import Governed, choose, governed
from corpus.events.tokens import Token
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import EntityType, Kind, Mention

_ACTED_ON = frozenset({Kind.SANCTION, Kind.COERCE, Kind.ASSAULT})  # kinds that list whom they hit
_TAKEN_PART_IN = frozenset({"drill", "talks"})
_PERSONS = frozenset({"diplomat", "person", "people"})  # who is acted on, not an event
_LINKING = frozenset({"lines", "relations"})  # what is between two states


def verb_roles(
    scene: Scene, index: int, use: Use, meaning: Meaning, subject: tuple[Subject, tuple[Mention, ...]]
) -> Roles:
    """Returns the roles of a verb's event; the passive turns them round."""
    tokens, clause = scene.tokens, scene.clauses[index]
    behind = governed(tokens, scene.finite, max(use.verb, meaning.particle) + 1, clause.end)
    lemma = tokens[use.verb].lemma
    order = _order(lemma, meaning)
    span, named = subject
    if use.voice is Voice.PASSIVE:
        return _passive(scene, meaning, span, named, behind, order, use)
    if span.start <= meaning.thing < min(span.end, use.verb):
        return event_roles(scene, meaning.thing, clause.end, meaning.kind)
    found = choose(behind, order) or _object_pronoun(scene, use.verb + 1)
    if found and not is_named(found):
        found = apposed(tokens, scene.clauses, scene.finite, found.end) or found
    if found is None and clause.end > use.verb + 2 and "person" in tokens[clause.end - 1].things:
        found = apposed(tokens, scene.clauses, scene.finite, clause.end)
    if meaning.kind is Kind.SANCTION and "visit" in _thing(tokens, meaning):
        found = _traveller_apart(scene, meaning.thing, clause.end, named, found)
    found = found or _included(scene, index, meaning.kind)
    found = _of_a_town(scene, use.verb + 1, clause.end, lemma, found)
    both = between(scene, meaning.thing, clause.end) if meaning.thing > use.verb else ()
    if both and not named and meaning.kind in MUTUAL_KINDS:
        return split(both)
    if found is None and lemma in lexicon().travel:
        return Roles(named, _hosts(scene, use.verb + 1, clause.end, named))
    if found is None and lemma == "sink" and meaning.thing < 0 and clause.end <= use.verb + 8:
        return Roles((), named)  # "a warship sank"
    if found is None and "line" in _thing(tokens, meaning):
        found = next((g.group for g in behind if not g.preposition), None) or _airspace(scene, meaning.thing)
    mutual = lemma in lexicon().mutual
    return sides(named, found, meaning.kind, mutual=mutual, thing=_thing(tokens, meaning))


def _traveller_apart(
    scene: Scene, thing: int, end: int, named: Sequence[Mention], found: Group | None
) -> Group | None:
    """As in "Cancelled his envoy Kim's trip to Moscow": a reduced tie with Moscow, not with the envoy."""
    own = {mention.country for mention in named}
    if found is None or any(mention.country not in own for mention in found.mentions):
        return found
    behind = governed(scene.tokens, scene.finite, thing + 1, end, after_noun=True)
    hosts = choose(behind, ("to",))
    towns = () if hosts else _hosts(scene, thing + 1, end, named)
    return hosts or (Group(towns, thing, end, bare=False) if towns else None)


def _included(scene: Scene, index: int, kind: Kind) -> Group | None:
    """Whom an aside names of those acted on: "blacklisted six firms, including two Russian banks"."""
    clauses, tokens = scene.clauses, scene.tokens
    if kind not in _ACTED_ON or index + 1 >= len(clauses):
        return None
    aside = clauses[index + 1]
    if aside.verb >= 0 or tokens[aside.start].low != "including":
        return None
    return next(groups(tokens, scene.finite, aside.start + 1, aside.end), None)


def _airspace(scene: Scene, thing: int) -> Group | None:
    """As in "Entered Poland's airspace": whose border, waters or sky it is."""
    token = scene.tokens[thing - 1]
    state = scene.reference.states.get(token.mention.country or "") if token.mention else None
    return Group((state,), thing - 1, thing, bare=False) if state and token.owner else None


def _of_a_town(scene: Scene, start: int, end: int, lemma: str, found: Group | None) -> Group | None:
    """Nobody, where a traveller goes to a town before any name: what is named behind it is not the goal."""
    if found is None or lemma not in lexicon().travel:
        return found
    first = next((i for i in range(start, end) if scene.tokens[i].mention), end)
    mention = scene.tokens[first].mention if first < end else None
    return None if mention and mention.type is EntityType.PLACE and first < found.start else found


def _object_pronoun(scene: Scene, i: int) -> Group | None:
    """As in "Received him": the person named last who is not in this sentence's subject."""
    if i >= len(scene.tokens) or scene.tokens[i].low not in {"him", "her"}:
        return None
    here = {mention.entity for mention in scene.reference.here}
    earlier = [m for m in scene.reference.before(scene.tokens[i].start) if m.type is EntityType.PERSON]
    person = next((m for m in earlier if m.entity not in here), earlier[-1] if earlier else None)
    return Group((person,), i, i + 1, bare=True) if person else None


def _hosts(scene: Scene, start: int, end: int, guests: Sequence[Mention]) -> tuple[Mention, ...]:
    """The states whose towns are visited, one or a list of them, but for the guests' own."""
    own = {mention.country for mention in guests}
    found: dict[str, Mention] = {}
    for i in range(start, end):
        mention = scene.tokens[i].mention
        if mention is None:
            if found and scene.tokens[i].low not in {",", "and"}:
                break
            continue
        state = scene.reference.states.get(mention.country or "")
        if mention.type is EntityType.PLACE and state and mention.country not in own:
            found.setdefault(state.entity, state)
        elif mention.type is EntityType.PLACE:
            break
    return tuple(found.values())


def _order(lemma: str, meaning: Meaning) -> list[str]:
    order = lexicon().targets[meaning.kind]
    return [word for word in order if word or lemma not in lexicon().topic]


def _passive(
    scene: Scene,
    meaning: Meaning,
    span: Subject,
    named: tuple[Mention, ...],
    behind: Sequence[Governed],
    order: Sequence[str],
    use: Use,
) -> Roles:
    agent = choose(behind, ("by",))
    person = bool(_PERSONS & _thing(scene.tokens, meaning))
    if 0 <= meaning.thing < use.verb and not (person or acts(scene.tokens[meaning.thing])):
        noun = noun_roles(scene, meaning.thing, span.end, meaning.kind)
        if not (agent or noun.sources or noun.targets) and _thing(scene.tokens, meaning) & _TAKEN_PART_IN:
            noun = event_roles(scene, meaning.thing, span.end, meaning.kind)  # "they were put off"
        if agent is None:
            rest = choose(behind, [word for word in order if word])
            linked = bool(_LINKING & _thing(scene.tokens, meaning))
            if not (noun.sources or noun.targets or rest) and linked:
                return split(scene.reference.pair)  # who is linked by them: "the lines were restored"
            return Roles(noun.sources, noun.targets or others(rest, noun.sources))
        rest = choose(behind, [word for word in order if word])
        if rest is None and noun.sources:
            return Roles(agent.mentions, tuple(m for m in noun.sources if m not in agent.mentions))
        return sides(agent.mentions, rest, meaning.kind, mutual=True, thing=_thing(scene.tokens, meaning))
    lemma = scene.tokens[use.verb].lemma
    if agent is None and lemma in lexicon().summoning:
        agent = choose(behind, ("to", "at", "before"))  # "was summoned to the ministry"
    sources = agent.mentions if agent else ()
    told = lemma in lexicon().telling and bool(named)
    if not sources and use.shape is Shape.FINITE and meaning.kind is Kind.CONSULT and not told:
        return Roles(named, ())
    return Roles(sources, tuple(m for m in named if m.entity not in {s.entity for s in sources}))


def _thing(tokens: Sequence[Token], meaning: Meaning) -> frozenset[str]:
    return tokens[meaning.thing].things if meaning.thing >= 0 else frozenset()

"""Source and target: who does it to whom, by position, voice and what joins the names."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.events.doers import Scene
from corpus.events.groups import Group, acts, groups
from corpus.events.kinds import Meaning, things_at
from corpus.events.lexicon import lexicon
from corpus.events.reference import resolve
from corpus.events.subjects import Subject, apposed, is_named
from corpus.events.targets import Governed, choose, governed
from corpus.events.tokens import JOINER, Token
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import EntityType, Kind, Mention

# Kinds in which several subjects do it to each other; in the others they do it together.
_MUTUAL_KINDS = frozenset({Kind.AGREE, Kind.CONSULT, Kind.COOPERATE})
_ACTED_ON = frozenset({Kind.SANCTION, Kind.COERCE, Kind.ASSAULT})  # kinds that list whom they hit
_TAKEN_PART_IN = frozenset({"drill", "talks"})
_PERSONS = frozenset({"diplomat", "person", "people"})  # who is acted on, not an event
_LINKING = frozenset({"lines", "relations"})  # what is between two states
_FLYING = frozenset({"missile", "test"})
_NOMINAL_ENDS = frozenset(
    ("preposition", "relative", "subordinator", "coordinator", "pronoun", "verb", "be", "have", "do", "will")
) | {"modal"}


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts and on whom; each may be empty."""

    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]


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
    between = _between(scene, meaning.thing, clause.end) if meaning.thing > use.verb else ()
    if between and not named and meaning.kind in _MUTUAL_KINDS:
        return _split(between)
    if found is None and lemma in lexicon().travel:
        return Roles(named, _hosts(scene, use.verb + 1, clause.end, named))
    if found is None and lemma == "sink" and meaning.thing < 0 and clause.end <= use.verb + 8:
        return Roles((), named)  # "a warship sank"
    if found is None and "line" in _thing(tokens, meaning):
        found = next((g.group for g in behind if not g.preposition), None) or _airspace(scene, meaning.thing)
    mutual = lemma in lexicon().mutual
    return _sides(named, found, meaning.kind, mutual=mutual, thing=_thing(tokens, meaning))


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
                return _split(scene.reference.pair)  # who is linked by them: "the lines were restored"
            return Roles(noun.sources, noun.targets or _others(rest, noun.sources))
        rest = choose(behind, [word for word in order if word])
        if rest is None and noun.sources:
            return Roles(agent.mentions, tuple(m for m in noun.sources if m not in agent.mentions))
        return _sides(agent.mentions, rest, meaning.kind, mutual=True, thing=_thing(scene.tokens, meaning))
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


def _sides(
    named: tuple[Mention, ...], found: Group | None, kind: Kind, *, mutual: bool, thing: frozenset[str]
) -> Roles:
    targets = _others(found, named)
    both = kind in _MUTUAL_KINDS or kind is Kind.ASSAULT or "relations" in thing
    if not targets and len(named) > 1 and both and mutual:
        return _split(named)
    return Roles(named, targets)


def _split(named: tuple[Mention, ...]) -> Roles:
    return Roles(named[:1], named[1:])


def _others(group: Group | None, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """The members of a group that are not sources themselves, nor the state of one of them."""
    if group is None:
        return ()
    entities = {mention.entity for mention in sources}
    homes = {mention.country for mention in sources if mention.type is not EntityType.STATE}
    return tuple(
        m
        for m in group.mentions
        if m.entity not in entities and not (m.type is EntityType.STATE and m.country in homes)
    )


def event_roles(scene: Scene, noun: int, end: int, kind: Kind) -> Roles:
    """The roles of an event that is the subject; "the drill" by itself has those of the last one told."""
    roles = noun_roles(scene, noun, end, kind)
    if roles.sources or roles.targets:
        return roles
    if _is_another(scene.tokens, noun):
        return roles
    reference, things = scene.reference, things_at(scene.tokens, noun)
    known = next((reference.acted_in[name] for name in _alike(things) if name in reference.acted_in), ())
    if not known and not things & _FLYING:
        known = reference.acted.get(kind, ())
        known = known or (reference.pair if kind in {Kind.MOBILIZE, *_MUTUAL_KINDS} else ())
    if not known and things & _FLYING:
        known = tuple(
            m for m in reference.here[:1] if m.type is EntityType.STATE and m.end <= scene.tokens[noun].start
        )
    named = known
    return _split(named) if kind in _MUTUAL_KINDS else Roles(named, ())


def _is_another(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun is of other events than the one told: "two earlier summits"."""
    words = {token.low for token in tokens[phrase_start(tokens, noun) : noun]}
    return bool(words & {"earlier", "previous", "past", "former"})


def _alike(things: frozenset[str]) -> list[str]:
    """The classes under which the same event may have been told: a launch is one of a rocket."""
    return sorted(things | _FLYING if things & _FLYING else things)


def noun_roles(scene: Scene, noun: int, end: int, kind: Kind) -> Roles:
    """Returns the roles of an event told by a noun: "Kim's talks with Putin", "Russia's invasion of X"."""
    tokens = scene.tokens
    between = _between(scene, noun, end)
    if between:
        return _split(between)
    start = phrase_start(tokens, noun)
    owners = next(groups(tokens, scene.finite, start, noun), None) or _owner(scene, start)
    behind = governed(tokens, scene.finite, noun + 1, end, after_noun=True)
    agent = choose(behind, ("by",))
    sources = agent.mentions if agent else owners.mentions if owners else ()
    found = choose(behind, _noun_order(kind, sources))
    if not sources and kind is not Kind.SANCTION:
        of = choose(behind, ("of",))
        both = of is not None and (kind is not Kind.CONSULT or len(of.mentions) > 1)
        sources = of.mentions if of and both else ()
    targets = _others(found, sources)
    if tokens[noun].low in lexicon().undergone and owners and not agent and not targets:
        return Roles((), owners.mentions)
    if not targets and agent and owners:
        targets = _others(owners, sources)
    if not targets and len(sources) > 1 and kind in _MUTUAL_KINDS:
        return _split(sources)
    return Roles(sources, targets)


def _owner(scene: Scene, start: int) -> Group | None:
    """As in "Its invasion": whom the pronoun stands for."""
    if scene.tokens[start].low not in {"its", "his", "her", "their"}:
        return None
    token = scene.tokens[start]
    near = [m for m in scene.reference.here if m.end <= token.start and m.type is not EntityType.PERSON]
    if token.low == "its" and near:
        return Group((near[-1],), start, start + 1, bare=False)
    meant = resolve(scene.tokens, start, start + 1, scene.reference, None)
    return Group(meant, start, start + 1, bare=False) if meant else None


def _noun_order(kind: Kind, sources: Sequence[Mention]) -> list[str]:
    order = [word for word in lexicon().targets[kind] if word]
    return [*order, "of"] if sources else order


def _between(scene: Scene, noun: int, end: int) -> tuple[Mention, ...]:
    """Both sides of "talks between A and B"."""
    for i in range(noun + 1, min(end, noun + 8)):
        token = scene.tokens[i]
        if token.low in {"between", "among"}:
            group = next(groups(scene.tokens, scene.finite, i + 1, end, places=True), None)
            return group.mentions if group and len(group.mentions) > 1 else ()
        if scene.finite[i]:
            break
    return ()


def phrase_start(tokens: Sequence[Token], noun: int) -> int:
    """Returns where the noun phrase of a noun begins."""
    i = noun
    while i > 0:
        left = tokens[i - 1]
        joined = left.low in {"and", JOINER} and i > 1 and tokens[i - 2].mention and tokens[i].mention
        if not joined and (
            left.classes & _NOMINAL_ENDS or not (left.word or left.mention or left.time or left.low == JOINER)
        ):
            break
        if left.forms and not left.things and not left.classes and not left.owner and i < noun:
            break
        i -= 1
    return i

"""Source and target: who does it to whom, by position, voice and what joins the names."""

from collections.abc import Sequence

from corpus.events.clauses import Clause
from corpus.events.doers import Scene, ship_of
from corpus.events.groups import Group, acts, groups
from corpus.events.home import hosts_of, in_town, of_home
from corpus.events.inflection import Form
from corpus.events.installing import others_installed
from corpus.events.kinds import Meaning, things_at
from corpus.events.lexicon import lexicon
from corpus.events.naming import apposed, is_named
from corpus.events.nominal import between, event_roles, noun_roles
from corpus.events.reference import owner_of
from corpus.events.sides import MUTUAL_KINDS, Roles, others, sides, split
from corpus.events.subjects import Subject
from corpus.events.targets import Governed, choose, governed
from corpus.events.tokens import Token
from corpus.events.verbs import Shape, Use, Voice
from corpus.linking.lexicon import words
from corpus.model import EntityType, Kind, Mention

_ACTED_ON = frozenset({Kind.SANCTION, Kind.COERCE, Kind.ASSAULT})  # kinds that list whom they hit
_TAKEN_PART_IN = frozenset({"drill", "talks"})
_PERSONS = frozenset({"diplomat", "person", "people"})  # who is acted on, not an event
_COUNCILS = frozenset({EntityType.ORGANISATION, EntityType.PUBLIC_BODY})
_TRADING = frozenset({"trade", "swap", "exchange"})
_GIVING = frozenset({"send", "give", "hand", "offer", "sell", "lend", "grant", "supply"})
_ONTO = frozenset({"into", "over"})
_SOME = frozenset({"another", "more", "some", "two", "three", "its", "his", "her", "their", "new", "fresh"})
_MOTION = frozenset({"motion"})  # "the impeachment motion against Han was passed by lawmakers"
_CARRYING = frozenset({"deliver", "convey", "relay", "pass", "hand", "read", "bring", "carry"})
_WARRANTS = frozenset({"law", "removal"})
_LINKING = frozenset({"lines", "relations"})  # what is between two states


def verb_roles(
    scene: Scene, index: int, use: Use, meaning: Meaning, subject: tuple[Subject, tuple[Mention, ...]]
) -> Roles:
    """Returns the roles of a verb's event; the passive turns them round."""
    tokens, clause = scene.tokens, scene.clauses[index]
    behind = governed(tokens, scene.finite, _behind(tokens, use, meaning), clause.end)
    lemma = tokens[use.verb].lemma
    span, named = subject
    if use.voice is Voice.PASSIVE:
        return _passive(scene, clause, meaning, span, named, behind, use)
    if span.start <= meaning.thing < min(span.end, use.verb):
        roles = event_roles(scene, meaning.thing, clause.end, meaning.kind)
        hurt = choose(behind, ("",)) if lemma in lexicon().harming else None
        return Roles(roles.sources, others(hurt, roles.sources) or roles.targets)
    found = _object(scene, index, use, meaning, named, behind)
    linked = between(scene, meaning.thing, clause.end) if meaning.thing > use.verb else ()
    if linked and not found and meaning.kind in MUTUAL_KINDS:
        if not named:
            return split(linked)
        found = Group(linked, use.verb, clause.end, bare=False)
    if lemma == "become":
        return Roles(named, ())
    if found is None and lemma in lexicon().travel:
        going = meaning.kind is Kind.CONSULT and meaning.thing < 0
        hosts = hosts_of(tokens, use.verb + 1, clause.end, named, scene.reference, states=going)
        return Roles(named, hosts)
    if found is None and lemma == "sink" and meaning.thing < 0 and clause.end <= use.verb + 8:
        return Roles((), named)  # "a warship sank"
    if lemma == "fall" and meaning.kind is Kind.ASSAULT:
        takers = choose(behind, ("",))
        return Roles(takers.mentions if takers else (), named)  # "Avdiivka fell to Russian forces"
    mutual = lemma in lexicon().mutual
    return sides(named, found, meaning.kind, mutual=mutual, thing=_thing(tokens, meaning))


def _object(
    scene: Scene,
    index: int,
    use: Use,
    meaning: Meaning,
    named: tuple[Mention, ...],
    behind: Sequence[Governed],
) -> Group | None:
    """Whom an active verb acts on: its object, or whom a preposition that its kind takes leads to."""
    tokens, clause, lemma = scene.tokens, scene.clauses[index], scene.tokens[use.verb].lemma
    thing = _thing(tokens, meaning)
    found = _object_pronoun(scene, use.verb + 1, named) or _given_to(tokens, use.verb, behind)
    order = _order(lemma, meaning)
    if "message" in thing and lemma in _CARRYING:
        order = [word for word in order if word != "from"]  # "delivered a message from Kim"
    if meaning.kind is Kind.COERCE and thing & _WARRANTS:
        order = [*order, "for"]  # "sought an arrest warrant for Kim"
    found = found or choose(behind, order)
    if found and not is_named(found):
        found = apposed(tokens, scene.clauses, scene.finite, found.end) or found
    if found is None and _ends_in_office(tokens[use.verb + 1 : clause.end]):
        found = apposed(tokens, scene.clauses, scene.finite, clause.end)
    if found is None and meaning.particle >= 0 and tokens[meaning.particle].low in _ONTO:
        found = choose(behind, ("",))  # "crossed into South Korea", "flew over Japan"
    if found is None and meaning.kind is Kind.MOBILIZE and lemma in lexicon().travel:
        found = choose(behind, ("", "into", "to"))  # of a ship: "visited South Korea"
    if meaning.kind is Kind.SANCTION and "visit" in thing:
        found = _traveller_apart(scene, meaning.thing, clause.end, named, found)
    if found is None and "line" in thing:
        found = choose(behind, ("", "into")) or _airspace(scene, meaning.thing, named)
    if found and _only_describes(scene, found, meaning):
        found = None
    if meaning.kind is Kind.COOPERATE and lemma in _TRADING:
        found = _other_side(behind, named) or found
    found = (
        found
        or _included(scene, index, meaning.kind)
        or _craft_of(scene, use.verb + 1, clause.end, meaning.kind)
    )
    if found and lemma in lexicon().installing:
        also = others_installed(tokens, scene.clauses, scene.finite, found, index)
        found = found._replace(mentions=(*found.mentions, *also))
    return _of_a_town(scene, use.verb + 1, clause.end, lemma, found)


def _given_to(tokens: Sequence[Token], verb: int, behind: Sequence[Governed]) -> Group | None:
    """As in "Sent Ukraine another battery": who stands between a verb of giving and what is given."""
    if tokens[verb].lemma not in _GIVING or not behind or behind[0].group.start != verb + 1:
        return None
    group, given = behind[0].group, tokens[verb + 2 : verb + 3]
    led = any("determiner" in token.classes or token.low in _SOME or token.low.isdigit() for token in given)
    return group if led else None


def _ends_in_office(behind: Sequence[Token]) -> bool:
    """As in "Met its leader, Kim Jong Un", but not as in "Left on Monday as its leader, Kim, …"."""
    apart = any(token.time or token.low in {"as", "while", "when"} for token in behind)
    return len(behind) > 1 and "person" in behind[-1].things and not apart


def _behind(tokens: Sequence[Token], use: Use, meaning: Meaning) -> int:
    """Where what a verb takes begins: behind its particle, unless the object stands before that."""
    parted = any(token.mention for token in tokens[use.verb + 1 : max(meaning.particle, 0)])
    return 1 + (use.verb if parted else max(use.verb, meaning.particle))


def _traveller_apart(
    scene: Scene, thing: int, end: int, named: Sequence[Mention], found: Group | None
) -> Group | None:
    """As in "Cancelled his envoy Kim's trip to Moscow": a reduced tie with Moscow, not with the envoy."""
    own = {mention.country for mention in named}
    if found and any(mention.country not in own for mention in found.mentions):
        return found
    behind = governed(scene.tokens, scene.finite, thing + 1, end, after_noun=True)
    hosts = choose(behind, ("to",))
    towns = () if hosts else hosts_of(scene.tokens, thing + 1, end, named, scene.reference)
    return hosts or (Group(towns, thing, end, bare=False) if towns else None)


def _only_describes(scene: Scene, found: Group, meaning: Meaning) -> bool:
    """As in "Vetoed a UN resolution": an organisation whose paper it is, and no side."""
    behind = scene.tokens[found.end - 1 : found.end + 1]
    own = "resolution" in _thing(scene.tokens, meaning) and found.end - 1 <= meaning.thing <= found.end
    bodies = all(m.type in _COUNCILS and m.country is None for m in found.mentions)
    return own and bodies and not any(token.owner for token in behind)


def _other_side(behind: Sequence[Governed], named: Sequence[Mention]) -> Group | None:
    """As in "Traded the dealer Bout for Griner": of the two, the one who is not of those who trade."""
    own = {mention.country for mention in named}
    given = [entry.group for entry in behind if entry.preposition in {"", "for"}]
    if not own or not any(entry.preposition == "for" for entry in behind):
        return None
    return next((g for g in given if not own & {mention.country for mention in g.mentions}), None)


def _included(scene: Scene, index: int, kind: Kind) -> Group | None:
    """Whom an aside names of those acted on: "blacklisted six firms, including two Russian banks"."""
    clauses, tokens = scene.clauses, scene.tokens
    if kind not in _ACTED_ON or index + 1 >= len(clauses):
        return None
    aside = clauses[index + 1]
    if aside.verb >= 0 or tokens[aside.start].low != "including":
        return None
    return next(groups(tokens, scene.finite, aside.start + 1, aside.end), None)


def _craft_of(scene: Scene, start: int, end: int, kind: Kind) -> Group | None:
    """As in "Shot down the balloon": whose that is was told before."""
    if kind not in _ACTED_ON and kind is not Kind.RETREAT:
        return None
    owner = owner_of(scene.tokens, start, min(end, start + 3), scene.reference)
    owner = owner or ship_of(scene, Subject(start, min(end, start + 3)))
    return Group(owner, start, start + 2, bare=True) if owner else None


def _airspace(scene: Scene, thing: int, named: Sequence[Mention]) -> Group | None:
    """As in "Entered Poland's airspace": whose border, waters or sky it is."""
    first = thing
    while first > 0 and scene.tokens[first - 1].word and not scene.tokens[first - 1].classes:
        first -= 1  # "Japan's air defense zone"
    token = scene.tokens[first - 1]
    if token.low in {"its", "their"}:
        own = {mention.country for mention in named}
        near = [m for m in scene.reference.here if m.end <= token.start and m.country not in own]
        return Group(tuple(near[-1:]), first - 1, thing, bare=False) if named and near else None
    state = scene.reference.states.get(token.mention.country or "") if token.mention else None
    return Group((state,), thing - 1, thing, bare=False) if state and token.owner else None


def _of_a_town(scene: Scene, start: int, end: int, lemma: str, found: Group | None) -> Group | None:
    """Nobody, where a traveller goes to a town before any name: what is named behind it is not the goal."""
    if found is None or lemma not in lexicon().travel:
        return found
    first = next((i for i in range(start, end) if scene.tokens[i].mention), end)
    mention = scene.tokens[first].mention if first < end else None
    return None if mention and mention.type is EntityType.PLACE and first < found.start else found


def _object_pronoun(scene: Scene, i: int, named: Sequence[Mention]) -> Group | None:
    """As in "Received him": the last person of the sentence who is not its subject, else named before."""
    if i >= len(scene.tokens) or scene.tokens[i].low not in {"him", "her"}:
        return None
    acting = {mention.entity for mention in named}
    people = [m for m in scene.reference.here if m.type is EntityType.PERSON and m.entity not in acting]
    woman = scene.tokens[i].low == "her"
    fitting = [m for m in people if (m.entity in words().women) == woman or m.entity.startswith("person-")]
    told = [m for m in fitting if m.end <= scene.tokens[i].start]
    if told:
        return Group((told[-1],), i, i + 1, bare=True)
    here = {mention.entity for mention in scene.reference.here}
    earlier = [m for m in scene.reference.before(scene.tokens[i].start) if m.type is EntityType.PERSON]
    person = next((m for m in earlier if m.entity not in here), earlier[-1] if earlier else None)
    return Group((person,), i, i + 1, bare=True) if person else None


def _order(lemma: str, meaning: Meaning) -> list[str]:
    order = lexicon().targets[meaning.kind]
    return [word for word in order if word or lemma not in lexicon().topic]


def _passive(
    scene: Scene,
    clause: Clause,
    meaning: Meaning,
    span: Subject,
    named: tuple[Mention, ...],
    behind: Sequence[Governed],
    use: Use,
) -> Roles:
    order = [word for word in _order(scene.tokens[use.verb].lemma, meaning) if word not in {"", "by"}]
    agent = choose(behind, ("by",)) or _unnamed_agent(scene, clause, use.verb)
    if agent is None and meaning.kind is Kind.AID:
        agent = choose(behind, ("from",))  # "shells were shipped to Russia from North Korea"
    victims = _PERSONS | {"victim"} if meaning.kind is Kind.ASSAULT else _PERSONS
    person = bool(victims & _thing(scene.tokens, meaning))
    if 0 <= meaning.thing < use.verb and not (person or acts(scene.tokens[meaning.thing])):
        noun = noun_roles(scene, meaning.thing, span.end, meaning.kind)
        if not (agent or noun.sources or noun.targets) and _thing(scene.tokens, meaning) & _TAKEN_PART_IN:
            noun = event_roles(scene, meaning.thing, span.end, meaning.kind)  # "they were put off"
        if agent is None:
            rest = choose(behind, order)
            if meaning.kind is Kind.AGREE and not (noun.sources or noun.targets or rest):
                return split(scene.reference.acted.get(Kind.AGREE, ()))  # another deal of the same sides
            linked = bool(_LINKING & _thing(scene.tokens, meaning))
            if not (noun.sources or noun.targets or rest) and linked:
                return split(scene.reference.pair)  # who is linked by them: "the lines were restored"
            return Roles(noun.sources, noun.targets or others(rest, noun.sources))
        rest = choose(behind, order)
        if agent and rest is None and noun.targets and _MOTION & things_at(scene.tokens, meaning.thing):
            return Roles(
                agent.mentions, others(Group(noun.targets, span.start, span.end, bare=False), agent.mentions)
            )
        if rest is None and noun.sources:
            return Roles(agent.mentions, tuple(m for m in noun.sources if m not in agent.mentions))
        return sides(agent.mentions, rest, meaning.kind, mutual=True, thing=_thing(scene.tokens, meaning))
    lemma = scene.tokens[use.verb].lemma
    if agent is None and lemma in lexicon().summoning:
        agent = choose(behind, ("to", "at", "before"))  # "was summoned to the ministry"
    sources = agent.mentions if agent else ()
    forces = all(mention.type is not EntityType.PERSON for mention in named)
    if not sources and forces and meaning.kind is Kind.MOBILIZE:
        return Roles(named, ())  # "the Polish army was put on alert"
    told = lemma in lexicon().telling and bool(named)
    if not sources and use.shape is Shape.FINITE and meaning.kind is Kind.CONSULT and not told:
        return Roles(named, ())
    return Roles(sources, tuple(m for m in named if m.entity not in {s.entity for s in sources}))


def _unnamed_agent(scene: Scene, clause: Clause, verb: int) -> Group | None:
    """As in "Was voted down by 190 lawmakers on Friday", where that has a day: the state for a body of it."""
    tokens = scene.tokens
    end = next((i for i in range(verb + 1, clause.end) if _goes_on(tokens, i)), clause.end)
    by = next((i for i in range(verb + 1, end) if tokens[i].low == "by"), end)
    if not any(token.time for token in tokens[clause.start : end]):
        return None
    stop = next((i for i in range(by + 1, end) if tokens[i].time or "preposition" in tokens[i].classes), end)
    found = in_town(tokens, Subject(by + 1, end), scene.reference)
    found = found or of_home(tokens, Subject(by + 1, stop), end, scene.reference)
    return Group(found, by + 1, stop, bare=True) if found else None


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a second participle begins: "was seized by police and jailed"."""
    return tokens[i].low == "and" and i + 1 < len(tokens) and Form.PARTICIPLE in tokens[i + 1].forms


def _thing(tokens: Sequence[Token], meaning: Meaning) -> frozenset[str]:
    return things_at(tokens, meaning.thing) if meaning.thing >= 0 else frozenset()

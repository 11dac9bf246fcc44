"""The sides of an event that a noun tells: "Kim's talks with Putin", "Russia's invasion of X"."""

from collections.abc import Sequence

from corpus.events.doers import Scene
from corpus.events.groups import Group, groups
from corpus.events.home import hosts_of
from corpus.events.kinds import things_at
from corpus.events.lexicon import lexicon
from corpus.events.reference import resolve
from corpus.events.sides import MUTUAL_KINDS, Roles, others, split
from corpus.events.targets import choose, governed
from corpus.events.tokens import JOINER, Token
from corpus.model import EntityType, Kind, Mention

_SENT = frozenset({"missile", "balloon", "vessel", "boat"})
_INDEFINITE = {"a", "an"}
_FLYING = frozenset({"missile", "test"})
_NOMINAL_ENDS = frozenset(
    ("preposition", "relative", "subordinator", "coordinator", "pronoun", "verb", "be", "have", "do", "will")
) | {"modal"}


def event_roles(scene: Scene, noun: int, end: int, kind: Kind) -> Roles:
    """The roles of an event that is the subject; "the drill" by itself has those of the last one told."""
    roles = noun_roles(scene, noun, end, kind)
    if roles.sources or roles.targets:
        return roles
    reference, things = scene.reference, things_at(scene.tokens, noun)
    first_told = kind is Kind.ASSAULT and scene.tokens[phrase_start(scene.tokens, noun)].low in _INDEFINITE
    if first_told or "blast" in things or _is_another(scene.tokens, noun):
        return roles
    known = next((reference.acted_in[name] for name in alike(things) if name in reference.acted_in), ())
    if not known and not things & _FLYING:
        known = reference.acted.get(kind, ())
        known = known or (reference.pair if kind in {Kind.MOBILIZE, *MUTUAL_KINDS} else ())
    if not known and things & _FLYING:
        known = tuple(
            m for m in reference.here[:1] if m.type is EntityType.STATE and m.end <= scene.tokens[noun].start
        )
    named = known
    return split(named) if kind in MUTUAL_KINDS else Roles(named, ())


def _is_another(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun is of other events than the one told: "two earlier summits", "the Gyeongju Summit"."""
    phrase = tokens[phrase_start(tokens, noun) : noun]
    named = tokens[noun].proper and any(token.proper or token.mention for token in phrase)
    return named or bool({token.low for token in phrase} & {"earlier", "previous", "past", "former"})


def alike(things: frozenset[str]) -> list[str]:
    """The classes under which the same event may have been told: a launch is one of a rocket."""
    return sorted(things | _FLYING if things & _FLYING else things)


def noun_roles(scene: Scene, noun: int, end: int, kind: Kind) -> Roles:
    """Returns the roles of an event told by a noun: "Kim's talks with Putin", "Russia's invasion of X"."""
    tokens = scene.tokens
    linked = between(scene, noun, end)
    if linked:
        return split(linked)
    start = phrase_start(tokens, noun)
    owners = next(groups(tokens, scene.finite, start, noun), None) or _owner(scene, start)
    behind = governed(tokens, scene.finite, noun + 1, _next_noun(tokens, noun, end), after_noun=True)
    agent = choose(behind, ("by",))
    sources = agent.mentions if agent else owners.mentions if owners else ()
    if not sources and (kind is Kind.AID or things_at(tokens, noun) & _SENT):
        origin = choose(behind, ("from",))  # "balloons from North Korea landed in Seoul"
        if origin:
            return Roles(origin.mentions, ())
    found = choose(behind, _noun_order(kind, sources))
    if not sources and kind is not Kind.SANCTION:
        of = choose(behind, ("of",))
        both = of is not None and (kind is not Kind.CONSULT or len(of.mentions) > 1)
        if of and tokens[noun].low in lexicon().undergone:
            return Roles((), of.mentions)  # "the impeachment of Park"
        sources = of.mentions if of and both else ()
    targets = others(found, sources)
    if tokens[noun].low in lexicon().undergone and owners and not agent and not targets:
        return Roles((), owners.mentions)
    if not targets and "visit" in tokens[noun].things:
        targets = hosts_of(tokens, noun + 1, end, sources, scene.reference)
    if not targets and agent and owners:
        targets = others(owners, sources)
    if not targets and len(sources) > 1 and kind in MUTUAL_KINDS:
        return split(sources)
    return Roles(sources, targets)


def _next_noun(tokens: Sequence[Token], noun: int, end: int) -> int:
    """Where another event with sides of its own begins: "for meetings before a visit by Putin"."""
    nouns = lexicon().nouns
    others = (k for k in range(noun + 2, end) if tokens[k].low in nouns)
    return next((k for k in others if "determiner" in tokens[k - 1].classes), end)


def _owner(scene: Scene, start: int) -> Group | None:
    """As in "Its invasion": whom the pronoun stands for."""
    if scene.tokens[start].low not in {"its", "his", "her", "their"}:
        return None
    token = scene.tokens[start]
    near = [m for m in scene.reference.here if m.end <= token.start and m.type is not EntityType.PERSON]
    if token.low == "its" and near:
        return Group((near[-1],), start, start + 1, bare=False)
    both = _two_of_many(scene, token.start) if token.low == "their" else ()
    meant = both or resolve(scene.tokens, start, start + 1, scene.reference, None)
    return Group(meant, start, start + 1, bare=False) if meant else None


def _two_of_many(scene: Scene, offset: int) -> tuple[Mention, ...]:
    """Whose "their summit" is where several are named: of the first and the last one before it.

    As in "Trump spoke of Kim, asked by Lee during their summit"; else of the first two behind it, as in
    "During their talks, Lee asked Trump to meet Kim".
    """
    people = {m.entity: m for m in scene.reference.here if m.type is EntityType.PERSON}
    before = [m for m in people.values() if m.end <= offset]
    if len(before) > 2:
        return before[0], before[-1]
    return tuple(people.values())[:2] if not before and len(people) > 1 else ()


def _noun_order(kind: Kind, sources: Sequence[Mention]) -> list[str]:
    order = [word for word in lexicon().targets[kind] if word]
    return [*order, "of"] if sources else order


def between(scene: Scene, noun: int, end: int) -> tuple[Mention, ...]:
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

"""Who is meant by the subject of a clause: by name, pronoun, office or body."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.events.clauses import Clause, Opener
from corpus.events.groups import Group, groups
from corpus.events.home import in_town
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.naming import apposed, is_named, named_subject
from corpus.events.reference import Reference, owner_of, resolve
from corpus.events.subjects import Subject, antecedent, past_openings, subject_span
from corpus.events.tokens import Token
from corpus.events.verbs import Use
from corpus.model import EntityType, Mention

_BODIES = {
    "agency", "administration", "ministry", "regime", "office", "team", "army", "military", "party",
    "spokesman", "spokeswoman", "spokesperson", "aide", "aides", "adviser", "advisers", "envoy", "lawyers",
}  # fmt: skip
_FOLLOWERS = {"supporters", "loyalists", "backers", "opponents"}
_FOR_OR_AGAINST = {"anti", "pro"}  # "the anti-Yoon rally" is not his
_SERVING = {"to", "for", "of"}
_OWNERS = {"his", "her", "its", "their"}
_SHIPS = ("USS ", "USNS ", "ROKS ", "HMS ")
_PREFIXES = {"uss": "USA", "usns": "USA", "roks": "KOR", "hms": "GBR"}  # of ships that nobody listed
_OF_ONE_STATE = (
    "B-1",
    "B-2",
    "B-52",
    "F-22",
    "U-2",
    "Tu-95",
    "Tu-160",
    "Tu-22",
    "Kuznetsov",
    "Moskva",
    "Liaoning",
    "Shandong",
)
_WITHIN = {"during", "in", "at"}  # before "which"
_LONE = 3  # tokens of a subject that may be a participle and its noun
_TAKEN_UP = frozenset({"missile", "vessel", "force", "boat", "balloon"})
_WITH_OTHERS = {("together", "with"), ("along", "with"), ("jointly", "with"), ("in", "concert")}


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as it was cut, with what was told before it; `spoken` are its words in lower case."""

    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    finite: Sequence[bool]
    reference: Reference
    spoken: Collection[str]


def subject_of(scene: Scene, index: int, edge: int) -> tuple[Subject, tuple[Mention, ...]]:
    """Returns where the subject of a clause stands and whom it names, pronouns resolved."""
    tokens = scene.tokens
    span = _own_part(tokens, subject_span(tokens, scene.clauses, index, edge))
    doing = doing_from(tokens, span)
    group = named_subject(tokens, scene.clauses, scene.finite, Subject(span.start, doing))
    if group and group.start and tokens[group.start - 1].low in _FOR_OR_AGAINST:
        group = None
    guest = _guest(scene, index, span)
    speaker = (
        (guest or _speaker(scene, index, span))
        if group is None
        else (*guest, *group.mentions)
        if guest
        else ()
    )
    if speaker:
        return span, speaker
    if group is None and _takes_up_craft(scene, index, span):
        return span, _craft_owner(scene, index)
    own = tokens[scene.clauses[index].start].start
    local = in_town(tokens, span, scene.reference)
    owned = tokens[span.start].low in _OWNERS if span.start < span.end else False
    referred = () if local and owned else resolve(tokens, span.start, span.end, scene.reference, group, own)
    referred = _body_of(scene, span, group, referred)
    named = referred or _whose(scene, index) or local or ship_of(scene, span)
    named = named or _aboard(scene, span, doing)
    if not named and scene.clauses[index].opener not in {Opener.SUB, Opener.WHO}:
        named = owner_of(tokens, span.start, span.end, scene.reference)
    return span, (*named, *joined(scene, index, span, named)) if named else ()


def _own_part(tokens: Sequence[Token], span: Subject) -> Subject:
    """As in "Hitting it in a way the army condemned": only the name before the verb is its subject."""
    first = tokens[span.start] if span.start < span.end else None
    if first is None or span.end - span.start <= _LONE or first.classes or first.things:
        return span
    led = next((k for k in range(span.end - 1, span.start, -1) if tokens[k].classes), span.start)
    noun = tokens[led - 1].word and not tokens[led - 1].classes
    named = any(token.mention for token in tokens[led + 1 : span.end])
    bare = Form.ING in first.forms and "determiner" in tokens[led].classes and noun and named
    return Subject(led, span.end) if bare else span


def ship_of(scene: Scene, span: Subject) -> tuple[Mention, ...]:
    """The state for a ship of its navy, or a bomber that no other flies: "the USS George Washington left"."""
    for token in scene.tokens[span.start : span.end]:
        mention = token.mention
        if mention and mention.type is EntityType.WEAPON and mention.text.startswith(_SHIPS + _OF_ONE_STATE):
            state = scene.reference.states.get(mention.country or "")
            return (state,) if state else ()
        if token.low in _PREFIXES:
            state = scene.reference.states.get(_PREFIXES[token.low])
            return (state,) if state else ()
    return ()


def _aboard(scene: Scene, span: Subject, doing: int) -> tuple[Mention, ...]:
    """Who travels in what is the subject: "a plane carrying Kim Jong Un landed"."""
    if doing >= span.end or scene.tokens[doing].low != "carrying":
        return ()
    group = next(groups(scene.tokens, scene.finite, doing + 1, span.end), None)
    people = group.mentions if group else ()
    return people if all(mention.type is EntityType.PERSON for mention in people) else ()


def joined(scene: Scene, index: int, span: Subject, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """Who acts with a subject: "Together with Japan, the US …", "the US, along with Japan and Seoul, …"."""
    beside = [clause for clause in scene.clauses[:index] if clause.verb < 0]
    pieces = [(c.start, c.end) for c in beside if c.end + 1 == span.start or c.start == span.end + 1]
    inside = [(i, span.end) for i in range(span.start + 1, span.end)]
    known = {mention.entity for mention in named}
    found: dict[str, Mention] = {}
    for start, end in (*pieces, *inside):
        low = tuple(token.low for token in scene.tokens[start : start + 2])
        group = next(groups(scene.tokens, scene.finite, start, end), None) if low in _WITH_OTHERS else None
        found |= {m.entity: m for m in group.mentions if m.entity not in known} if group else {}
    return tuple(found.values())


def doing_from(tokens: Sequence[Token], span: Subject) -> int:
    """Where a participle begins that tells what a subject was doing: "protesters demanding Yoon's arrest"."""
    for i in range(span.start + 1, span.end - 1):
        left, after = tokens[i - 1], tokens[i + 1]
        noun = (left.word and not left.classes) or (left.mention is not None and not left.owner)
        takes = after.mention is not None or bool(after.classes & {"determiner", "pronoun"})
        noun_behind = after.word and not after.classes and bool(tokens[i].lemma)
        takes = takes or (noun_behind and left.mention is None)
        participle = Form.ING in tokens[i].forms and not (tokens[i].classes or tokens[i].things)
        if participle and noun and takes and tokens[i].low not in lexicon().nouns:
            return i
    return span.end


def inverted(scene: Scene, index: int, use: Use) -> tuple[Mention, ...]:
    """Who speaks behind a verb of report: ", said the Russian foreign minister, Sergei Lavrov"."""
    tokens, clause = scene.tokens, scene.clauses[index]
    begins = use.edge == use.verb == clause.start and index > 0 and clause.opener is Opener.COMMA
    says = tokens[use.verb].lemma == "say" or (begins and tokens[clause.start - 1].quoted)
    if not begins or not says or tokens[use.verb].lemma not in lexicon().report:
        return ()
    group = next(groups(tokens, scene.finite, use.verb + 1, clause.end), None)
    between = tokens[use.verb + 1 : group.start if group else clause.end]
    titled = all(token.word or token.mention for token in between)  # "Pentagon spokesman Pat Ryder"
    if not titled or any(token.classes - {"determiner"} or token.time for token in between):
        return ()
    named = group if group and is_named(group) else None
    person = named or apposed(tokens, scene.clauses, scene.finite, clause.end) or group
    return person.mentions if person else ()


def _speaker(scene: Scene, index: int, span: Subject) -> tuple[Mention, ...]:
    """As in "North Korea said it had demolished tunnels": who says it is "it", "he" or "they"."""
    clause = scene.clauses[index]
    if clause.opener is not Opener.CONTENT or span.end != span.start + 1 or not index:
        return ()
    low, says = scene.tokens[span.start].low, scene.clauses[index - 1]
    if low not in {"it", "he", "she", "they"} or says.verb < 0:
        return ()
    named = subject_of(scene, index - 1, says.verb)[1]
    if not named or any(mention.type is EntityType.MEDIUM for mention in named):
        return ()
    person = len(named) == 1 and named[0].type is EntityType.PERSON
    fits = not person if low == "they" else len(named) == 1 and person is (low != "it")
    return named if fits else ()


def leads_within(scene: Scene, index: int) -> bool:
    """Whether a clause is a "during which", "at which" or "in which"."""
    clause = scene.clauses[index]
    relative = clause.opener is Opener.WHO and clause.word == "which" and clause.start > 1
    return relative and scene.tokens[clause.start - 2].low in _WITHIN


def _guest(scene: Scene, index: int, span: Subject) -> tuple[Mention, ...]:
    """As in "Lavrov came after Kim made a trip, during which he met Putin": who made the trip is "he"."""
    he = span.start < span.end and scene.tokens[span.start].low in {"he", "she"}
    if not he or not leads_within(scene, index):
        return ()
    told = next((k for k in reversed(range(index)) if scene.clauses[k].verb >= 0), -1)
    named = subject_of(scene, told, scene.clauses[told].verb)[1] if told >= 0 else ()
    return named if len(named) == 1 and named[0].type is EntityType.PERSON else ()


def _takes_up_craft(scene: Scene, index: int, span: Subject) -> bool:
    """As in "Shot down Russian drones after they crossed the border": the craft just named."""
    clause = scene.clauses[index]
    they = span.end == span.start + 1 and scene.tokens[span.start].low in {"they", "it"}
    return they and clause.opener is Opener.SUB and index > 0 and _craft(scene, index) >= 0


def _craft(scene: Scene, index: int) -> int:
    """The token of the craft or force that the clause before acts on, or -1."""
    clause = scene.clauses[index - 1]
    plural = scene.tokens[scene.clauses[index].start].low == "they"
    acted_on = range(clause.verb + 1, clause.end) if clause.verb >= 0 else range(0)
    fitting = (i for i in acted_on if scene.tokens[i].things & _TAKEN_UP and scene.tokens[i].word)
    return next((i for i in fitting if scene.tokens[i].low.endswith("s") is plural), -1)


def _craft_owner(scene: Scene, index: int) -> tuple[Mention, ...]:
    """The state that is named before that craft in its phrase; nobody where none is."""
    at = _craft(scene, index)
    for i in range(at - 1, scene.clauses[index - 1].verb, -1):
        mention = scene.tokens[i].mention
        if mention and mention.type is EntityType.STATE:
            return (mention,)
        if not scene.tokens[i].word or scene.tokens[i].classes:
            break
    return ()


def _whose(scene: Scene, index: int) -> tuple[Mention, ...]:
    """As in "Russia, whose foreign ministry had called it a threat": the owner acts by what it owns."""
    clause = scene.clauses[index]
    if clause.opener is not Opener.WHO or clause.word != "whose" or not index:
        return ()
    owner = antecedent(scene.tokens, scene.clauses[index - 1])
    group = next(groups(scene.tokens, scene.finite, owner.start, owner.end), None)
    return group.mentions if group else ()


def _body_of(
    scene: Scene, span: Subject, group: Group | None, named: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The state for what is only called its leader's: "Kim Jong Un's space agency", "his supporters"."""
    if len(named) != 1 or named[0].type is not EntityType.PERSON:
        return named
    if group is None:
        his = scene.tokens[span.start].low in _OWNERS
        crowd = his and any(token.low in lexicon().local for token in scene.tokens[span.start : span.end])
        land = scene.reference.states.get(named[0].country or "")
        return (land,) if crowd and land else named
    owner = next((i for i in range(span.start, span.end) if scene.tokens[i].mention is named[0]), -1)
    behind = scene.tokens[owner + 1 : span.end] if owner >= 0 else ()
    if behind and not scene.tokens[owner].owner:
        behind = behind[:1] if behind[0].low in _FOLLOWERS else ()  # "Park supporters"
    behind = behind or _servants(scene.tokens[span.start : max(owner, span.start)])
    own = any(token.low in lexicon().reference["kin"] for token in behind)
    person = apposed(scene.tokens, scene.clauses, scene.finite, span.end) if behind else None
    if own or person:
        return person.mentions if person else ()
    body = any(token.low in lexicon().local or token.low in _BODIES for token in behind)
    state = scene.reference.states.get(named[0].country or "")
    return (state,) if body and state else named


def _servants(before: Sequence[Token]) -> Sequence[Token]:
    """The nouns for whoever serves the person named next: "a senior aide to President" Putin; or none."""
    for k in range(len(before) - 1, 0, -1):
        if "preposition" in before[k].classes:
            serves = before[k].low in _SERVING and before[k - 1].low in _BODIES
            serves = serves and (k == len(before) - 1 or "person" in before[-1].things)
            return before[:k] if serves else ()
    return ()


def own_subject(scene: Scene, index: int) -> int:
    """Returns where the subject of a clause begins; at its verb where it has none of its own."""
    clause = scene.clauses[index]
    return past_openings(scene.tokens, clause.start, clause.verb)

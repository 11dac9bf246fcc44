"""Acts beside the table of verbs: what is agreed for a day to come, and what only its day makes an act."""

from collections.abc import Sequence

from corpus.events.candidates import Candidate, subject_or_home
from corpus.events.clauses import Clause, Opener
from corpus.events.doers import Scene, subject_of
from corpus.events.finite import before
from corpus.events.home import somebody
from corpus.events.inflection import Form
from corpus.events.kinds import Meaning, verb_meaning
from corpus.events.lexicon import AWAITED, lexicon
from corpus.events.nominal import alike, noun_roles
from corpus.events.roles import verb_roles
from corpus.events.sides import Roles
from corpus.events.subjects import Subject
from corpus.events.tokens import Token
from corpus.events.unreal import HYPOTHETICAL, done_by_nobody, is_figure, is_unreal, takes_nothing
from corpus.events.verbs import Shape, Use, Voice, read_use
from corpus.model import EntityType, Kind, Mention, Status

_HELPING = {"have", "adverb"}
_SEEN = {Kind.MOBILIZE, Kind.ASSAULT}
_TELLING = {"when", "who", "which", "where"}  # side clauses that tell an act
_REPORTING = {"media", "television", "tv", "footage", "images", "broadcaster", "photos", "video"}
# Classes of things that act for their owner: "Seoul's troops", not "Seoul's crisis".
_DOING = frozenset(
    {
        "missile",
        "force",
        "vessel",
        "weapon",
        "people",
        "diplomat",
        "shots",
        "balloon",
        "crowd",
        "team",
        "person",
    }
    | {
        "host",
        "accused",
        "accuser",
        "boat",
        "vehicle",
        "astronaut",
        "business",
        "rally",
        "drill",
        "test",
        "talks",
    }
)
_CARRYING = {"train", "motorcade", "convoy", "limousine", "entourage"}
_PRESENT = {
    "was": Status.HAPPENED,
    "were": Status.HAPPENED,
    "is": Status.ONGOING,
    "are": Status.ONGOING,
}
_COMMITTING = {
    "agree",
    "promise",
    "pledge",
    "plan",
    "vow",
    "decide",
    "arrange",
    "undertake",
    "commit",
    "offer",
}


def planned_candidate(scene: Scene, index: int, time: int) -> Candidate | None:
    """Returns what is agreed or promised for a day to come: "agreed to meet next week"."""
    tokens, clause = scene.tokens, scene.clauses[index]
    for i in range(time - 1, clause.start, -1):
        token = tokens[i]
        if (
            Form.BASE in token.forms
            and tokens[i - 1].low == "to"
            and token.lemma in lexicon().verbs
            and clause.verb >= 0
            and _commits(tokens[before(tokens, i - 1)])
        ):
            use = Use(i, clause.verb, Voice.ACTIVE, Status.ANNOUNCED)
            subject = subject_of(scene, index, clause.verb)
            meaning = verb_meaning(tokens, clause, use, (subject[0].start, subject[0].end))
            if meaning is None:
                return None
            return Candidate(
                i, index, meaning, verb_roles(scene, index, use, meaning, subject), Status.ANNOUNCED, use
            )
    return None


def plain_candidate(scene: Scene, index: int) -> Candidate | None:
    """Returns what a verb that no table knows tells of who is named before it, or None."""
    clause, tokens = scene.clauses[index], scene.tokens
    at = _main_verb(tokens, clause)
    verb = tokens[at] if at >= 0 else None
    side = clause.opener in {Opener.SUB, Opener.WHO} and clause.word not in _TELLING
    if verb is None or side or clause.word in HYPOTHETICAL or verb.classes or verb.quoted:
        return None
    if not verb.forms & {Form.PAST, Form.PARTICIPLE} or _says_nothing(verb) or is_unreal(scene, index):
        return None
    if is_figure(tokens, at, clause.end) or takes_nothing(tokens, at, clause.end):
        return None
    if done_by_nobody(tokens, clause, at) or tokens[clause.start].low == "according":
        return None
    if at + 1 < clause.end and tokens[at + 1].low == "short":
        return None  # "stopped short of", "fell short of"
    use = read_use(tokens, clause, scene.finite, at)
    if use is None or use.voice is not Voice.ACTIVE or use.shape is not Shape.FINITE:
        return None
    if (seen := _perceived(scene, index, at)) is not None:
        return seen
    subject, assumed = subject_or_home(scene, index, use)
    head = _head(tokens, subject[0])
    if lexicon().nouns.get(tokens[head].low) is Kind.PROTEST:
        told = noun_roles(scene, head, subject[0].end, Kind.PROTEST)
        crowd = told.sources or somebody(tokens[clause.start : clause.end], scene.reference)
        return Candidate(at, index, Meaning(Kind.PROTEST, head), Roles(crowd, told.targets), use.status, use)
    if tokens[head].low in _REPORTING or _is_owned_thing(tokens, subject[0], head):
        return None
    things = frozenset().union(*(token.things for token in tokens[subject[0].start : subject[0].end]))
    meaning = Meaning(_plain_kind(things, subject[1]))
    deed = _deed(tokens, clause, at)
    if deed >= 0:
        use = use._replace(verb=deed)
        meaning = verb_meaning(tokens, clause, use, (subject[0].start, subject[0].end)) or meaning
    roles = verb_roles(scene, index, use, meaning, subject)
    if not roles.sources:
        return None
    return Candidate(at, index, meaning, roles, use.status, use, assumed=assumed)


def _head(tokens: Sequence[Token], span: Subject) -> int:
    """The noun that heads a subject: the last before its first preposition or time."""
    behind = range(span.start + 1, span.end)
    stop = next((i for i in behind if tokens[i].time or "preposition" in tokens[i].classes), span.end)
    return max(stop - 1, span.start)


def _is_owned_thing(tokens: Sequence[Token], span: Subject, head: int) -> bool:
    """As in "Seoul's political crisis began": a thing of somebody, and nobody who acts for him."""
    noun = tokens[head]
    acts = not noun.things.isdisjoint(_DOING) or noun.low in lexicon().local | _CARRYING or not noun.word
    return not acts and any(token.owner for token in tokens[span.start : head])


def _perceived(scene: Scene, index: int, at: int) -> Candidate | None:
    """Returns what somebody saw another do, who was told before: "detected the launch of two missiles"."""
    tokens = scene.tokens
    if tokens[at].low not in lexicon().mood["perceiving"]:
        return None
    end = scene.clauses[index].end
    for i in range(at + 1, end):
        kind = Kind.MOBILIZE if "missile" in tokens[i].things else lexicon().nouns.get(tokens[i].low)
        if kind in _SEEN:
            told = scene.reference.acted_in
            doers = next((told[name] for name in alike(tokens[i].things) if name in told), ())
            if not doers and any(token.mention and token.mention.country for token in tokens[i:end]):
                doers = somebody(tokens[i:end], scene.reference)  # "from the North's space center"
            return Candidate(i, index, Meaning(kind, i), Roles(doers, ()), Status.HAPPENED) if doers else None
    return None


def _deed(tokens: Sequence[Token], clause: Clause, verb: int) -> int:
    """What a verb was done by or for: "stunned them by declaring war", "hastened to free him"; or -1."""
    for i in range(verb + 1, clause.end - 1):
        after = tokens[i + 1]
        done = tokens[i].low == "by" and Form.ING in after.forms
        aimed = i == verb + 1 and tokens[i].low == "to" and Form.BASE in after.forms
        if (done or aimed) and after.lemma in lexicon().verbs:
            return i + 1
    return -1


def presence_candidate(scene: Scene, index: int) -> Candidate | None:
    """Returns the visit that a "was" tells: "Moon, who was in Washington on Tuesday", "is due in Beijing"."""
    clause, tokens = scene.clauses[index], scene.tokens
    at = clause.verb
    if at < 0 or tokens[at].low not in _PRESENT:
        return None
    ahead = at + 1 < clause.end and tokens[at + 1].low in AWAITED
    within = at + 1 + (ahead or (at + 1 < clause.end and tokens[at + 1].low == "back"))
    if within + 1 >= clause.end or tokens[within].low != "in":
        return None
    status = Status.ANNOUNCED if ahead else _PRESENT[tokens[at].low]
    place = tokens[within + 1].mention
    state = scene.reference.states.get(place.country or "") if place else None
    guests = subject_of(scene, index, at)[1]
    people = bool(guests) and all(guest.type is EntityType.PERSON for guest in guests)
    if state is None or not people or any(guest.country == state.country for guest in guests):
        return None
    use = Use(at, at, Voice.ACTIVE, status)
    return Candidate(at, index, Meaning(Kind.CONSULT), Roles(guests, (state,)), status, use)


def _main_verb(tokens: Sequence[Token], clause: Clause) -> int:
    """The verb of a clause behind its "has" or "had", or -1."""
    at = clause.verb
    while 0 <= at < clause.end - 1 and (tokens[at].classes & _HELPING or tokens[at].manner):
        at += 1
    return at


def _says_nothing(verb: Token) -> bool:
    return verb.low in lexicon().silent or verb.lemma in lexicon().silent or verb.lemma == "decline"


def _plain_kind(things: frozenset[str], doers: Sequence[Mention]) -> Kind:
    """Of armed forces a move, of a person a contact, of a body no more than that something is told of it."""
    if things & {"force", "vessel"}:
        return Kind.MOBILIZE
    return Kind.CONSULT if any(doer.type is EntityType.PERSON for doer in doers) else Kind.STATEMENT


def _commits(token: Token) -> bool:
    return token.lemma in _COMMITTING or token.low in lexicon().mood["announcing"]

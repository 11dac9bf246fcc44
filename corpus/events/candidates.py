"""Candidates: the verbs and nouns of a sentence that may tell an event, each still without a date."""

from dataclasses import dataclass

from corpus.events.clauses import Clause, Opener
from corpus.events.doers import Scene, doing_from, inverted, subject_of
from corpus.events.groups import groups
from corpus.events.home import crowd_of, of_home
from corpus.events.inflection import Form
from corpus.events.installing import is_installed
from corpus.events.kinds import Meaning, verb_meaning
from corpus.events.leading import led_to, only_moves, ordered
from corpus.events.lexicon import SCHEDULING, lexicon
from corpus.events.performed import performed
from corpus.events.roles import verb_roles
from corpus.events.sides import Roles
from corpus.events.speech import is_quoted, is_quoting, menaced, speech_kind, told_by_doer, topic_of
from corpus.events.struck import (
    aimed,
    attacked,
    befallen,
    fallen,
    fronted,
    in_attack,
    in_disaster,
    struck,
    suffered,
    told_of,
    where,
)
from corpus.events.subjects import Subject, antecedent, subject_span
from corpus.events.unreal import HYPOTHETICAL, is_no_act, is_unreal
from corpus.events.untold_doers import hurt_by_others, without_doer
from corpus.events.verbs import Shape, Use, Voice, read_use
from corpus.model import EntityType, Kind, Mention, Status

_GATHERING = {"meet", "convene", "gather"}  # what a body does by itself
_SINGLE = {EntityType.PERSON, EntityType.STATE}
_PICTURES = {
    "video",
    "videos",
    "footage",
    "photo",
    "photos",
    "photograph",
    "photographs",
    "film",
    "picture",
    "pictures",
    "clip",
}
_DYING = {"die", "perish"}
_BRINGING = {"begin", "start", "send", "make", "pay"}  # verbs of travel with an object
_SPEECH = {"warn", "vow", "recall"}


@dataclass(slots=True)
class Candidate:
    """A verb or noun at token `trigger` in clause `clause` that may tell an event; `use` is None for a noun.

    `time` is the token of the time that dates it, or -1. `report` marks a verb of saying; `void` one that
    takes its date and tells no event. `lone` marks a verb that needs a second side and names none, `assumed`
    one whose subject is only assumed to be of the country of the news. `through` is the clause with which its
    words end, where that is not its own, or -1.
    """

    trigger: int
    clause: int
    meaning: Meaning
    roles: Roles
    status: Status
    use: Use | None = None
    time: int = -1
    report: bool = False
    void: bool = False
    lone: bool = False
    assumed: bool = False
    through: int = -1


def verb_candidates(scene: Scene, text: str) -> list[Candidate]:
    """Returns the verbs that may tell an event, in order; `text` is the sentence."""
    found: list[Candidate] = []
    for index, clause in enumerate(scene.clauses):
        if clause.word in HYPOTHETICAL or is_unreal(scene, index):
            continue
        begin = clause.start
        if scene.tokens[begin].low == "according":  # "according to a statement published on Friday"
            begin = next((i for i in range(begin, clause.end) if scene.tokens[i].low == ","), clause.end)
        for i in range(begin, clause.end):
            token = scene.tokens[i]
            if token.lemma and not token.quoted and not token.mention and not _is_filmed(scene, clause, i):
                candidate = _verb(scene, index, i, text)
                if candidate:
                    found.append(candidate)
    return found


def _taken_up(scene: Scene, index: int, subject: Subject) -> Subject:
    """The noun that a relative clause takes as its object: "the ship that they captured"."""
    clause = scene.clauses[index]
    if (
        clause.opener is Opener.WHO
        and index
        and clause.word in {"that", "which", "whom"}
        and subject.start >= clause.start
    ):
        return antecedent(scene.tokens, scene.clauses[index - 1])
    return Subject(0, 0)


def _is_filmed(scene: Scene, clause: Clause, i: int) -> bool:
    """As in "Footage shot from a drone shows it": nobody was shot at."""
    before = {token.low for token in scene.tokens[max(clause.start, i - 3) : i]}
    return scene.tokens[i].lemma == "shoot" and not before.isdisjoint(_PICTURES)


def _verb(scene: Scene, index: int, i: int, text: str) -> Candidate | None:
    tokens, clause = scene.tokens, scene.clauses[index]
    lemma = tokens[i].lemma
    if lemma not in lexicon().verbs and lemma not in lexicon().report:
        return None
    use = read_use(tokens, clause, scene.finite, i)
    if use is None or is_no_act(scene, clause, use):
        return None
    subject, assumed = subject_or_home(scene, index, use)
    if lemma == "deny":
        return _denial(scene, index, use, subject)
    taken = _taken_up(scene, index, subject[0])
    meaning = verb_meaning(tokens, clause, use, (subject[0].start, subject[0].end), (taken.start, taken.end))
    if meaning is None and use.voice is Voice.PASSIVE and clause.opener is Opener.WHO and index:
        wider = scene.clauses[index - 1]
        subject = Subject(max(wider.verb + 1, wider.start), wider.end), ()
        meaning = verb_meaning(tokens, clause, use, (subject[0].start, subject[0].end))
    if lemma == "beat" and any("election" in token.things for token in tokens[i + 1 : clause.end]):
        meaning = Meaning(Kind.SUPPORT)  # "beat Lee in the 2022 election"
    led = led_to(scene, index, use, subject[0])
    meaning = led[0] if led else ordered(scene, index, use, subject[0]) or meaning
    if not led and only_moves(scene, index, use):
        return None
    key = f"{lemma} {tokens[meaning.particle].low}" if meaning and meaning.particle >= 0 else lemma
    reporting = key in lexicon().report
    if use.voice is Voice.PASSIVE and is_quoted(tokens, i):
        return Candidate(
            i, index, Meaning(Kind.STATEMENT), Roles(subject[1], ()), use.status, use, report=True
        )
    if meaning is None:
        if not reporting or use.voice is Voice.PASSIVE:
            return None
        meaning = Meaning(Kind.STATEMENT)
    if lemma in _SPEECH or meaning.kind is Kind.STATEMENT:
        meaning = Meaning(speech_kind(scene, index, i, meaning.kind, text), meaning.thing, meaning.particle)
    travels = meaning.kind is Kind.MOBILIZE and lemma in lexicon().travel - _BRINGING
    if travels and (meaning.thing < i or tokens[meaning.thing].mention) and _are_people(subject[1]):
        meaning = Meaning(Kind.CONSULT)  # "a plane carrying Kim landed"
    roles = verb_roles(scene, index, led[1] if led else use, meaning, subject)
    if is_quoting(tokens, i) and roles.targets:
        roles = Roles(roles.targets, ())
    if not roles.targets and taken.start < taken.end:
        found = next(groups(tokens, scene.finite, taken.start, taken.end), None)
        roles = Roles(
            roles.sources, tuple(m for m in found.mentions if m not in roles.sources) if found else ()
        )
    if reporting and not roles.targets:
        roles = Roles(roles.sources, topic_of(scene, index, roles.sources))
    if meaning.kind is Kind.THREATEN and not roles.targets:
        roles = Roles(roles.sources, menaced(scene, index, i, roles.sources))
    if meaning.kind in {Kind.ASSAULT, Kind.MOBILIZE} and not roles.targets and use.voice is Voice.ACTIVE:
        roles = Roles(roles.sources, struck(scene, i, _end_with_asides(scene, index), roles.sources))
    if use.voice is Voice.PASSIVE and use.shape is Shape.FINITE and not roles.sources:
        roles = Roles(told_by_doer(scene, index, meaning.kind, roles.targets), roles.targets)
    if lemma in _DYING and use.voice is Voice.ACTIVE:
        slain = in_attack(scene, i, clause.end, Kind.ASSAULT, Roles((), roles.sources))
        if slain.sources or (slain.targets and slain.targets != roles.sources):
            meaning, roles = Meaning(Kind.ASSAULT), slain
    if meaning.kind is Kind.ASSAULT and use.voice is Voice.PASSIVE and not roles.sources:
        meaning = Meaning(Kind.RETREAT) if in_disaster(scene, i, clause.end) else meaning
    if meaning.kind is Kind.ASSAULT and use.voice is Voice.ACTIVE:
        roles = told_of(scene, use, meaning, clause.end, roles)
    if meaning.kind is Kind.MOBILIZE and lemma in lexicon().flying:
        land = fallen(scene, subject[0], i, clause.end)
        meaning, roles = (Meaning(Kind.ASSAULT, meaning.thing), Roles((), land)) if land else (meaning, roles)
    roles = befallen(scene, subject[0], clause.end, meaning.kind, roles)
    if use.voice is Voice.PASSIVE and not roles.sources:
        roles = in_attack(scene, i, clause.end, meaning.kind, roles)
    if meaning.kind is Kind.ASSAULT and not roles.targets:
        borne = use.voice is Voice.PASSIVE or lemma == "fall" or lemma in lexicon().suffering
        lands = suffered if borne else attacked
        roles = Roles(roles.sources, lands(scene, subject[0], i, clause.end, roles.sources))
        roles = roles if roles.targets else Roles(roles.sources, fronted(scene, roles.sources))
    if meaning.kind is Kind.MOBILIZE and aimed(tokens, i, roles.targets):
        meaning = Meaning(Kind.ASSAULT, meaning.thing, meaning.particle)
    if meaning.kind is Kind.PROTEST and lemma in lexicon().sparking:
        roles = Roles((), ())
    if meaning.kind is Kind.PROTEST and not roles.sources:
        roles = Roles(crowd_of(tokens, subject[0], clause.end, scene.reference), roles.targets)
    if not (roles.sources or roles.targets):
        roles = where(scene, clause, meaning.kind)
    roles = without_doer(scene, index, use, meaning.kind, subject[0], roles, assumed=assumed)
    roles = hurt_by_others(scene, use, meaning.kind, roles) if assumed else roles
    side = clause.opener in {Opener.WHO, Opener.SUB} and clause.word != "where"
    speech = reporting and meaning.kind in {Kind.STATEMENT, Kind.THREATEN}
    own = performed(scene, roles.sources) if speech and meaning.kind is Kind.STATEMENT else None
    if own:
        meaning, roles = Meaning(own.kind), Roles(roles.sources, own.targets or roles.targets)
    gathers = lemma in _GATHERING and all(m.type not in _SINGLE for m in roles.sources)
    alone = (
        key in lexicon().pair
        and not gathers
        and meaning.kind is not Kind.STATEMENT
        and meaning.thing < 0
        and not _is_of_forces(use, lemma, meaning.kind, roles)
        and not (roles.targets and roles.sources)
        and not is_installed(tokens, use, roles)
    )
    return Candidate(
        i,
        index,
        meaning,
        roles,
        _status(scene, clause, use, meaning.kind),
        use,
        report=speech,
        void=speech and side,
        lone=alone,
        assumed=assumed,
    )


def _is_of_forces(use: Use, lemma: str, kind: Kind, roles: Roles) -> bool:
    """As in "Wagner fighters have left the region": the news of a move of armed men, and no visit."""
    rule = lexicon().verbs.get(lemma)
    moved = kind is Kind.MOBILIZE and rule is not None and rule.kind is not kind
    return moved and use.perfect and bool(roles.sources)


def _are_people(mentions: tuple[Mention, ...]) -> bool:
    return bool(mentions) and all(mention.type is EntityType.PERSON for mention in mentions)


def _end_with_asides(scene: Scene, index: int) -> int:
    """Where a clause ends with the pieces that only add to it: "fired ten, eight of them at Kyiv"."""
    while index + 1 < len(scene.clauses) and scene.clauses[index + 1].verb < 0:
        if scene.clauses[index + 1].opener is not Opener.COMMA:
            break
        index += 1
    return scene.clauses[index].end


def subject_or_home(scene: Scene, index: int, use: Use) -> tuple[tuple[Subject, tuple[Mention, ...]], bool]:
    """Returns the subject of a verb with whom it names, and whether that is only assumed: see `of_home`."""
    clause = scene.clauses[index]
    if use.shape is Shape.REDUCED:
        return _reduced_subject(scene, clause, use.verb), False
    span, named = subject_of(scene, index, use.edge)
    named = _people_told(scene, index, span) or inverted(scene, index, use) or named
    if named:
        return (span, named), False
    body = Subject(span.start, doing_from(scene.tokens, span))
    home = of_home(scene.tokens, body, clause.end, scene.reference)
    return (span, home), bool(home)


def _people_told(scene: Scene, index: int, span: Subject) -> tuple[Mention, ...]:
    """The state for "they" who were told of just before: "190 lawmakers got in, where they voted"."""
    tokens = scene.tokens
    if span.end != span.start + 1 or tokens[span.start].low != "they":
        return ()
    told = next((i for i in reversed(range(index)) if scene.clauses[i].verb >= 0), -1)
    if told < 0:
        return ()
    clause = scene.clauses[told]
    before = subject_span(tokens, scene.clauses, told, clause.verb)
    return of_home(tokens, before, clause.end, scene.reference)


def _reduced_subject(scene: Scene, clause: Clause, i: int) -> tuple[Subject, tuple[Mention, ...]]:
    """The noun just before a participle: "the sanctions imposed on Tuesday"."""
    index = scene.clauses.index(clause)
    if i == clause.start and index:
        return antecedent(scene.tokens, scene.clauses[index - 1]), ()
    start = i
    while start > clause.start and not (
        scene.finite[start - 1]
        or (scene.tokens[start - 1].classes & {"coordinator"} and not scene.tokens[start].mention)
        or start - 1 == clause.verb
    ):
        start -= 1
    return Subject(start, i), ()


def _denial(
    scene: Scene, index: int, use: Use, subject: tuple[Subject, tuple[Mention, ...]]
) -> Candidate | None:
    """As in "Denied sending shells" is a denied delivery; "denied the report" is a rejection."""
    tokens, clause = scene.tokens, scene.clauses[index]
    after = use.verb + 1
    if after < clause.end and Form.ING in tokens[after].forms and tokens[after].lemma in lexicon().verbs:
        inner = Use(after, use.edge, Voice.ACTIVE, Status.DENIED)
        meaning = verb_meaning(tokens, clause, inner, (subject[0].start, subject[0].end))
        if meaning:
            return Candidate(
                after, index, meaning, verb_roles(scene, index, inner, meaning, subject), Status.DENIED, inner
            )
    meaning = Meaning(Kind.REJECT)
    return Candidate(
        use.verb, index, meaning, verb_roles(scene, index, use, meaning, subject), Status.HAPPENED, use
    )


def _status(scene: Scene, clause: Clause, use: Use, kind: Kind) -> Status:
    alleging = lexicon().mood["alleging"]
    lemma = scene.tokens[use.verb].lemma
    planned = lemma in SCHEDULING and (use.voice is Voice.PASSIVE or lemma == SCHEDULING[0])
    if planned and kind is not Kind.ASSAULT:  # "was set ablaze"
        return Status.ANNOUNCED
    lowest = max(clause.start, use.edge - 3)
    if use.status is Status.HAPPENED and any(t.low in alleging for t in scene.tokens[lowest : use.verb]):
        return Status.ALLEGED
    return use.status

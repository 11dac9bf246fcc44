"""Verbs that only lead to a deed: "ordered troops to withdraw", "voted to remove him", "began training"."""

from collections.abc import Sequence

from corpus.events.clauses import Clause
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.kinds import Meaning, things_at, verb_meaning
from corpus.events.lexicon import ATTEMPTS, lexicon
from corpus.events.subjects import Subject
from corpus.events.tokens import Token
from corpus.events.verbs import Use, Voice
from corpus.model import Kind

_ORDERING = {"order", "instruct", "command"}
_DEEDS = {Kind.RETREAT, Kind.MOBILIZE, Kind.SANCTION, Kind.COERCE}
_STARTING = {"begin", "start", "resume", "continue", "finish", "stop", "halt"}
_TALKING = {"talk", "speak"}  # "responded by talking about the weather"
_ANSWERING = {"respond", "retaliate", "react", "answer"}
# What is moved, tried or decreed, and the kinds that it is then an event of: "a motion to impeach him".
_STEPS = {"vote", "decision", "motion", "bill", "attempt", "bid", "effort", "order", "decree", "warrant"}
_ISSUING = {"issue", "release", "make", "publish", "deliver", "put"}
_STATEMENTS = {"statement", "communique", "communiqué", "declaration", "commentary", "letter"}
_WORDED = {Kind.ACCUSE, Kind.REQUEST, Kind.REJECT, Kind.SUPPORT, Kind.THREATEN}
_FORCED = _DEEDS - {Kind.RETREAT} | {Kind.ASSAULT}
_DECIDED = {Kind.SANCTION, Kind.REJECT, Kind.CONCEDE, Kind.REQUEST}  # what a decision brings about at once
_MOVING = {"vote", "move", "decide", "rule"}  # "moved to impeach him"
_IN_FAVOUR = {"in", "favor", "favour", "of", "for"}  # "voted 204 to 85 in favor of impeaching him"
_OWNING = {"report", "claim", "confirm", "admit", "acknowledge"}  # "admitted sending troops"
_REFUSING = {Kind.REJECT, Kind.CONCEDE, Kind.ACCUSE, Kind.REQUEST}
_STEP_REACH = 8  # tokens between a verb and the motion or attempt that it takes


def ordered(scene: Scene, index: int, use: Use, subject: Subject) -> Meaning | None:
    """As in "Ordered his troops to withdraw": an order is what it orders, where that is a deed."""
    tokens, clause = scene.tokens, scene.clauses[index]
    deed = _carried_out(tokens, clause, use)
    if deed:
        return verb_meaning(tokens, clause, deed, (subject.start, subject.end))
    if tokens[use.verb].lemma not in _ORDERING:
        return None
    for i in range(use.verb + 1, clause.end - 1):
        if tokens[i].low == "to" and Form.BASE in tokens[i + 1].forms:
            inner = verb_meaning(
                tokens, clause, Use(i + 1, i, use.voice, use.status), (subject.start, subject.end)
            )
            return inner if inner and inner.kind in _DEEDS else None
    return _ordered_state(tokens, clause, use, subject)


def _ordered_state(tokens: Sequence[Token], clause: Clause, use: Use, subject: Subject) -> Meaning | None:
    """As in "Ordered him held in detention": what is to be done to somebody just named."""
    for i in range(use.verb + 2, min(clause.end, use.verb + _STEP_REACH)):
        named = tokens[i - 1].mention is not None or "pronoun" in tokens[i - 1].classes
        if named and Form.PARTICIPLE in tokens[i].forms:
            inner = verb_meaning(
                tokens, clause, Use(i, i, Voice.ACTIVE, use.status), (subject.start, subject.end)
            )
            return inner if inner and inner.kind in _DEEDS else None
    return None


def _carried_out(tokens: Sequence[Token], clause: Clause, use: Use) -> Use | None:
    """The deed of a verb that only leads to it: "began training troops", "responded by barring them"."""
    lemma, i = tokens[use.verb].lemma, use.verb + 1
    i += lemma in _ANSWERING and i < clause.end and tokens[i].low == "by"
    starts = lemma in _STARTING and i + 1 < clause.end and tokens[i].low == "to"
    at = i + starts
    if at >= clause.end or at == use.verb or lemma not in _STARTING | _ANSWERING:
        return None
    form = Form.BASE if starts else Form.ING
    behind = tokens[at + 1] if at + 1 < clause.end else None
    taken = behind is not None and (
        behind.mention is not None or "determiner" in behind.classes or bool(behind.things)
    )
    noun = bool(tokens[at].things) and not taken
    known = tokens[at].lemma in lexicon().verbs and tokens[at].lemma not in _TALKING
    deed = form in tokens[at].forms and known and not noun
    return Use(at, use.edge, use.voice, use.status) if deed else None


def led_to(scene: Scene, index: int, use: Use, subject: Subject) -> tuple[Meaning, Use] | None:
    """The deed of "voted to remove Yoon" and "failed in its bid to orbit a satellite", with its own verb."""
    tokens, clause = scene.tokens, scene.clauses[index]
    deed = _voted(tokens, clause, use.verb) if tokens[use.verb].lemma in _MOVING else -1
    deed = deed if deed >= 0 else _took_to(tokens, clause, use.verb)
    deed = deed if deed >= 0 else _reported(tokens, clause, use.verb)
    step = _step(tokens, clause, use.verb) if deed < 0 else -1
    at = step if deed < 0 else deed
    words = _worded(tokens, clause, use.verb) if at < 0 else -1
    if words >= 0 and use.voice is Voice.ACTIVE:
        inner = use._replace(verb=words)
        kind = lexicon().verbs[tokens[words].lemma].kind
        return (Meaning(kind), inner) if kind else None
    rule = lexicon().verbs.get(tokens[use.verb].lemma)
    refused = rule is not None and rule.kind in _REFUSING
    if at < 0 or use.voice is Voice.PASSIVE or refused:
        return None
    inner = use._replace(verb=at)
    meaning = verb_meaning(tokens, clause, inner, (subject.start, subject.end))
    kinds = _DECIDED if tokens[use.verb].lemma == "decide" else frozenset(Kind) if deed >= 0 else _FORCED
    return (meaning, inner) if meaning and meaning.kind in kinds else None


def only_moves(scene: Scene, index: int, use: Use) -> bool:
    """As in "Trump moved on Tuesday to limit the damage": nobody and nothing is moved."""
    tokens, end = scene.tokens, scene.clauses[index].end
    if tokens[use.verb].lemma != "move":
        return False
    at = next((i for i in range(use.verb + 1, end) if not (tokens[i].time or tokens[i].manner)), end)
    aim = tokens[at + 1] if at + 1 < end and tokens[at].low == "to" else None
    return aim is not None and aim.word and not (aim.classes or aim.proper or aim.low.endswith("s"))


def _worded(tokens: Sequence[Token], clause: Clause, verb: int) -> int:
    """The verb that a statement is worded with, or -1: "issued a joint statement condemning Moscow"."""
    if tokens[verb].lemma not in _ISSUING:
        return -1
    for i in range(verb + 1, min(clause.end - 1, verb + _STEP_REACH)):
        if tokens[i].classes & {"relative", "subordinator", "preposition"}:
            return -1
        k = i + 1 + (tokens[i + 1].manner and i + 2 < clause.end)
        rule = lexicon().verbs.get(tokens[k].lemma) if Form.ING in tokens[k].forms else None
        if rule and tokens[i].low in _STATEMENTS:
            return k if rule.kind in _WORDED else -1
    return -1


def _voted(tokens: Sequence[Token], clause: Clause, verb: int) -> int:
    """The verb of what was voted, its time and the count passed over, or -1."""
    for i in range(verb + 1, clause.end - 1):
        token = tokens[i]
        if token.low == "to":
            at = i + 1 + (tokens[i + 1].manner and i + 2 < clause.end)
            return at if Form.BASE in tokens[at].forms and tokens[at].lemma else -1
        if Form.ING in token.forms and token.lemma and tokens[i - 1].low in {"of", "for"}:
            return i
        if token.low in _IN_FAVOUR:
            continue
        if not (token.time or token.manner or token.low[:1].isdigit()):
            return -1
    return -1


def step_to(tokens: Sequence[Token], i: int) -> Kind | None:
    """Returns the kind of force that an attempt at token `i` is one at: "his bid to impose martial law"."""
    if tokens[i].low not in ATTEMPTS or i + 2 >= len(tokens) or tokens[i + 1].low != "to":
        return None
    rule = lexicon().verbs.get(tokens[i + 2].lemma) if Form.BASE in tokens[i + 2].forms else None
    if rule is None:
        return None
    behind = range(i + 3, min(i + 3 + _STEP_REACH, len(tokens)))
    phrased = next(
        (p.kind for k in behind for p in rule.phrases if p.things & things_at(tokens, k)), rule.kind
    )
    return phrased if phrased in _FORCED else None


def _reported(tokens: Sequence[Token], clause: Clause, verb: int) -> int:
    """The verb of what somebody says that he did: "reported downing six missiles", or -1."""
    at = verb + 1
    if tokens[verb].lemma not in _OWNING or at + 1 >= clause.end or Form.ING not in tokens[at].forms:
        return -1
    known = tokens[at].lemma in lexicon().verbs and tokens[at].lemma not in lexicon().hearing
    return at if known and not tokens[at].things and tokens[at + 1].low != "of" else -1


def _took_to(tokens: Sequence[Token], clause: Clause, verb: int) -> int:
    """The verb of what somebody took to a medium for: "took to Twitter to condemn it", or -1."""
    behind = tokens[verb + 1].low if verb + 1 < clause.end else ""
    if tokens[verb].lemma != "take" or behind != "to":
        return -1
    for i in range(verb + 3, min(clause.end - 1, verb + _STEP_REACH)):
        if tokens[i].low == "to" and Form.BASE in tokens[i + 1].forms:
            return i + 1
    return -1


def _step(tokens: Sequence[Token], clause: Clause, verb: int) -> int:
    """The verb behind a motion or an attempt that a verb takes, or -1."""
    for i in range(verb + 1, min(clause.end - 2, verb + _STEP_REACH)):
        if tokens[i].classes & {"relative", "subordinator"}:
            return -1
        if tokens[i].low not in _STEPS:
            continue
        dated = tokens[i].low == "decision" and tokens[i + 1].time is not None and i + 3 < clause.end
        at = i + 1 + dated  # "a decision on Oct. 8 to send"
        after = tokens[at]
        if after.low == "to" and Form.BASE in tokens[at + 1].forms and tokens[at + 1].lemma:
            return at + 1
        return at if Form.ING in after.forms and after.lemma else -1
    return -1

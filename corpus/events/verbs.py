"""What a verb in its sentence says of its act: voice, and whether it was done, is to come, or is denied."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from corpus.events.clauses import Clause, Opener
from corpus.events.finite import attributes, before
from corpus.events.helping import helped_from
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.model import EntityType, Kind, Sense, Status

_WHEN_OR_WHERE = {"in", "on", "from", "at", "during"}
# Verbs that have no object: "responded by firing".
_NEVER_DONE = {"respond", "react", "retaliate", "arrive", "resign", "die", "defect", "rally", "march"}
_OWN_WORD = {Kind.AGREE, Kind.REJECT, Kind.THREATEN}
_JOINTS = {"then", "and", ","}
# Verbs that always have an object, so that without one they are participles.
_ONLY_DONE = {
    "hold",
    "adopt",
    "impose",
    "found",
    "establish",
    "introduce",
    "publish",
    "conclude",
    "share",
    "air",
}


class Voice(StrEnum):
    """Who stands before the verb: who acts, or who is acted on."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Shape(StrEnum):
    """How the verb stands in its clause."""

    FINITE = "finite"
    REDUCED = "reduced"  # "the treaty signed in June": what stands before is its object
    ADDED = "added"  # ", urging Moscow to stop"
    LED = "led"  # "after meeting Putin", "before flying home"
    CAUSED = "caused"  # ", prompting Seoul to scramble jets"


class Use(NamedTuple):
    """One use of a verb. `edge` is the token where the verb group begins: the subject stands before it.

    `anterior` marks a pluperfect, `perfect` a present perfect, and `tentative` a "would".
    """

    verb: int
    edge: int
    voice: Voice
    status: Status
    shape: Shape = Shape.FINITE
    perfect: bool = False
    anterior: bool = False
    present: bool = False
    tentative: bool = False


def read_use(tokens: Sequence[Token], clause: Clause, finite: Sequence[bool], i: int) -> Use | None:
    """Returns the use of verb `i`, or None where nothing is done: negated, possible, infinitive, a noun."""
    forms = tokens[i].forms
    left = before(tokens, i)
    if left >= 0 and _negated(tokens, left, i):
        return None
    group = tokens[left].classes if left >= clause.start else frozenset()
    if tokens[i].classes & {"have", "be", "do"} and _helps(tokens, clause, i):
        return None
    told = _told_passive(tokens, clause, left) if Form.PARTICIPLE in forms else -1
    if told >= 0:  # "were reported killed"
        return _after_auxiliary(tokens, clause, i, told)
    if (Form.PARTICIPLE in forms and group & {"be", "have"}) or (tokens[left].low == "being" and left >= 0):
        return _after_auxiliary(tokens, clause, i, left)
    led = left >= clause.start and (tokens[left].low == "to" or group & {"will", "do", "modal"})
    if Form.BASE in forms and led:  # "tried to put", "will hit": a verb with one form for both
        return _base(tokens, clause, i, left)
    if Form.PAST in forms:
        return _past(tokens, clause, finite, i)
    if Form.ING in forms:
        return _ing(tokens, clause, i, left)
    if Form.BASE in forms and (_is_present(tokens, finite, i) or _joins_present(tokens, clause, finite, i)):
        return Use(i, i, Voice.ACTIVE, Status.HAPPENED, present=True)
    if Form.BASE in forms and left >= clause.start:
        return _base(tokens, clause, i, left)
    if finite[i] and Form.PRESENT in forms:
        return Use(i, i, Voice.ACTIVE, Status.HAPPENED, present=True)
    return None


def _is_present(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """As in "8 March: Envoys meet Trump": the present of several, which looks like the infinitive."""
    return finite[i] and not tokens[before(tokens, i)].classes & {"will", "do", "modal"}


def _joins_present(tokens: Sequence[Token], clause: Clause, finite: Sequence[bool], i: int) -> bool:
    """As in "8 March: Envoys meet Trump and deliver a letter": the second verb in the present of several."""
    first = clause.verb
    joined = clause.start <= first < i and "coordinator" in tokens[i - 1].classes
    return joined and Form.BASE in tokens[first].forms and _is_present(tokens, finite, first)


def _told_passive(tokens: Sequence[Token], clause: Clause, left: int) -> int:
    """The "were" of "were reported killed", where `left` is the verb of report, or -1."""
    if left <= clause.start or tokens[left].lemma not in lexicon().report:
        return -1
    auxiliary = before(tokens, left)
    return auxiliary if auxiliary >= clause.start and "be" in tokens[auxiliary].classes else -1


def _negated(tokens: Sequence[Token], left: int, i: int) -> bool:
    for k in range(left, i):
        if "negation" in tokens[k].classes:
            return True
    return left > 0 and "negation" in tokens[left - 1].classes and "be" in tokens[left].classes


def _after_auxiliary(tokens: Sequence[Token], clause: Clause, i: int, left: int) -> Use | None:
    """`was sanctioned`, `has met`, `had been held`, `will be signed`, `is believed to have sent`."""
    voice = Voice.PASSIVE if tokens[left].classes & {"be"} or tokens[left].low == "being" else Voice.ACTIVE
    edge, status, perfect, anterior = left, Status.HAPPENED, False, False
    while edge >= clause.start:
        token = tokens[edge]
        if token.low == "would" and _told_by_another(tokens, clause, edge):
            return Use(i, edge, voice, Status.ANNOUNCED, tentative=True)
        if "modal" in token.classes:
            return None
        if "will" in token.classes:
            status = Status.ANNOUNCED
        elif "have" in token.classes:
            perfect, anterior = token.low != "had", token.low == "had"
        elif token.low == "being":
            status = Status.ONGOING
        elif token.low == "to":
            return _after_to(tokens, clause, i, edge, voice)
        elif not token.classes & {"be"}:
            break
        following = before(tokens, edge)
        if following < clause.start or not (
            tokens[following].classes & {"be", "have", "will", "modal"}
            or tokens[following].low in {"to", "being"}
        ):
            break
        if _negated(tokens, following, edge):
            return None
        edge = following
    if tokens[edge].low == "be":
        return None  # "demanding that his nomination be withdrawn"
    present = status is Status.HAPPENED and tokens[edge].low in {"is", "are"}
    return Use(i, edge, voice, status, perfect=perfect, anterior=anterior, present=present)


def _past(tokens: Sequence[Token], clause: Clause, finite: Sequence[bool], i: int) -> Use | None:
    asked = clause.opener is Opener.SUB and i == clause.start and Form.PARTICIPLE in tokens[i].forms
    if i > clause.start and attributes(tokens, i):
        return Use(i, i, Voice.PASSIVE, Status.HAPPENED, Shape.REDUCED)
    if not finite[i] or asked or _explains(tokens, clause, i):  # "when asked about it"
        return None
    if clause.verb == i and _is_inside_added(tokens, clause, i):
        return Use(i, i, Voice.PASSIVE, Status.HAPPENED, Shape.REDUCED)
    if _shares_passive(tokens, clause, finite, i):
        shared = next((k for k in range(clause.start - 1, -1, -1) if "be" in tokens[k].classes), i)
        return Use(i, i, Voice.PASSIVE, Status.HAPPENED, present=tokens[shared].low in {"is", "are"})
    reduced = Form.PARTICIPLE in tokens[i].forms and (
        _is_reduced(tokens, clause, finite, i) if i > clause.start else _is_added(tokens, clause, i)
    )
    if reduced:
        return Use(i, i, Voice.PASSIVE, Status.HAPPENED, Shape.REDUCED)
    return Use(i, helped_from(tokens, i), Voice.ACTIVE, Status.HAPPENED)


def _explains(tokens: Sequence[Token], clause: Clause, i: int) -> bool:
    """As in "Arrested an acquaintance, charged with complicity": what only describes the noun before it."""
    behind = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return (
        clause.opener is Opener.COMMA
        and i == clause.start
        and f"{tokens[i].low} {behind}" in lexicon().attributes
    )


def _is_inside_added(tokens: Sequence[Token], clause: Clause, i: int) -> bool:
    """As in ", speaking to supporters gathered outside parliament,": the clause is a participle's own."""
    first = tokens[clause.start]
    added = clause.opener is Opener.COMMA and i > clause.start + 1 and Form.PARTICIPLE in tokens[i].forms
    return added and Form.ING in first.forms and bool(first.lemma) and not first.things


def _shares_passive(tokens: Sequence[Token], clause: Clause, finite: Sequence[bool], i: int) -> bool:
    """As in "Was arrested in March and sentenced on Friday": the second participle shares the "was"."""
    then = clause.opener is Opener.COMMA and tokens[clause.start].low == "then"
    if not (then or clause.opener is Opener.AND) or i != clause.verb or before(tokens, i) >= clause.start:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        Form.PARTICIPLE not in tokens[i].forms
        or _promises(tokens, i)
        or (after and after.word and "preposition" not in after.classes and after.low != "that")
    ):
        return False
    for k in range(clause.start - 2, 0, -1):
        if Form.PARTICIPLE in tokens[k].forms and not tokens[k].mention:
            if tokens[k - 1].low in _JOINTS:  # "was tried, then freed and expelled"
                continue
            return "be" in tokens[before(tokens, k)].classes
        if finite[k]:
            return False
    return False


def _promises(tokens: Sequence[Token], i: int) -> bool:
    """As in "And promised to come": who promises, refuses or threatens does it himself."""
    rule = lexicon().verbs.get(tokens[i].lemma)
    infinitive = i + 2 < len(tokens) and tokens[i + 1].low == "to" and tokens[i + 2].word
    return infinitive and rule is not None and rule.kind in _OWN_WORD


def _is_added(tokens: Sequence[Token], clause: Clause, i: int) -> bool:
    """A participle behind its noun's comma: "The motion, submitted by five", "the talks, held in May"."""
    by = i + 2 < len(tokens) and tokens[i + 1].low == "by" and tokens[i + 2].low not in lexicon().means
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    told = following is not None and (following.time is not None or following.low in _WHEN_OR_WHERE)
    return clause.opener is Opener.COMMA and (by or (told and tokens[i].lemma in _ONLY_DONE))


def _is_reduced(tokens: Sequence[Token], clause: Clause, finite: Sequence[bool], i: int) -> bool:
    """A participle after its noun: followed by "by", or beside the clause's own finite verb."""
    if i + 1 >= len(tokens) or tokens[i].lemma in _NEVER_DONE or (clause.verb == i and _promises(tokens, i)):
        return False
    if tokens[i].lemma == "say" and clause.verb < i and tokens[i + 1].low != "to":
        return False  # "a statement issued by the agency said"
    if tokens[i + 1].low == "by":
        return i + 2 >= len(tokens) or _is_agent(tokens[i + 2])
    left = tokens[i - 1].mention
    rule = lexicon().verbs.get(tokens[i].lemma)
    if left and left.sense is Sense.ACTOR and rule and tokens[i + 1].low in rule.particles:
        return False
    aims = tokens[i + 1].low == "to" and i + 2 < len(tokens) and Form.BASE in tokens[i + 2].forms
    person = left is not None and left.type is EntityType.PERSON
    if left and left.sense is Sense.ACTOR and (person or aims) and clause.verb == i:
        return False
    joined = any("coordinator" in tokens[k].classes for k in range(i + 1, clause.end))
    if clause.verb == i:
        later = next((k for k in range(i + 1, clause.end) if finite[k] and not _by_agent(tokens, k)), -1)
        return later > 0 and not joined and "preposition" in tokens[i + 1].classes
    return "coordinator" not in tokens[i - 1].classes


def _by_agent(tokens: Sequence[Token], k: int) -> bool:
    """Whether a participle stands before its agent: "a meeting presided over by the minister"."""
    return "by" in {token.low for token in tokens[k + 1 : k + 3]} and Form.PARTICIPLE in tokens[k].forms


def _is_agent(token: Token) -> bool:
    """Whether what follows "by" can do something, unlike in "by train" and "by barring them"."""
    doing = Form.ING in token.forms and bool(token.lemma) and not token.things
    return token.low not in lexicon().means and not doing


def _ing(tokens: Sequence[Token], clause: Clause, i: int, left: int) -> Use | None:
    if left < clause.start:
        return Use(i, i, Voice.ACTIVE, Status.HAPPENED, Shape.ADDED) if i == clause.start else None
    token = tokens[left]
    if "be" not in token.classes:
        return None
    if token.low in {"was", "were"}:
        return Use(i, left, Voice.ACTIVE, Status.HAPPENED)
    further = before(tokens, left)
    if further >= clause.start and tokens[further].classes & {"will", "modal"}:
        return Use(i, further, Voice.ACTIVE, Status.ANNOUNCED) if "will" in tokens[further].classes else None
    if token.low in {"be", "been"}:
        return Use(i, further, Voice.ACTIVE, Status.ONGOING, perfect=True) if token.low == "been" else None
    return Use(i, left, Voice.ACTIVE, Status.ONGOING)


def _base(tokens: Sequence[Token], clause: Clause, i: int, left: int) -> Use | None:
    classes = tokens[left].classes
    if "will" in classes:
        return Use(i, left, Voice.ACTIVE, Status.ANNOUNCED)
    if "do" in classes:
        return Use(i, left, Voice.ACTIVE, Status.HAPPENED)
    if tokens[left].low == "would" and _told_by_another(tokens, clause, left):
        return Use(i, left, Voice.ACTIVE, Status.ANNOUNCED, tentative=True)
    if "coordinator" in classes:
        return _elided(tokens, clause, i, left)
    return _after_to(tokens, clause, i, left, Voice.ACTIVE) if tokens[left].low == "to" else None


def _told_by_another(tokens: Sequence[Token], clause: Clause, would: int) -> bool:
    """As in "Said that he would": the future of the past, not a condition."""
    that = tokens[clause.start].low == "that"  # "but that it would try again"
    told = (
        that
        or clause.opener is Opener.CONTENT
        or any(t.lemma in lexicon().report for t in tokens[clause.start : would])
    )
    return told and not any(t.low in {"if", "consider"} for t in tokens[would : clause.end])


def _elided(tokens: Sequence[Token], clause: Clause, i: int, joint: int) -> Use | None:
    """As in "Will meet Kim and fly to Seoul": the second verb shares the first one's "will"."""
    for k in range(joint - 1, clause.start, -1):
        if Form.BASE in tokens[k].forms and tokens[k - 1].low == "to" and tokens[k].lemma:
            use = _after_to(tokens, clause, k, k - 1, Voice.ACTIVE)
            return use._replace(verb=i) if use else None
        if Form.BASE in tokens[k].forms and "will" in tokens[before(tokens, k)].classes:
            return Use(i, before(tokens, k), Voice.ACTIVE, Status.ANNOUNCED)
    return None


def _helps(tokens: Sequence[Token], clause: Clause, i: int) -> bool:
    """Whether "had" or "was" only helps the verb behind it."""
    for token in tokens[i + 1 : clause.end]:
        if not (token.time or token.classes & {"adverb", "negation", "be"} or token.manner):
            return bool(token.forms & {Form.PARTICIPLE, Form.ING, Form.BASE}) and not token.things
    return False


def _after_to(tokens: Sequence[Token], clause: Clause, i: int, to: int, voice: Voice) -> Use | None:
    """`is expected to visit`, `plans to hold`, `is to be signed`, `is believed to have sent`."""
    head = before(tokens, to)
    if head < clause.start:
        return None
    token, mood = tokens[head], lexicon().mood
    edge = before(tokens, head)
    starts = edge if edge >= clause.start and "be" in tokens[edge].classes else head
    if edge >= clause.start and _negated(tokens, edge, head):
        return None
    if to + 1 < len(tokens) and tokens[to + 1].low == "have":
        return Use(i, starts, voice, Status.ALLEGED) if token.low in mood["alleging"] else None
    tried = token.low in {"tried", "attempted", "managed"}
    if tried or (token.low == "failed" and tokens[i].lemma in lexicon().attempted):
        return Use(i, starts, voice, Status.HAPPENED)
    if token.low in mood["announcing"] or token.low in {"is", "are", "was", "were"}:
        return Use(i, starts, voice, Status.ANNOUNCED)
    return None

"""What was planned for a day and is not done then: "talks planned for Monday were cancelled"."""

from collections.abc import Sequence

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene
from corpus.events.lexicon import SCHEDULING
from corpus.events.tokens import Token
from corpus.model import Status

_CALLING_OFF = {
    "cancel",
    "postpone",
    "put",
    "call",
    "suspend",
    "delay",
    "scrap",
    "abandon",
    "defer",
    "shelve",
}
_MOVING = {"postpone", "delay", "defer", "reschedule", "put", "push", "move", "shift", "bring", "extend"}
_ENDS = {"from", "to", "until", "till"}  # what leads to a day that something is moved from or to
_BEHIND = {"back", "forward", "off"}
_REACH = 10  # tokens from the verb to the first of these days


def is_called_off(scene: Scene, planned: Candidate, verbs: Sequence[Candidate]) -> bool:
    """Whether what is planned for a day is no more: "talks planned for Monday were cancelled"."""
    if scene.tokens[planned.trigger].lemma not in SCHEDULING or planned.status is not Status.ANNOUNCED:
        return False
    relative = scene.clauses[planned.clause].opener is Opener.WHO
    following = scene.clauses[planned.clause + 1 : planned.clause + 2]
    joined = any(clause.opener is Opener.AND and clause.verb == clause.start for clause in following)
    return any(
        verb.clause in {planned.clause, planned.clause - relative, planned.clause + joined}
        and scene.tokens[verb.trigger].lemma in _CALLING_OFF
        for verb in verbs
    )


def is_put_off(tokens: Sequence[Token], i: int) -> bool:
    """As in "Postponed its drills from Dec. 5 to Dec. 7": the time at token `i` is no day of the verb."""
    time = tokens[i].time
    led = time is not None and (
        time.text.split(maxsplit=1)[0].lower() in _ENDS or (i > 0 and tokens[i - 1].low in _ENDS)
    )
    if not led:
        return False
    for token in reversed(tokens[max(0, i - _REACH) : i]):
        if token.low in {",", ";"}:
            return False
        if token.lemma and token.low not in _BEHIND:
            return token.lemma in _MOVING
    return False

"""Acts that a second day of their clause tells once more: "fired on July 4 and again on July 28"."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.events.candidates import Candidate
from corpus.events.doers import Scene
from corpus.events.lexicon import lexicon
from corpus.events.sides import Roles
from corpus.events.tokens import Token
from corpus.model import EntityType, Kind, Precision, Status, TimeExpression

_LONG = {Precision.YEAR, Precision.MONTH}
_BY_FORCE = {Kind.ASSAULT, Kind.COERCE, Kind.MOBILIZE}


def again(scene: Scene, here: Sequence[Candidate], i: int) -> Candidate | None:
    """Returns the act that a second day tells once more: "fired a rocket on July 4 and again on July 28".

    So too "held talks on May 16 and June 2".
    """
    row = _row_before(scene.tokens, i)
    if row >= 0:
        return next((verb for verb in reversed(here) if verb.time == row and is_past(verb)), None)
    both = scene.tokens[i - 2].time if i > 1 and scene.tokens[i - 1].low == "and" else None
    time = scene.tokens[i].time
    if both and time and both.last and time.first and (time.first - both.last).days > 1:
        return next((verb for verb in reversed(here) if verb.time == i - 2), None)
    low = [token.low for token in scene.tokens[max(0, i - 3) : i]]
    if i > 1 and low[-1] == "and" and _days_apart(scene.tokens[i - 2].time, scene.tokens[i].time):
        told = (verb for verb in here if verb.time == i - 2 and is_past(verb))
        return next((verb for verb in told if verb.meaning.kind in _BY_FORCE), None)
    if low[-2:] not in (["and", "again"], ["again", "on"]) and low[-3:] != ["and", "again", "on"]:
        return None
    return next((verb for verb in reversed(here) if verb.time >= 0 and verb.trigger < i), None)


def _row_before(tokens: Sequence[Token], i: int) -> int:
    """The first of the years of which token `i` is another, or -1: "tests in 2006, 2009 and 2013"."""
    first, time = i, tokens[i].time
    while time and time.precision in _LONG and first > 1 and tokens[first - 1].low in {",", "and"}:
        left = first - 2 - (tokens[first - 1].low == "and" and tokens[first - 2].low == ",")
        before = tokens[left].time if left >= 0 else None
        if before is None or before.precision is not time.precision:
            break
        first = left
    return first if first < i else -1


def _days_apart(one: TimeExpression | None, other: TimeExpression | None) -> bool:
    """As in "On May 28 and June 1", unlike "on Saturday and Sunday", when one thing went on."""
    days = [time.first for time in (one, other) if time and time.first and time.first == time.last]
    return len(days) > 1 and abs((days[1] - days[0]).days) > 1


def onward(scene: Scene, here: Sequence[Candidate], i: int) -> Candidate | None:
    """Returns the next leg of a journey: "to Seoul on Friday and to Beijing on Saturday"."""
    tokens = scene.tokens
    at = i - 2 if tokens[i - 1].low in {"in", "on"} else i - 1
    goal = tokens[at].mention if at > 1 else None
    if goal is None or "and" not in {tokens[at - 1].low, tokens[at - 2].low}:
        return None
    if tokens[at - 1].low not in {"and", "to", "with"}:
        return None
    before = [v for v in here if v.time >= 0 and v.trigger < i and v.meaning.kind is Kind.CONSULT]
    if not before or any(token.time for token in tokens[before[-1].time + 1 : i]):
        return None
    if goal.type is EntityType.PERSON:
        return replace(before[-1], roles=Roles(before[-1].roles.sources, (goal,)))
    state = scene.reference.states.get(goal.country or "")
    travels = tokens[before[-1].trigger].lemma in lexicon().travel
    return replace(before[-1], roles=Roles(before[-1].roles.sources, (state,))) if travels and state else None


def is_past(candidate: Candidate) -> bool:
    """Whether an act is told as done."""
    use = candidate.use
    return (
        use is not None
        and candidate.status in {Status.HAPPENED, Status.ALLEGED, Status.DENIED}
        and not use.present
    )

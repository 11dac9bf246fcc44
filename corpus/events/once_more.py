"""Acts that a second day of their clause tells once more: "fired on July 4 and again on July 28"."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.events.candidates import Candidate
from corpus.events.doers import Scene
from corpus.events.lexicon import lexicon
from corpus.events.sides import Roles
from corpus.model import EntityType, Kind, Status, TimeExpression

_BY_FORCE = {Kind.ASSAULT, Kind.COERCE, Kind.MOBILIZE}


def again(scene: Scene, here: Sequence[Candidate], i: int) -> Candidate | None:
    """Returns the act that a second day tells once more: "fired a rocket on July 4 and again on July 28".

    So too "held talks on May 16 and June 2".
    """
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

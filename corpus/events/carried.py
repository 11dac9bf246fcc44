"""What a report carries: the acts in its words, and what its day says of theirs."""

from collections.abc import Sequence

from corpus.events.attribution import ANNOUNCING, Attribution
from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.dated import Dated
from corpus.events.doers import Scene
from corpus.events.home import somebody
from corpus.events.verbs import Shape
from corpus.model import EntityType, Kind, Precision, Status

_DEEDS = frozenset(Kind) - {Kind.STATEMENT, Kind.THREATEN}
NEED_A_SPEAKER = frozenset({Kind.STATEMENT, Kind.THREATEN, Kind.REQUEST, Kind.REJECT})
_TOLD = {Status.HAPPENED, Status.ALLEGED, Status.ONGOING}
_INTENDED = frozenset({Kind.SANCTION, Kind.CONCEDE, Kind.MOBILIZE, Kind.AID, Kind.COERCE, Kind.RETREAT})
Pair = tuple[Candidate, Dated]


def hangs_on(scene: Scene, candidate: Candidate, said: Attribution) -> bool:
    """Whether an act is the content of a report: before a trailing one, or in its that-clause."""
    clause = scene.clauses[candidate.clause]
    if clause.opener in {Opener.WHO, Opener.SUB}:
        return False
    if said.trailing:
        return candidate.clause != said.clause
    first = candidate.clause
    while first > said.clause + 1 and scene.clauses[first - 1].verb < 0:
        first -= 1
    return first > said.clause and (
        scene.clauses[first].opener is Opener.CONTENT
        or clause.opener is Opener.CONTENT
        or candidate.clause == said.clause + 1
    )


def is_told(candidate: Candidate, said: Attribution) -> bool:
    """Whether the day of a report says something of the day of an act in it.

    Before ", the ministry said" any finished act counts; in "the ministry said that" only a deed does.
    """
    use = candidate.use
    kind = candidate.meaning.kind
    deed = kind in _DEEDS or (said.announces and kind is not Kind.STATEMENT)
    done = use is not None and use.shape is Shape.FINITE and not use.present and (deed or not use.anterior)
    fits = said.trailing or deed
    own = said.by is not None and said.by.entity in {mention.entity for mention in candidate.roles.sources}
    return (
        done
        and fits
        and (own or not said.hindsight)
        and not (said.admits and use is not None and use.anterior)
        and (candidate.status in _TOLD or ((own or said.speaks_for(candidate)) and intends(candidate)))
    )


def intends(candidate: Candidate) -> bool:
    """As in "Announced that he would raise tariffs on Japan": the news is what somebody is going to do."""
    aimed = candidate.meaning.kind in _INTENDED and bool(candidate.roles.targets)
    begun = candidate.use is not None and candidate.use.perfect
    return aimed and not begun and candidate.status in {Status.ANNOUNCED, Status.ONGOING}


def without_report(scene: Scene, found: list[Pair], said: Attribution | None) -> list[Pair]:
    """Leaves out the clause of report where what it reports is an event itself.

    Of "Putin said that the talks had failed", where nobody is told to have done it, it stays.
    """
    if said is None:
        return found
    carried = [
        pair
        for pair in found
        if not (pair[0].use and pair[0].use.shape is Shape.REDUCED)
        and not (pair[0].use is None and pair[1].precision is Precision.YEAR)
        and hangs_on(scene, pair[0], said)
        and _concerns_somebody(scene, pair[0])
        and (said.trailing or pair[0].meaning.kind is not Kind.STATEMENT)
    ]
    if not carried:
        return found
    return [
        pair
        for pair in found
        if pair[0].clause != said.clause
        or not pair[0].report
        or _announces(scene, pair[0], found)
        or _tells_of_others(pair[0], carried)
    ]


def _concerns_somebody(scene: Scene, act: Candidate) -> bool:
    """Whether an act has actors: told ones, or with a day of its own the state that it must concern."""
    clause = scene.clauses[act.clause]
    if act.roles.sources or (act.roles.targets and act.meaning.kind not in NEED_A_SPEAKER):
        return True
    return act.time >= 0 and bool(somebody(scene.tokens[clause.start : clause.end], scene.reference))


def _announces(scene: Scene, act: Candidate, found: Sequence[Pair]) -> bool:
    """An announcement with a date of its own is an event beside what it announces for another day."""
    own = act.time >= 0 and scene.tokens[act.trigger].lemma in ANNOUNCING
    return own and all(pair[1].time is not None for pair in found)


def _tells_of_others(act: Candidate, carried: Sequence[Pair]) -> bool:
    """As in "Zelensky said on Monday that Russia had fired": words of a person who took no part."""
    speakers = {mention.country for mention in act.roles.sources if mention.type is EntityType.PERSON}
    doers = {
        mention.country for pair in carried for mention in (*pair[0].roles.sources, *pair[0].roles.targets)
    }
    return act.time >= 0 and bool(speakers) and not speakers & doers

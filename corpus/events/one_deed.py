"""Two verbs of one deed: "shot and killed him", "three were killed and ten injured"."""

from collections.abc import Sequence
from itertools import pairwise

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene
from corpus.events.lexicon import lexicon
from corpus.events.sides import Roles
from corpus.events.verbs import Shape, Voice
from corpus.model import Kind

_BY_FORCE = {Kind.ASSAULT, Kind.COERCE}
_ACTED_ON = {Kind.ASSAULT, Kind.COERCE, Kind.SANCTION, Kind.AID}


def join_deeds(scene: Scene, acts: Sequence[Candidate]) -> list[Candidate]:
    """Returns the acts in order without those that only help to tell another, times and sides shared."""
    acts = sorted(acts, key=lambda act: act.trigger)
    told_with_next: set[int] = set()
    for one, other in pairwise(acts):
        if not _goes_on(scene, one, other):
            continue
        if _shares_object(scene, one, other):
            _share(one, other)
            one.through = other.clause
            if one.meaning.kind is other.meaning.kind:
                told_with_next.add(one.trigger)
        elif _counts_more(scene, one, other):
            _share(one, other)
            one.through = other.clause
            one.roles = Roles(one.roles.sources or other.roles.sources, one.roles.targets)
            told_with_next.add(other.trigger)
    return [act for act in acts if act.trigger not in told_with_next]


def is_of_object(main: Candidate, described: Candidate) -> bool:
    """As in "Shot down ten drones launched by Russia on Sunday": the day is that of the main verb."""
    finite = main.use is not None and main.use.shape is Shape.FINITE
    reduced = described.use is not None and described.use.shape is Shape.REDUCED
    forced = main.meaning.kind in _BY_FORCE and described.meaning.kind is Kind.MOBILIZE
    return finite and reduced and forced


def _goes_on(scene: Scene, one: Candidate, other: Candidate) -> bool:
    """Whether an "and" joins two acts that were done."""
    finite = all(act.use is not None and act.use.shape is not Shape.LED for act in (one, other))
    follows = other.clause == one.clause + 1 and scene.clauses[other.clause].opener is Opener.AND
    return finite and follows and one.meaning.kind in _ACTED_ON and one.status is other.status


def _shares_object(scene: Scene, one: Candidate, other: Candidate) -> bool:
    """As in "Intercepted and struck a drone": nothing stands between the verbs but the "and"."""
    active = all(act.use is not None and act.use.voice is Voice.ACTIVE for act in (one, other))
    last = one.trigger == scene.clauses[one.clause].end - 1
    return active and last and other.trigger == scene.clauses[other.clause].start


def _counts_more(scene: Scene, one: Candidate, other: Candidate) -> bool:
    """As in "Three were killed and dozens injured in an attack"."""
    harming = lexicon().harming
    both = all(scene.tokens[act.trigger].lemma in harming for act in (one, other))
    return both and one.use is not None and one.use.voice is Voice.PASSIVE and one.time < 0


def _share(one: Candidate, other: Candidate) -> None:
    """Gives each of two acts the targets and the time that only the other one has."""
    for act, twin in ((one, other), (other, one)):
        if act.time < 0:
            act.time = twin.time
        if not act.roles.targets:
            own = {mention.entity for mention in act.roles.sources}
            act.roles = Roles(act.roles.sources, tuple(m for m in twin.roles.targets if m.entity not in own))

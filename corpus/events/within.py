"""What was done at talks or on a visit of the sentence: "a trip, during which he invited Putin"."""

from collections.abc import Sequence

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene, leads_within
from corpus.model import Kind, Status


def host_of(scene: Scene, candidates: Sequence[Candidate], act: Candidate) -> Candidate | None:
    """Returns the meeting or journey whose "during which" an act stands in, or None."""
    index = act.clause
    if scene.clauses[index].opener is Opener.AND and any(
        c.clause == index - 1 and c.roles.sources == act.roles.sources for c in candidates
    ):
        index -= 1  # "during which he invited Putin and discussed arms"
    if not leads_within(scene, index):
        return None
    before = scene.clauses[index].start
    told = [c for c in candidates if c.trigger < before and c.clause < index]
    hosts = [c for c in told if c.meaning.kind is Kind.CONSULT and c.status is Status.HAPPENED]
    return hosts[-1] if hosts else None


def stands_within(scene: Scene, act: Candidate) -> bool:
    """Whether an act stands in a "during which"."""
    return leads_within(scene, act.clause)

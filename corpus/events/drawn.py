"""Reactions that a deed draws: "The launch drew condemnation from Seoul", "was met with anger from Tokyo"."""

from collections.abc import Iterator

from corpus.events.candidates import Candidate
from corpus.events.clauses import Clause, Opener
from corpus.events.doers import Scene, subject_of
from corpus.events.groups import groups
from corpus.events.kinds import Meaning
from corpus.events.lexicon import lexicon
from corpus.events.sides import Roles
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import Status

_REACH = 6  # tokens between the verb and the reaction


def drawn_candidates(scene: Scene) -> Iterator[Candidate]:
    """Yields what somebody did at what the subject tells, where that is told behind "from"."""
    reactions = lexicon().reactions
    if reactions.keys().isdisjoint(scene.spoken):
        return
    for index, clause in enumerate(scene.clauses):
        at = _drawing(scene, clause)
        if at < 0 or scene.tokens[at].quoted:
            continue
        for noun in range(at + 1, min(at + _REACH, clause.end - 2)):
            kind = reactions.get(scene.tokens[noun].low)
            if kind is None or scene.tokens[noun + 1].low != "from":
                continue
            group = next(groups(scene.tokens, scene.finite, noun + 2, clause.end, places=True), None)
            if group is None or any(
                "preposition" in token.classes and token.low != "of"
                for token in scene.tokens[noun + 2 : group.start]
            ):
                continue
            added = clause.verb < 0
            main = next((k for k in range(index, -1, -1) if scene.clauses[k].verb >= 0), -1)
            aimed = subject_of(scene, main, scene.clauses[main].verb)[1] if main >= 0 else ()
            known = {mention.entity for mention in group.mentions}
            roles = Roles(group.mentions, tuple(m for m in aimed if m.entity not in known))
            edge, shape = (clause.start, Shape.CAUSED) if added else (clause.verb, Shape.FINITE)
            use = Use(noun, edge, Voice.ACTIVE, Status.HAPPENED, shape)
            yield Candidate(noun, index, Meaning(kind, noun), roles, Status.HAPPENED, use)
            break


def _drawing(scene: Scene, clause: Clause) -> int:
    """Where the verb that draws a reaction stands in a clause, or -1: "drew", "was met with", ", drawing"."""
    tokens = scene.tokens
    if clause.verb < 0 and clause.opener is Opener.COMMA and tokens[clause.start].low in lexicon().drawing:
        return clause.start
    for i in range(max(clause.verb, clause.start), clause.end) if clause.verb >= 0 else ():
        if tokens[i].low in lexicon().drawing and scene.finite[i]:
            return i
        if tokens[i].low == "met" and i + 1 < clause.end and tokens[i + 1].low == "with":
            return i + 1
    return -1

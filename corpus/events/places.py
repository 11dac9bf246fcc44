"""Where an event was: the place named in its clause, nearest behind its verb."""

from corpus.events.candidates import Candidate
from corpus.events.doers import Scene
from corpus.model import EntityType, Sense


def place_of(scene: Scene, candidate: Candidate) -> str | None:
    """Returns the entity of the place of an event, or None where none is named."""
    clause = scene.clauses[candidate.clause]
    behind: str | None = None
    before: str | None = None
    for i in range(clause.start, clause.end):
        mention = scene.tokens[i].mention
        if mention is None or scene.tokens[i].quoted:
            continue
        if mention.type is EntityType.PLACE or mention.sense is Sense.PLACE:
            if i > candidate.trigger and behind is None:
                behind = mention.entity
            elif i < candidate.trigger:
                before = mention.entity
    return behind or before

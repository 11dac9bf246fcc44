"""What was done just before the deed of the main clause: "was sworn in after parliament voted"."""

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene
from corpus.model import Kind

# Before "after": a time between the two deeds that nobody counted, or no deed at all.
_LONG_KNOWN = {Kind.STATEMENT, Kind.ASSAULT, Kind.MOBILIZE}  # "imposed sanctions after it tested a bomb"
_APART = {"days", "weeks", "months", "years", "long", "came", "comes"}


def was_just_before(scene: Scene, act: Candidate) -> bool:
    """Whether an act, done by somebody named there, stands in an "after" that tells of no time between."""
    clause = scene.clauses[act.clause]
    if clause.opener is not Opener.SUB or clause.word != "after" or act.meaning.kind in _LONG_KNOWN:
        return False
    lead = scene.tokens[clause.start - 2] if clause.start > 1 else None
    if lead is not None and (lead.low in _APART or _counts(lead.time.text if lead.time else "")):
        return False
    subject = scene.tokens[clause.start : act.trigger]
    return any(token.mention in act.roles.sources for token in subject if token.mention)


def _counts(words: str) -> bool:
    return words.lower().endswith((" after", " before", " later"))

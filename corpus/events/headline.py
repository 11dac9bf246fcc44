"""Headlines: a passage cut to a line at its joints, with no word that is not in it."""

import re
from collections.abc import Sequence

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.roles import Scene, phrase_start
from corpus.events.subjects import subject_span
from corpus.events.verbs import Shape

LONGEST = 90
_LEAD = re.compile(
    r"^(?:meanwhile|but|and|also|however|separately|in addition|so|then|yet)\b,?\s+", re.IGNORECASE
)
_DATELINE = re.compile(r"^(?:[A-Z][A-Z.\s]{2,}(?:,[^—–\n]{1,30})?(?:\s\([^)]*\))?\s?(?:—|–|--|-)\s)")
_JOINT = re.compile(
    r"[,;:—–(]|\s-\s|\s(?:and|but|while|after|before|as|which|who|that|to|in|on|for|with|at|amid|over)\s"
)
_TAIL = re.compile(r"[\s,;:—–(-]+(?:and|but|or|the|a|an|of|to|in|on|for|with|at|by|that|which|who|as|from)?$")
_BRACKETS = re.compile(r"\s?[(\[][^)\]]*(?:[)\]]|$)")
_SPACE = re.compile(r"\s+")


def headline(
    text: str,
    scene: Scene,
    candidates: Sequence[Candidate],
    candidate: Candidate,
    drop: tuple[int, int] | None,
) -> str:
    """Returns the words of an act as a line of at most 90 characters.

    `drop` bounds the words of the date, which the list shows beside the line.
    """
    parts = [_cleared(text[start:end], start, drop) for start, end in _spans(scene, candidates, candidate)]
    line = _SPACE.sub(" ", " ".join(part for part in parts if part))
    line = _BRACKETS.sub("", _LEAD.sub("", _DATELINE.sub("", line.strip())))
    trigger = scene.tokens[candidate.trigger]
    core = line.find(text[trigger.start : trigger.end]) + trigger.end - trigger.start
    return _capital(_shortened(line.strip(" ,;:—–-"), core))


def _spans(scene: Scene, candidates: Sequence[Candidate], candidate: Candidate) -> list[tuple[int, int]]:
    """The stretches of text that tell the act: its subject, and from its verb to where the next act begins."""
    tokens, clause = scene.tokens, scene.clauses[candidate.clause]
    use = candidate.use
    limit = _limit(scene, candidates, candidate)
    if use is None or use.shape is Shape.REDUCED:
        start = phrase_start(tokens, candidate.trigger)
        if use is not None:
            start = max(clause.start, phrase_start(tokens, candidate.trigger - 1))
        return [(tokens[start].start, tokens[limit - 1].end)]
    subject = subject_span(tokens, scene.clauses, candidate.clause, use.edge)
    if candidate.report and not _content_follows(scene, candidate):
        return [(tokens[0].start, tokens[limit - 1].end)]
    rest = (tokens[use.edge].start, tokens[limit - 1].end)
    if subject.start >= subject.end:
        return [rest]
    first = (tokens[subject.start].start, tokens[subject.end - 1].end)
    return (
        [(first[0], rest[1])] if subject.end == use.edge else [first, rest] if first[0] < rest[0] else [rest]
    )


def _limit(scene: Scene, candidates: Sequence[Candidate], candidate: Candidate) -> int:
    """The token before which the act's words end: the next act that is told for itself, or the sentence's end."""
    if candidate.report:
        return len(scene.tokens)
    following = [c.clause for c in candidates if c.clause > candidate.clause]
    index = min(following) if following else len(scene.clauses)
    return scene.clauses[index - 1].end


def _content_follows(scene: Scene, candidate: Candidate) -> bool:
    index = candidate.clause + 1
    return index < len(scene.clauses) and scene.clauses[index].opener is Opener.CONTENT


def _cleared(part: str, start: int, drop: tuple[int, int] | None) -> str:
    if drop and start <= drop[0] < drop[1] <= start + len(part):
        return _without(part, drop[0] - start, drop[1] - start)
    return part


def _without(line: str, start: int, end: int) -> str:
    before, after = line[:start].rstrip(), line[end:].removeprefix("'s").removeprefix("’s").lstrip()
    if before.endswith((" on", " in", " last", " late", " early", " of")) or before in {"On", "In"}:
        word = before.rpartition(" ")[2].lower()
        if word in {"on", "in"}:
            before = before[: len(before) - len(word)].rstrip()
    after = after.lstrip(",").lstrip() if not before else after
    joint = "" if not before or after[:1] in {",", ".", ";", ""} else " "
    return f"{before}{joint}{after}"


def _shortened(line: str, core: int) -> str:
    """Cuts a line that is too long at its last joint behind the act, else at a word, with an ellipsis.

    `core` is the length that the line must keep: its subject and its verb.
    """
    line = line.rstrip(".,;:")
    if len(line) <= LONGEST:
        return line
    lowest = max(core + 8, LONGEST // 2)
    cuts = [match.start() for match in _JOINT.finditer(line, lowest, LONGEST + 1)]
    strong = [cut for cut in cuts if line[cut] in ",;:—–"]
    if strong or cuts:
        return _TAIL.sub("", line[: (strong or cuts)[-1]])
    return _TAIL.sub("", line[: line.rfind(" ", 0, LONGEST - 1)]) + "…"


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]

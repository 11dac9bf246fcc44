"""Acts that share a date: "met on Monday and signed", "in March, when Yoon visited Tokyo"."""

from collections.abc import Sequence

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene, own_subject
from corpus.events.lexicon import lexicon
from corpus.events.standing import continues_aside
from corpus.events.usable import dates_events, usable
from corpus.events.verbs import Shape, Voice
from corpus.model import Precision, Status, TimeExpression

_ROW = {Opener.AND, Opener.COMMA}
_BOUNDING = {"since", "until", "till"}
_SOON = {"hours", "minutes", "moments", "shortly", "immediately", "soon", "right", "just"}


def companion(scene: Scene, candidates: Sequence[Candidate], candidate: Candidate) -> Candidate | None:
    """Returns the dated act that this one continues, by "and" or in a row with the same subject."""
    use = candidate.use
    if (
        use is None
        or use.perfect
        or use.anterior
        or use.present
        or use.shape is not Shape.FINITE
        or candidate.status is not Status.HAPPENED
    ):
        return None
    opener = scene.clauses[candidate.clause].opener
    earlier = [
        c
        for c in candidates
        if c.trigger < candidate.trigger
        and c.time >= 0
        and c.use
        and (not c.use.anterior or c.clause == candidate.clause - 1)
    ]
    if not earlier:
        return None
    same = [c for c in earlier if c.roles.sources == candidate.roles.sources]
    last = same[-1] if same and opener is Opener.AND else earlier[-1]
    if _fronted(scene, last, candidate) or _goes_on(scene, last, candidate):
        return last
    if scene.clauses[last.clause].opener in {Opener.WHO, Opener.SUB} and last.clause != candidate.clause:
        return None
    if (
        opener is Opener.COMMA
        and last.clause != candidate.clause
        and continues_aside(scene, candidate.clause)
    ):
        return None
    beside = last.clause == candidate.clause
    between = scene.clauses[last.clause + 1 : candidate.clause]
    start = scene.clauses[candidate.clause].start
    resumes = opener is Opener.AND and start > 1 and scene.tokens[start - 2].low == ","
    passed = {Opener.SUB, Opener.WHO, Opener.CONTENT} if resumes else set()
    next_to = opener in _ROW and (
        all(clause.verb < 0 or clause.opener in passed for clause in between)
        or _in_row(scene, last.clause, candidate.clause)
    )
    there = scene.clauses[candidate.clause].word == "where" and candidate.clause == last.clause + 1
    joined = beside or next_to or there or _at_once(scene, candidate)
    spoke = last.report and not (resumes and last.roles.sources == candidate.roles.sources)
    return last if joined and last.status is candidate.status and not spoke else None


def ahead(scene: Scene, candidates: Sequence[Candidate], act: Candidate) -> TimeExpression | None:
    """Returns the day at the end of a row of acts: "met Kishida, toured a base and left on Tuesday"."""
    use = act.use
    told = use is not None and use.shape is Shape.FINITE and use.voice is Voice.ACTIVE
    if not told or use is None or use.present or use.perfect or use.anterior or act.time >= 0 or act.report:
        return None
    last = next((c for c in candidates if c.clause > act.clause and c.time >= 0), None)
    if last is None or last.use is None or not act.roles.sources:
        return None
    alike = last.use.voice is use.voice and last.status is act.status is Status.HAPPENED and not last.report
    alike = alike and not (last.use.perfect or last.use.present) and last.use.shape is use.shape
    time = scene.tokens[last.time].time if last.time > last.trigger else None
    if not alike or time is None or time.precision is not Precision.DAY:
        return None
    ends = scene.clauses[last.clause].opener is Opener.AND
    return time if ends and _in_row(scene, act.clause, last.clause) else None


def _in_row(scene: Scene, first: int, last: int) -> bool:
    """Whether the clauses up to the last one go on with the same subject: "met Kim, signed it and left"."""
    return all(
        clause.opener in _ROW and (clause.verb < 0 or own_subject(scene, first + 1 + k) >= clause.verb)
        for k, clause in enumerate(scene.clauses[first + 1 : last + 1])
    )


def _fronted(scene: Scene, last: Candidate, candidate: Candidate) -> bool:
    """As in "When he visited Seoul in May, they agreed": the main clause has the day of its "when"."""
    side = scene.clauses[last.clause]
    return (
        side.opener is Opener.SUB
        and side.word in {"when", "as"}
        and last.clause == 0
        and candidate.clause == 1
        and candidate.status is last.status
    )


def _goes_on(scene: Scene, last: Candidate, candidate: Candidate) -> bool:
    """As in "Who visited Seoul on Monday and met Cho": the next act of the same relative clause."""
    clause = scene.clauses[candidate.clause]
    comma = clause.start > 1 and scene.tokens[clause.start - 2].low == ","
    joined = clause.opener is Opener.AND and last.clause == candidate.clause - 1 and not comma
    own = joined and own_subject(scene, candidate.clause) < clause.verb
    return joined and not own and candidate.status is last.status


def _at_once(scene: Scene, candidate: Candidate) -> bool:
    """As in "Hours after they met": the same day as what is told before it."""
    clause = scene.clauses[candidate.clause]
    lead = scene.tokens[clause.start - 2].low if clause.start > 1 else ""
    return clause.opener is Opener.SUB and clause.word in {"after", "before"} and lead in _SOON


def named_then(scene: Scene, candidate: Candidate) -> int:
    """Returns the token of the time that a "when" takes up, or -1: "in March, when Yoon visited Tokyo"."""
    index, use = candidate.clause, candidate.use
    clause = scene.clauses[index]
    if clause.opener is Opener.WHO:  # "on the same day that they met"
        before = clause.start - 2
        if clause.word == "which" and before > 1 and scene.tokens[before].low in {"during", "in", "at"}:
            before -= 2  # "his call on Tuesday, during which he agreed"
            if before > 0 and scene.tokens[before].low in lexicon().nouns and scene.tokens[before - 1].time:
                before -= 1  # "the July 4 tests, in which it fired missiles"
        elif clause.word != "that":
            return -1
        dated = before >= 0 and scene.tokens[before].time is not None
        return before if dated and usable(scene.tokens, before) else -1
    while index > 0 and scene.clauses[index].opener in {Opener.COMMA, Opener.WHO, Opener.AND}:
        index -= 1  # "when Navalny, who was to be freed, died"
    clause = scene.clauses[index]
    joined = scene.clauses[candidate.clause].opener is Opener.AND
    if index != candidate.clause and clause.verb >= 0 and not joined:
        return -1
    if (
        clause.opener is not Opener.SUB
        or clause.word != "when"
        or use is None
        or use.shape is not Shape.FINITE
    ):
        return -1
    for i in range(clause.start - 2, max(clause.start - 4, -1), -1):
        time = scene.tokens[i].time
        if time and (usable(scene.tokens, i) or _bounds(scene.tokens[i - 1].low, time)):
            return i
    return -1


def _bounds(before: str, time: TimeExpression) -> bool:
    """As in "Since early October, when Seoul accused": a bound of one act is the time of the other."""
    led = before in _BOUNDING or time.text.split(maxsplit=1)[0].lower() in _BOUNDING
    return led and dates_events(time)

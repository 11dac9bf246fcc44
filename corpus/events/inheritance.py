"""Dates that an act takes from what stands around it, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from corpus.events.attribution import Attribution
from corpus.events.candidates import Candidate
from corpus.events.clauses import Clause, Opener
from corpus.events.doers import Scene
from corpus.events.lexicon import lexicon
from corpus.events.subjects import past_openings
from corpus.events.tokens import Token
from corpus.events.usable import tells_which, usable
from corpus.events.verbs import Shape
from corpus.model import Basis, EntityType, Kind, Precision, Status, TimeExpression

_ASIDE = {"after", "before", "when", "while", "since"}
_LASTING, _SPANS = {"for", "over", "recent", "many"}, {"years", "decades", "months", "weeks", "days"}
_COUNTED = {
    "later",
    "earlier",
    "before",
    "ago",
    "afterward",
    "afterwards",
}  # "days later": no day is known
_SOON = {"hours", "minutes", "moments", "shortly", "immediately", "soon", "right", "just"}
_WORDS = frozenset({Kind.ACCUSE, Kind.REQUEST, Kind.REJECT, Kind.THREATEN, Kind.SUPPORT})
_FORCE = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.MOBILIZE, Kind.PROTEST})
_DEEDS = frozenset(Kind) - {Kind.STATEMENT, Kind.THREATEN}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date for an event, and why; `beside` bounds the words of a date that another act was told with."""

    value: str
    first: date
    last: date
    precision: Precision
    basis: Basis
    why: str
    time: tuple[int, int] | None
    beside: tuple[int, int] | None = None


def told(time: TimeExpression) -> Dated | None:
    """Returns the date that a time expression gives to the act of its clause."""
    if time.value is None or time.first is None or time.last is None:
        return None
    return Dated(
        time.value, time.first, time.last, time.precision, time.basis, time.why, (time.start, time.end)
    )


def shared(time: TimeExpression) -> Dated | None:
    """Returns the date of the act before, for one that is told in the same breath: "met … and signed"."""
    own = told(time)
    if own is None:
        return None
    why = f"no date of its own; told together with {time.why}"
    return Dated(own.value, own.first, own.last, own.precision, Basis.INHERITED, why, None, own.time)


def about(day: date, why: str) -> Dated:
    """Returns a day that an act without a date is near: when it was reported."""
    margin = timedelta(days=1)
    return Dated(f"{day.isoformat()}~", day - margin, day + margin, Precision.DAY, Basis.INHERITED, why, None)


def reported(time: TimeExpression) -> Dated | None:
    """Returns the day of the report, as an estimate of the day of what is reported."""
    if time.first is None or time.first != time.last:
        return None
    return about(time.first, f"no date of its own; reported {time.why}")


def declared(time: TimeExpression) -> Dated | None:
    """Returns the day of an announcement for what it brings about: "announced that it was withdrawing"."""
    own = told(time)
    if own is None:
        return None
    why = f"the day it was announced: {time.why}"
    return Dated(own.value, own.first, own.last, own.precision, Basis.INHERITED, why, None, own.time)


def companion(scene: Scene, candidates: Sequence[Candidate], candidate: Candidate) -> Candidate | None:
    """Returns the dated act that this one continues, by "and" or in a row with the same subject."""
    use = candidate.use
    if (
        use is None
        or use.perfect
        or use.anterior
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
        and _continues_aside(scene, candidate.clause)
    ):
        return None
    beside = last.clause == candidate.clause
    between = scene.clauses[last.clause + 1 : candidate.clause]
    start = scene.clauses[candidate.clause].start
    resumes = opener is Opener.AND and start > 1 and scene.tokens[start - 2].low == ","
    passed = {Opener.SUB, Opener.WHO} if resumes else set()
    next_to = all(clause.verb < 0 or clause.opener in passed for clause in between) and opener in {
        Opener.AND,
        Opener.COMMA,
    }
    there = scene.clauses[candidate.clause].word == "where" and candidate.clause == last.clause + 1
    joined = beside or next_to or there or _at_once(scene, candidate)
    return last if joined and last.status is candidate.status and not last.report else None


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
    own = joined and _own_subject(scene, candidate.clause) < clause.verb
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
        if scene.tokens[i].time and usable(scene.tokens, i):
            return i
    return -1


def is_told(candidate: Candidate, said: Attribution) -> bool:
    """Whether the day of a report says something of the day of an act in it.

    Before ", the ministry said" any finished act counts; in "the ministry said that" only a deed does.
    """
    use = candidate.use
    kind = candidate.meaning.kind
    deed = kind in _DEEDS or (said.announces and kind is not Kind.STATEMENT)
    done = use is not None and use.shape is Shape.FINITE and not use.present and (deed or not use.anterior)
    fits = said.trailing or deed
    return (
        done
        and fits
        and not said.hindsight
        and candidate.status in {Status.HAPPENED, Status.ALLEGED, Status.ONGOING}
    )


def stands_alone(scene: Scene, candidate: Candidate, published: date | None, *, head: bool) -> bool:
    """Whether an act is the news of its sentence though no date is told: finished, main clause, no habit.

    In the head of the document the present perfect tells news too: "has approved the sale".
    """
    use, clause = candidate.use, scene.clauses[candidate.clause]
    if (
        use is None
        or use.anterior
        or use.present
        or use.shape is not Shape.FINITE
        or (use.perfect and not (head or _since(scene, candidate)) and candidate.meaning.kind not in _WORDS)
    ):
        return False
    if candidate.assumed and candidate.meaning.kind not in _FORCE:
        return False
    on = clause.opener in {Opener.START, Opener.AND, Opener.COMMA} or clause.word in {"where", "while"}
    if not on or not candidate.roles.sources:
        return False
    own = clause.opener is Opener.COMMA and 0 <= _own_subject(scene, candidate.clause) < clause.verb
    if clause.opener is not Opener.START and not own and _continues_aside(scene, candidate.clause):
        return False
    if candidate.status not in {Status.HAPPENED, Status.ALLEGED, Status.DENIED}:
        return False
    sources = candidate.roles.sources
    media = bool(sources) and all(mention.type is EntityType.MEDIUM for mention in sources)
    if media and candidate.meaning.kind not in _WORDS:
        return False
    habitual = lexicon().mood["habitual"]
    words = [
        token
        for piece in (clause, *_beside(scene, candidate))
        for i in range(piece.start, piece.end)
        if not (token := scene.tokens[i]).quoted
        and not (token.low == "never" and i > candidate.trigger)
        and not (token.time and tells_which(scene.tokens, i))
    ]
    lasting = any(
        (one.low in _LASTING and other.low in _SPANS) or (one.low in _SPANS and other.low in _COUNTED)
        for one, other in pairwise(words)
    )
    return not lasting and not any(token.low in habitual or _has_its_day(token, published) for token in words)


def _since(scene: Scene, candidate: Candidate) -> bool:
    """As in "Has since filed charges"."""
    use = candidate.use
    return use is not None and any(token.low == "since" for token in scene.tokens[use.edge : use.verb])


def _has_its_day(token: Token, published: date | None) -> bool:
    """Whether a token is a time of what was done, unlike in "invited Kim to Moscow in May", "this year"."""
    time = token.time
    if time is None or (published and time.first and time.first > published):
        return False
    if published and time.precision is Precision.YEAR and time.last and time.last >= published:
        return False
    return not time.text.lower().endswith((" after", " before"))


def _continues_aside(scene: Scene, index: int) -> bool:
    """Whether a clause after a comma goes on with a side clause: "after Putin and Kim, …, signed"."""
    for k in range(index - 1, -1, -1):
        piece = scene.clauses[k]
        words = {token.low for token in scene.tokens[piece.start : piece.end]}
        if piece.verb < 0 and (piece.opener is Opener.SUB or words & _ASIDE):
            return True
        if piece.verb >= 0 or piece.opener not in {Opener.COMMA, Opener.AND}:
            if piece.verb >= 0 and any(t.low in _ASIDE for t in scene.tokens[piece.verb : piece.end]):
                return True
            own = _own_subject(scene, index)
            joined = scene.clauses[index].opener is Opener.AND and own >= scene.clauses[index].verb
            return joined and (piece.opener in {Opener.SUB, Opener.WHO} or _continues_aside(scene, k))
    return False


def _own_subject(scene: Scene, index: int) -> int:
    """Where the subject of a clause begins; at its verb where it has none of its own."""
    clause = scene.clauses[index]
    return past_openings(scene.tokens, clause.start, clause.verb)


def _beside(scene: Scene, candidate: Candidate) -> list[Clause]:
    """The pieces without a verb around a clause, where its time would stand."""
    found: list[Clause] = []
    for step in (-1, 1):
        k = candidate.clause + step
        while 0 <= k < len(scene.clauses) and scene.clauses[k].verb < 0:
            if scene.tokens[scene.clauses[k].start].low != "according":
                found.append(scene.clauses[k])
            k += step
    return found


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

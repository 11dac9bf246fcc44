"""When words were said, where another sentence tells it: "He made the remarks on Tuesday".

That sentence tells nothing of its own: it is dropped, and its day is that of what the same person said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.events.dated import about
from corpus.events.kinds import WORDS
from corpus.model import Basis, Event, Precision, Role, Sentence, TimeExpression

_THINGS = (
    r"(?:remarks?|comments?|statements?|announcements?|accusations?|allegations?|claims?|pledges?|appeals?|"
    r"calls?|threats?|warnings?|offers?|proposals?|revelations?|observations?|assertions?)"
)
_OWN = r"(?:the|his|her|their|these|those)"
_MADE = re.compile(
    rf"[^,;:“”\"]{{2,60}}? (?:also |had )?(?:made|delivered|issued|gave) {_OWN} (?:\w+ )?{_THINGS}\b"
)
_CAME = re.compile(
    rf"(?:The|His|Her|Their|These|Those|[A-Z]\w+['’]s?) (?:\w+ ){{0,2}}?{_THINGS} "
    r"(?:came|(?:was|were|had been) "
    r"(?:made|published|carried|issued|released|broadcast|aired|posted|delivered|given|reported))\b"
)
_SPEAKING = re.compile(
    r"(?:He|She|They|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,4}) (?:was speaking|were speaking|was talking|spoke|"
    r"appeared|was addressing)\b(?! (?:with|by|on the phone))"
)
_ALSO = re.compile(
    r"(?:In|At|During|Speaking (?:at|in|to)) [^;:“”\"]{3,120}?, "
    r"(?:he|she|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,4}) also \w+"
)
_ELSEWHERE = re.compile(
    r"\b(?:as(?! (?:an?|the|part)\b)|while(?! \w+ing\b)|after|before|when|following|amid|since|ahead|because|"
    r"that|who|which|whose|ago|until)\b|[;:]"
)
_HE_SAID = re.compile(
    r"[,?!.][”\"’'] (?:he|she) (?:also )?"
    r"(?:said|added|told|wrote|noted|stressed|warned|continued|explained)\b"
)
_UNDATED = "no date of its own; "
_GOING_ON = f"{_UNDATED}goes on from "
_APART = 300  # code points between two passages of one speech
_BACK, _ON = 8, 5  # sentences in which the same person's words are of that day
_FRESH = timedelta(days=7)  # between the words and the report of them


@dataclass(frozen=True, slots=True)
class _Remark:
    """A sentence, by its number, that tells when words were said; `is_empty` where it tells no more."""

    number: int
    sentence: Sentence
    time: TimeExpression | None
    is_empty: bool


def with_days_of_remarks(
    text: str, parts: Sequence[tuple[Sentence, Sequence[TimeExpression]]], events: Sequence[Event]
) -> list[Event]:
    """Returns the events of a document, those that only tell when something was said without their own line.

    `parts` are its sentences with their times, `events` sorted by passage.
    """
    found = list(events)
    for remark in _remarks(text, parts):
        bounds = remark.sentence.start, remark.sentence.end
        inside = [event for event in found if bounds[0] <= event.start < bounds[1]]
        speaker = _speaker(found, inside, remark)
        if remark.time and speaker:
            near = _near(parts, remark.number)
            day, why = remark.time.first, f"said {remark.time.why}"
            found = [_moved(e, day, why) if _is_said_by(e, speaker, near) else e for e in found]
        said = speaker is not None and any(_says(e, speaker) for e in found if e not in inside)
        if remark.is_empty and (said or remark.time is None):
            found = [event for event in found if not (event in inside and _is_empty(event))]
    return _going_on(text, found)


def _going_on(text: str, events: Sequence[Event]) -> list[Event]:
    """Gives the next quoted words of "he" the day of what he said just before: "Yesterday, Cho said …"."""
    found: list[Event] = []
    before: Event | None = None
    for event in events:
        speaker = next((actor.entity for actor in event.actors if actor.role is Role.SOURCE), "")
        same = before is not None and _says(before, speaker) and event.start - before.end < _APART
        if before and same and _is_undated(event) and _HE_SAID.search(text, event.start, event.end):
            day = before.first if before.time else before.last - timedelta(days=1)
            found.append(_moved(event, day, f"goes on from {before.why.removeprefix(_GOING_ON)}"))
            before = found[-1] if found[-1].why.startswith(_GOING_ON) else None
            continue
        told = event.time is not None and event.first == event.last and event.kind in WORDS
        before = event if told else None
        found.append(event)
    return found


def _remarks(text: str, parts: Sequence[tuple[Sentence, Sequence[TimeExpression]]]) -> Iterator[_Remark]:
    for number, (sentence, times) in enumerate(parts):
        told = text[sentence.start : sentence.end]
        made = _MADE.match(told)
        also = _ALSO.match(told)  # the day stands in the words before "also"
        found = made or _CAME.match(told) or _SPEAKING.match(told) or also
        if found is None:
            continue
        behind = sentence.start + (0 if found is also else found.end())
        time = next((each for each in times if each.start >= behind), None)
        day = time if time and time.precision is Precision.DAY and time.first == time.last else None
        if day and _ELSEWHERE.search(text, behind, day.start):
            day = None
        if day or made:
            yield _Remark(number, sentence, day, is_empty=found.re in {_MADE, _CAME})


def _speaker(events: Sequence[Event], inside: Sequence[Event], remark: _Remark) -> str | None:
    """Whose words they are: who made them in the sentence, else who spoke last before it."""
    before = [event for event in events if event.end <= remark.sentence.start and event.kind in WORDS]
    told = [*inside[:1], *reversed(before)]
    return next((actor.entity for event in told for actor in event.actors if actor.role is Role.SOURCE), None)


def _near(parts: Sequence[tuple[Sentence, Sequence[TimeExpression]]], number: int) -> range:
    first, last = max(0, number - _BACK), min(len(parts) - 1, number + _ON)
    return range(parts[first][0].start, parts[last][0].end)


def _is_said_by(event: Event, speaker: str, near: range) -> bool:
    """Whether somebody's words are told near, with no day but that of the news."""
    return _is_undated(event) and _says(event, speaker) and event.start in near


def _is_undated(event: Event) -> bool:
    return event.basis is Basis.INHERITED and event.time is None and event.value.endswith("~")


def _says(event: Event, speaker: str) -> bool:
    own = any(actor.entity == speaker and actor.role is Role.SOURCE for actor in event.actors)
    return own and event.kind in WORDS


def _moved(event: Event, day: date | None, why: str) -> Event:
    if day is None or not timedelta() <= event.last - timedelta(days=1) - day <= _FRESH:
        return event
    when = about(day, f"{_UNDATED}{why}")
    return replace(event, value=when.value, first=when.first, last=when.last, why=when.why)


def _is_empty(event: Event) -> bool:
    """Whether an event is but that words were made: "made the remarks"."""
    return event.kind in WORDS and event.trigger.lower() in {"made", "delivered", "issued", "gave", "came"}

"""When words were said, where another sentence tells it: "He made the remarks on Tuesday".

That sentence tells nothing of its own: it is dropped, and its day is that of what the same person said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

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
_ELSEWHERE = re.compile(
    r"\b(?:as(?! (?:an?|the|part)\b)|while(?! \w+ing\b)|after|before|when|following|amid|since|ahead|because|"
    r"that|who|which|whose|ago|until)\b|[;:]"
)
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
            found = [_moved(e, remark.time) if _is_said_by(e, speaker, near) else e for e in found]
        said = speaker is not None and any(_says(e, speaker) for e in found if e not in inside)
        if remark.is_empty and (said or remark.time is None):
            found = [event for event in found if not (event in inside and _is_empty(event))]
    return found


def _remarks(text: str, parts: Sequence[tuple[Sentence, Sequence[TimeExpression]]]) -> Iterator[_Remark]:
    for number, (sentence, times) in enumerate(parts):
        told = text[sentence.start : sentence.end]
        made = _MADE.match(told)
        found = made or _CAME.match(told) or _SPEAKING.match(told)
        if found is None:
            continue
        behind = sentence.start + found.end()
        time = next((each for each in times if each.start >= behind), None)
        day = time if time and time.precision is Precision.DAY and time.first == time.last else None
        if day and _ELSEWHERE.search(text, behind, day.start):
            day = None
        if day or made:
            yield _Remark(number, sentence, day, is_empty=found.re is not _SPEAKING)


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
    undated = event.basis is Basis.INHERITED and event.time is None and event.value.endswith("~")
    return undated and _says(event, speaker) and event.start in near


def _says(event: Event, speaker: str) -> bool:
    own = any(actor.entity == speaker and actor.role is Role.SOURCE for actor in event.actors)
    return own and event.kind in WORDS


def _moved(event: Event, time: TimeExpression) -> Event:
    day = time.first
    if day is None or not timedelta() <= event.last - timedelta(days=1) - day <= _FRESH:
        return event
    when = about(day, f"no date of its own; said {time.why}")
    return replace(event, value=when.value, first=when.first, last=when.last, why=when.why)


def _is_empty(event: Event) -> bool:
    """Whether an event is but that words were made: "made the remarks"."""
    return event.kind in WORDS and event.trigger.lower() in {"made", "delivered", "issued", "gave", "came"}

"""What a document tells with words that agree with few days of publication: weekdays, months and dates."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus import Analysis, Basis, Document, Event, TimeExpression
from corpus.reading.written import YearlessDateline, yearless_dateline
from store.merge.telling import Participant, Telling
from store.passages import event_words

REFERENCE = date(2004, 6, 14)
"""A Monday of a leap year: how far a document's dates lie from its day of publication is read from here."""

_WEEKDAYS = ("weekday", "from-to")
_CHECKS = (*_WEEKDAYS, "month")
"""The rules of time expressions, by how their names begin, that not any publication day can satisfy."""

_DATES = "month-day"
_TODAY = "today"


@dataclass(frozen=True, slots=True)
class Outline:
    """An event of an undated document as it is read under a supposed day of publication.

    `words` are those of its time expression. `checks` tells whether they name a weekday or a month, so that
    not any day will do, `tells_day` whether it is a weekday, `tells_date` whether it is a month and its day,
    which tell no more than the year.
    """

    telling: Telling
    words: str
    checks: bool
    tells_day: bool
    tells_date: bool = False

    @property
    def tells_some_day(self) -> bool:
        """Whether its words name one day of the week or of the year."""
        return self.tells_day or self.tells_date


def day_of_year(day: date) -> tuple[int, int]:
    """Returns the month and the day of a date."""
    return day.month, day.day


def reference_day(text: str) -> date:
    """Returns the day to suppose before anything is known: that of a dateline without its year, in 2004."""
    dateline = yearless_dateline(text)
    return date(REFERENCE.year, *dateline.month_and_day) if dateline else REFERENCE


def outlines(connection: sqlite3.Connection, analysis: Analysis) -> list[Outline]:
    """Returns the events whose own words date them by the day of publication, sorted by offset.

    And those of the day of the news, where the dateline names it without its year.
    """
    text = analysis.document.text
    dateline = yearless_dateline(text)
    rules = {(time.start, time.end): time.rule for time in analysis.times}
    numbers = _numbers(connection, analysis)
    found = []
    for event in analysis.events:
        rule = rules.get(event.time or (0, 0), "")
        if dateline and rule.startswith(_TODAY) and event.basis is Basis.RELATIVE:
            flags = (True, False, True)
            found.append(Outline(_telling(event, analysis, numbers), dateline.words, *flags))
        elif event.time is not None and event.basis is Basis.RELATIVE:
            told = (rule.startswith(_CHECKS), rule.startswith(_WEEKDAYS), rule.startswith(_DATES))
            found.append(Outline(_telling(event, analysis, numbers), text[slice(*event.time)], *told))
        elif reported := _reported(event, analysis):
            time, day = reported
            telling = replace(_telling(event, analysis, numbers), value=day.isoformat(), first=day, last=day)
            found.append(Outline(telling, text[time.start : time.end], checks=True, tells_day=True))
        elif dateline and (news := _day_of(dateline, event, analysis.document)):
            telling = replace(
                _telling(event, analysis, numbers), value=news.isoformat(), first=news, last=news
            )
            found.append(Outline(telling, dateline.words, checks=True, tells_day=False, tells_date=True))
    return found


def _reported(event: Event, analysis: Analysis) -> tuple[TimeExpression, date] | None:
    """Returns the weekday on which somebody told of an event that has no day of its own, and that day."""
    if event.basis is not Basis.INHERITED or event.time is not None or not event.value.endswith("~"):
        return None
    inside = [t for t in analysis.times if event.start <= t.start and t.end <= event.end]
    weekdays = [t for t in inside if t.rule.startswith(_WEEKDAYS) and t.first == t.last]
    if len(inside) != 1 or not weekdays or weekdays[0].first is None:
        return None
    day = weekdays[0].first
    return (weekdays[0], day) if event.first <= day <= event.last else None


def _day_of(dateline: YearlessDateline, event: Event, document: Document) -> date | None:
    """Returns the day of an event on the day of the news, where that is the day of the dateline."""
    day = document.published
    if day is None or day_of_year(day) != dateline.month_and_day:
        return None
    return day if event.basis is Basis.INHERITED and event.first <= day <= event.last else None


def _numbers(connection: sqlite3.Connection, analysis: Analysis) -> dict[str, int]:
    """Returns the number of each entity in the store; those that it does not know get negative ones."""
    found = {}
    for at, entity in enumerate(analysis.entities, start=1):
        row = connection.execute("SELECT id FROM entity WHERE identifier = ?", (entity.id,)).fetchone()
        found[entity.id] = int(row[0]) if row else -at
    return found


def _participants(event: Event, analysis: Analysis, numbers: dict[str, int]) -> Iterator[Participant]:
    known = {entity.id: entity for entity in analysis.entities}
    for actor in event.actors:
        entity = known[actor.entity]
        yield Participant(numbers[entity.id], entity.id, entity.name, entity.type, entity.country, actor.role)


def _telling(event: Event, analysis: Analysis, numbers: dict[str, int]) -> Telling:
    document: Document = analysis.document
    return Telling(
        id=-1 - analysis.events.index(event),
        document=document.hash,
        published=document.published,
        start=event.start,
        end=event.end,
        value=event.value,
        first=event.first,
        last=event.last,
        precision=event.precision,
        basis=event.basis,
        why=event.why,
        kind=event.kind,
        status=event.status,
        headline=event.headline,
        trigger=event.trigger,
        place=event.place,
        salience=event.salience,
        participants=tuple(_participants(event, analysis, numbers)),
        words=frozenset(event_words(event, analysis)),
        block="",
        family=-1,
    )

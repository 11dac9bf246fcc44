"""What a document tells with words that agree with few days of publication: weekdays and months."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Analysis, Basis, Document, Event
from store.merge.telling import Participant, Telling
from store.passages import event_words

_WEEKDAYS = ("weekday", "from-to")
_CHECKS = (*_WEEKDAYS, "month")
"""The rules of time expressions, by how their names begin, that not any publication day can satisfy."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An event of an undated document as it is read under a supposed day of publication.

    `words` are those of its time expression. `checks` tells whether they name a weekday or a month, so that
    not any day will do, `tells_day` whether it is a weekday: a month and its day tell no more than the year.
    """

    telling: Telling
    words: str
    checks: bool
    tells_day: bool


def outlines(connection: sqlite3.Connection, analysis: Analysis) -> list[Outline]:
    """Returns the events whose own words date them by the day of publication, sorted by offset."""
    rules = {(time.start, time.end): time.rule for time in analysis.times}
    numbers = _numbers(connection, analysis)
    found = []
    for event in analysis.events:
        if event.time is not None and event.basis is Basis.RELATIVE:
            words = analysis.document.text[slice(*event.time)]
            rule = rules.get(event.time, "")
            telling = _telling(event, analysis, numbers)
            found.append(Outline(telling, words, rule.startswith(_CHECKS), rule.startswith(_WEEKDAYS)))
    return found


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

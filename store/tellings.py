"""Reads passages back as tellings, and finds those that may tell the same event."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from corpus import Basis, EntityType, Kind, Precision, Role, Status
from store.merge.blocks import Voice
from store.merge.compare import MONTH
from store.merge.kinds import Nature, nature, related
from store.merge.lookback import FARTHEST, HEAD, may_be_looked_at, may_look_back
from store.merge.telling import Participant, Telling
from store.rows import day_or_none

_TELLINGS = """
    SELECT passage.id, hash, published, start, end, value, first, last, precision, basis, why,
        kind, status, headline, trigger, place, salience, words, block,
        coalesce(family, document.id), document.country, document.city, sign, voice
    FROM passage JOIN document ON document.id = passage.document
    WHERE passage.id IN (SELECT value FROM json_each(?))
"""
_PARTICIPANTS = """
    SELECT passage, entity, identifier, name, type, country, role
    FROM passage_actor JOIN entity ON entity.id = passage_actor.entity
    WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY passage, position
"""


def tellings(connection: sqlite3.Connection, passages: Iterable[int]) -> list[Telling]:
    """Returns the tellings of these passages, sorted by number."""
    numbers = json.dumps(sorted(passages))
    participants: dict[int, list[Participant]] = {}
    for passage, entity, identifier, name, type_, country, role in connection.execute(
        _PARTICIPANTS, (numbers,)
    ):
        participant = Participant(entity, identifier, name, EntityType(type_), country, Role(role))
        participants.setdefault(passage, []).append(participant)
    rows = connection.execute(_TELLINGS, (numbers,))
    return [_telling(row, tuple(participants.get(row[0], ()))) for row in rows]


def _telling(row: tuple[Any, ...], participants: tuple[Participant, ...]) -> Telling:
    number, digest, published, start, end, value, first, last, precision, basis, why, kind, status, *rest = (
        row
    )
    headline, trigger, place, salience, words, block, family, country, city, sign, voice = rest
    return Telling(
        id=number,
        document=digest,
        published=day_or_none(published),
        start=start,
        end=end,
        value=value,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        precision=Precision(precision),
        basis=Basis(basis),
        why=why,
        kind=Kind(kind),
        status=Status(status),
        headline=headline,
        trigger=trigger,
        place=place,
        salience=salience,
        participants=participants,
        words=frozenset(words.split()),
        block=block,
        family=family,
        country=country,
        city=city,
        sign=sign,
        voice=Voice(voice),
    )


_BEGUN_WITHIN = """
    SELECT id FROM passage AS other WHERE first BETWEEN :first AND :last AND last >= :first
"""
_BEGUN_BEFORE = """
    SELECT id FROM passage AS other
    WHERE days > 1 AND days <= :month AND first < :first AND first >= :month_before AND last >= :first
"""
_DAY_APART = """
    SELECT other.id AS id FROM passage AS other JOIN document ON document.id = other.document
    WHERE first IN (:day_before, :day_after) AND last = first
        AND coalesce(city, document.country, '') <> :seat
"""
_SAME_TIME = "SELECT id FROM passage AS other WHERE first = :first AND value = :value"
_LOOKED_AT = """
    SELECT id FROM passage AS other
    WHERE first BETWEEN :farthest AND :first AND days <= 3 AND kind = :kind
"""
_LOOKING_BACK = """
    SELECT id FROM passage AS other
    WHERE days > 1 AND days <= 3 AND first BETWEEN :first AND :latest AND kind = :kind
        AND basis = 'inherited' AND start >= :head
"""
_MOVED = """
    SELECT other.id AS id FROM moved JOIN passage AS other ON other.id = moved.passage
    WHERE moved.first <= :after AND moved.last >= :month_before
"""
_UNMOVED = """
    AND other.id NOT IN (SELECT passage FROM moved)
    AND (voice = :lead AND (:voice = :lead OR sign = :sign) OR :voice = :lead AND sign = :sign AND sign <> '')
"""
_ALIKE = """
    AND other.id <> :id AND voice AND (block <> :block OR block = '')
    AND kind IN (SELECT value FROM json_each(:kinds)) AND EXISTS (
        SELECT 1 FROM passage_actor JOIN entity ON entity.id = passage_actor.entity
        WHERE passage = other.id AND (
            entity.id IN (SELECT value FROM json_each(:entities))
            OR country IN (SELECT value FROM json_each(:countries))
        )
    )
"""


def candidates(connection: sqlite3.Connection, telling: Telling) -> set[int]:
    """Returns the passages with a date that may be the same, a related kind, and an actor in common.

    Those of its own block are left out: they are the same event anyhow. Others speak for theirs, and not all
    to everybody, see `store.merge.blocks`.
    """
    parameters = {
        "id": telling.id,
        "value": telling.value,
        "block": telling.block,
        "sign": telling.sign,
        "voice": telling.voice,
        "lead": Voice.LEAD,
        "first": telling.first.isoformat(),
        "last": telling.last.isoformat(),
        "day_before": date.fromordinal(max(telling.first.toordinal() - 1, 1)).isoformat(),
        "day_after": date.fromordinal(min(telling.first.toordinal() + 1, date.max.toordinal())).isoformat(),
        "after": date.fromordinal(min(telling.last.toordinal() + 1, date.max.toordinal())).isoformat(),
        "farthest": date.fromordinal(max(telling.first.toordinal() - FARTHEST, 1)).isoformat(),
        "latest": date.fromordinal(
            min(telling.first.toordinal() + FARTHEST, date.max.toordinal())
        ).isoformat(),
        "seat": telling.seat or "",
        "month": MONTH,
        "month_before": date.fromordinal(max(telling.first.toordinal() - MONTH, 1)).isoformat(),
        "kind": telling.kind,
        "head": HEAD,
        "kinds": json.dumps(related(telling.kind)),
        "entities": json.dumps([participant.entity for participant in telling.participants]),
        "countries": json.dumps([p.country for p in telling.participants if p.country]),
    }
    sources = (_BEGUN_WITHIN, _BEGUN_BEFORE) if telling.days <= MONTH else (_SAME_TIME,)
    if telling.is_exact and nature(telling.kind) is Nature.DEED:
        sources = (*sources, _DAY_APART)
    if may_look_back(telling):
        sources = (*sources, _LOOKED_AT)
    if may_be_looked_at(telling):
        sources = (*sources, _LOOKING_BACK)
    statements = [*(source + _UNMOVED + _ALIKE for source in sources), _MOVED + _ALIKE]
    return {number for sql in statements for (number,) in connection.execute(sql, parameters)}

"""What the store knows, from dated documents, of the events that an undated one tells."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from corpus import EntityType
from store.estimates.outlines import Outline
from store.merge.agree import pinned
from store.merge.compare import SAME, compare
from store.merge.kinds import Nature, nature, related
from store.merge.telling import Telling
from store.model import ESTIMATE
from store.tellings import tellings

_MOST = 2000
"""Two actors who share more tellings than this are named together too often to tell a document's day."""

_ALIKE = 0.7
"""What is only told of the same two countries must resemble so far."""

_RANK = (
    EntityType.PERSON,
    EntityType.PUBLIC_BODY,
    EntityType.ARMED_FORCE,
    EntityType.ORGANISATION,
    EntityType.STATE,
)

_OF_A_DAY = f"""
    SELECT passage.id FROM passage JOIN document ON document.id = passage.document
    WHERE published IS NOT NULL AND published_from <> '{ESTIMATE}' AND hash <> :hash
        AND (days = 1 AND value NOT LIKE '%~' OR value GLOB '????-??-??~')
        AND kind IN (SELECT value FROM json_each(:kinds))
"""  # noqa: S608 - own words only
_BY_ACTORS = f"""{_OF_A_DAY}
        AND passage.event IN (SELECT event.id FROM event JOIN event_actor USING (key) WHERE entity = :one)
        AND EXISTS (SELECT 1 FROM passage_actor WHERE passage = passage.id AND entity = :one)
        AND (EXISTS (SELECT 1 FROM passage_actor WHERE passage = passage.id AND entity = :other)
            OR NOT EXISTS (SELECT 1 FROM passage_actor WHERE passage = passage.id AND entity <> :one))
    LIMIT :most
"""  # noqa: S608 - own words only
_BY_COUNTRIES = f"""{_OF_A_DAY}
        AND passage.event IN (
            SELECT event.id FROM event
            JOIN event_country AS one ON one.key = event.key AND one.country = :one
            JOIN event_country AS other ON other.key = event.key AND other.country = :other)
    LIMIT :most
"""  # noqa: S608 - own words only


@dataclass(frozen=True, slots=True)
class Retold:
    """A dated telling of what an undated document tells; `score` says how far, were the days the same."""

    telling: Telling
    score: float


Evidence = dict[int, list[Retold]]
"""The retellings by the offset of the passage in the undated document that tells the same."""


def evidence(connection: sqlite3.Connection, told: Sequence[Outline]) -> Evidence:
    """Returns for each passage of an undated document the dated tellings that resemble it."""
    found: Evidence = {}
    for outline in told:
        if near := _retold(connection, outline.telling):
            found.setdefault(outline.telling.start, []).extend(near)
    return found


def print_of(found: Evidence) -> str:
    """Returns a text that is another one as soon as the evidence is."""
    lines = sorted(
        f"{start} {retold.telling.fingerprint} {retold.telling.published} {retold.score}"
        for start, near in found.items()
        for retold in near
    )
    return sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def _retold(connection: sqlite3.Connection, telling: Telling) -> list[Retold]:
    """Returns what others tell of the same actors, else of their countries: a state, or its ambassador."""
    actors = sorted(telling.participants, key=lambda p: (_rank(p.type), p.identifier))
    if not actors:
        return []
    one, other = actors[0], actors[min(1, len(actors) - 1)]
    found = [
        retold
        for retold in _resembling(connection, telling, _BY_ACTORS, one.entity, other.entity)
        if retold.score >= _ALIKE or other.identifier in {p.identifier for p in retold.telling.participants}
    ]
    if found or not one.country or not other.country or one.country == other.country:
        return found
    found = _resembling(connection, telling, _BY_COUNTRIES, one.country, other.country)
    return [retold for retold in found if retold.score >= _ALIKE]


def _resembling(
    connection: sqlite3.Connection, telling: Telling, query: str, one: int | str, other: int | str
) -> list[Retold]:
    """Returns those of the dated tellings that a query finds which resemble one; none of too many."""
    given = {"one": one, "other": other, "hash": telling.document, "most": _MOST + 1}
    rows = connection.execute(query, {**given, "kinds": json.dumps(related(telling.kind))}).fetchall()
    if len(rows) > _MOST:
        return []
    known = map(pinned, tellings(connection, (number for (number,) in rows)))
    return [retold for other in known if (retold := resembling(telling, other)) is not None]


def resembling(telling: Telling, other: Telling) -> Retold | None:
    """Returns a dated telling with its score where both were told of its day; None where they differ.

    A meeting and what was signed there are two events, and yet the same two people are there on one day only.
    """
    same_day = replace(
        telling, value=other.value, first=other.first, last=other.last, published=other.published
    )
    resemblance = compare(same_day, other)
    if resemblance is None:
        return None
    score = max(resemblance.score, SAME * is_one_occasion(telling, other))
    return Retold(other, score) if score >= SAME else None


def is_one_occasion(one: Telling, other: Telling) -> bool:
    """Tells whether two people do something together in both, where neither tells of another place."""
    together = _persons(one) & _persons(other)
    is_meeting = all(nature(telling.kind) is Nature.MEETING for telling in (one, other))
    places = {telling.place for telling in (one, other) if telling.place}
    return is_meeting and len(together) > 1 and len(places) < 2


def _persons(telling: Telling) -> set[str]:
    return {p.identifier for p in telling.participants if p.type is EntityType.PERSON}


def _rank(type_: EntityType) -> int:
    return _RANK.index(type_) if type_ in _RANK else len(_RANK)

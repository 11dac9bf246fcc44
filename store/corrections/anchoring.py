"""Ties corrections to passages by the words that they hang on, and again when a document was read anew."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple

from store.corrections.evidence import Evidence, Sign, Told, evidence_of, find

_TOLD = """
    SELECT passage.id, passage.start, passage.end, kind, trigger,
        (SELECT group_concat(identifier || ' ' || role) FROM
            (SELECT identifier, role FROM passage_actor JOIN entity ON entity.id = passage_actor.entity
             WHERE passage_actor.passage = passage.id
                AND NOT EXISTS (SELECT 1 FROM found_actor WHERE passage = passage_actor.passage)
             UNION ALL
             SELECT identifier, role FROM found_actor JOIN entity ON entity.id = found_actor.entity
             WHERE found_actor.passage = passage.id ORDER BY role, identifier))
    FROM passage JOIN document ON document.id = passage.document
    WHERE hash = ? ORDER BY passage.start, first, last, value, headline, passage.id
"""


def told_by(connection: sqlite3.Connection, digest: str) -> list[Told]:
    """Returns all events that the document with this hash tells, by start and then by date."""
    row = connection.execute("SELECT text FROM document WHERE hash = ?", (digest,)).fetchone()
    seen: Counter[tuple[object, ...]] = Counter()
    found = []
    for passage, start, end, kind, trigger, actors in connection.execute(_TOLD, (digest,)):
        parts = tuple((actors or "").split(",")) if actors else ()
        alike = (start, end, kind, trigger, parts)
        found.append(Told(passage, start, row[0][start:end], Sign(kind, trigger, parts, seen[alike])))
        seen[alike] += 1
    return found


def write_evidence(connection: sqlite3.Connection, correction: int, sides: Sequence[Sequence[int]]) -> None:
    """Writes what a correction hangs on: on each side passages, those that decide first."""
    numbered = [(side, passage) for side, passages in enumerate(sides) for passage in passages]
    known: dict[str, list[Told]] = {}
    for position, (side, passage) in enumerate(numbered):
        digest, title, event = connection.execute(
            "SELECT hash, title, coalesce(event, (SELECT event FROM rejected WHERE passage = passage.id))"
            " FROM passage JOIN document ON document.id = passage.document WHERE passage.id = ?",
            (passage,),
        ).fetchone()
        all_told = known.get(digest) or known.setdefault(digest, told_by(connection, digest))
        told = next(told for told in all_told if told.passage == passage)
        evidence = evidence_of(told, digest, title, all_told)
        connection.execute(
            "INSERT INTO correction_evidence (correction, position, side, document, title, quote, start,"
            " sign, others, event_before, passage) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (correction, position, side, *columns_of(evidence), event, passage),
        )


def tie(connection: sqlite3.Connection, digest: str) -> None:
    """Finds the evidence of all corrections again in a document whose passages were written anew."""
    rows = connection.execute(
        "SELECT correction, position, document, title, quote, start, sign, others FROM correction_evidence"
        " WHERE document = ?",
        (digest,),
    ).fetchall()
    if not rows:
        return
    all_told = told_by(connection, digest)
    connection.executemany(
        "UPDATE correction_evidence SET passage = ? WHERE correction = ? AND position = ?",
        [(find(evidence_from(*row), all_told), correction, position) for correction, position, *row in rows],
    )


def columns_of(evidence: Evidence) -> tuple[str | int | None, ...]:
    """Returns evidence as the columns `document, title, quote, start, sign, others`."""
    sign = json.dumps(astuple(evidence.sign), ensure_ascii=False)
    others = json.dumps([astuple(other) for other in evidence.others], ensure_ascii=False)
    return evidence.document, evidence.title, evidence.quote, evidence.start, sign, others


def evidence_from(
    document: str, title: str | None, quote: str, start: int, sign: str, others: str
) -> Evidence:
    """Returns the evidence that stands in these columns."""
    signs = tuple(_sign(*other) for other in json.loads(others))
    return Evidence(document, title, quote, start, _sign(*json.loads(sign)), signs)


def _sign(kind: str, trigger: str, actors: list[str], nth: int) -> Sign:
    return Sign(kind, trigger, tuple(actors), nth)

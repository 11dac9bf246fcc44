"""Keeps on which day passages are compared whose event's date a user corrected: on that day alone.

The correction moves the passages that it hangs on, and all that are in one block with any of them: what is
copied word for word has the same date wrong. The last correction holds.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus import Basis, Precision
from store.corrections.dates import read_date
from store.merge.blocks import Voice
from store.merge.telling import Telling

_CORRECTED = """
    WITH held AS (
        SELECT correction.id AS number, payload, passage.id AS passage, block
        FROM correction JOIN correction_evidence ON correction = correction.id AND side = 0
            JOIN passage ON passage.id = correction_evidence.passage
        WHERE change = 'date' AND NOT undone
    )
    SELECT number, passage, payload FROM held
    UNION
    SELECT number, passage.id, payload FROM held JOIN passage ON passage.block = held.block
    WHERE held.block <> ''
    ORDER BY 1
"""
_RESEMBLED = """
    SELECT passage, other FROM resemblance WHERE passage IN (SELECT value FROM json_each(:all))
    UNION
    SELECT passage, other FROM resemblance WHERE other IN (SELECT value FROM json_each(:all))
"""
_FORGET = (
    "DELETE FROM resemblance WHERE passage IN (SELECT value FROM json_each(:all))",
    "DELETE FROM resemblance WHERE other IN (SELECT value FROM json_each(:all))",
    "DELETE FROM moved WHERE passage IN (SELECT value FROM json_each(:all))",
)
_VOICES = "SELECT id FROM passage WHERE voice AND id IN (SELECT value FROM json_each(:all))"

_Row = tuple[str, str, str, str]
"""A date as the store has it: value, first, last, precision."""


@dataclass(frozen=True, slots=True)
class Redated:
    """The passages that are to be compared on another day now, and those that they resembled before."""

    speaking: set[int]
    disturbed: set[int]


def redate(connection: sqlite3.Connection) -> Redated:
    """Moves passages to where the corrections in force have them.

    What was found of their likeness on another day is forgotten.
    """
    wanted = {passage: _row(payload) for _, passage, payload in connection.execute(_CORRECTED)}
    rows = connection.execute("SELECT passage, value, first, last, precision FROM moved")
    standing: dict[int, _Row] = {passage: (value, *rest) for passage, value, *rest in rows}
    changed = {p for p in wanted.keys() | standing.keys() if wanted.get(p) != standing.get(p)}
    listed = {"all": json.dumps(sorted(changed))}
    resembled = {number for pair in connection.execute(_RESEMBLED, listed) for number in pair}
    for statement in _FORGET:
        connection.execute(statement, listed)
    connection.executemany(
        "INSERT INTO moved (passage, value, first, last, precision) VALUES (?, ?, ?, ?, ?)",
        [(passage, *wanted[passage]) for passage in sorted(changed & wanted.keys())],
    )
    return Redated({number for (number,) in connection.execute(_VOICES, listed)}, resembled | changed)


def as_compared(connection: sqlite3.Connection, found: Sequence[Telling]) -> list[Telling]:
    """Returns tellings with the dates on which they are compared, in their order."""
    moved = _moved(connection, (telling.id for telling in found))
    return [_on(telling, moved[telling.id]) if telling.id in moved else telling for telling in found]


def _moved(connection: sqlite3.Connection, passages: Iterable[int]) -> dict[int, _Row]:
    rows = connection.execute(
        "SELECT passage, value, first, last, precision FROM moved"
        " WHERE passage IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(passages)),),
    )
    return {passage: (value, first, last, precision) for passage, value, first, last, precision in rows}


def _on(telling: Telling, row: _Row) -> Telling:
    value, first, last, precision = row
    return replace(
        telling,
        value=value,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        precision=Precision(precision),
        basis=Basis.CORRECTED,
        voice=Voice.LEAD if telling.voice else Voice.SILENT,
    )


def _row(payload: str) -> _Row:
    found = read_date(json.loads(payload)["value"])
    assert found.edtf is not None and found.first is not None and found.last is not None
    return found.edtf, found.first.isoformat(), found.last.isoformat(), found.precision

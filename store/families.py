"""Keeps which documents carry the same text: their sketches, and the families that they make.

Two documents are of one family where one is a copy of the other, or both of the same third one; so a family
does not depend on which of them came first. It is found by the shingles that texts share: most share none.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from struct import pack, unpack

from store.merge.copies import LOOKED_UP, Printed, Sketch, is_copy, originals, sketch
from store.rows import day_or_none

_SHARING = """
    SELECT DISTINCT family, document.id FROM shingle JOIN document ON document.id = shingle.document
    WHERE shingle.hash IN (SELECT value FROM json_each(?)) AND document.id <> ?
    ORDER BY family, document.id
"""


def join_family(connection: sqlite3.Connection, document: int, text: str) -> set[int]:
    """Finds the family of a document that was written; returns the documents that got another one by it."""
    made = sketch(text)
    stored = _sketch(connection, document)
    if stored == made:
        return set()
    left = set() if stored is None else _members(connection, document)
    _write_sketch(connection, document, made)
    for each in sorted(left | {document}):
        connection.execute("UPDATE document SET family = id WHERE id = ?", (each,))
    joined = [_join(connection, each) for each in sorted(left | {document})]
    return left.union(*joined) - {document}


def sketch_all(connection: sqlite3.Connection) -> None:
    """Finds the families of all documents of a store that knows of none yet."""
    for number, text in connection.execute("SELECT id, text FROM document ORDER BY id").fetchall():
        connection.execute("DELETE FROM sketch WHERE document = ?", (number,))
        join_family(connection, number, text)


def originals_of(connection: sqlite3.Connection, documents: set[int]) -> dict[int, int]:
    """Returns for each document, by number, the earliest of them that carries its text."""
    rows = connection.execute(
        "SELECT id, hash, published, coalesce(family, id) FROM document"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(documents)),),
    )
    printed = [
        Printed(number, digest, day_or_none(published), family) for number, digest, published, family in rows
    ]
    return {int(copy): int(original) for copy, original in originals(printed).items()}


def _join(connection: sqlite3.Connection, document: int) -> set[int]:
    """Joins a document to the families that it belongs to; returns the members that changed theirs."""
    made = _sketch(connection, document)
    assert made is not None
    wanted = (json.dumps(made.hashes[:LOOKED_UP]), document)
    sharing: dict[int, list[int]] = {}
    for family, other in connection.execute(_SHARING, wanted).fetchall():
        sharing.setdefault(family, []).append(other)
    near = {
        family
        for family, others in sharing.items()
        if any(is_copy(made, other) for other in _sketches(connection, others))
    }
    (own,) = connection.execute("SELECT family FROM document WHERE id = ?", (document,)).fetchone()
    family = min(near | {own})
    changed = json.dumps(sorted((near | {own}) - {family}))
    rows = connection.execute(
        "UPDATE document SET family = ? WHERE family IN (SELECT value FROM json_each(?)) RETURNING id",
        (family, changed),
    )
    return {number for (number,) in rows}


def _members(connection: sqlite3.Connection, document: int) -> set[int]:
    statement = "SELECT id FROM document WHERE family = (SELECT family FROM document WHERE id = ?)"
    return {number for (number,) in connection.execute(statement, (document,))}


def _sketches(connection: sqlite3.Connection, documents: Iterable[int]) -> Iterator[Sketch]:
    """Yields sketches one by one, since the first one often decides."""
    return (found for found in (_sketch(connection, each) for each in documents) if found is not None)


def _write_sketch(connection: sqlite3.Connection, document: int, made: Sketch) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO sketch (document, size, hashes) VALUES (?, ?, ?)",
        (document, made.size, pack(_form(len(made.hashes)), *made.hashes)),
    )
    connection.execute("DELETE FROM shingle WHERE document = ?", (document,))
    connection.executemany(
        "INSERT INTO shingle (hash, document) VALUES (?, ?)",
        [(code, document) for code in made.hashes[:LOOKED_UP]],
    )


def _sketch(connection: sqlite3.Connection, document: int) -> Sketch | None:
    row = connection.execute("SELECT size, hashes FROM sketch WHERE document = ?", (document,)).fetchone()
    return None if row is None else Sketch(row[0], unpack(_form(len(row[1]) // 4), row[1]))


def _form(number: int) -> str:
    return f"<{number}I"

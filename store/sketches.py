"""Keeps the sketches of documents, by which copies of one text are told (see `store.merge.copies`)."""

import json
import sqlite3
from collections.abc import Iterable
from struct import pack, unpack

from store.merge.copies import Printed, Sketch, originals, sketch
from store.rows import day_or_none

_SKETCHES = """
    SELECT document.id, size, hashes, CASE WHEN size IS NULL THEN text END
    FROM document LEFT JOIN sketch ON sketch.document = document.id
    WHERE document.id IN (SELECT value FROM json_each(?))
"""


def write_sketch(connection: sqlite3.Connection, document: int, text: str) -> None:
    """Writes the sketch of a document's text."""
    made = sketch(text)
    connection.execute(
        "INSERT OR REPLACE INTO sketch (document, size, hashes) VALUES (?, ?, ?)",
        (document, made.size, pack(_form(len(made.hashes)), *made.hashes)),
    )


def sketches(connection: sqlite3.Connection, documents: Iterable[int]) -> dict[int, Sketch]:
    """Returns the sketches of documents, by number; made on the way for those of an older store."""
    rows = connection.execute(_SKETCHES, (json.dumps(sorted(set(documents))),))
    return {
        number: sketch(text) if hashes is None else Sketch(size, _codes(hashes))
        for number, size, hashes, text in rows
    }


def originals_of(connection: sqlite3.Connection, documents: set[int]) -> dict[int, int]:
    """Returns for each document, by number, the earliest of them that carries its text."""
    known = sketches(connection, documents)
    rows = connection.execute(
        "SELECT id, hash, published FROM document WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(documents)),),
    )
    printed = [
        Printed(number, digest, day_or_none(published), known[number]) for number, digest, published in rows
    ]
    return {int(copy): int(original) for copy, original in originals(printed).items()}


def _codes(hashes: bytes) -> tuple[int, ...]:
    return unpack(_form(len(hashes) // 4), hashes)


def _form(number: int) -> str:
    return f"<{number}I"

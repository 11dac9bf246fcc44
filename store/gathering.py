"""Keeps the blocks of passages that are the same event without a doubt, and who speaks for each of them."""

import json
import sqlite3
from collections.abc import Iterable

from store.merge.blocks import Worded, joined, own_block, voices

_MEMBERS = """
    SELECT passage.id, hash || ':' || start || ':' || trigger || ':' || passage.id, words, is_voice
    FROM passage JOIN document ON document.id = passage.document WHERE block = ?
"""
_WORDINGS = "SELECT DISTINCT block, words FROM passage WHERE sign = ?"
_SILENCE = (
    "UPDATE passage SET is_voice = 0 WHERE id = ?",
    "DELETE FROM resemblance WHERE passage = ?",
    "DELETE FROM resemblance WHERE other = ?",
)


def gather(connection: sqlite3.Connection, fresh: Iterable[int], left: Iterable[str]) -> set[int]:
    """Puts fresh passages into their blocks, and the rest of the blocks that passages left into theirs.

    Returns the passages that speak for a block, or for themselves, since now: they are to be compared.
    """
    loose = set(fresh) | _taken_apart(connection, left)
    for passage in sorted(loose):
        _join(connection, passage)
    blocks = {passage: _block(connection, passage) for passage in loose}
    speaking = {passage for passage, block in blocks.items() if not block}
    for block in sorted(set(blocks.values()) - {""}):
        speaking |= _speakers(connection, block, loose)
    return speaking


def _taken_apart(connection: sqlite3.Connection, blocks: Iterable[str]) -> set[int]:
    """Makes each passage of some blocks one of its own, and returns them."""
    apart: set[int] = set()
    for block in sorted(set(blocks) - {""}):
        rows = connection.execute("SELECT id, sign, words FROM passage WHERE block = ?", (block,)).fetchall()
        apart |= {number for number, *_ in rows}
        connection.executemany(
            "UPDATE passage SET block = ? WHERE id = ?",
            [(own_block(sign, words), number) for number, sign, words in rows if sign],
        )
    return apart


def _join(connection: sqlite3.Connection, passage: int) -> None:
    """Puts a passage into the block that its words belong to, with all others that it joins together."""
    statement = "SELECT sign, words FROM passage WHERE id = ?"
    sign, words = connection.execute(statement, (passage,)).fetchone()
    if not sign:
        return
    known: dict[str, list[str]] = {}
    for name, wording in connection.execute(_WORDINGS, (sign,)):
        known.setdefault(name, []).append(wording)
    names = joined(sign, words, known)
    connection.execute(
        "UPDATE passage SET block = ? WHERE sign = ? AND block IN (SELECT value FROM json_each(?))",
        (min(names), sign, json.dumps(sorted(names))),
    )


def _block(connection: sqlite3.Connection, passage: int) -> str:
    return str(connection.execute("SELECT block FROM passage WHERE id = ?", (passage,)).fetchone()[0])


def _speakers(connection: sqlite3.Connection, block: str, loose: set[int]) -> set[int]:
    """Chooses who speaks for a block; returns those who did not before."""
    rows = connection.execute(_MEMBERS, (block,)).fetchall()
    chosen = voices(Worded(number, name, words) for number, name, words, _ in rows)
    before = {number for number, *_, is_voice in rows if is_voice}
    silent = [(number,) for number in sorted(before - chosen)]
    for statement in _SILENCE:
        connection.executemany(statement, silent)
    heard = [(number,) for number in sorted(chosen - before)]
    connection.executemany("UPDATE passage SET is_voice = 1 WHERE id = ?", heard)
    return (chosen - before) | (chosen & loose)

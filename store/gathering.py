"""Keeps the blocks of passages that are the same event without a doubt, and who speaks for each of them."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from store.merge.blocks import Sign, Voice, Worded, joined, leading, own_block, voices
from store.resemblance import forget

# SQLite takes a partial index only for a query that says what the index says: `block <> ''`.
_MEMBERS = """
    SELECT passage.id, hash || ':' || start || ':' || trigger || ':' || passage.id, words, voice
    FROM passage JOIN document ON document.id = passage.document WHERE block = ? AND block <> ''
"""
_BLOCKS = "SELECT DISTINCT block FROM passage WHERE sign = ? AND sign <> ''"
_WORDINGS = "SELECT DISTINCT block, words FROM passage WHERE sign = ? AND sign <> ''"
_PARTS = "SELECT id, sign, words FROM passage WHERE block = ? AND block <> ''"
_MOVE = """
    UPDATE passage SET block = ?
    WHERE sign = ? AND sign <> '' AND block IN (SELECT value FROM json_each(?))
"""


@dataclass(slots=True)
class Gathered:
    """The passages that speak since now, or to others than before, and are to be compared.

    `disturbed` holds all whose events that may part or bring together.
    """

    speaking: set[int] = field(default_factory=set)
    disturbed: set[int] = field(default_factory=set)


def gather(connection: sqlite3.Connection, fresh: Iterable[int], left: Iterable[Sign]) -> Gathered:
    """Puts fresh passages into their blocks, and the rest of the blocks that passages left into theirs."""
    left = set(left)
    loose = set(fresh) | _taken_apart(connection, {each.block for each in left})
    for passage in sorted(loose):
        _join(connection, passage)
    signs = {passage: _sign(connection, passage) for passage in loose}
    gathered = Gathered({passage for passage, each in signs.items() if not each.block})
    unsigned = {each.block for each in signs.values() if each.block and not each.sign}
    for block in sorted(unsigned):
        _choose(connection, block, Voice.LEAD, loose, gathered)
    touched = {each.block for each in signs.values()}
    for sign in sorted({each.sign for each in (*signs.values(), *left)} - {""}):
        _choose_in_crowd(connection, sign, touched, loose, gathered)
    return gathered


def _choose_in_crowd(
    connection: sqlite3.Connection, sign: str, touched: set[str], loose: set[int], gathered: Gathered
) -> None:
    """Chooses who speaks for each block of a sign, and to whom.

    Looked at are the blocks `touched` by loose passages, and those that lead now or did: no others change.
    """
    blocks = {block for (block,) in connection.execute(_BLOCKS, (sign,))}
    led = {block for (block,) in connection.execute(f"{_BLOCKS} AND voice = ?", (sign, Voice.LEAD))}
    leads = leading(blocks)
    for block in sorted(touched & blocks | leads | led):
        _choose(connection, block, Voice.LEAD if block in leads else Voice.ECHO, loose, gathered)


def _taken_apart(connection: sqlite3.Connection, blocks: Iterable[str]) -> set[int]:
    """Makes each passage of some blocks one of its own, and returns them."""
    apart: set[int] = set()
    for block in sorted(set(blocks) - {""}):
        rows = connection.execute(_PARTS, (block,)).fetchall()
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
    connection.execute(_MOVE, (min(names), sign, json.dumps(sorted(names))))


def _sign(connection: sqlite3.Connection, passage: int) -> Sign:
    return Sign(*connection.execute("SELECT sign, block FROM passage WHERE id = ?", (passage,)).fetchone())


def _choose(
    connection: sqlite3.Connection, block: str, voice: Voice, loose: set[int], gathered: Gathered
) -> None:
    """Chooses who speaks for a block, and notes for whom that is new; their old scores are forgotten."""
    rows = connection.execute(_MEMBERS, (block,)).fetchall()
    chosen = voices(Worded(number, name, words) for number, name, words, _ in rows)
    wanted = {number: voice if number in chosen else Voice.SILENT for number, *_ in rows}
    changed = {number for number, *_, before in rows if before != wanted[number]}
    connection.executemany(
        "UPDATE passage SET voice = ? WHERE id = ?", [(wanted[number], number) for number in sorted(changed)]
    )
    gathered.speaking |= chosen & (loose | changed)
    gathered.disturbed |= changed | forget(connection, changed)

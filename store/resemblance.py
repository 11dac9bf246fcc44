"""Keeps how far passages resemble each other, so that each pair is compared only once."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence, Set

from store.merge.cluster import Pair
from store.merge.compare import SAME, compare
from store.merge.telling import Telling
from store.redating import as_compared
from store.tellings import candidates, tellings

_LEAST = 0.2
"""Weaker pairs are not kept: they count as 0 in the average of a group."""

_NEIGHBOURS = """
    SELECT other FROM resemblance WHERE score >= :least AND passage IN (SELECT value FROM json_each(:from))
    UNION
    SELECT passage FROM resemblance WHERE score >= :least AND other IN (SELECT value FROM json_each(:from))
    UNION
    SELECT id FROM passage WHERE block <> '' AND block IN
        (SELECT block FROM passage WHERE id IN (SELECT value FROM json_each(:from)))
    UNION
    SELECT passage FROM correction_evidence WHERE passage IS NOT NULL AND correction IN
        (SELECT correction FROM correction_evidence JOIN correction ON correction.id = correction
         WHERE NOT undone AND passage IN (SELECT value FROM json_each(:from)))
    UNION
    SELECT id FROM passage WHERE event IN
        (SELECT event FROM passage WHERE id IN (SELECT value FROM json_each(:from)))
    UNION
    SELECT passage FROM rejected WHERE event IN
        (SELECT event FROM rejected WHERE passage IN (SELECT value FROM json_each(:from)))
"""
_SCORES = """
    SELECT passage, other, score FROM resemblance WHERE passage IN (SELECT value FROM json_each(?))
"""
_FORGET = """
    DELETE FROM resemblance WHERE passage IN (SELECT value FROM json_each(:all))
        OR other IN (SELECT value FROM json_each(:all)) RETURNING passage, other
"""
_SPEAKING = "SELECT id FROM passage WHERE voice AND id IN (SELECT value FROM json_each(?))"


def forget(connection: sqlite3.Connection, passages: Set[int]) -> set[int]:
    """Forgets how far passages resemble others; returns these, and those of them that resembled any."""
    if not passages:
        return set()
    rows = connection.execute(_FORGET, {"all": json.dumps(sorted(passages))}).fetchall()
    return {number for pair in rows for number in pair}


def speaking(connection: sqlite3.Connection, passages: Iterable[int]) -> set[int]:
    """Returns those of the passages that are compared with others."""
    return {number for (number,) in connection.execute(_SPEAKING, (json.dumps(sorted(passages)),))}


def link(connection: sqlite3.Connection, speaking: Iterable[int]) -> None:
    """Compares passages with all that may tell the same event and speak for it, and keeps the scores."""
    news = as_compared(connection, tellings(connection, speaking))
    near = {telling.id: candidates(connection, telling) for telling in news}
    others = as_compared(connection, tellings(connection, set().union(*near.values())))
    known = {telling.id: telling for telling in others}
    pairs: dict[Pair, float] = {}
    for telling in news:
        for other in near[telling.id]:
            pair = (min(telling.id, other), max(telling.id, other))
            if pair not in pairs:
                resemblance = compare(telling, known[other])
                pairs[pair] = resemblance.score if resemblance else 0.0
    connection.executemany(
        "INSERT OR REPLACE INTO resemblance (passage, other, score) VALUES (?, ?, ?)",
        [(*pair, score) for pair, score in pairs.items() if score >= _LEAST],
    )


def components(
    found: Sequence[Telling], scores: Mapping[Pair, float]
) -> list[tuple[list[Telling], dict[Pair, float]]]:
    """Returns tellings in parts that hang together by blocks and by links, each with the scores inside it.

    Each part is clustered by itself, so that it does not matter what else was redone at the same time.
    """
    parent = {telling.id: telling.id for telling in found}

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first_of_block: dict[str, int] = {}
    for telling in found:
        if telling.block:
            parent[root(telling.id)] = root(first_of_block.setdefault(telling.block, telling.id))
    for (one, other), score in scores.items():
        if score >= SAME:
            parent[root(one)] = root(other)
    parts: dict[int, tuple[list[Telling], dict[Pair, float]]] = {}
    for telling in found:
        parts.setdefault(root(telling.id), ([], {}))[0].append(telling)
    for pair, score in scores.items():
        if root(pair[0]) == root(pair[1]):
            parts[root(pair[0])][1][pair] = score
    return list(parts.values())


def hanging_together(
    connection: sqlite3.Connection, passages: Iterable[int]
) -> tuple[set[int], dict[Pair, float]]:
    """Returns the passages, all that hang on them, and the scores among these.

    They hang together by blocks, by links, by the events that they tell now, and by corrections in force.
    """
    found: set[int] = set()
    edge = set(passages)
    while edge:
        found |= edge
        parameters = {"least": SAME, "from": json.dumps(sorted(edge))}
        edge = {number for (number,) in connection.execute(_NEIGHBOURS, parameters)} - found
    rows = connection.execute(_SCORES, (json.dumps(sorted(found)),))
    return found, {(passage, other): score for passage, other, score in rows if other in found}

"""Writes what documents tell, and redoes the events that this touches."""

import json
import sqlite3
from dataclasses import dataclass, field

from corpus import Analysis
from store.corrections.anchoring import tie
from store.identities.applying import identified
from store.identities.found import flag, keep_found, note_unlisted
from store.identities.verdicts import Meanings, meanings
from store.merge.blocks import Sign
from store.notes.anchoring import tie_anchors
from store.passages import write_passages
from store.runs import Standings, standings
from store.settle import Changes, neighbours, remove_empty, settle


@dataclass(slots=True)
class Touched:
    """What documents that were written leave to be settled: passages, blocks, and events as they stood.

    `known_better` holds the passages of whose actors more is known now than when they were compared.
    """

    fresh: set[int] = field(default_factory=set)
    known_better: set[int] = field(default_factory=set)
    disturbed: set[int] = field(default_factory=set)
    left: set[Sign] = field(default_factory=set)
    stood: Standings = field(default_factory=dict)


def as_they_are(connection: sqlite3.Connection, analysis: Analysis) -> tuple[Analysis, Meanings]:
    """Returns an analysis with those whom nobody listed as who they are, and of whom the user said so."""
    note_unlisted(connection, analysis.entities)
    meant = meanings(connection, (entity.id for entity in analysis.entities if not entity.verified))
    flag(connection, meant)
    return identified(analysis, meant), meant


def note_standing(connection: sqlite3.Connection, document: int, touched: Touched) -> None:
    """Notes how the events of a document stand, before its passages are written anew."""
    statement = "SELECT event, sign, block FROM passage WHERE document = ?"
    told = connection.execute(statement, (document,)).fetchall()
    before = standings(connection, {event for event, *_ in told if event is not None})
    touched.stood = before | touched.stood
    touched.left |= {Sign(sign, block) for _, sign, block in told}
    touched.disturbed |= neighbours(connection, document)


def write_told(
    connection: sqlite3.Connection,
    document: int,
    found: Analysis,
    said: Analysis,
    meant: Meanings,
    entities: dict[str, int],
    touched: Touched,
) -> None:
    """Writes the passages of a document, and ties to them what hangs on them."""
    passages = write_passages(connection, document, said, entities)
    keep_found(connection, document, found, passages, meant)
    touched.fresh |= set(passages)
    tie(connection, found.document.hash)
    tie_anchors(connection, found.document.hash)


def settled(connection: sqlite3.Connection, touched: Touched) -> tuple[Changes, set[int]]:
    """Redoes the events that written documents touch; returns what changed, and the events that are gone."""
    disturbed, known_better = (
        _existing(connection, each) for each in (touched.disturbed, touched.known_better)
    )
    changes = settle(connection, touched.fresh, disturbed, touched.left, known_better)
    return changes, changes.gone | remove_empty(connection, touched.stood)


def _existing(connection: sqlite3.Connection, passages: set[int]) -> set[int]:
    """Returns those of the passages that are there still."""
    statement = "SELECT id FROM passage WHERE id IN (SELECT value FROM json_each(?))"
    return {passage for (passage,) in connection.execute(statement, (json.dumps(sorted(passages)),))}

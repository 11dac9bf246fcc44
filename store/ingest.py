"""Ingests documents: all of them or none, and nothing where nothing is new.

Documents that are ingested together are settled together: what hundreds of reports tell is redone once.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus import Analysis
from store.corrections.anchoring import tie
from store.documents import is_current, known, write_document, write_entities, write_marks
from store.estimates.marking import marked
from store.families import join_family
from store.model import ESTIMATE, Ingested, Outcome
from store.notes.anchoring import tie_anchors
from store.passages import write_passages
from store.runs import Standings, note_run, standings
from store.settle import neighbours, remove_empty, settle
from store.writing import writing


@dataclass(slots=True)
class _Touched:
    """What documents that were written leave to be settled: passages, blocks, and events as they stood."""

    fresh: set[int] = field(default_factory=set)
    disturbed: set[int] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    stood: Standings = field(default_factory=dict)


def ingest(
    connection: sqlite3.Connection,
    analyses: Sequence[Analysis],
    run: int | None = None,
    *,
    anew: bool = False,
) -> Ingested:
    """Writes what was found in some documents and redoes the events that they touch.

    Where the ingest is part of a run, what it changed is noted there. `anew` writes also what is known.
    """
    with writing(connection):
        touched = _Touched()
        outcomes = tuple(_write(connection, analysis, touched, anew=anew) for analysis in analyses)
        if not any(outcome is not Outcome.UNCHANGED for outcome in outcomes):
            return Ingested(outcomes)
        there = _existing(connection, touched.disturbed)
        changes = settle(connection, touched.fresh, there, touched.left)
        gone = changes.gone | remove_empty(connection, touched.stood)
        if run is not None:
            note_run(connection, run, changes.before | touched.stood, changes.new)
    return Ingested(outcomes, len(changes.new), len(changes.joined - gone), len(gone))


def _write(connection: sqlite3.Connection, analysis: Analysis, touched: _Touched, *, anew: bool) -> Outcome:
    """Writes a document and its passages, and notes what that touches."""
    stored = known(connection, analysis.document.hash)
    is_known = stored is not None and is_current(stored, analysis.document, analysis.extraction)
    if is_known and not anew:
        return Outcome.UNCHANGED
    if analysis.document.published_from == ESTIMATE:
        analysis = marked(analysis)
    number = write_document(connection, analysis.document, analysis.extraction)
    touched.disturbed |= _told_by(connection, join_family(connection, number, analysis.document.text))
    connection.execute("DELETE FROM estimate WHERE document = ?", (number,))
    entities = write_entities(connection, analysis)
    write_marks(connection, number, analysis, entities)
    if stored is not None:
        told = connection.execute("SELECT event, block FROM passage WHERE document = ?", (number,)).fetchall()
        before = standings(connection, {event for event, _ in told if event is not None})
        touched.stood = before | touched.stood
        touched.left |= {block for _, block in told}
        touched.disturbed |= neighbours(connection, number)
    touched.fresh |= set(write_passages(connection, number, analysis, entities))
    tie(connection, analysis.document.hash)
    tie_anchors(connection, analysis.document.hash)
    return Outcome.ADDED if stored is None else Outcome.UPDATED


def _told_by(connection: sqlite3.Connection, documents: set[int]) -> set[int]:
    statement = "SELECT id FROM passage WHERE document IN (SELECT value FROM json_each(?))"
    return {passage for (passage,) in connection.execute(statement, (json.dumps(sorted(documents)),))}


def _existing(connection: sqlite3.Connection, passages: set[int]) -> set[int]:
    """Returns those of the passages that are there still."""
    statement = "SELECT id FROM passage WHERE id IN (SELECT value FROM json_each(?))"
    return {passage for (passage,) in connection.execute(statement, (json.dumps(sorted(passages)),))}

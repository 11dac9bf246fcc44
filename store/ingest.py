"""Ingests one document: all of it or nothing, and nothing where nothing is new."""

import sqlite3

from corpus import Analysis
from store.corrections.anchoring import tie
from store.documents import is_current, known, write_document, write_entities, write_marks
from store.model import Ingested, Outcome
from store.notes.anchoring import tie_anchors
from store.passages import write_passages
from store.runs import note_run, standings
from store.settle import neighbours, remove_empty, settle
from store.sketches import write_sketch
from store.writing import writing


def ingest(connection: sqlite3.Connection, analysis: Analysis, run: int | None = None) -> Ingested:
    """Writes what was found in a document and redoes the events that it touches.

    Where the ingest is part of a run, what it changed is noted there.
    """
    with writing(connection):
        stored = known(connection, analysis.document.hash)
        if stored is not None and is_current(stored, analysis.document, analysis.extraction):
            return Ingested(Outcome.UNCHANGED)
        number = write_document(connection, analysis.document, analysis.extraction)
        write_sketch(connection, number, analysis.document.text)
        entities = write_entities(connection, analysis)
        write_marks(connection, number, analysis, entities)
        before = _events_told_by(connection, number)
        stood = standings(connection, before)
        disturbed = neighbours(connection, number)
        fresh = write_passages(connection, number, analysis, entities)
        tie(connection, analysis.document.hash)
        tie_anchors(connection, analysis.document.hash)
        changes = settle(connection, fresh, disturbed)
        gone = changes.gone | remove_empty(connection, before)
        if run is not None:
            note_run(connection, run, stood | changes.before, changes.new)
    outcome = Outcome.ADDED if stored is None else Outcome.UPDATED
    return Ingested(outcome, len(changes.new), len(changes.joined - gone), len(gone))


def _events_told_by(connection: sqlite3.Connection, document: int) -> set[int]:
    rows = connection.execute("SELECT DISTINCT event FROM passage WHERE document = ?", (document,))
    return {event for (event,) in rows if event is not None}

"""Ingests documents: all of them or none, and nothing where nothing is new.

Documents that are ingested together are settled together: what hundreds of reports tell is redone once.
"""

import json
import sqlite3
from collections.abc import Sequence

from corpus import Analysis
from store.documents import is_current, known, moved_abroad, write_document, write_entities, write_marks
from store.estimates.marking import marked
from store.families import join_family
from store.model import ESTIMATE
from store.outcomes import Ingested, Outcome
from store.runs import note_run
from store.touched import Touched, as_they_are, note_standing, settled, write_told
from store.writing import writing


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
        touched = Touched()
        outcomes = tuple(_write(connection, analysis, touched, anew=anew) for analysis in analyses)
        if not any(outcome is not Outcome.UNCHANGED for outcome in outcomes):
            return Ingested(outcomes)
        changes, gone = settled(connection, touched)
        if run is not None:
            note_run(connection, run, changes.before | touched.stood, changes.new)
    return Ingested(outcomes, len(changes.new), len(changes.joined - gone), len(gone))


def _write(connection: sqlite3.Connection, analysis: Analysis, touched: Touched, *, anew: bool) -> Outcome:
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
    said, meant = as_they_are(connection, analysis)
    touched.known_better |= moved_abroad(connection, said)
    entities = write_entities(connection, said)
    write_marks(connection, number, said, entities)
    if stored is not None:
        note_standing(connection, number, touched)
    write_told(connection, number, analysis, said, meant, entities, touched)
    return Outcome.ADDED if stored is None else Outcome.UPDATED


def _told_by(connection: sqlite3.Connection, documents: set[int]) -> set[int]:
    statement = "SELECT id FROM passage WHERE document IN (SELECT value FROM json_each(?))"
    return {passage for (passage,) in connection.execute(statement, (json.dumps(sorted(documents)),))}

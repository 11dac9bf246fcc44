"""What each ingest changed: how the events stood before a run, and how they stood after it."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from store.model import ChangeCounts, Changed, Changes, Run
from store.rows import event_rows
from store.writing import insert, writing

_KEPT = 20
"""So many runs are remembered; a run over everything has a row an event."""

Standings = dict[int, tuple[str, int]]
"""Events on the timeline by number, each with its value and how many sources tell it."""


def begin_run(connection: sqlite3.Connection) -> int:
    """Begins a run and returns its number; forgets runs of long ago."""
    with writing(connection):
        begun = datetime.now(UTC).isoformat(timespec="seconds")
        run = insert(connection, "ingest_run", {"begun": begun})
        connection.execute("DELETE FROM ingest_run WHERE id <= ?", (run - _KEPT,))
    return run


def standings(connection: sqlite3.Connection, events: Iterable[int]) -> Standings:
    """Returns how those of the events stand that are on the timeline."""
    wanted = (json.dumps(sorted(events)),)
    statement = "SELECT id, value, sources FROM event WHERE id IN (SELECT value FROM json_each(?))"
    return {number: (value, sources) for number, value, sources in connection.execute(statement, wanted)}


def note_run(connection: sqlite3.Connection, run: int, before: Standings, new: Iterable[int]) -> None:
    """Notes how events stand after a document of the run; what they were before its first one is kept."""
    after = standings(connection, {*before, *new})
    changed = [event for event in {*before, *after} if before.get(event) != after.get(event)]
    connection.executemany(
        "INSERT INTO run_change (run, event, value_before, sources_before, value_after, sources_after)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (run, event) DO UPDATE SET"
        " value_after = excluded.value_after, sources_after = excluded.sources_after",
        [(run, event, *_columns(before, event), *_columns(after, event)) for event in sorted(changed)],
    )


def _columns(stood: Mapping[int, tuple[str, int]], event: int) -> tuple[str | None, int | None]:
    return stood.get(event, (None, None))


_CHANGED = """
    SELECT event.key, value_before, sources_before, value_after, sources_after
    FROM run_change JOIN event ON event.id = run_change.event
    WHERE run = ? AND value_after IS NOT NULL ORDER BY event.key LIMIT ?
"""


def runs(connection: sqlite3.Connection) -> list[Run]:
    """Returns the runs that are remembered, the latest first."""
    rows = connection.execute("SELECT id, begun FROM ingest_run ORDER BY id DESC").fetchall()
    return [Run(run, datetime.fromisoformat(begun), change_counts(connection, run)) for run, begun in rows]


def changes(connection: sqlite3.Connection, run: int | None, limit: int = -1) -> Changes:
    """Returns what a run changed, of the latest where none is named; events that are gone are left out.

    Of more than `limit` events the first in date order are returned.
    """
    row = connection.execute(
        "SELECT id, begun FROM ingest_run WHERE ? IS NULL OR id = ? ORDER BY id DESC LIMIT 1", (run, run)
    ).fetchone()
    if row is None:
        return Changes(None, None, (), (), ())
    found = connection.execute(_CHANGED, (row[0], limit)).fetchall()
    rows = {event.key: event for event in event_rows(connection, [key for key, *_ in found])}
    noted = [(Changed(rows[key], value, sources), *after) for key, value, sources, *after in found]
    stood = [(change, *after) for change, *after in noted if change.value_before is not None]
    return Changes(
        run=int(row[0]),
        begun=datetime.fromisoformat(row[1]),
        new=tuple(change for change, *_ in noted if change.value_before is None),
        gained=tuple(change for change, _, sources in stood if sources > (change.sources_before or 0)),
        redated=tuple(change for change, value, _ in stood if value != change.value_before),
    )


_COUNTS = """
    SELECT count(*) FILTER (WHERE event.id AND value_before IS NULL AND value_after IS NOT NULL),
        count(*) FILTER (WHERE event.id AND sources_after > sources_before),
        count(*) FILTER (WHERE event.id AND value_after <> value_before),
        count(*) FILTER (WHERE value_before IS NOT NULL AND value_after IS NULL)
    FROM run_change LEFT JOIN event ON event.id = run_change.event WHERE run = ?
"""


def change_counts(connection: sqlite3.Connection, run: int) -> ChangeCounts:
    """Returns how many events a run changed, without reading them."""
    return ChangeCounts(*connection.execute(_COUNTS, (run,)).fetchone())

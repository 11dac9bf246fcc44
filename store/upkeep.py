"""Looks after the file: is it whole, and a copy of it while others use it."""

import sqlite3
from pathlib import Path

from corpus import StoreError

_COUNTS = (
    ("day_count", "SELECT first, count(*) FROM event GROUP BY first", "SELECT day, events FROM day_count"),
    (
        "month_count",
        "SELECT substr(first, 1, 7), count(*) FROM event GROUP BY 1",
        "SELECT month, events FROM month_count",
    ),
    (
        "country_count",
        "SELECT country || substr(first, 1, 7), count(*) FROM event_country JOIN event USING (key)"
        " GROUP BY 1",
        "SELECT country || month, events FROM country_count",
    ),
    (
        "actor_count",
        "SELECT entity, count(*) FROM event_actor GROUP BY entity",
        "SELECT entity, events FROM actor_count",
    ),
)
_STRAYS = (
    (
        "passages without an event",
        "SELECT count(*) FROM passage WHERE event IS NULL AND id NOT IN (SELECT passage FROM rejected)",
    ),
    (
        "passages both on the timeline and rejected",
        "SELECT count(*) FROM passage JOIN rejected ON passage = passage.id WHERE passage.event IS NOT NULL",
    ),
    (
        "events without a passage",
        "SELECT count(*) FROM event WHERE id NOT IN (SELECT event FROM passage WHERE event IS NOT NULL)",
    ),
    (
        "events that cannot be searched",
        "SELECT count(*) FROM event WHERE key NOT IN (SELECT key FROM event_words)",
    ),
    (
        "passages that reach beyond their text",
        "SELECT count(*) FROM passage JOIN document ON document.id = passage.document"
        " WHERE passage.start < 0 OR passage.end < passage.start OR length(document.text) < passage.end"
        " AND instr(document.text, char(0)) = 0",
    ),
)


_SAID = """
    SELECT DISTINCT event.key, sort, annotation.text FROM annotation JOIN anchor ON anchor.id = anchor
        JOIN passage ON passage.id = anchor.passage JOIN event ON event.id = passage.event
"""
"""What is said of events; `event_annotation` holds the same by key."""


def check(connection: sqlite3.Connection) -> list[str]:
    """Returns what is wrong with a store, each as a sentence; nothing for a whole one."""
    problems = [f"SQLite: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        problems.append(f"a row of {table} belongs to no {parent}")
    for name, truth, kept in _COUNTS:
        if dict(connection.execute(truth)) != dict(connection.execute(kept)):
            problems.append(f"the counts in {name} are not those of the events")
    if set(connection.execute(_SAID)) != set(
        connection.execute("SELECT key, sort, text FROM event_annotation")
    ):
        problems.append("the annotations of events are not those that were made")
    for name, statement in _STRAYS:
        (number,) = connection.execute(statement).fetchone()
        if number:
            problems.append(f"{number} {name}")
    return problems


def backup(connection: sqlite3.Connection, target: Path) -> None:
    """Copies a store to a new file, as it stands at one moment, while others may go on using it.

    Raises `StoreError` where the target is there already or cannot be written.
    """
    try:
        target.open("xb").close()
    except FileExistsError as error:
        raise StoreError(f"{target}: is there already; a backup overwrites nothing") from error
    except OSError as error:
        raise StoreError(f"{target}: cannot be written ({error.strerror})") from error
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    except BaseException:
        copy.close()
        target.unlink()
        raise
    copy.execute("PRAGMA journal_mode = DELETE")  # one file, complete without a log beside it
    copy.close()

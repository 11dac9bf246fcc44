"""The tables of a store, as numbered migrations (sqlite-utils), each a list of statements.

    document ──< passage >── event ──< event_actor >── entity ──< alias
        ├──< time_expression    ├──< event_country
        └──< mention >── entity ├──< event_type
                                └─── event_words ── event_search (FTS5)
    correction ──< correction_evidence >── passage ─── rejected
        └──< correction_move     entity ─── unlisted
    found_mention, found_actor: what mention and passage_actor would be, had the user said nothing
    ingest_run ──< run_change >── event                saved_query

A passage belongs to one event, or is `rejected` together with its event. All that hangs on an event's
`key` is rewritten with it; `event_type`, `day_count`, `month_count`, `country_count` and `actor_count` are
kept up to date by triggers. Views with plain names are for readers who open the file with other programs.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from store.corrections.tables import CORRECTIONS, IDENTITIES
from store.identities.tables import FOUND
from store.index import FILTERS, SEARCH, VIEWS
from store.notes.tables import NOTES
from store.saved import SAVED
from store.shape import SEVERAL_SOURCES, SHAPE
from store.tables import CITIES, COUNTRIES, DOCUMENTS, ESTIMATES, EVENTS, FAMILIES, MOVED, SKETCHES

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x444C4E45
"""`DLNE` in the file's header: this SQLite file is a store of dateline."""

Statement = str | Callable[[sqlite3.Connection], None]
"""A statement of SQL, or what fills tables from the rows that are there."""


def _find_families(connection: sqlite3.Connection) -> None:
    from store.families import sketch_all  # loads what compares texts; few stores need it

    sketch_all(connection)


STEPS: tuple[tuple[str, tuple[Statement, ...]], ...] = (
    ("0001_documents", DOCUMENTS),
    ("0002_events", EVENTS),
    ("0003_search", SEARCH),
    ("0004_views", VIEWS),
    ("0005_filters", FILTERS),
    ("0006_corrections", CORRECTIONS),
    ("0007_sketches", SKETCHES),
    ("0008_countries", COUNTRIES),
    ("0009_shape", SHAPE),
    ("0010_notes", NOTES),
    ("0011_identities", IDENTITIES),
    ("0012_saved", SAVED),
    ("0013_families", (*FAMILIES, _find_families)),
    ("0014_estimates", ESTIMATES),
    ("0015_found", FOUND),
    ("0016_moved", MOVED),
    ("0017_cities", CITIES),
    ("0018_several_sources", SEVERAL_SOURCES),
)

SCHEMA = len(STEPS)
"""The number of the newest migration; a store carries its own in `PRAGMA user_version`."""


def migrations() -> "Migrations":
    """Returns the migrations of a store, in order."""
    from sqlite_utils.migrations import Migrations

    found = Migrations("dateline")
    for name, statements in STEPS:
        found(name=name)(_step(statements))
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a store, or an empty file, to the newest schema: all of it or nothing."""
    from sqlite_utils import Database

    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations().apply(Database(connection, execute_plugins=False))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _step(statements: tuple[Statement, ...]) -> Callable[["Database"], None]:
    def run(db: "Database", /) -> None:
        for statement in statements:
            if isinstance(statement, str):
                db.execute(statement)
            else:
                statement(db.conn)

    return run

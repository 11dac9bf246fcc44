"""The tables of a store, as other programs find them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus import Analysis
from store import Store
from store.schema import STEPS, migrations

Write = Callable[..., Analysis]
SCHEMA_FILE = Path(__file__).parent / "schema.sql"


@pytest.fixture
def connection(store: Store) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(store.path)) as connection:
        yield connection


def schema(connection: sqlite3.Connection) -> str:
    """Returns the statements that made the store, without SQLite's own tables, by name."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND name NOT LIKE 'event\\_search\\_%' ESCAPE '\\' AND tbl_name <> '_sqlite_migrations'"
        " ORDER BY type DESC, name"
    )
    return "".join(f"{' '.join(sql.split())};\n" for (sql,) in rows)


def test_the_schema(connection: sqlite3.Connection) -> None:
    assert schema(connection) == SCHEMA_FILE.read_text(encoding="utf-8")


def test_migrations_are_numbered_in_order() -> None:
    names = [name for name, _ in STEPS]
    numbers = [int(name[:4]) for name in names]
    assert numbers == sorted(set(numbers))
    assert len(migrations()._migrations) == len(names)


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
        " AND name NOT LIKE '%sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'event\\_search%' ESCAPE '\\'"
    ).fetchall()
    assert loose == []


def test_the_file_says_whose_it_is(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA application_id").fetchone()[0].to_bytes(4) == b"DLNE"


def test_views_for_other_programs(store: Store, article: Write, connection: sqlite3.Connection) -> None:
    store.ingest(article("2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."))
    timeline = connection.execute("SELECT date, kind, headline, actors, sources FROM timeline").fetchall()
    assert timeline == [("2023-09-13", "CONSULT", "Kim met Putin", "Kim Jong Un, Vladimir Putin", 1)]
    evidence = connection.execute("SELECT date, quote, title, published FROM evidence").fetchall()
    assert evidence == [("2023-09-13", "Kim met Putin.", "A title", "2023-09-14")]
    actors = connection.execute("SELECT name, country, events FROM actors").fetchall()
    assert actors == [("Kim Jong Un", "PRK", 1), ("Vladimir Putin", "RUS", 1)]

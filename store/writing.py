"""Transactions and rows: the two things that every writer needs."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that takes the write lock at once, so that it never fails halfway for want of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    """Inserts a row and returns its rowid; the names of table and columns are the caller's own words."""
    places = ", ".join("?" * len(row))
    statement = " ".join(("INSERT INTO", table, "(", ", ".join(row), ") VALUES (", places, ")"))
    return int(connection.execute(statement, tuple(row.values())).lastrowid or 0)

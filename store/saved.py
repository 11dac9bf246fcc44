"""Queries that a user saved under a name; they lie in the store, so that they travel with it."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from corpus import EntityType, Kind, Status, StoreError
from store.model import Query, SavedQuery
from store.sanitise import clean_line

SAVED = (
    """
    CREATE TABLE saved_query (
        name TEXT PRIMARY KEY,
        query TEXT NOT NULL CHECK (json_valid(query))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX document_publisher ON document (publisher)",
    "CREATE INDEX document_identifier ON document (identifier)",
)
"""The table, and the indexes that filters on publishers and documents need."""

_UNFILTERED = asdict(Query())
_MADE_OF: dict[str, Callable[[Any], Any]] = {
    "first": date.fromisoformat,
    "last": date.fromisoformat,
    "kinds": lambda told: tuple(map(Kind, told)),
    "types": lambda told: tuple(map(EntityType, told)),
    "statuses": lambda told: tuple(map(Status, told)),
    "countries": lambda told: tuple(code if isinstance(code, str) else tuple(code) for code in told),
}
"""How a part of a query is made of JSON where that is more than a list becoming a tuple."""


def query_as_json(query: Query) -> str:
    """Returns a query as a JSON object of the parts that filter."""
    parts = {name: told for name, told in asdict(query).items() if told != _UNFILTERED[name]}
    return json.dumps(parts, ensure_ascii=False, default=date.isoformat)


def query_from_json(text: str) -> Query:
    """Returns the query that `query_as_json` wrote; raises ValueError for anything else."""
    told = json.loads(text)
    if not isinstance(told, dict) or not told.keys() <= {field.name for field in fields(Query)}:
        raise ValueError("no query of this version")
    try:
        return Query(**{name: _MADE_OF.get(name, _made)(value) for name, value in told.items()})
    except TypeError:
        raise ValueError("a part of the query is not what it should be") from None


def save(connection: sqlite3.Connection, name: str, query: Query) -> None:
    """Saves a query under a name, in place of the one that had it."""
    statement = (
        "INSERT INTO saved_query VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query"
    )
    connection.execute(statement, (clean_line(name).strip(), query_as_json(query)))


def saved(connection: sqlite3.Connection) -> list[SavedQuery]:
    """Returns the saved queries by name; one that a newer dateline wrote is left out."""
    found = []
    for name, text in connection.execute("SELECT name, query FROM saved_query ORDER BY lower(name), name"):
        try:
            found.append(SavedQuery(clean_line(name), query_from_json(text)))
        except ValueError:
            continue
    return found


def saved_query(connection: sqlite3.Connection, name: str) -> Query:
    """Returns the query of a name, in any case; `StoreError` names those that are there."""
    queries = {each.name.casefold(): each.query for each in saved(connection)}
    if name.casefold() in queries:
        return queries[name.casefold()]
    there = ", ".join(f"“{each.name}”" for each in saved(connection))
    hint = f"there is: {there}" if there else "the timeline saves one with its filters (key f)"
    raise StoreError(f"no search is saved as “{name}”; {hint}")


def forget(connection: sqlite3.Connection, name: str) -> bool:
    """Deletes the query of a name; tells whether there was one."""
    return connection.execute("DELETE FROM saved_query WHERE name = ?", (name,)).rowcount > 0


def _made(told: object) -> object:
    return tuple(told) if isinstance(told, list) else told

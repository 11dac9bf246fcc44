"""Counts: events of a query, by month, by kind, and what a whole store holds."""

import sqlite3
from datetime import date
from pathlib import Path

from corpus import Kind
from store.chronology import PLACES, day_of
from store.model import KindCount, MonthCount, Period, Query, Stats
from store.search import LONG_DAYS, is_unfiltered, select

_LAST_DAY = """
    SELECT max((SELECT max(last) FROM event WHERE key >= ?),
        (SELECT coalesce(max(last), '') FROM event WHERE days > 31))
"""
"""Only long events and those of the last days can reach to the last day; both are few and have an index."""


def count(connection: sqlite3.Connection, query: Query) -> int:
    """Returns how many events a query lets through."""
    if is_unfiltered(query):
        return int(connection.execute("SELECT coalesce(sum(events), 0) FROM month_count").fetchone()[0])
    selection = select(query)
    return int(
        connection.execute(selection.inside("SELECT count(*) FROM"), selection.parameters).fetchone()[0]
    )


def months(connection: sqlite3.Connection, query: Query) -> list[MonthCount]:
    """Returns how many events of a query begin in each month that has any, earliest first."""
    if is_unfiltered(query):
        rows = connection.execute("SELECT month, events FROM month_count ORDER BY month")
        return [MonthCount(int(month[:4]), int(month[5:]), events) for month, events in rows]
    selection = select(query)
    statement = selection.inside(f"SELECT key / {PLACES} AS day, count(*) FROM", "GROUP BY day")
    days = connection.execute(statement, selection.parameters)
    found: dict[tuple[int, int], int] = {}
    for number, events in days:
        day = date.fromordinal(number)
        found[day.year, day.month] = found.get((day.year, day.month), 0) + events
    return [MonthCount(year, month, events) for (year, month), events in sorted(found.items())]


def span(connection: sqlite3.Connection) -> Period | None:
    """Returns the first and the last day of all events, None where there are none."""
    least, most = connection.execute(
        "SELECT (SELECT min(key) FROM event), (SELECT max(key) FROM event)"
    ).fetchone()
    if least is None:
        return None
    last = connection.execute(_LAST_DAY, (most - LONG_DAYS * PLACES,)).fetchone()[0]
    return day_of(least), date.fromisoformat(last)


def kinds(connection: sqlite3.Connection, query: Query) -> list[KindCount]:
    """Returns how many events of a query are of each kind, the most frequent first."""
    selection = select(query)
    statement = selection.inside(
        "SELECT kind, count(*) AS events FROM event WHERE key IN", "GROUP BY kind ORDER BY events DESC, kind"
    )
    rows = connection.execute(statement, selection.parameters)
    return [KindCount(Kind(kind), events) for kind, events in rows]


def stats(connection: sqlite3.Connection, path: Path) -> Stats:
    """Returns what a store holds. `bytes` is the size of the file and of its write-ahead log."""

    def number(statement: str) -> int:
        return int(connection.execute(statement).fetchone()[0])

    log = path.with_name(f"{path.name}-wal")
    first, last = span(connection) or (None, None)
    return Stats(
        path=str(path),
        bytes=path.stat().st_size + (log.stat().st_size if log.exists() else 0),
        schema=number("PRAGMA user_version"),
        documents=number("SELECT count(*) FROM document"),
        undated=number("SELECT count(*) FROM document WHERE published IS NULL"),
        events=number("SELECT coalesce(sum(events), 0) FROM month_count"),
        passages=number("SELECT count(*) FROM passage"),
        entities=number("SELECT count(*) FROM entity"),
        first=first,
        last=last,
    )

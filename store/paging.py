"""Pages of a timeline by key, in both directions: as quick at its end as at its head."""

import sqlite3

from store.model import EventRow, Query
from store.rows import event_rows
from store.search import select


def page(
    connection: sqlite3.Connection, query: Query, *, after: int | None, before: int | None, limit: int
) -> list[EventRow]:
    """Returns up to `limit` events in date order.

    With `after` the first ones later than that key, with `before` the last ones earlier than that key,
    with both the first ones between them.
    """
    conditions, bounds = [], []
    for condition, bound in (("key > ?", after), ("key < ?", before)):
        if bound is not None:
            conditions.append(condition)
            bounds.append(bound)
    backwards = before is not None and after is None
    selection = select(query)
    statement = selection.keys(*conditions, order="key DESC" if backwards else "key", limit=True)
    found = connection.execute(statement, (*selection.parameters, *bounds, max(limit, 0)))
    keys = [key for (key,) in found]
    return event_rows(connection, keys[::-1] if backwards else keys)

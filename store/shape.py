"""The shape of a timeline: how many events of each country begin in a month, and which of them stand out."""

import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from heapq import nsmallest

from store.chronology import shade
from store.model import CountryCount, Query
from store.search import is_unfiltered, select

SHAPE = (
    # The second part is the salience that a key holds, the highest first, see `store.chronology`.
    "CREATE INDEX event_highlight ON event (substr(first, 1, 7), (key >> 24) & 255)",
    """
    CREATE TABLE country_count (
        country TEXT NOT NULL,
        month TEXT NOT NULL,
        events INTEGER NOT NULL,
        PRIMARY KEY (country, month)
    ) STRICT, WITHOUT ROWID
    """,
    # 1721424.5 is the Julian day of the day before 1 January of year 1, from which keys count their days.
    """
    INSERT INTO country_count (country, month, events)
    SELECT country, strftime('%Y-%m', (key >> 32) + 1721424.5), count(*) FROM event_country GROUP BY 1, 2
    """,
    """
    CREATE TRIGGER event_country_added AFTER INSERT ON event_country BEGIN
        INSERT INTO country_count (country, month, events)
            VALUES (new.country, strftime('%Y-%m', (new.key >> 32) + 1721424.5), 1)
            ON CONFLICT (country, month) DO UPDATE SET events = events + 1;
    END
    """,
    """
    CREATE TRIGGER event_country_gone AFTER DELETE ON event_country BEGIN
        UPDATE country_count SET events = events - 1
            WHERE country = old.country AND month = strftime('%Y-%m', (old.key >> 32) + 1721424.5);
        DELETE FROM country_count
            WHERE country = old.country AND month = strftime('%Y-%m', (old.key >> 32) + 1721424.5)
            AND events = 0;
    END
    """,
)
"""The index and the counts that a store keeps for its shape; triggers keep the counts up to date."""

SEVERAL_SOURCES = ("CREATE INDEX event_several_sources ON event (key) WHERE sources > 1",)
"""The events that several sources tell, for filters on their number: few in most stores."""

_BY_MONTH = (
    """
    SELECT strftime('%Y-%m', day + 1721424.5) AS month, country, sum(events) FROM
        (SELECT chosen.key >> 32 AS day, country, count(*) AS events FROM
    """,
    """
        AS chosen CROSS JOIN event_country ON event_country.key = chosen.key GROUP BY day, country)
    GROUP BY month, country ORDER BY month, country
    """,
)
"""What stands around a selection to count it: first by day, for a month takes longer to find."""

_OF_MONTH = "FROM event WHERE substr(first, 1, 7) = :month"
_SHADE = "(key >> 24) & 255"

_HIGHLIGHTS = f"SELECT key {_OF_MONTH} ORDER BY {_SHADE}, key LIMIT :limit"

_HIGHLIGHTS_AND_EQUALS = f"""
    SELECT key {_OF_MONTH} AND {_SHADE} <=
        coalesce((SELECT {_SHADE} {_OF_MONTH} ORDER BY {_SHADE} LIMIT 1 OFFSET :limit - 1), 255)
"""
"""All that are as salient as the last of the highlights too: one month has few enough of them."""


def country_counts(connection: sqlite3.Connection, query: Query) -> list[CountryCount]:
    """Returns how many events of a query each country takes part in, by month, earliest first."""
    if is_unfiltered(query):
        rows = connection.execute("SELECT month, country, events FROM country_count ORDER BY month, country")
        return [CountryCount(int(month[:4]), int(month[5:]), name, events) for month, name, events in rows]
    selection = select(query)
    statement = selection.inside(*_BY_MONTH)
    rows = connection.execute(statement, selection.parameters)
    return [CountryCount(int(month[:4]), int(month[5:]), name, events) for month, name, events in rows]


def highlights(connection: sqlite3.Connection, months: Sequence[str], limit: int) -> list[int]:
    """Returns the keys of the most salient events that begin in some months (`2023-09`), in date order."""
    statement = _HIGHLIGHTS_AND_EQUALS if len(months) == 1 else _HIGHLIGHTS
    found: list[int] = []
    for month in months:
        found += (key for (key,) in connection.execute(statement, {"month": month, "limit": limit}))
    return most_salient(sorted(found), limit)


def most_salient(keys: Sequence[int], limit: int) -> list[int]:
    """Returns at most `limit` of some keys in date order, those of the most salient events, in date order.

    Where more events are equally salient than there is room for, those shown lie far apart in time.
    """
    if len(keys) <= limit:
        return list(keys)
    shades = [shade(key) for key in keys]
    last = nsmallest(limit, shades)[-1]
    brighter = [key for key, found in zip(keys, shades, strict=True) if found < last]
    equal = [key for key, found in zip(keys, shades, strict=True) if found == last]
    return sorted(brighter + _spread(equal, limit - len(brighter)))


def _spread(keys: Sequence[int], number: int) -> list[int]:
    """Returns some of the keys, those next to points that divide the time from first to last evenly."""
    first, span = keys[0], keys[-1] - keys[0]
    place, chosen = -1, []
    for step in range(number):
        point = first + span * step // max(number - 1, 1)
        place = min(max(bisect_left(keys, point), place + 1), len(keys) - number + step)
        chosen.append(keys[place])
    return chosen

"""Facets: how many events of a query have each kind, status, country, entity type, publisher or breadth."""

import sqlite3
from enum import StrEnum

from store.model import FacetCount, Query
from store.sanitise import clean_line
from store.search import EVIDENCE, is_unfiltered, select


class Facet(StrEnum):
    """By what the events of a query are told apart; `SOURCES` by how many independent sources tell them."""

    KIND = "kind"
    STATUS = "status"
    COUNTRY = "country"
    TYPE = "type"
    PUBLISHER = "publisher"
    SOURCES = "sources"


_TABLES = {
    Facet.KIND: "event",
    Facet.STATUS: "event",
    Facet.SOURCES: "event",
    Facet.COUNTRY: "event_country",
    Facet.TYPE: "event_type",
    Facet.PUBLISHER: f"(SELECT DISTINCT key, publisher FROM {EVIDENCE} WHERE publisher IS NOT NULL)",  # noqa: S608 - own words
}


_STATES = """
    SELECT country, name FROM entity LEFT JOIN actor_count ON actor_count.entity = entity.id
    WHERE type = 'state' AND country IS NOT NULL ORDER BY events, name DESC
"""


def country_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Returns the name of the state of each country's code that the store knows."""
    return {country: clean_line(name) for country, name in connection.execute(_STATES)}


def facet(connection: sqlite3.Connection, by: Facet, query: Query) -> list[FacetCount]:
    """Returns each value that events of a query have, with how many have it, the most frequent first."""
    counted = f"SELECT {by}, count(*) AS events FROM {_TABLES[by]}"  # noqa: S608 - own words
    grouped = f"GROUP BY {by} ORDER BY events DESC, {by}"
    if is_unfiltered(query):
        rows = connection.execute(f"{counted} {grouped}")
    else:
        selection = select(query)
        statement = selection.inside(f"{counted} WHERE key IN", grouped)
        rows = connection.execute(statement, selection.parameters)
    return [FacetCount(str(value), events) for value, events in rows]

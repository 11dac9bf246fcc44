"""What a store tells of filters: what there is to choose from, their names, and those that were saved."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from store import saved
from store.facets import Facet, country_names, facet
from store.model import DocumentRow, EntityRow, FacetCount, Query, SavedQuery
from store.opening import explained
from store.rows import document_rows, entity_rows

_EVERYTHING = Query()


class Filtering:
    """The filters' share of an open store."""

    _connection: sqlite3.Connection
    path: Path

    def facet(self, by: Facet, query: Query = _EVERYTHING) -> list[FacetCount]:
        """Returns each value that events have in a facet, with how many have it, the most frequent first."""
        with explained(self.path):
            return facet(self._connection, by, query)

    def country_names(self) -> dict[str, str]:
        """Returns the name of the state of each country's code that the store knows."""
        with explained(self.path):
            return country_names(self._connection)

    def entities(self, identifiers: Sequence[str]) -> dict[str, EntityRow]:
        """Returns the entities of the store among these identifiers, by them."""
        with explained(self.path):
            return entity_rows(self._connection, identifiers)

    def documents(self, identifiers: Sequence[str]) -> dict[str, DocumentRow]:
        """Returns the documents of the store among these identifiers, by them, without their text."""
        with explained(self.path):
            return document_rows(self._connection, identifiers)

    def save_query(self, name: str, query: Query) -> None:
        """Saves a query under a name, in place of the one that had it."""
        with explained(self.path):
            saved.save(self._connection, name, query)

    def saved_queries(self) -> list[SavedQuery]:
        """Returns the saved queries by name."""
        with explained(self.path):
            return saved.saved(self._connection)

    def saved_query(self, name: str) -> Query:
        """Returns the query saved under a name, in any case; `StoreError` names those that are there."""
        with explained(self.path):
            return saved.saved_query(self._connection, name)

    def forget_query(self, name: str) -> bool:
        """Deletes the query saved under a name; tells whether there was one."""
        with explained(self.path):
            return saved.forget(self._connection, name)

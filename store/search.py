"""A `Query` as SQL: which tables to read, and the conditions on each event's key."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import Status
from store.chronology import first_key, key_after
from store.model import Query

LONG_DAYS = 31
"""Events of more days than this are few, and have an index of their own (`event_long`)."""

_LONG = "SELECT key FROM event WHERE days > 31 AND key < ? AND last >= ?"
_SHORT = "SELECT key FROM event WHERE days <= 31 AND key >= ? AND key < ? AND last >= ?"
"""The events that begin before a day and last until it."""

_NUMBER = "SELECT coalesce(meant, id) FROM entity WHERE identifier"

EVIDENCE = """(
    SELECT event.key, document.publisher, document.identifier AS document
    FROM document JOIN passage ON passage.document = document.id JOIN event ON event.id = passage.event
)"""
"""Each event with where its passages come from, a row a passage."""

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a statement after SELECT: `source` reads one row an event, named `key` and unique.

    `where` holds at least one condition; `parameters` belong to `source`, then `where`.
    """

    source: str
    where: str
    parameters: tuple[str | int, ...]

    def keys(self, *conditions: str, order: str = "key", limit: bool = False) -> str:
        """Returns the statement that lists the keys; a limit is one more parameter, at the end."""
        where = " AND ".join((self.where, *conditions))
        parts = ("SELECT key FROM", self.source, "WHERE", where, "ORDER BY", order)
        return " ".join((*parts, "LIMIT ?") if limit else parts)

    def inside(self, before: str, after: str = "") -> str:
        """Returns a statement with the set of all keys between its two parts, as in `key IN … GROUP BY`."""
        return " ".join((before, "(SELECT key FROM", self.source, "WHERE", self.where, ")", after))


def match_expression(words: str) -> str:
    """Returns an FTS5 expression: each word as a prefix, each quoted part as a phrase; '' for no words.

    Every term is quoted, so that nothing in it is an operator (FTS5, full-text query syntax).
    """
    terms = []
    for found in _TERM.finditer("".join(c if c.isprintable() else " " for c in words)):
        phrase, word = found.groups()
        text = phrase if phrase is not None else word
        if any(map(str.isalnum, text)):
            terms.append(f'"{text}"' if phrase is not None else f'"{text}"*')
    return " ".join(terms)


def is_unfiltered(query: Query) -> bool:
    """Tells whether a query lets every event through."""
    actors = query.actors or query.any_actors or query.without_actors or query.countries or query.types
    others = query.kinds or query.statuses or query.least_sources > 1 or query.publishers or query.documents
    dates = query.first is not None or query.last is not None
    return not (match_expression(query.words) or actors or others or dates or any(_said(query)))


def select(query: Query) -> Selection:
    """Returns the selection for a query: the narrowest index drives, the other conditions probe."""
    parts = _Parts()
    match = match_expression(query.words)
    if match:
        parts.drive("SELECT rowid AS key FROM event_search WHERE event_search MATCH ?", match)
    for condition, *said in _said(query):
        parts.narrow("event_annotation", condition, *said)
    for actor in query.actors:
        parts.narrow("event_actor", f"entity = ({_NUMBER} = ?)", actor)
    if query.any_actors:
        parts.narrow_any("event_actor", "entity", f"({_NUMBER} = ?)", query.any_actors)
    # The rarest first: most events have happened, and the countries of the lanes are in most of them.
    happened = Status.HAPPENED in query.statuses
    if query.statuses and not happened:
        parts.narrow("event", f"status {_one_of(query.statuses)}", *query.statuses)
    if query.least_sources > 1:
        parts.narrow("event", "sources > 1 AND sources >= ?", query.least_sources)
    if query.kinds:
        parts.narrow("event", f"kind {_one_of(query.kinds)}", *query.kinds)
    for country in query.countries:
        codes = (country,) if isinstance(country, str) else country
        parts.narrow_any("event_country", "country", "?", codes)
    if happened:
        parts.narrow("event", f"status {_one_of(query.statuses)}", *query.statuses)
    for column, names in (("document", query.documents), ("publisher", query.publishers)):
        if names:
            parts.narrow(EVIDENCE, f"{column} {_one_of(names)}", *names)
    if query.types:
        parts.narrow("event_type", f"type {_one_of(query.types)}", *query.types)
    if query.without_actors:
        unwanted = f"entity IN ({_NUMBER} {_one_of(query.without_actors)})"
        parts.condition(f"NOT {_exists('event_actor', unwanted)}", *query.without_actors)
    if query.first is not None:
        _begin(parts, query.first)
    if query.last is not None:
        parts.condition("key < ?", key_after(query.last))
    return parts.selection()


def _said(query: Query) -> Iterator[tuple[str, ...]]:
    """Yields conditions on what the user says of an event, each with its parameters.

    A tag, a star and a place in the basket are one row an event; notes are several where events were merged.
    """
    yield from (("sort = 'tag' AND text = ?", tag) for tag in query.tags)
    if query.starred:
        yield "sort = 'star' AND text = ?", ""
    if query.in_basket:
        yield "sort = 'basket' AND text = ?", ""
    if query.noted:
        yield "sort = ? AND text <> ?", "note", ""


def _one_of(values: Sequence[str]) -> str:
    return f"IN ({', '.join('?' * len(values))})"


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} AS probe WHERE probe.key = driver.key AND {condition})"  # noqa: S608 - own words


def _begin(parts: "_Parts", first: date) -> None:
    """Lets through what begins on the first day or later, or begins before and lasts until then.

    Where nothing else drives, the three kinds of event are read one after the other, each by its index.
    """
    now, day = first_key(first), first.isoformat()
    month_before = first_key(date.fromordinal(max(first.toordinal() - LONG_DAYS, 1)))
    earlier = (now, day, month_before, now, day)
    if parts.is_driven:
        parts.condition(f"(key IN ({_LONG}) OR key IN ({_SHORT}) OR key >= ?)", *earlier, now)
    else:
        statement = " UNION ALL ".join((_LONG, _SHORT, "SELECT key FROM event WHERE key >= ?"))
        parts.drive(statement, *earlier, now)


class _Parts:
    """Collects the source and the conditions of a selection."""

    def __init__(self) -> None:
        self._source: tuple[str, tuple[str | int, ...]] | None = None
        self._where: list[str] = []
        self._parameters: list[str | int] = []

    @property
    def is_driven(self) -> bool:
        return self._source is not None

    def drive(self, statement: str, *parameters: str | int) -> None:
        self._source = (f"({statement})", parameters)

    def narrow(self, table: str, condition: str, *parameters: str | int) -> None:
        """Drives with a table where nothing does yet; otherwise looks each key up in it."""
        if self._source is None:
            once = table == "event" or (table != EVIDENCE and len(parameters) == 1)
            distinct = "" if once else "DISTINCT"
            self.drive(f"SELECT {distinct} key FROM {table} WHERE {condition}", *parameters)  # noqa: S608 - own words
            return
        self.condition(_exists(table, condition), *parameters)

    def narrow_any(self, table: str, column: str, value: str, parameters: Sequence[str]) -> None:
        """Narrows to events with one of several values, of which each is looked up by `value`.

        Each value is read in the order of its keys, without the events that had one before it: so the first
        page is there before all have been read.
        """
        if self._source is not None:
            values = ", ".join([value] * len(parameters))
            self.condition(_exists(table, f"{column} IN ({values})"), *parameters)
            return
        arms, used = [], []
        for number, parameter in enumerate(parameters):
            before = ", ".join([value] * number)
            seen = f"(SELECT 1 FROM {table} AS seen WHERE seen.key = one.key AND seen.{column} IN ({before}))"  # noqa: S608 - own words
            arms.append(f"SELECT key FROM {table} AS one WHERE one.{column} = {value}")  # noqa: S608 - own words
            arms[-1] += f" AND NOT EXISTS {seen}" if number else ""
            used += [parameter, *parameters[:number]]
        self.drive(" UNION ALL ".join(arms), *used)

    def condition(self, condition: str, *parameters: str | int) -> None:
        self._where.append(condition)
        self._parameters.extend(parameters)

    def selection(self) -> Selection:
        source, parameters = self._source or ("event", ())
        where: Iterable[str] = self._where or ("1",)
        return Selection(f"{source} AS driver", " AND ".join(where), (*parameters, *self._parameters))

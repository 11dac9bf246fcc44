"""Filters that are saved under a name, in the store; and the filters that a query of the store stands for."""

from collections.abc import Iterator
from pathlib import Path

from store import Query, Store
from store.facets import Facet
from tui.filters import (
    ActorFilter,
    CountryFilter,
    DocumentFilter,
    Filter,
    Filters,
    PeriodFilter,
    Said,
    SaidFilter,
    TagFilter,
    Use,
    ValueFilter,
    WordsFilter,
)


def save(path: Path, name: str, filters: Filters) -> None:
    """Saves filters under a name; raises `StoreError` where the store cannot be written."""
    with Store.open(path, create=False) as store:
        store.save_query(name, filters.query)


def forget(path: Path, name: str) -> None:
    """Deletes what was saved under a name; raises `StoreError` where the store cannot be written."""
    with Store.open(path, create=False) as store:
        store.forget_query(name)


def filters_of(store: Store, query: Query) -> Filters:
    """Returns the filters that make a query, with the names that the store has for its parts."""
    return Filters((*_actors(store, query), *_others(store, query)))


def _actors(store: Store, query: Query) -> Iterator[ActorFilter]:
    used = ((Use.ALL, query.actors), (Use.ANY, query.any_actors), (Use.NONE, query.without_actors))
    known = store.entities([entity for _, entities in used for entity in entities])
    for use, entities in used:
        for entity in entities:
            row = known.get(entity)
            yield ActorFilter(entity, row.name if row else entity, row.country if row else None, use)


def _others(store: Store, query: Query) -> Iterator[Filter]:
    for codes in query.countries:
        country, *predecessors = (codes,) if isinstance(codes, str) else codes
        yield CountryFilter(country, tuple(predecessors))
    facets = (
        (Facet.KIND, query.kinds),
        (Facet.STATUS, query.statuses),
        (Facet.TYPE, query.types),
        (Facet.PUBLISHER, query.publishers),
        (Facet.SOURCES, (str(query.least_sources),) if query.least_sources > 1 else ()),
    )
    for facet, values in facets:
        yield from (ValueFilter(facet, str(value)) for value in values)
    yield from map(TagFilter, query.tags)
    said = ((Said.STARRED, query.starred), (Said.NOTED, query.noted), (Said.IN_BASKET, query.in_basket))
    yield from (SaidFilter(each) for each, is_asked in said if is_asked)
    titles = store.documents(query.documents)
    for document in query.documents:
        row = titles.get(document)
        yield DocumentFilter(document, (row.title if row else None) or document)
    if query.first or query.last:
        yield PeriodFilter(query.first, query.last)
    if query.words:
        yield WordsFilter(query.words)

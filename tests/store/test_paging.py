"""The events that a query lets through, by pages and as views."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus import Analysis, EntityType, Kind, Status
from store import EventRow, Query, Store

Write = Callable[..., Analysis]


def headlines(rows: list[EventRow]) -> list[str]:
    return [row.headline for row in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(words="hydro"), 1),
        (Query(words="HYDROGEN bomb"), 1),
        (Query(words='"bomb hydrogen"'), 0),
        (Query(words="cosmodrome"), 1),
        (Query(words='") OR 1 NEAR( *'), 0),
        (Query(words='"'), 5),
        (Query(actors=("kim-jong-un",)), 1),
        (Query(actors=("kim-jong-un", "vladimir-putin")), 1),
        (Query(actors=("north-korea",)), 2),
        (Query(countries=("PRK",)), 3),
        (Query(countries=("PRK", "USA")), 1),
        (Query(countries=(("PRK", "USA"), "RUS")), 2),
        (Query(kinds=(Kind.SANCTION, Kind.AGREE)), 2),
        (Query(first=date(2023, 9, 14)), 1),
        (Query(last=date(2017, 9, 2)), 1),
        (Query(first=date(2017, 9, 20), last=date(2017, 10, 1)), 1),
        (Query(words="north", actors=("donald-trump",), first=date(2017, 1, 1), countries=("USA",)), 0),
        (Query(words="test", actors=("donald-trump",), first=date(2017, 1, 1), countries=("USA",)), 1),
        (Query(any_actors=("kim-jong-un", "donald-trump")), 2),
        (Query(any_actors=("kim-jong-un", "vladimir-putin")), 1),
        (Query(any_actors=("nobody",)), 0),
        (Query(actors=("north-korea",), any_actors=("donald-trump", "kim-jong-un")), 1),
        (Query(without_actors=("north-korea",)), 3),
        (Query(without_actors=("north-korea", "russia")), 2),
        (Query(without_actors=("nobody",)), 5),
        (Query(actors=("north-korea",), without_actors=("donald-trump",)), 1),
        (Query(any_actors=("north-korea", "russia"), without_actors=("donald-trump",)), 2),
        (Query(types=(EntityType.PERSON,)), 2),
        (Query(types=(EntityType.PERSON, EntityType.STATE)), 5),
        (Query(types=(EntityType.PUBLIC_BODY,), countries=("KOR",)), 1),
        (Query(types=(EntityType.WEAPON,)), 0),
        (Query(statuses=(Status.HAPPENED,)), 5),
        (Query(statuses=(Status.DENIED, Status.ALLEGED)), 0),
        (Query(least_sources=1), 5),
        (Query(least_sources=2), 0),
        (Query(actors=("nobody",)), 0),
        (Query(actors=("'; DROP TABLE event; --",)), 0),
    ],
)
def test_filters(filled: Store, query: Query, expected: int) -> None:
    assert filled.count(query) == expected
    assert len(filled.view(query)) == expected
    assert len(filled.page(query)) == expected
    assert sum(month.events for month in filled.months(query)) == expected
    assert sum(kind.events for kind in filled.kinds(query)) == expected


@pytest.mark.parametrize(
    "actors", [("north-korea", "kim-jong-un", "russia", "north-korea"), ("russia", "nobody")]
)
def test_any_of_several_lets_each_event_through_once(filled: Store, actors: tuple[str, ...]) -> None:
    single = {row.key for actor in actors for row in filled.page(Query(actors=(actor,)))}
    assert [row.key for row in filled.page(Query(any_actors=actors))] == sorted(single)
    codes = ("RUS", "PRK", "USA")
    by_country = {row.key for code in codes for row in filled.page(Query(countries=(code,)))}
    assert [row.key for row in filled.page(Query(countries=(codes,)))] == sorted(by_country)
    both = sorted(single & by_country)
    assert [row.key for row in filled.page(Query(any_actors=actors, countries=(codes,)))] == both
    assert [row.key for row in filled.page(Query(countries=(codes, codes), kinds=tuple(Kind)))] == sorted(
        by_country
    )
    backwards = filled.page(Query(countries=(codes,)), before=max(by_country), limit=1)
    assert [row.key for row in backwards] == sorted(by_country)[-2:-1]


def test_pages_in_both_directions(filled: Store) -> None:
    everything = filled.page(limit=10)
    first = filled.page(limit=2)
    second = filled.page(after=first[-1].key, limit=2)
    assert headlines(first + second) == headlines(everything[:4])
    assert filled.page(before=second[0].key, limit=2) == first
    assert filled.page(after=everything[0].key, before=everything[2].key) == everything[1:2]
    assert filled.page(after=everything[-1].key) == []


@pytest.mark.parametrize("query", [Query(), Query(first=date(1900, 1, 1))])
def test_a_view_is_a_sequence(filled: Store, query: Query) -> None:
    view, rows = filled.view(query), filled.page(limit=10)
    assert view.rows(0, 99) == rows
    assert [view.rows(i, i + 1)[0] for i in range(len(view))] == rows
    assert [view.position(row.key) for row in rows] == list(range(len(rows)))
    assert view.find(date(1900, 1, 1)) == 0
    assert view.find(date(2017, 9, 2)) == 1
    assert view.find(date(2017, 12, 1)) == 2
    assert view.find(date(2030, 1, 1)) == len(view)
    assert view.rows(3, 3) == view.rows(9, 12) == []
    assert view.months() == filled.months(query)


@pytest.mark.parametrize("query", [Query(), Query(first=date(1900, 1, 1))])
def test_a_view_tells_what_stands_out(store: Store, article: Write, query: Query) -> None:
    for day in (3, 9, 21):
        store.ingest(
            article(f"2023-09-{day:02} | CONSULT | north-korea > russia | Talks of day {day} were held.")
        )
    store.ingest(article("2024-01-05 | AID | russia > north-korea | Grain was sent."))
    view = store.view(query)
    year, month = (date(2023, 1, 1), date(2024, 12, 31)), (date(2023, 9, 1), date(2023, 9, 30))
    assert view.highlights([month, year], 9) == [view.rows(0, 3), view.rows(0, 4)]
    assert view.highlights([year], 2) == [view.rows(0, 1) + view.rows(3, 4)]  # equal: far apart
    assert store.view(query, store.keys(query)).rows(0, 9) == view.rows(0, 9)


@pytest.mark.parametrize("query", [Query(), Query(first=date(1900, 1, 1))])
def test_what_stands_out_equally_is_shown_from_all_of_a_period(
    store: Store, article: Write, query: Query
) -> None:
    for month in range(1, 13):
        for day in (2, 4, 6, 28):
            line = (
                f"2021-{month:02}-{day:02} | CONSULT | north-korea > russia | Talks {month}/{day} were held."
            )
            store.ingest(article(line))
    view = store.view(query)
    year, may = (date(2021, 1, 1), date(2021, 12, 31)), (date(2021, 5, 1), date(2021, 5, 31))
    of_year, of_may = view.highlights([year], 5)[0], view.highlights([may], 3)[0]
    assert len({row.first.month for row in of_year}) == 5
    assert of_year[0].first.month == 1
    assert of_year[-1].first.month == 12
    assert [row.first.day for row in of_may] in ([2, 6, 28], [2, 4, 28])


def test_the_shape_by_country_follows_the_filter(filled: Store) -> None:
    def counted(query: Query) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in filled.country_counts(query):
            found[row.country] = found.get(row.country, 0) + row.events
        return found

    everything = Query(first=date(1900, 1, 1))
    assert filled.country_counts() == filled.country_counts(everything)
    assert counted(Query()) == {
        country: filled.count(Query(countries=(country,))) for country in counted(Query())
    }
    assert counted(Query(countries=("PRK",)))["PRK"] == filled.count(Query(countries=("PRK",)))
    assert filled.check() == []

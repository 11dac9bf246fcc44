"""What a user of the store sees after documents went in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

import store as public
from corpus import (
    Actor,
    Analysis,
    EntityType,
    Kind,
    Role,
    Status,
    StoreError,
    UsageError,
)
from corpus.linking import all_entities
from store import EventRow, Outcome, Query, Store

Write = Callable[..., Analysis]


@pytest.fixture
def filled(store: Store, article: Write) -> Store:
    store.ingest(
        article("""
        2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin at the Vostochny Cosmodrome.
        2023-09-14 | SANCTION | united-states > russia | Washington blacklisted 150 Russian firms.
        2023-09-13 | AGREE | state-department > south-korea | The State Department approved an F-35 sale.
    """)
    )
    store.ingest(
        article(
            """
        2017-09-03 | MOBILIZE | north-korea | North Korea tested a hydrogen bomb.
        2017-09 | STATEMENT | donald-trump > north-korea | Trump condemned the nuclear test.
    """,
            published=date(2017, 9, 5),
            title="Bomb",
            publisher="The Evening Post",
        )
    )
    return store


def headlines(rows: list[EventRow]) -> list[str]:
    return [row.headline for row in rows]


def test_the_public_face_is_short_and_sorted() -> None:
    assert public.__all__ == sorted(public.__all__)
    assert public.__all__ == [
        *("Accept", "ActorCount", "ActorRow", "Annotation", "Annotations"),
        *("Change", "ChangeActors", "ChangeCounts", "ChangeDate"),
        *(
            "ChangeHeadline",
            "ChangeKind",
            "ChangeStatus",
            "Changed",
            "Changes",
            "CountryCount",
            "DocumentRow",
        ),
        *(
            "Estimated",
            "EventDetail",
            "EventRow",
            "Identity",
            "Ingested",
            "JournalEntry",
            "Kept",
            "KindCount",
            "Known",
            "Mark",
            "MonthCount",
            "Nobody",
            "Outcome",
            "Part",
        ),
        *("Passage", "Query", "Reject", "Run", "Same", "Sort", "State", "Stats", "Store", "TagCount"),
        *("Unlisted", "Verify", "View"),
        *("export_csv", "export_json", "export_jsonl", "export_markdown"),
    ]
    assert all(hasattr(public, name) for name in public.__all__)


def test_events_stand_in_date_order(filled: Store) -> None:
    rows = filled.page()
    assert [row.first for row in rows] == sorted(row.first for row in rows)
    assert [str(row.value) for row in rows][:2] == ["2017-09", "2017-09-03"]
    assert filled.count() == len(filled.view()) == 5


def test_actors_come_with_their_roles(filled: Store) -> None:
    row = filled.page(Query(kinds=(Kind.CONSULT,)))[0]
    assert [(a.entity, a.role, a.country) for a in row.actors] == [
        ("kim-jong-un", "source", "PRK"),
        ("vladimir-putin", "target", "RUS"),
    ]


def test_the_same_bytes_again_change_nothing(store: Store, article: Write) -> None:
    first = store.ingest(article("2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."))
    again = store.ingest(article("2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."))
    assert (first.outcome, first.new) == (Outcome.ADDED, 1)
    assert (again.outcome, again.new) == (Outcome.UNCHANGED, 0)


def test_another_publication_date_updates_and_keeps_the_event(store: Store, article: Write) -> None:
    text = "{} | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday."
    store.ingest(article(text.format("2023-09-13"), published=None))
    before = store.page()[0]
    updated = store.ingest(article(text.format("2023-09-20"), published=date(2023, 9, 21)))
    after = store.page()
    assert updated.outcome is Outcome.UPDATED
    assert [(row.id, row.first) for row in after] == [(before.id, date(2023, 9, 20))]


def test_a_document_without_a_date_takes_none_away(store: Store, article: Write) -> None:
    line = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."
    given = article(line, published=date(2023, 9, 14))
    store.ingest(given)
    assert store.ingest(article(line, published=None)).outcome is Outcome.UNCHANGED
    stored = store.known(given.document.hash)
    assert stored and stored.published == date(2023, 9, 14)


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


def test_the_evidence_leads_back_to_the_words(filled: Store) -> None:
    row = filled.page(Query(words="hydrogen"))[0]
    detail = filled.event(row.id)
    (passage,) = detail.passages
    assert passage.quote == "North Korea tested a hydrogen bomb."
    assert passage.document.publisher == "The Evening Post"
    assert passage.mentions[0].entity == "north-korea"
    assert detail.why == "told as 2017-09-03"


def test_no_such_event(filled: Store) -> None:
    with pytest.raises(StoreError, match="no event 99"):
        filled.event(99)


@pytest.mark.parametrize(
    "pattern", ["kim", "jong-un", "KIM JONGUN", "Kim Jong Un", "김정", "ким чен", "un kim"]
)
def test_actors_by_any_name(filled: Store, pattern: str) -> None:
    assert "kim-jong-un" in [actor.entity for actor in filled.actors(pattern)]


def test_actors_with_a_typing_error(filled: Store) -> None:
    assert filled.actors("vladmir puttin")[0].entity == "vladimir-putin"
    assert filled.actors("putn")[0].entity == "vladimir-putin"
    assert filled.actors("Donld")[0].entity == "donald-trump"
    assert filled.actors("zzzzqq") == []


def test_actors_are_ranked_by_events(filled: Store) -> None:
    ranked = filled.actors()
    assert [actor.events for actor in ranked] == sorted((a.events for a in ranked), reverse=True)
    assert (ranked[0].entity, ranked[0].events) == ("north-korea", 2)
    assert {a.entity for a in filled.actors(query=Query(kinds=(Kind.SANCTION,)))} == {
        "united-states",
        "russia",
    }


def test_an_actor_is_resolved_by_name(filled: Store) -> None:
    assert filled.resolve_actor("Kim Jong-Un").entity == "kim-jong-un"
    assert filled.resolve_actor("vladimir-putin").entity == "vladimir-putin"
    assert filled.resolve_actor("vladimir").entity == "vladimir-putin"
    assert filled.resolve_actor("trum").entity == "donald-trump"
    assert filled.resolve_actor("Путин").entity == "vladimir-putin"
    assert filled.resolve_actor("north korea").entity == "north-korea"


def test_a_misspelt_actor_is_resolved_where_only_one_is_meant(filled: Store, article: Write) -> None:
    found = filled.resolve_actor("Vladimir Puttin")
    assert (found.entity, found.matched, found.misspelt) == ("vladimir-putin", "Vladimir Putin", True)
    assert not filled.resolve_actor("Putin").misspelt
    filled.ingest(article("2023-09-13 | CONSULT | park-jin > chang-ho-jin | Park Jin met Chang Ho-jin."))
    with pytest.raises(StoreError, match=r"did you mean .*(park-jin|chang-ho-jin)"):
        filled.resolve_actor("jjin")


@pytest.fixture
def worldly(store: Store, article: Write) -> Store:
    """A store whose actors are those of the knowledge base, with all names and seats."""
    known = {entity.id: entity for entity in all_entities()}
    acting = ["north-korea", "south-korea", "united-states", "russia"]
    acting += ["kim-jong-un", "vladimir-putin", "volodymyr-zelenskyy"]
    base = article("2023-09-13 | STATEMENT | north-korea | Somebody said something.")
    events = [
        replace(
            base.events[0], actors=(Actor(id, known[id].name, known[id].country, Role.SOURCE),), trigger=id
        )
        for id in acting
    ]
    entities = tuple(known[id] for id in sorted([*acting, "seoul", "kremlin", "vladivostok"]))
    store.ingest(replace(base, events=tuple(events), mentions=(), entities=entities))
    return store


@pytest.mark.parametrize(
    ("typed", "entity"),
    [
        *[
            (name, "north-korea")
            for name in ("DPRK", "N. Korea", "N.Korea", "북한", "Северная Корея", "Pyongyang")
        ],
        *[
            (name, "south-korea")
            for name in ("Seoul", "서울", "Сеул", "S. Korea", "Soeul", "Republic of Korea")
        ],
        *[
            (name, "united-states")
            for name in ("U.S.", "US", "USA", "U.S.A.", "Washington", "the White House", "미국")
        ],
        *[(name, "russia") for name in ("Moscow", "the Kremlin", "Kremlin", "Кремль", "Krelmin", "모스크바")],
        *[(name, "vladimir-putin") for name in ("Putni", "putin", "Путин")],
        *[(name, "volodymyr-zelenskyy") for name in ("Zelenski", "Zelensky", "zelenskiy")],
    ],
)
def test_a_name_as_people_type_it(worldly: Store, typed: str, entity: str) -> None:
    assert worldly.resolve_actor(typed).entity == entity
    assert worldly.actors(typed)[0].entity == entity


def test_a_capital_is_offered_as_its_state(worldly: Store) -> None:
    assert [(a.entity, a.matched) for a in worldly.actors("seoul")] == [("south-korea", "Seoul")]
    assert [(a.entity, a.matched) for a in worldly.actors("the krem")] == [("russia", "Kremlin")]
    assert [a.entity for a in worldly.actors("vladivostok")] == ["vladivostok"]


def test_a_capital_with_events_of_its_own_is_offered_too(worldly: Store, article: Write) -> None:
    base = article("2024-05-01 | PROTEST | north-korea | The city of Seoul protested.", title="City")
    seoul = next(entity for entity in all_entities() if entity.id == "seoul")
    actor = Actor("seoul", "Seoul", "KOR", Role.SOURCE)
    worldly.ingest(
        replace(base, events=(replace(base.events[0], actors=(actor,)),), mentions=(), entities=(seoul,))
    )
    assert {a.entity for a in worldly.actors("seoul")} == {"south-korea", "seoul"}


def test_a_name_of_several_is_refused(store: Store, article: Write) -> None:
    store.ingest(
        article("""
        2023-09-13 | STATEMENT | kim-jong-un | Kim Jong Un praised Russia.
        2023-09-13 | STATEMENT | kim-yo-jong | Kim Yo Jong mocked Seoul.
    """)
    )
    with pytest.raises(UsageError, match="kim-jong-un, kim-yo-jong"):
        store.resolve_actor("Kim")


def test_stats(filled: Store) -> None:
    stats = filled.stats()
    assert (stats.documents, stats.events, stats.passages, stats.undated) == (2, 5, 5, 0)
    assert (stats.first, stats.last) == (date(2017, 9, 1), date(2023, 9, 14))

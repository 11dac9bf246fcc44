"""What filters have to offer: facets with counts, publishers, the rest of a report, and saved queries."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from corpus import Analysis, EntityType, Kind, Status, StoreError
from store import Query, Store
from store.facets import Facet
from store.saved import query_as_json, query_from_json

Write = Callable[..., Analysis]

EVERYTHING = Query(
    words='"hydrogen bomb" 한국',
    actors=("kim-jong-un",),
    kinds=(Kind.SANCTION, Kind.CONSULT),
    first=date(2017, 1, 1),
    last=date(2017, 12, 31),
    countries=("PRK", ("RUS", "SUN")),
    any_actors=("russia",),
    without_actors=("united-states",),
    types=(EntityType.PERSON,),
    statuses=(Status.ALLEGED,),
    least_sources=2,
    publishers=("The Evening Post",),
    documents=("ab12",),
)


@pytest.fixture
def filled(store: Store, article: Write) -> Store:
    store.ingest(
        article("""
        2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin at the Vostochny Cosmodrome.
        2023-09-14 | SANCTION | united-states > russia | Washington blacklisted 150 Russian firms.
    """)
    )
    store.ingest(
        article(
            "2017-09-03 | MOBILIZE | north-korea | North Korea tested a hydrogen bomb.\n"
            "2017-09-04 | MOBILIZE | north-korea | North Korea moved its launchers.",
            published=date(2017, 9, 5),
            publisher="The Evening Post",
        )
    )
    return store


def facet(store: Store, by: Facet, query: Query | None = None) -> dict[str, int]:
    return {each.value: each.events for each in store.facet(by, query or Query())}


class TestFacets:
    def test_each_counts_the_events_that_have_a_value(self, filled: Store) -> None:
        assert facet(filled, Facet.KIND) == {"MOBILIZE": 2, "CONSULT": 1, "SANCTION": 1}
        assert facet(filled, Facet.STATUS) == {"happened": 4}
        assert facet(filled, Facet.COUNTRY) == {"PRK": 3, "RUS": 2, "USA": 1}
        assert facet(filled, Facet.TYPE) == {"state": 3, "person": 1}
        assert facet(filled, Facet.SOURCES) == {"1": 4}
        assert facet(filled, Facet.PUBLISHER)["The Evening Post"] == 2

    def test_it_follows_the_query(self, filled: Store) -> None:
        russian = Query(countries=("RUS",))
        assert facet(filled, Facet.KIND, russian) == {"CONSULT": 1, "SANCTION": 1}
        assert "The Evening Post" not in facet(filled, Facet.PUBLISHER, russian)

    def test_the_most_frequent_comes_first(self, filled: Store) -> None:
        assert next(iter(facet(filled, Facet.KIND))) == "MOBILIZE"


class TestPublishersAndDocuments:
    def test_only_what_a_publisher_tells(self, filled: Store) -> None:
        rows = filled.page(Query(publishers=("The Evening Post",)))
        assert [row.kind for row in rows] == ["MOBILIZE", "MOBILIZE"]
        assert filled.count(Query(publishers=("The Evening Post",), kinds=(Kind.CONSULT,))) == 0
        assert filled.count(Query(words="launchers", publishers=("The Evening Post",))) == 1

    def test_only_what_a_document_tells(self, filled: Store) -> None:
        bomb = filled.page(Query(words="bomb"))[0]
        document = filled.event(bomb.id).passages[0].document.id
        assert filled.count(Query(documents=(document,))) == 2
        assert filled.documents([document, "nothing"])[document].publisher == "The Evening Post"

    def test_entities_are_named(self, filled: Store) -> None:
        assert filled.entities(["kim-jong-un", "nobody"]).keys() == {"kim-jong-un"}


class TestSavedQueries:
    def test_every_part_comes_back(self) -> None:
        assert query_from_json(query_as_json(EVERYTHING)) == EVERYTHING
        assert query_as_json(Query()) == "{}"

    @pytest.mark.parametrize(
        "text", ["", "[]", '{"new_part": 1}', '{"first": "soon"}', '{"kinds": ["DANCE"]}', '{"first": 3}']
    )
    def test_what_is_no_query_is_told(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"."):
            query_from_json(text)

    def test_they_are_kept_by_name_and_replaced(self, store: Store) -> None:
        store.save_query("Summits", Query(words="summit"))
        store.save_query("autumn", Query(first=date(2023, 9, 1)))
        store.save_query("Summits", Query(words="summit", countries=("PRK",)))
        assert [each.name for each in store.saved_queries()] == ["autumn", "Summits"]
        assert store.saved_query("summits") == Query(words="summit", countries=("PRK",))

    def test_one_is_forgotten(self, store: Store) -> None:
        store.save_query("autumn", Query(first=date(2023, 9, 1)))
        assert store.forget_query("autumn")
        assert not store.forget_query("autumn")
        with pytest.raises(StoreError, match="no search is saved as “autumn”"):
            store.saved_query("autumn")

    def test_those_of_a_newer_dateline_are_left_out(self, store: Store) -> None:
        store.save_query("autumn", Query(first=date(2023, 9, 1)))
        with closing(sqlite3.connect(store.path)) as connection, connection:
            connection.execute("INSERT INTO saved_query VALUES ('new', '{\"mood\": 3}')")
        assert [each.name for each in store.saved_queries()] == ["autumn"]

    def test_names_that_act_on_a_terminal_do_not(self, store: Store) -> None:
        store.save_query("a\x1b[31mb", Query(words="x"))
        name = store.saved_queries()[0].name
        assert "\x1b" not in name
        assert store.forget_query(name)

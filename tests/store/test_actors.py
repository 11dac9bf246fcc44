"""Who acts, found by any name that people type."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus import Actor, Analysis, Kind, Role, StoreError, UsageError
from corpus.linking import all_entities
from store import Query, Store

Write = Callable[..., Analysis]


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

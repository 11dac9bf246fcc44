"""A reader knows who those are whom nobody listed: accepts, merges and rejects them, and takes it back."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Analysis, Entity, EntityType
from store import State, Store
from tests.tui.conftest import Opening
from tests.tui.driving import drive
from tests.tui.news import NEWS, SANCTIONS, SUMMIT, analysis

STRANGER = Entity("person-dal-su-pak", "Dal-su Pak", EntityType.PERSON, None, verified=False)


def with_stranger(number: int) -> Analysis:
    """Returns one of the reports with somebody whom nobody listed in the place of Vladimir Putin."""
    found = analysis(NEWS[number])
    return replace(
        found,
        mentions=tuple(
            replace(m, entity=STRANGER.id, name=STRANGER.name, country=None)
            if m.entity == "vladimir-putin"
            else m
            for m in found.mentions
        ),
        events=tuple(
            replace(
                event,
                actors=tuple(
                    replace(a, entity=STRANGER.id, name=STRANGER.name, country=None)
                    if a.entity == "vladimir-putin"
                    else a
                    for a in event.actors
                ),
            )
            for event in found.events
        ),
        entities=(*(e for e in found.entities if e.id != "vladimir-putin"), STRANGER),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store in which one paper calls Putin by a name that nobody listed, and the other one by his own."""
    path = tmp_path / "own.db"
    with Store.open(path) as store:
        store.ingest(with_stranger(0))
        store.ingest(analysis(SUMMIT[1]))
        store.ingest(analysis(SANCTIONS))
    return path


def said(path: Path) -> str:
    with Store.open(path, read_only=True) as store:
        (found,) = store.unlisted()
        return found.said


class TestTheList:
    @pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
    async def test_it_tells_who_is_not_verified_and_where(
        self, reading: Opening, size: tuple[int, int]
    ) -> None:
        async with reading(size) as reader:
            await reader.press("U")
            assert "Unverified people and bodies" in reader.lines[0]
            assert "Dal-su Pak  person" in reader.text
            assert "1 event · 1 document" in reader.text
            assert "Kim Jong Un" in reader.text

    async def test_enter_shows_the_events(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("enter")
            assert "actor Dal-su Pak ×" in reader.chips
            assert "1 of 1" in reader.lines[0]
            assert "Dal-su Pak?" in reader.text

    async def test_accepting_takes_two_keys(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("a", "enter")
            assert "Dal-su Pak: unverified → verified" in reader.text
            assert "Everybody is listed or verified" in reader.text
            await reader.press("tab")
            assert "Dal-su Pak  person   verified" in reader.text
            await reader.press("ctrl+z")
            assert "Dal-su Pak: verified → unverified" in reader.text
        assert said(path) == "unverified"

    async def test_name_country_and_type_may_be_known_better(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("a", "end", *" Jr", "tab", *"kor", "enter")
        with Store.open(path, read_only=True) as store:
            (actor,) = store.actors("dal-su pak jr")
            assert (actor.name, actor.country, actor.verified) == ("Dal-su Pak Jr", "KOR", True)

    @pytest.mark.parametrize(
        ("keys", "says"),
        [
            (("tab", "4", "enter"), "“4” is no code of a country"),
            (("tab", "tab", "x", "enter"), "“personx” is none of the types"),
            (("home", "ctrl+k", "enter"), "A name has letters"),
        ],
    )
    async def test_what_makes_no_sense_is_told(
        self, reading: Opening, path: Path, keys: tuple[str, ...], says: str
    ) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("a", *keys)
            assert says in reader.text
        assert said(path) == "unverified"

    async def test_merging_offers_similar_names_and_finds_others(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("m")
            assert "Dal-su Pak is really:" in reader.text
            await reader.type("putin")
            await reader.press("enter")
            assert "Dal-su Pak: unverified → Vladimir Putin" in reader.text
            await reader.press("escape")
            assert "2 events" in reader.lines[0]
            await reader.press("ctrl+z")
            assert "3 events" in reader.lines[0]

    async def test_one_who_is_listed_but_not_in_the_store_is_found(
        self, reading: Opening, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("m")
            await reader.type("sergei lavrov")
            await reader.press("enter")
        assert "Lavrov" in said(path)

    async def test_nobody_is_rejected_with_one_key(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("x")
            assert "Dal-su Pak: unverified → nobody" in reader.text
            await reader.press("escape", "J")
            assert "Dal-su Pak: unverified → nobody" in reader.text
            await reader.press("enter")
            assert "It says who somebody is" in reader.text
        assert said(path) == "nobody"

    async def test_a_store_where_all_are_listed_says_so(self, news: Path) -> None:
        async with drive(news) as reader:
            await reader.press("U")
            await reader.press("a", "m", "x", "enter", "tab", "escape")
            assert "4 events" in reader.lines[0]


class TestHostileNames:
    async def test_a_name_does_nothing_on_the_screen(self, tmp_path: Path) -> None:
        path, name = tmp_path / "own.db", "[red]Zug[/red] [/] \x1b]52;c;x\x07\u202e"
        found = with_stranger(0)
        bad = replace(STRANGER, name=name)
        with Store.open(path) as store:
            store.ingest(replace(found, entities=(*(e for e in found.entities if e is not STRANGER), bad)))
        async with drive(path) as reader:
            await reader.press("U")
            assert "[red]Zug[/red] [/]" in reader.text
            await reader.press("a")
            assert "Accept [red]Zug[/red]" in reader.text
            await reader.press("escape")
            await reader.press("x")
            await reader.press("escape")
            await reader.press("ctrl+z")
            await reader.press("c", "a")
            await reader.press("j", "w")
            assert "Who is [red]Zug[/red]" in reader.text
            assert not any(character in reader.text for character in "\x1b\x07\u202e")


class TestFromTheEvent:
    async def test_an_actor_who_is_not_verified_is_marked_and_can_be_looked_at(
        self, reading: Opening, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("enter")
            await reader.press("c", "a")
            assert "Dal-su Pak ?" in reader.text
            await reader.press("j", "w")
            assert "Who is Dal-su Pak?" in reader.text
            await reader.press("m")
            await reader.type("putin")
            await reader.press("enter")
            assert "Dal-su Pak: unverified → Vladimir Putin" in reader.text
            assert "Vladimir Putin" in reader.text
        assert said(path) == "Vladimir Putin"

    async def test_whoever_is_listed_is_not_doubtful(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("c", "a", "w")
            assert "United States is listed" in reader.text

    async def test_it_holds_when_the_documents_are_read_again(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("U")
            await reader.press("m")
            await reader.type("putin")
            await reader.press("enter")
        with Store.open(path) as store:
            found = with_stranger(0)
            store.ingest(replace(found, extraction=found.extraction + (1 << 32)))
            assert store.count() == 2
            assert store.journal()[0].state is State.IN_FORCE

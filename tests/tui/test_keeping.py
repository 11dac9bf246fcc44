"""A reader stars, tags and notes events, fills a basket, and finds them again."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from store import Annotation, Query, Sort, Store
from tests.tui.conftest import SIZES, Opening


class TestStars:
    async def test_a_star_is_set_seen_found_and_taken_away(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("s")
            assert "★" in reader.cursor
            await reader.press("k", "S")
            assert "starred ×" in reader.chips
            assert "1 of 1" in reader.lines[0]
            await reader.press("s")
            assert "No event matches all of these filters." in reader.text
            await reader.press("S")
            assert "★" not in "".join(reader.lines[1:])

    async def test_marked_events_together(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("k", "space", "space", "s")
            assert "Starred 2 events." in reader.text
            assert sum("★" in line[:74] for line in reader.lines) == 2
            await reader.press("s")
            assert "Took the star from 2 events." in reader.text

    async def test_those_without_one_get_it_first(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("s")
            await reader.press("k", "space", "space", "s")
            assert "Starred 1 event." in reader.text

    async def test_keys_pressed_fast_are_taken_in_turn(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.flood("s", "s", "s", "s", "s")
            assert "★" in reader.cursor

    async def test_they_are_there_in_another_session(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("s")
        async with reading((80, 24)) as reader:
            assert "★" in reader.cursor


class TestTags:
    async def test_several_events_get_a_new_tag(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k", "space", "space", "T")
            assert "Tags of 2 events" in reader.text
            await reader.type("arms trade")
            assert "a new tag" in reader.text
            await reader.press("enter")
            assert sum(" #" in line[:74] for line in reader.lines[3:]) == 2
        with Store.open(path, read_only=True) as store:
            assert [(tag.name, tag.events) for tag in store.tags()] == [("arms trade", 2)]

    async def test_a_tag_is_taken_away_and_another_added(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("T")
            await reader.type("first")
            await reader.press("enter")
            await reader.press("T")
            assert "✓" in reader.text
            await reader.press("tab")
            await reader.type("second")
            await reader.press("enter")
        with Store.open(path, read_only=True) as store:
            assert [tag.name for tag in store.tags()] == ["second"]

    async def test_only_events_with_a_tag(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("T")
            await reader.type("arms")
            await reader.press("enter")
            await reader.press("number_sign")
            assert "Only events with tags" in reader.text
            await reader.press("enter")
            assert "#arms ×" in reader.chips
            assert "1 of 1" in reader.lines[0]

    async def test_a_name_that_cannot_be_makes_no_tag(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("T")
            await reader.type("a, b")
            assert "a new tag" not in reader.text
            await reader.press("enter", "escape")
        with Store.open(path, read_only=True) as store:
            assert store.tags() == []


class TestNotes:
    async def test_a_note_is_written_and_read(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("o")
            await reader.type("Who")
            await reader.press("enter")
            await reader.type("paid?")
            await reader.press("ctrl+s")
            assert "✎" in reader.cursor
            assert "✎ Who paid?" in reader.text
            await reader.press("O")
            assert "noted ×" in reader.chips
            assert "1 of 1" in reader.lines[0]
            await reader.press("o")
            assert reader.app.screen.query_one(TextArea).text == "Who\npaid?"
        with Store.open(path, read_only=True) as store:
            assert [kept.annotation.text for kept in store.kept(Sort.NOTE)] == ["Who\npaid?"]

    @pytest.mark.parametrize("size", SIZES)
    async def test_it_stands_above_the_sources(
        self, reading: Opening, path: Path, size: tuple[int, int]
    ) -> None:
        with Store.open(path) as store:
            event = store.page()[-1].id
            store.annotate([event], Annotation(Sort.NOTE, "한국\x1b[2J " + "word " * 300))
            store.annotate([event], Annotation(Sort.TAG, "arms"))
        async with reading(size) as reader:
            (line,) = [line for line in reader.lines if "#arms" in line]
            assert "✎ 한국" in line
            assert "Washington" in reader.text and "\x1b" not in reader.text
            assert any(line.endswith("…") for line in reader.lines)

    async def test_words_are_not_lost_to_escape(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("o")
            await reader.type("Who")
            await reader.press("escape")
            assert "Esc again throws the changes away" in reader.text
            await reader.press("escape")
            assert "✎" not in reader.cursor
        with Store.open(path, read_only=True) as store:
            assert store.kept() == []

    async def test_several_events_keep_the_notes_that_they_have(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("o")
            await reader.type("Mine.")
            await reader.press("ctrl+s")
            await reader.press("k", "space", "space", "o")
            assert "Note on 2 events" in reader.text
            await reader.type("Both.")
            await reader.press("ctrl+s")
            await reader.press("o", "ctrl+s")
        with Store.open(path, read_only=True) as store:
            assert [row.annotations.note for row in store.page()][-2:] == ["Both.", "Mine.\n\nBoth."]

    async def test_one_that_is_too_long_is_told(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("o")
            reader.app.screen.query_one(TextArea).text = "x" * 4001
            await reader.press("ctrl+s")
            assert "a note has up to 4,000 letters" in reader.words


class TestBasket:
    async def test_it_survives_the_session(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("b")
            await reader.press("k", "b")
            assert "▣ 2 in basket" in reader.lines[0]
        async with reading((80, 24)) as reader:
            assert "▣ 2 in basket" in reader.lines[0]
            await reader.press("B")
            assert "1 of 2" in reader.lines[0] or "2 of 2" in reader.lines[0]
            await reader.press("A", "b")
            assert "Took 2 events out of the basket." in reader.text
            assert "in basket  " not in reader.lines[0]
        with Store.open(path, read_only=True) as store:
            assert store.count(Query(in_basket=True)) == 0


class TestOnTheFullScreen:
    async def test_the_event_in_sight_is_starred_and_noted(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("A", "k", "enter")
            await reader.press("s")
            assert "★" in reader.text
            await reader.press("o")
            await reader.type("Read.")
            await reader.press("ctrl+s")
            assert "★  ✎ Read." in reader.text
            await reader.press("right_parenthesis", "Y")
            assert reader.app.clipboard.startswith("Harbour Courier")
            await reader.press("escape")
            assert "★✎" in reader.cursor
        with Store.open(path, read_only=True) as store:
            assert store.count(Query(starred=True, noted=True)) == 1


async def test_with_no_event_nothing_happens(opened: Opening) -> None:
    async with opened(reports=()) as reader:
        await reader.press("s", "T", "o", "b", "y", "Y", "S", "B", "O")
        assert reader.app.is_running


class TestCopies:
    async def test_an_event_as_markdown(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("y")
            copied = reader.app.clipboard
            assert copied.startswith("Thursday 14 September 2023: **United States → Russia** (SANCTION): ")
            assert "> “Washington put 150 firms on a list on Thursday" in copied
            assert "Copied 1 event as Markdown." in reader.text

    async def test_a_citation_of_the_source_that_is_open(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("k", ")", "Y")
            told = "Harbour Courier, “Two leaders meet at a launch site”, 14 September 2023: “Kim Jong Un met"
            assert reader.app.clipboard.startswith(told)

    async def test_several(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("A", "Y")
            assert len(reader.app.clipboard.splitlines()) == 4
            assert "Copied 4 citations." in reader.text
            assert not set("\x1b\x07\u202e") & set(reader.app.clipboard)

    async def test_what_is_too_long_is_told(self, reading: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tui.clipboard.MOST", 100)
        async with reading() as reader:
            await reader.press("A", "y")
            assert "too long for the clipboard" in reader.words
            assert reader.app.clipboard == ""

"""A reader sets several filters: actors with and, or, without; all in one dialog; saved under a name."""

import pytest

from tests.tui.conftest import Opening
from tests.tui.test_finding import headlines
from tui.bars.chips import chips_of


class TestSeveralActors:
    async def test_one_is_left_out(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            await reader.type("russia")
            await reader.press("!", "enter")
            assert "without Russia ×" in reader.chips
            assert headlines(reader) == 3

    async def test_one_or_another(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            await reader.type("putin")
            await reader.press("|", *["backspace"] * 5)
            assert "any of Vladimir Putin" in reader.text
            await reader.type("united s")
            await reader.press("|", "enter")
            assert "any of Vladimir Putin ×" in reader.chips
            assert "or United States ×" in reader.chips
            assert headlines(reader) == 3

    async def test_the_tick_goes_round(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            for mark in ("&▸", "|▸", "!▸", " ▸"):
                await reader.press("tab")
                assert mark in reader.text

    async def test_the_name_that_was_found_is_told(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            await reader.type("путин")
            assert "Vladimir Putin  as Путин · person · RUS" in reader.text

    async def test_their_events_are_counted_under_the_filters(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3", "a")
            line = next(line for line in reader.lines if "United States  state" in line)
            assert "1 event " in line
            assert "South Korea  state" not in reader.text

    async def test_only_people_or_only_a_country(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a", "ctrl+t")
            while "type: person" not in reader.text:
                await reader.press("ctrl+t")
            assert "Kim Jong Un" in reader.text
            assert "United States  " not in reader.text
            while "country: RUS" not in reader.text:
                await reader.press("ctrl+r")
            assert "Vladimir Putin  " in reader.text
            assert "Kim Jong Un  " not in reader.text


class TestAllFilters:
    async def test_each_facet_narrows(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("f")
            for name in ("Words", "Actors", "Country", "Status", "Publisher", "Sources", "Tag", "Report"):
                assert f"{name}  " in reader.text
            await reader.press(*["j"] * 5, "enter")
            assert "announced" in reader.text
            await reader.type("ann")
            await reader.press("enter")
            assert "▸Status       announced" in reader.text
            await reader.press("escape")
            assert "status announced ×" in reader.chips
            assert headlines(reader) == 1

    async def test_one_of_several_is_removed_there(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3", "4", "f")
            assert "and USA" in reader.text
            await reader.press("j", "j", "j", "x")
            assert "and USA" not in reader.text
            await reader.press("escape")
            assert "country RUS ×" in reader.chips

    async def test_all_are_removed(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3", "4", "X")
            assert "all events" in reader.chips

    async def test_a_publisher(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("f", *["j"] * 7, "enter")
            await reader.type("harbour")
            await reader.press("enter", "escape")
            assert "publisher Harbour Courier ×" in reader.chips
            assert 0 < headlines(reader) < 4

    async def test_words_are_typed_in_their_line(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("f", "enter")
            await reader.type("firms")
            await reader.press("enter")
            assert "words firms ×" in reader.chips


class TestSavedSearches:
    async def test_one_is_saved_opened_and_deleted(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("3", "f", "s")
            await reader.type("Russia & co [b]")
            await reader.press("enter", "escape", "X", "F")
            assert "Russia & co [b]" in reader.text
            assert "country RUS" in reader.text
            await reader.press("enter")
            assert "country RUS ×" in reader.chips
            await reader.press("F", "x")
            assert "Nothing is saved yet" in reader.text

    async def test_nothing_to_save_is_told(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("f", "s")
            assert "no filter to save" in reader.text


class TestChips:
    def test_labels_are_cut_alike_where_there_is_no_room(self) -> None:
        labels = ["actor Kim Jong Un", "and Vladimir Putin", "kind CONSULT", "words satellites"]
        chips = [chip for _, chip in chips_of(labels, 60)]
        assert len(chips) == 4
        assert all(chip.endswith(" × ") for chip in chips)
        assert sum(map(len, chips)) + 2 * 3 + 1 <= 60

    def test_the_last_ones_are_only_counted_on_a_narrow_screen(self) -> None:
        labels = [f"actor Somebody {number}" for number in range(9)]
        chips = chips_of(labels, 40)
        assert [index for index, _ in chips] == [0, 1]

    @pytest.mark.parametrize("width", [0, 1, 5, 20])
    def test_no_width_is_too_small(self, width: int) -> None:
        assert len(chips_of(["actor 김정은", "words x"], width)) >= 1

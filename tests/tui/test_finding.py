"""A reader narrows the timeline: by actors, types, countries and words; and jumps to dates."""

import pytest

from tests.tui.conftest import Opening
from tests.tui.driving import Driver
from tests.tui.news import PACT, SANCTIONS
from tui.theme import ink_of


def headlines(reader: Driver) -> int:
    """How many events the header says are shown."""
    return int(reader.lines[0].split()[-1])


class TestActors:
    async def test_typing_narrows_and_enter_applies(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            assert "Actors" in reader.text
            await reader.type("putin")
            assert "Vladimir Putin" in reader.text
            assert "South Korea  " not in reader.text
            await reader.press("enter")
            assert "actor Vladimir Putin ×" in reader.chips
            assert headlines(reader) == 1

    async def test_an_alias_in_another_script_finds(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            await reader.type("김정은")
            await reader.press("enter")
            assert "actor Kim Jong Un ×" in reader.chips

    async def test_several_actors_must_all_take_part(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            await reader.type("united st")
            await reader.press("enter", "a")
            await reader.type("russia")
            await reader.press("enter")
            assert "actor United States ×" in reader.chips
            assert "and Russia ×" in reader.chips
            assert headlines(reader) == 1

    async def test_tab_ticks_several(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a", "tab", "down", "tab", "enter")
            assert reader.chips.count("×") == 2

    async def test_escape_changes_nothing(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            await reader.type("putin")
            await reader.press("escape")
            assert headlines(reader) == 4
            assert "all events" in reader.chips

    async def test_nobody_of_that_name(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("a")
            await reader.type("zzzzqqqq")
            assert "Nothing matches" in reader.text


class TestRelated:
    async def test_the_history_of_two_and_back(self, opened: Opening) -> None:
        async with opened() as reader:
            before = reader.cursor
            await reader.press("R")
            assert "United States and Russia" in reader.text
            assert "history · 0 earlier, 0 later" in reader.text
            await reader.press("enter")
            assert headlines(reader) == 1
            assert "United States sanctions" in reader.cursor
            await reader.press("escape")
            assert headlines(reader) == 4
            assert reader.cursor == before

    async def test_x_goes_back_as_well(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3", "R", "enter")
            assert headlines(reader) == 1
            await reader.press("x")
            assert "country RUS ×" in reader.chips

    async def test_the_rest_of_the_report(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("R", "G")
            await reader.press(*["j"] * 9)
            await reader.press("enter")
            assert "report “Ministry lists firms” ×" in reader.chips


class TestPlacesOfWords:
    async def test_n_goes_through_them_and_on_to_the_next_event(self, opened: Opening) -> None:
        async with opened() as reader:
            here = ink_of(reader.app).here.color
            await reader.press("slash")
            await reader.type("on")
            await reader.press("enter", "g")
            first = reader.cursor
            for _ in range(30):
                await reader.press("n")
            assert reader.cursor != first
            assert "No more places" in reader.text
            assert reader.drawn(here)
            for _ in range(30):
                await reader.press("N")
            assert reader.cursor == first

    async def test_also_on_the_full_screen(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("slash")
            await reader.type("firms")
            await reader.press("enter", "enter", "n")
            assert reader.drawn(ink_of(reader.app).here.color) == ["firms"]

    async def test_without_words_the_way_is_told(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("n")
            assert "No words are searched; / searches some." in reader.text


class TestTypesAndCountries:
    async def test_a_type_is_picked(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("t")
            await reader.type("sanc")
            await reader.press("enter")
            assert "kind SANCTION ×" in reader.chips
            assert headlines(reader) == 1

    async def test_a_lane_is_switched_on_and_off(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3")
            assert "country RUS ×" in reader.chips
            assert headlines(reader) == 2
            await reader.press("3")
            assert headlines(reader) == 4

    async def test_a_lane_stands_for_the_states_before_it_too(self, opened: Opening) -> None:
        async with opened(reports=[PACT, SANCTIONS]) as reader:
            await reader.press("3")
            assert "country RUS ×" in reader.chips
            assert headlines(reader) == 3
            await reader.press("4")
            assert headlines(reader) == 1


class TestWords:
    async def test_results_come_while_typing(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("slash")
            await reader.type("firms")
            assert headlines(reader) == 1
            await reader.press("enter")
            assert "words firms ×" in reader.chips
            await reader.press("slash", *["backspace"] * 5, "enter")
            assert headlines(reader) == 4

    async def test_escape_restores_what_was_there(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("k")
            before = reader.cursor
            await reader.press("slash")
            await reader.type("drill")
            assert reader.cursor != before
            await reader.press("escape")
            assert reader.cursor == before
            assert headlines(reader) == 4

    async def test_nothing_found_says_how_to_go_on(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("slash")
            await reader.type("xylophone")
            await reader.press("enter")
            assert "No event matches all of these filters." in reader.text
            assert "Words are searched in headlines, passages and titles." in reader.text
            assert "x  remove the last one (words xylophone)" in reader.text
            assert "j/k" not in reader.lines[-1]
            assert "read" not in reader.lines[-1]
            assert "X clear" in reader.lines[-1]
            await reader.press("x")
            assert headlines(reader) == 4
            assert "j/k move" in reader.lines[-1]

    @pytest.mark.parametrize("size", [(60, 20), (80, 24)])
    async def test_the_prompt_says_what_is_searched(self, opened: Opening, size: tuple[int, int]) -> None:
        async with opened(size) as reader:
            await reader.press("slash")
            assert '/ headlines, passages and titles: words, or "a phrase"' in reader.text

    async def test_what_was_searched_is_pointed_out(self, opened: Opening) -> None:
        async with opened() as reader:
            background = ink_of(reader.app).match.bgcolor
            await reader.press("slash")
            await reader.type("firm")
            assert reader.on(background) == ["firms", "firms"]
            await reader.press("escape")
            assert reader.on(background) == []

    async def test_words_that_look_like_operators_are_words(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("slash")
            await reader.type('firms AND ( NEAR " *')
            assert reader.app.is_running


class TestRemoving:
    async def test_the_last_filter_goes_first(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3", "4")
            assert headlines(reader) == 1
            await reader.press("backspace")
            assert "country USA" not in reader.chips
            assert "country RUS" in reader.chips

    async def test_a_click_on_a_chip_removes_it(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3", "4")
            await reader.click("#chips", offset=(4, 0))
            assert "country RUS" not in reader.chips
            assert "country USA" in reader.chips


class TestPeriods:
    async def test_a_period_narrows_and_makes_room_for_another(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("r")
            await reader.type("2023")
            await reader.press("enter")
            assert " 2023 × " in reader.chips
            assert headlines(reader) == 2
            await reader.press("r")
            await reader.type("2021-01 to 2022-12")
            await reader.press("enter")
            assert " 2021–2022 × " in reader.chips
            assert headlines(reader) == 2

    async def test_what_is_no_period_is_told(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("r")
            await reader.type("2023 to 2021")
            await reader.press("enter")
            assert "is not a period" in reader.text


class TestDates:
    async def test_a_date_in_words_is_jumped_to(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("d")
            await reader.type("2022-09")
            await reader.press("enter")
            assert "planned" in reader.cursor

    async def test_a_date_after_the_end_leads_to_the_last(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("g", "d")
            await reader.type("2030")
            await reader.press("enter")
            assert "Thu 14" in reader.cursor
            assert "No event on or after" in reader.text

    async def test_what_is_no_date_is_told(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("d")
            await reader.type("zzz")
            await reader.press("enter")
            assert "“zzz” is not a date" in reader.text
            await reader.press("escape")
            assert "Thu 14" in reader.cursor

    async def test_months_and_years_are_stepped(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("left_square_bracket")
            assert "Wed 13" in reader.cursor
            await reader.press("left_square_bracket")
            assert "planned" in reader.cursor
            await reader.press("right_square_bracket")
            assert "Wed 13" in reader.cursor
            await reader.press("left_curly_bracket", "left_curly_bracket")
            assert "Wed  3" in reader.cursor
            await reader.press("right_curly_bracket")
            assert "planned" in reader.cursor


class TestShape:
    async def test_it_points_to_the_cursor_and_follows_the_filters(self, opened: Opening) -> None:
        async with opened() as reader:
            assert sum(reader.lines[2].count(block) for block in "▃▄▅▆▇█") >= 2
            assert reader.lines[3].rstrip().endswith("▲")
            await reader.press("g")
            assert reader.lines[3].startswith(" ▲")
            before = reader.lines[1:3]
            await reader.press("3")
            assert reader.lines[1:3] != before

    async def test_a_click_goes_there(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.click("#shape", offset=(2, 0))
            assert "planned" in reader.cursor


class TestNotices:
    @pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
    async def test_one_replaces_the_one_before_and_hides_no_reason(
        self, opened: Opening, size: tuple[int, int]
    ) -> None:
        async with opened(size) as reader:
            explained = reader.lines[-3:]
            await reader.press("n")
            assert reader.text.count("No words are searched") == 1
            await reader.press("n", "n")
            assert reader.text.count("No words are searched") == 1
            await reader.press("d")
            await reader.type("2030")
            await reader.press("enter")
            assert "No event on or after" in reader.text
            assert "No words are searched" not in reader.text
            assert reader.lines[-3 if size[0] < 110 else -2 :] == explained[-3 if size[0] < 110 else -2 :]

"""A reader moves through the timeline and reads the source of each event beside it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import Opening
from tests.tui.driving import drive
from tests.tui.news import NEWS, PACT, SANCTIONS, make_store


class TestFirstLook:
    async def test_the_last_event_stands_under_the_cursor(self, opened: Opening) -> None:
        async with opened() as reader:
            assert "Thu 14" in reader.cursor
            assert "United States sanctions 150" in reader.cursor

    async def test_the_header_counts_events_and_years(self, opened: Opening) -> None:
        async with opened() as reader:
            assert reader.lines[0].split() == ["dateline", "4", "events", "·", "2021–2023", "4", "of", "4"]

    async def test_months_and_lanes_are_named(self, opened: Opening) -> None:
        async with opened() as reader:
            title = next(line for line in reader.lines if "2021 · March" in line)
            assert "PRK KOR RUS USA  +" in title
            assert any("2023 · September ─" in line for line in reader.lines)

    async def test_an_arrow_leads_from_the_source_to_the_target(self, opened: Opening) -> None:
        async with opened() as reader:
            assert "◀━━━●" in reader.cursor

    async def test_the_next_keys_are_shown(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            for hint in ("j/k move", "Enter read", "/ words", "a actor", "d date", "Space mark", "? help"):
                assert hint in " ".join(reader.lines[-1].split())


class TestDates:
    async def test_a_month_is_never_shown_as_a_day(self, opened: Opening) -> None:
        async with opened() as reader:
            line = next(line for line in reader.lines if "planned: 한국 South Korea" in line)
            assert line.split()[0] == "Sep"

    async def test_the_line_below_explains_the_date(self, opened: Opening) -> None:
        async with opened() as reader:
            assert "Thu 14 Sep 2023 ← “on Thursday”, published Fri 15 Sep 2023" in reader.lines[-2]
            assert "SANCTION · United States → Russia" in reader.lines[-2]

    async def test_what_is_not_yet_so_says_so(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("g", "j")
            assert "COOPERATE (announced)" in reader.lines[-2]
            assert "Sep 2022 ←" in reader.lines[-2]


class TestHeadlines:
    async def test_a_pronoun_has_a_name_before_it(self, opened: Opening) -> None:
        async with opened(reports=[PACT]) as reader:
            assert "Soviet Union · It will send tractors" in reader.cursor
            await reader.press("e")
            assert "**Soviet Union** (AID): It will send tractors" in reader.text


class TestTheSource:
    async def test_it_follows_the_cursor(self, opened: Opening) -> None:
        async with opened() as reader:
            assert "1 of 1 · Harbour Courier · Fri 15 Sep 2023" in reader.text
            await reader.press("k")
            assert "Summit in the far east" in reader.text

    async def test_a_long_publisher_leaves_room_for_the_date(self, opened: Opening) -> None:
        report = replace(SANCTIONS, publisher="The Very Long Harbour and Hinterland Morning Courier")
        async with opened((120, 40), reports=[report]) as reader:
            assert re.search("1 of 1 · The Very Long .*… · Fri 15 Sep 2023", reader.text)

    async def test_the_passage_is_barred_and_in_sight(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            barred = [line for line in reader.lines if "▌" in line]
            assert "Washington put 150 firms on a list on Thursday" in barred[0]

    async def test_the_next_source_tells_the_same_event(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("k")
            assert "×2" in reader.cursor
            assert "1 of 2 · Evening Ledger · Wed 13 Sep 2023" in reader.text
            await reader.press(")")
            assert "2 of 2 · Harbour Courier · Thu 14 Sep 2023" in reader.text
            assert "← “on Wednesday”, published Thu 14 Sep 2023" in reader.lines[-2]
            await reader.press("(")
            assert "← “today”, published Wed 13 Sep 2023" in reader.lines[-2]

    async def test_tab_goes_into_the_text_and_back(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("k", ")", "tab", "pagedown")
            assert "j/k scroll" in " ".join(reader.lines[-1].split())
            assert "Nothing else was made known." in reader.text
            await reader.press("tab", "k")
            assert "planned" in reader.cursor

    async def test_it_can_be_hidden(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("w")
            assert "Harbour Courier" not in reader.text
            await reader.press("w")
            assert "Harbour Courier" in reader.text


class TestFullScreen:
    async def test_enter_opens_the_text_and_escape_returns(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("k", "enter")
            assert "1 of 2 · Evening Ledger" in reader.text
            assert "PRK KOR" not in reader.text
            await reader.press("escape")
            assert "Wed 13" in reader.cursor

    async def test_events_and_sources_are_stepped_through(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("k", "enter", ")")
            assert "2 of 2 · Harbour Courier" in reader.text
            await reader.press("left_square_bracket")
            assert "1 of 1 · Seoul Daybook" in reader.text
            await reader.press("escape")
            assert "한국" in reader.cursor

    async def test_to_search_is_to_return_to_the_timeline(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("enter")
            await reader.flood("slash", *"blacklisted")
            assert "PRK KOR" in reader.text
            assert "words blacklisted ×" in reader.chips

    @pytest.mark.parametrize(
        ("key", "shown"), [("a", "─ Actors"), ("d", "─ Jump to"), ("J", "Journal"), ("1", "country PRK")]
    )
    async def test_what_leads_elsewhere_does_so_from_here(
        self, opened: Opening, key: str, shown: str
    ) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("enter", key)
            assert shown in reader.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_size_shows_list_source_and_reason(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size) as reader:
        assert len(reader.lines) == size[1]
        assert "▸Thu 14" in reader.text
        assert "1 of 1 · Harbour Courier" in reader.text
        assert "← “on Thursday”" in reader.text
        assert "SANCTION · United States → Russia" in reader.text


async def test_what_another_program_reads_in_is_shown_with_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.showing.POLL_SECONDS", 0.05)
    store = make_store(tmp_path / "live.db", NEWS[:2])
    async with drive(store) as reader:
        assert reader.lines[0].endswith("1 of 1")
        make_store(store, NEWS)
        await reader.shows("The store has 3 new events · C shows them.")
        assert reader.lines[0].endswith("1 of 4") or reader.lines[0].endswith("3 of 4")
        assert "Wed 13" in reader.cursor

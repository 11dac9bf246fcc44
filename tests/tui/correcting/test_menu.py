"""A reader opens the menu of corrections, from the timeline and from the full screen."""

from pathlib import Path

import pytest

from tests.tui.conftest import SIZES, Opening


class TestTheMenu:
    @pytest.mark.parametrize("size", SIZES)
    async def test_it_says_what_is_there_and_which_key_changes_it(
        self, reading: Opening, size: tuple[int, int]
    ) -> None:
        async with reading(size) as reader:
            await reader.press("k")
            await reader.press("c")
            for words in (
                "d date",
                "t kind CONSULT",
                "a actors Kim Jong Un",
                "o checked",
            ):
                assert words in reader.words
            await reader.press("escape")
            assert "Correct" not in reader.text

    async def test_it_can_be_walked_through(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "down", "down", "enter")
            assert "Correct the status" in reader.text

    async def test_an_empty_list_has_nothing_to_correct(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("slash")
            await reader.type("zzzz")
            await reader.press("enter", "c")
            assert "There is no event to correct" in reader.text

    @pytest.mark.parametrize("size", [(1, 1), (10, 3), (30, 8)])
    async def test_no_dialog_minds_a_tiny_terminal(self, reading: Opening, size: tuple[int, int]) -> None:
        async with reading(size) as reader:
            for keys in ("c", "cd", "ct", "ch", "ca", "cm", "J", "C", "U"):
                await reader.press(*keys)
                await reader.press("down", "up", "pagedown", "escape", "escape", "escape")
            assert len(reader.app.screen_stack) == 1

    async def test_what_can_be_done_in_the_journal_is_in_its_palette(
        self, reading: Opening, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("delete")
            await reader.press("J")
            await reader.pick("undo the last")
            assert "undone" in reader.lines[1]

    async def test_every_correction_is_in_the_palette(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.pick("correct the head")
            assert "Correct the headline" in reader.text

    async def test_keys_that_come_faster_than_the_menu_are_not_lost(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.flood("c", "h")
            assert "Correct the headline" in reader.text
            await reader.press("escape")
            await reader.flood("c", "a", "j", "x", "escape", "J", "j", "k", "G", "escape", "C", "j", "escape")
            assert "4 of 4" in reader.lines[0]


class TestWhileReading:
    async def test_what_is_read_is_corrected_and_shown(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("enter")
            await reader.press("c", "d")
            await reader.type("on monday")
            await reader.press("enter")
            assert "Mon 11 Sep 2023 ± date corrected from Wed 13 Sep 2023" in reader.text
            await reader.press("ctrl+z")
            assert "Wed 13 Sep 2023 ←" in reader.text
            await reader.press("escape")
            assert "Kim Jong Un meets" in reader.cursor

"""The screen holds in any terminal: tiny, resized, without colour, with wide and with hostile text."""

import pytest
from rich.cells import cell_len

from tests.tui.conftest import Opening
from tests.tui.news import HOSTILE, many
from tui.screens.browse import Browse


class TestSizes:
    @pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (20, 5), (40, 10), (60, 20), (300, 100)])
    async def test_nothing_crashes(self, opened: Opening, size: tuple[int, int]) -> None:
        async with opened(size) as reader:
            await reader.press("k", "n", "enter", "j", "escape", "tab", "j", "tab")
            for key in ("a", "e", "d", "t", "question_mark"):
                await reader.press(key, "escape")
            await reader.press("slash", "x", "escape")
            assert reader.app.is_running
            assert len(reader.lines) == size[1]

    async def test_resizing_keeps_the_cursor_in_sight(self, opened: Opening) -> None:
        async with opened((120, 40), reports=many(400)) as reader:
            await reader.press("g", *["j"] * 30)
            for width, height in ((60, 20), (300, 100), (20, 5), (80, 24), (1, 1), (110, 30)):
                await reader.resize(width, height)
                if width >= 60:
                    assert "Matter number 30 " in f"{reader.cursor} "

    async def test_a_small_screen_still_shows_events(self, opened: Opening) -> None:
        async with opened((20, 5)) as reader:
            assert "Thu 14" in reader.cursor


class TestLongLists:
    async def test_the_cursor_stays_in_sight_through_every_motion(self, opened: Opening) -> None:
        keys = [
            "pagedown",
            "pagedown",
            "pageup",
            "G",
            "pageup",
            "ctrl+u",
            "ctrl+d",
            "g",
            "pagedown",
            "right_curly_bracket",
            "k",
            "j",
        ]
        async with opened((80, 24), reports=many(400)) as reader:
            for key in keys:
                await reader.press(key)
                assert "▸" in reader.cursor, key
                assert reader.lines[0].endswith(" of 400")

    async def test_the_source_is_the_cursors_after_a_flood_of_keys(self, opened: Opening) -> None:
        async with opened((120, 40), reports=many(400)) as reader:
            await reader.flood("g", *["j"] * 120)
            assert "Matter number 120 " in reader.cursor
            assert "matter number 120 today" in reader.words

    async def test_the_wheel_scrolls_and_takes_the_cursor_along(self, opened: Opening) -> None:
        async with opened((80, 24), reports=many(400)) as reader:
            await reader.press("g")
            await reader.wheel_down("#timeline", 3)
            assert "Matter number 0 " not in reader.text
            assert "▸" in reader.cursor

    async def test_a_click_puts_the_cursor_there(self, opened: Opening) -> None:
        async with opened((80, 24), reports=many(400)) as reader:
            await reader.press("g")
            await reader.click("#timeline", offset=(20, 4))
            assert "Matter number 3 " in reader.cursor


class TestText:
    async def test_wide_characters_keep_the_grid(self, opened: Opening) -> None:
        async with opened((120, 40)) as reader:
            lines = [line for line in reader.lines if "PRK" in line or "●" in line]
            ends = {cell_len(line.split("│")[0]) for line in lines}
            assert len(ends) == 1
            await reader.press("g", "j")
            assert "한국과 미국은 구월에" in reader.text
            assert all(cell_len(line) <= 120 for line in reader.lines)

    async def test_text_from_documents_is_never_markup_and_never_acts(self, opened: Opening) -> None:
        async with opened((120, 40), reports=[HOSTILE]) as reader:
            for key in ("enter", "escape", "a", "escape", "e", "escape"):
                await reader.press(key)
                assert not any(ord(letter) < 32 for line in reader.lines for letter in line)
                assert "\u202e" not in reader.text
            assert "[blink]fires[/blink]" in reader.text
            assert "A [red]title[/red]" in reader.text
            assert "[bold]Bad[/bol" in reader.text

    async def test_markup_in_a_search_is_text(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("slash", "left_square_bracket", "slash", "b", "right_square_bracket", "enter")
            assert "words [/b] ×" in reader.chips
            await reader.press("d", "left_square_bracket", "b", "right_square_bracket", "enter")
            assert "“[b]” is not a date" in reader.text


class TestColours:
    async def test_without_colour_the_cursor_is_reversed(
        self, opened: Opening, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        async with opened() as reader:
            strips = reader.app.screen._compositor.render_strips()
            styles = [segment.style for strip in strips for segment in strip if segment.style]
            assert all(style.color is None or style.color.is_default for style in styles)
            assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
            assert any(
                segment.style and segment.style.reverse and "United States" in segment.text
                for strip in strips
                for segment in strip
            )

    @pytest.mark.parametrize(
        "theme", ["dateline-dark", "dateline-light", "nord", "ansi-dark", "textual-light"]
    )
    async def test_every_theme_is_whole(self, opened: Opening, theme: str) -> None:
        async with opened() as reader:
            reader.app.theme = theme
            await reader.press("k", "a", "escape", "enter", "escape", "question_mark")
            assert reader.app.is_running


class TestUnreadableStore:
    async def test_no_key_crashes_and_the_reader_is_told(self, opened: Opening) -> None:
        async with opened((80, 24), reports=many(400)) as reader:
            assert isinstance(reader.app.screen, Browse)
            reader.app.screen.store.close()
            for key in ("g", "j", "pagedown", "}", "]", "[", "3", "x", "n", "space", "A", "w", "w"):
                await reader.press(key)
            for key in ("a", "t", "d", "r", "slash", "e", "question_mark", "enter"):
                await reader.press(key, "escape")
            reader.app.screen._poll()
            await reader.settle()
            assert reader.app.is_running
            assert "the store is damaged" in reader.words

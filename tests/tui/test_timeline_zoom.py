"""A reader looks from farther away and comes back: months, years and decades with what stands out in them."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from store import Query, Store
from tests.tui.conftest import SIZES, Opening
from tests.tui.driving import Driver, drive
from tests.tui.news import NEWS, many
from tests.tui.news import make_store as make_news
from tui.memory import Place
from tui.screens.browse import Browse
from tui.timeline.periods import PeriodView, periods
from tui.timeline.widget import Timeline
from tui.timeline.zoom import PeriodRow, Zoom


def timeline(reader: Driver) -> Timeline:
    return reader.app.screen.query_one(Timeline)


def place(reader: Driver) -> date:
    item = timeline(reader).item
    assert item
    return item.first


class TestLevels:
    @pytest.mark.parametrize("size", SIZES)
    async def test_the_cursor_keeps_its_place(self, years: Path, size: tuple[int, int]) -> None:
        async with drive(years, size) as reader:
            for keys in (["g"], ["right_curly_bracket", "j", "j"], ["G"], ["pageup", "k"]):
                await reader.press(*keys)
                here, headline = place(reader), reader.cursor[:40]
                for zoom in (Zoom.MONTH, Zoom.YEAR, Zoom.DECADE):
                    await reader.press("minus")
                    item = timeline(reader).item
                    assert item and item.first <= here <= zoom.last(item.first)
                    assert f"by {zoom.label} · 400 events" in reader.lines[0]
                    assert "▸" in reader.cursor
                await reader.press("minus", "plus", "plus", "plus")
                assert place(reader) == here
                assert reader.cursor[:40] == headline

    async def test_periods_tell_how_many_more_there_are(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("g", "minus")
            assert "2000 · January · 8 more ─" in reader.text
            await reader.press("minus")
            assert "2001 · 117 more ─" in reader.text
            await reader.press("Z")
            assert "2000s · 392 more ─" in reader.text
            assert "Jan 2000 " in reader.cursor

    async def test_enter_goes_to_the_events_of_a_period(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("minus", "minus", "g")
            assert "▸ 2000" in reader.cursor or "▸2000" in reader.cursor
            assert "122 events" in reader.text
            await reader.press("enter", "enter")
            assert place(reader) == date(2000, 1, 1)
            assert "1 of 400" in reader.lines[0]

    async def test_brackets_go_from_period_to_period(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("minus", "g", "right_square_bracket")
            assert "2000 · February" in reader.cursor
            await reader.press("right_curly_bracket")
            assert "2001 · January" in reader.cursor
            await reader.press("left_square_bracket")
            assert "2000 · December" in reader.cursor
            await reader.press("minus", "right_square_bracket", "right_square_bracket")
            assert "▸2002" in reader.cursor
            await reader.press("left_square_bracket")
            assert "▸2001" in reader.cursor

    async def test_the_footer_offers_it(self, years: Path) -> None:
        async with drive(years, (80, 24)) as reader:
            assert "-/+ zoom" in reader.lines[-1]
            await reader.press("minus")
            assert "-/+ zoom" in reader.lines[-1]


class TestTogether:
    async def test_filters_follow_at_every_level(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("minus", "minus", "3")
            with Store.open(years) as store:
                russian = store.count(Query(countries=(("RUS", "SUN"),)))
            assert f"by year · {russian} events" in reader.lines[0]
            assert place(reader) == date(2003, 1, 1) or place(reader).year == 2003
            await reader.press("plus", "plus")
            assert reader.lines[0].endswith(f" of {russian}")
            await reader.press("x")
            assert reader.lines[0].endswith(" of 400")

    async def test_words_that_nothing_has(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("minus", "slash", *"nowhere", "enter")
            assert "No event matches all of these filters." in reader.text
            await reader.press("minus", "plus", "enter", "space", "A", "x")
            assert "by month · 400 events" in reader.lines[0]

    @pytest.mark.parametrize("keys", [["minus"], ["minus", "minus", "minus"]])
    async def test_the_place_survives_any_size(self, years: Path, keys: list[str]) -> None:
        async with drive(years) as reader:
            await reader.press("g", *["pagedown"] * 3, *keys)
            before = place(reader)
            for width, height in ((60, 20), (300, 100), (1, 1), (20, 5), (200, 60)):
                await reader.resize(width, height)
                assert place(reader) == before
            assert "▸" in reader.cursor

    async def test_a_period_is_marked_with_all_its_events(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("minus", "g")
            await reader.press("space")
            assert "✓ 11 marked" in reader.lines[0]
            await reader.press("u", "A")
            shown = sum(min(3, len(list(rows))) for rows in _by_month(years).values())
            assert f"✓ {shown} marked" in reader.lines[0]
            await reader.press("u", "g")
            await reader.press("v", "j", "j", "v")
            assert "✓ 2 marked" in reader.lines[0]

    async def test_a_store_that_grows_is_shown_at_the_same_period(self, tmp_path: Path) -> None:
        store = make_news(tmp_path / "live.db", many(40))
        async with drive(store) as reader:
            await reader.press("minus", "g", "right_square_bracket")
            make_news(store, NEWS)
            screen = reader.app.screen
            assert isinstance(screen, Browse)
            screen._poll()
            await reader.settle()
            assert "2000 · February" in reader.cursor
            assert "by month · 44 events" in reader.lines[0]

    async def test_it_is_remembered(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("g", "right_curly_bracket", "minus", "minus")
            screen = reader.app.screen
            assert isinstance(screen, Browse)
            left: Place = screen.place
            here = place(reader)
        assert left.zoom is Zoom.YEAR
        with Store.open(years, read_only=True) as store:
            view = PeriodView(store.view(), left.zoom)
            assert left.key is not None
            item = view.rows(at := view.position(left.key), at + 1)[0]
            assert item.first == here


class TestMouse:
    @pytest.mark.parametrize("keys", [[], ["minus"], ["minus", "minus"]])
    async def test_the_scrollbar_leads_anywhere(self, years: Path, keys: list[str]) -> None:
        async with drive(years, (80, 24)) as reader:
            await reader.press("g", *keys)
            size = timeline(reader).size
            await reader.click("#timeline", offset=(size.width - 1, size.height - 1))
            assert place(reader).year == 2003
            await reader.click("#timeline", offset=(size.width - 1, 1))
            assert place(reader) == date(2000, 1, 1)

    async def test_a_click_puts_the_cursor_on_a_period(self, years: Path) -> None:
        async with drive(years, (80, 24)) as reader:
            await reader.press("g", "minus", "minus", "minus")
            await reader.click("#timeline", offset=(5, 1))
            assert "2000s" in reader.cursor
            await reader.press("enter")
            assert "by year" in reader.lines[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [[], ["minus"], ["minus", "minus"], ["minus", "minus", "minus"]])
async def test_the_grid_holds_at_every_level(opened: Opening, size: tuple[int, int], keys: list[str]) -> None:
    async with opened(size) as reader:
        await reader.press("g", *keys)
        strips = reader.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {size[0]}
        assert all(cell_len(line) <= size[0] for line in reader.lines)


class TestPeriods:
    @pytest.mark.parametrize("zoom", [Zoom.MONTH, Zoom.YEAR, Zoom.DECADE])
    @pytest.mark.parametrize("query", [Query(), Query(first=date(1, 1, 1))])
    def test_every_item_can_be_found_again(self, years: Path, zoom: Zoom, query: Query) -> None:
        with Store.open(years, read_only=True) as store:
            view = PeriodView(store.view(query), zoom)
            items = view.rows(0, len(view))
            assert len(items) == len(view)
            assert [view.position(item.key) for item in items] == list(range(len(view)))
            assert [view.rows(at, at + 1)[0] for at in range(0, len(view), 7)] == list(items[::7])
            told = [item for item in items if isinstance(item, PeriodRow)]
            assert sum(period.events for period in told) == 400
            assert all(one.last < other.first for one, other in pairwise(told))
            keys = {item.key for item in items}
            hidden = next(row for row in store.page(query, limit=400) if row.key not in keys)
            holds = items[view.position(hidden.key)]
            assert isinstance(holds, PeriodRow) and holds.first <= hidden.first <= holds.last
            assert view.position(0) == 0
            assert view.position(1 << 62) == len(view)

    def test_the_first_and_the_last_years_have_periods(self) -> None:
        assert Zoom.DECADE.start(date(7, 5, 1)) == date(1, 1, 1)
        assert Zoom.DECADE.title(date(7, 5, 1)) == "0s"
        for zoom in Zoom:
            assert zoom.last(date.max) == date.max
            assert zoom.start(date.min) == date.min
        assert list(periods((), Zoom.YEAR)) == []


def _by_month(path: Path) -> dict[tuple[int, int], list[int]]:
    months: dict[tuple[int, int], list[int]] = {}
    with Store.open(path, read_only=True) as store:
        for row in store.page(limit=1000):
            months.setdefault((row.first.year, row.first.month), []).append(row.id)
    return months

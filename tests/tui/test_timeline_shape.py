"""The histogram: stacked by the lanes' countries, marked where the reader is, and a way to other times."""

from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from store import CountryCount, MonthCount
from tests.tui.conftest import Opening
from tests.tui.driving import Driver, drive
from tests.tui.news import HOSTILE, PACT, SANCTIONS
from tui.axis import Axis, number_of, stacked
from tui.bars.columns import Column, columns_of
from tui.bars.shape import Shape
from tui.lanes import Lanes
from tui.theme import Ink, ink_of
from tui.timeline.feed import Shaped
from tui.timeline.widget import Timeline


def shape_lines(reader: Driver) -> list[str]:
    region = reader.app.screen.query_one(Shape).region
    return reader.lines[region.y : region.bottom]


def day(reader: Driver) -> date:
    item = reader.app.screen.query_one(Timeline).item
    assert item
    return item.first


class TestSizes:
    @pytest.mark.parametrize(
        ("size", "height"),
        [((60, 18), 0), ((60, 20), 1), ((80, 24), 1), ((80, 29), 1), ((120, 40), 3), ((200, 60), 4)],
    )
    async def test_it_takes_what_the_terminal_has(
        self, years: Path, size: tuple[int, int], height: int
    ) -> None:
        async with drive(years, size) as reader:
            lines = shape_lines(reader) if height else []
            assert len(lines) == height
            assert all(cell_len(line) <= size[0] for line in lines)
            if height == 1:
                assert reader.app.screen.query_one(Timeline).window >= 8
                assert lines[0].startswith(" 2000 ")
                assert lines[0].endswith(" 2003")
                assert " " not in lines[0][6:-5]
            if height > 1:
                assert "▲" in lines[-1]
                assert "2001" in lines[-1]

    async def test_it_fits_after_every_change_of_size(self, years: Path) -> None:
        async with drive(years, (80, 24)) as reader:
            for width, height in ((300, 100), (24, 24), (13, 30), (200, 60)):
                await reader.resize(width, height)
                assert all(cell_len(line) <= width for line in shape_lines(reader))
            assert sum(letter in "▁▂▃▄▅▆▇█" for letter in "".join(shape_lines(reader))) > 190


class TestPlace:
    async def test_arrows_go_from_column_to_column(self, opened: Opening) -> None:
        async with opened(reports=[PACT, HOSTILE, SANCTIONS]) as reader:
            await reader.press("left")
            assert day(reader) == date(2021, 3, 3)
            await reader.press("left")
            assert day(reader) == date(1961, 7, 6)
            await reader.press("left")
            assert day(reader) == date(1961, 7, 6)
            await reader.press("right", "right", "right")
            assert day(reader).year == 2023

    async def test_what_is_in_sight_is_marked(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("g")
            shape = reader.app.screen.query_one(Shape)
            sight = shape._marked[1]
            seen = reader.app.screen.query_one(Timeline).in_sight
            assert seen and seen[0] == date(2000, 1, 1)
            assert sight.start == 0
            assert 1 < len(sight) < 20
            ink = ink_of(reader.app)
            marked = "".join(reader.on(ink.on("focus").bgcolor))
            assert "▲" in marked
            await reader.press("G")
            assert shape._marked[1].stop == len(shape._columns)

    async def test_a_period_widens_it(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.press("r", *"2001", "enter")
            assert "2000" not in shape_lines(reader)[-1]
            assert shape_lines(reader)[-1].strip().startswith(("2001", "▲"))
            await reader.press("x")
            assert "2002" in shape_lines(reader)[-1]


class TestColours:
    async def test_each_country_has_its_share_in_the_colour_of_its_lane(self, years: Path) -> None:
        async with drive(years) as reader:
            ink = ink_of(reader.app)
            strips = reader.app.screen._compositor.render_strips()[1:3]
            colours = {
                colour
                for strip in strips
                for part in strip
                if part.style and any(letter in "▁▂▃▄▅▆▇█" for letter in part.text)
                for colour in (part.style.color, part.style.bgcolor)
            }
            assert {ink["prk"].color, ink["kor"].color, ink["rus"].color} <= colours

    def test_a_column_is_divided_like_its_parts(self) -> None:
        assert stacked(16, [3, 0, 1, 0]) == [12, 0, 4, 0]
        assert sum(stacked(7, [1, 1, 1])) == 7
        assert stacked(5, [0, 0]) == [0, 0]

    def test_a_cell_has_at_most_two_colours(self, ink: Ink) -> None:
        column = Column((("prk", 3), ("kor", 1), ("usa", 10)))
        text, style = column.cell(0, ink)
        assert (text, style.color, style.bgcolor) == ("▃", ink["prk"].color, ink["usa"].color)
        assert column.cell(1, ink) == ("▆", ink["usa"])
        assert column.cell(2, ink)[0] == " "

    def test_events_without_a_country_are_of_the_last_lane(self) -> None:
        axis = Axis(number_of(date(2020, 1, 1)), number_of(date(2020, 2, 1)), 2)
        months = (MonthCount(2020, 1, 4), MonthCount(2020, 2, 1))
        countries = (CountryCount(2020, 1, "SUN", 2), CountryCount(2020, 1, "CHN", 2))
        first, second = columns_of(axis, Shaped(months, countries), Lanes(), 1)
        assert [layer for layer in first.layers if layer[1]] == [("rus", 4), ("other", 4)]
        assert [layer for layer in second.layers if layer[1]] == [("other", 4)]


@pytest.fixture
def ink() -> Ink:
    names = ("foreground", "prk", "usa", "kor", "other")
    return Ink({name: f"#{number}0{number}0{number}0" for number, name in enumerate(names, 1)})

"""A reader makes dateline their own: other keys, another theme; and finds everything as they left it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from corpus import UsageError
from store.facets import Facet
from tests.tui.driving import Driver, no_build
from tui.app import Dateline
from tui.configuration import read_configuration
from tui.filters import (
    ActorFilter,
    CountryFilter,
    DocumentFilter,
    Filters,
    PeriodFilter,
    Use,
    ValueFilter,
    WordsFilter,
)
from tui.keymap import UNCHANGED, Keymap
from tui.memory import Place, recall, remember


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path))


@asynccontextmanager
async def start(app: Dateline) -> AsyncIterator[Driver]:
    async with app.run_test(size=(120, 40)):
        yield await Driver(app).settle()


class TestKeys:
    async def test_other_keys_do_and_are_shown(self, news: Path) -> None:
        keys = Keymap({"timeline.up": "i", "timeline.down": "m,down", "find.words": "ctrl+f"})
        async with start(Dateline(news, no_build, keys=keys)) as reader:
            await reader.press("i")
            assert "Wed 13" in reader.cursor
            await reader.press("k")
            assert "Wed 13" in reader.cursor
            await reader.press("m")
            assert "Thu 14" in reader.cursor
            assert "m/i move" in " ".join(reader.lines[-1].split())
            assert "Ctrl+F words" in " ".join(reader.lines[-1].split())
            await reader.press("question_mark")
            assert "m  ↓ " in reader.text

    def test_two_actions_can_exchange_their_keys(self) -> None:
        keys = Keymap({"timeline.down": "k", "timeline.up": "j"})
        assert (keys["timeline.down"].names, keys["timeline.up"].names) == ("k", "j")

    @pytest.mark.parametrize(
        ("changes", "complaint"),
        [
            ({"timeline.dwn": "j"}, "did you mean timeline.down"),
            ({"xyz": "j"}, "there is: timeline.down, timeline.up"),
            ({"timeline.down": "n"}, "“n” would be both timeline.down and hits.next"),
            ({"reading.back": "j"}, "“j” would be both source.down and reading.back"),
            ({"timeline.down": "jj"}, "“jj” is no key"),
            ({"timeline.down": ""}, "“” is no key"),
        ],
    )
    def test_what_cannot_be_is_told(self, changes: dict[str, str], complaint: str) -> None:
        with pytest.raises(UsageError, match=complaint):
            Keymap(changes)

    def test_every_action_has_its_own_key_as_it_comes(self) -> None:
        for _, keys in UNCHANGED.groups:
            for key in keys:
                Keymap({key.id: key.keys})


class TestConfiguration:
    def test_keys_and_theme_are_read(self, tmp_path: Path) -> None:
        (tmp_path / "config.toml").write_text(
            'theme = "nord"\n[keys]\ntimeline.down = "j"\n"timeline.up" = "k"\n', encoding="utf-8"
        )
        wishes = read_configuration()
        assert wishes.theme == "nord"
        assert wishes.keys == {"timeline.down": "j", "timeline.up": "k"}

    @pytest.mark.parametrize("line", ["theme = 3", "keys = 3", "[keys]\nx = 3", "[keys]\nx.y.z = 'j'"])
    def test_a_setting_of_another_form_is_told(self, tmp_path: Path, line: str) -> None:
        (tmp_path / "config.toml").write_text(line, encoding="utf-8")
        with pytest.raises(UsageError, match=r"config\.toml"):
            read_configuration()

    async def test_a_theme_that_was_picked_comes_back_until_another_is_wished_for(self, news: Path) -> None:
        async with start(Dateline(news, no_build, remembers=True, theme="nord")) as reader:
            await reader.pick("theme: dateline-light")
            assert reader.app.theme == "dateline-light"
        async with start(Dateline(news, no_build, remembers=True, theme="nord")) as reader:
            assert reader.app.theme == "dateline-light"
        async with start(Dateline(news, no_build, remembers=True, theme="gruvbox")) as reader:
            assert reader.app.theme == "gruvbox"

    async def test_a_theme_is_used(self, news: Path) -> None:
        async with start(Dateline(news, no_build, theme="dateline-light")) as reader:
            assert reader.app.theme == "dateline-light"

    def test_a_theme_that_is_not_there_is_told(self, news: Path) -> None:
        with pytest.raises(UsageError, match=r"no theme “neon”; there is: .*dateline-dark"):
            Dateline(news, no_build, theme="neon")


class TestComingBack:
    async def test_place_filters_and_panes_are_as_they_were_left(self, news: Path) -> None:
        async with start(Dateline(news, no_build, remembers=True)) as reader:
            await reader.press("3", "k", "w")
            left = reader.cursor
        async with start(Dateline(news, no_build, remembers=True)) as reader:
            assert reader.cursor == left
            assert "country RUS ×" in reader.chips
            assert "Harbour Courier" not in reader.text

    async def test_the_level_and_the_period_are_as_they_were_left(self, news: Path) -> None:
        async with start(Dateline(news, no_build, remembers=True)) as reader:
            await reader.press("minus", "minus", "g", "right_square_bracket")
            assert "2022" in reader.cursor
        async with start(Dateline(news, no_build, remembers=True)) as reader:
            assert "by year" in reader.lines[0]
            assert "2022" in reader.cursor
            await reader.press("plus", "plus")
            assert "한국" in reader.cursor

    @pytest.mark.parametrize("damage", ["", "{", "[]", '{"stores": {"%s": 3}}', '{"stores": 7}', "\x00"])
    async def test_a_damaged_memory_is_no_reason_to_stop(
        self, news: Path, tmp_path: Path, damage: str
    ) -> None:
        (tmp_path / "state").mkdir()
        state = tmp_path / "state" / "state.json"
        state.write_text(damage.replace("%s", str(news)), encoding="utf-8")
        async with start(Dateline(news, no_build, remembers=True)) as reader:
            assert "Thu 14" in reader.cursor
            await reader.press("k")
        assert recall(news).key is not None

    def test_all_filters_are_remembered(self, news: Path) -> None:
        filters = Filters(
            (
                ActorFilter("kim-jong-un", "Kim Jong Un", "PRK"),
                ActorFilter("united-nations", "United Nations"),
                CountryFilter("RUS", ("SUN",)),
                ActorFilter("russia", "Russia", "RUS", Use.NONE),
                ValueFilter(Facet.KIND, "SANCTION"),
                ValueFilter(Facet.PUBLISHER, "The Evening_Post"),
                DocumentFilter("ab12", "Two leaders meet"),
                PeriodFilter(date(2017, 1, 1), None),
                PeriodFilter(date(2017, 1, 1), date(2017, 12, 31)),
                WordsFilter('"hydrogen bomb" 한국'),
            )
        )
        remember(news, Place(7, filters, alone=True))
        assert recall(news) == Place(7, filters, alone=True)

    def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(
        self, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").touch()
        monkeypatch.setenv("DATELINE_STATE", str(tmp_path / "file" / "state"))
        remember(news, Place(7))
        assert recall(news) == Place()

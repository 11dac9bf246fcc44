"""A newcomer finds the keys; an empty store says what to do; the first run builds a store."""

import subprocess
import sys
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from threading import Event

import pytest
from textual.command import CommandList

from corpus import StoreError
from store import Query, Store
from tests.tui.conftest import Opening
from tests.tui.driving import Driver, drive
from tests.tui.news import make_store
from tui.bindings import GROUPS, PLACES
from tui.building import Build, Progress, bundled
from tui.lanes import Lanes


class TestHelp:
    async def test_every_key_is_told(self, opened: Opening) -> None:
        async with opened((100, 260)) as reader:
            await reader.press("question_mark")
            told = reader.text
            for _, keys in GROUPS:
                for key in keys:
                    assert key.text in told
                    assert key.names in told
            await reader.press("escape")
            assert "Thu 14" in reader.cursor

    async def test_it_scrolls_on_a_small_screen(self, opened: Opening) -> None:
        async with opened((60, 20)) as reader:
            await reader.press("question_mark")
            assert "Move in the timeline" in reader.text
            await reader.press("G")
            assert "Kinds of events: conflict" in reader.text

    async def test_a_key_is_found_by_what_it_does(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("question_mark", "slash")
            await reader.type("related")
            assert "R                   Related events" in reader.text
            assert "Next month" not in reader.text
            await reader.type("zzz")
            assert "No key does that" in reader.text

    async def test_the_keys_at_hand_come_first(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("enter", "question_mark")
            assert "On the full screen" in reader.lines[2]

    def test_no_key_is_given_twice_in_one_place(self) -> None:
        for places in PLACES[:2]:
            keys = [
                name
                for _, group in GROUPS
                for key in group
                if key.id.split(".")[0] in places
                for name in key.keys.split(",")
            ]
            assert len(keys) == len(set(keys))


class TestFooter:
    async def test_a_click_on_a_key_does_what_the_key_does(self, opened: Opening) -> None:
        async with opened((80, 24)) as reader:
            column = reader.lines[-1].index(" a actor") + 1
            await reader.click("#keys", offset=(column, 0))
            assert "Actors" in reader.text


class TestPalette:
    async def test_an_action_is_found_by_its_name(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.pick("first event")
            assert "Wed  3" in reader.cursor

    async def test_a_dialog_is_opened_from_it(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.pick("jump to a date")
            assert "Jump to a date" in reader.text
            await reader.type("2022")
            await reader.press("enter")
            assert "planned" in reader.cursor

    async def test_own_actions_come_first_and_the_librarys_last(self, opened: Opening) -> None:
        async with opened((120, 40)) as reader:
            names = await _offered(reader)
            assert names[:2] == ["Next event", "Previous event"]
            assert names[-5:] == ["Theme", "Quit", "Keys", "Maximize", "Screenshot"]

    @pytest.mark.parametrize(
        ("name", "shown"), [("write a note", "Note on 1 event"), ("jump to", "Jump to a date")]
    )
    async def test_the_full_screen_does_them_too(self, opened: Opening, name: str, shown: str) -> None:
        async with opened((80, 24)) as reader:
            await reader.press("enter")
            await reader.pick(name)
            assert shown in reader.text

    async def test_the_full_screen_has_its_own(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("enter")
            names = await _offered(reader)
            assert {"Next source", "Back to the timeline", "Next place of the searched words"} <= set(names)
            assert "Star the marked events, or this one; again to take it away" in names
            assert "Begin a range; again to mark it" not in names

    async def test_saved_searches_are_opened_from_it(self, reading: Opening, path: Path) -> None:
        with Store.open(path) as store:
            store.save_query("Moscow [b]", Query(countries=("RUS",)))
        async with reading() as reader:
            await reader.press("ctrl+p")
            await reader.type("moscow")
            await reader.shows("Saved search: Moscow [b]")
            await reader.press("enter")
            assert "country RUS ×" in reader.chips


async def _offered(reader: Driver) -> list[str]:
    """Opens the palette; returns the names of all that it offers."""
    await reader.press("ctrl+p")
    await reader.until(lambda: reader.app.screen.query_one(CommandList).option_count)
    await reader.settle()
    options = reader.app.screen.query_one(CommandList).options
    return [str(option.prompt).splitlines()[0] for option in options]


class TestEmptyStore:
    async def test_it_says_how_to_fill_it(self, opened: Opening) -> None:
        async with opened(reports=()) as reader:
            assert "This store has no events yet." in reader.text
            assert "dateline ingest PATH" in reader.text

    async def test_no_key_crashes_it(self, opened: Opening) -> None:
        async with opened(reports=()) as reader:
            await reader.press("j", "k", "g", "G", "space", "v", "v", "A", "u", "n", "enter", "tab", "tab")
            await reader.press("left_square_bracket", "right_curly_bracket", "pagedown", "ctrl+u", "x", "e")
            assert reader.app.is_running


class TestFirstRun:
    async def test_progress_then_the_timeline(self, tmp_path: Path) -> None:
        store, go_on = tmp_path / "new.db", Event()

        def build(progress: Progress) -> None:
            progress.begin(7)
            progress.step(3, "a-report.txt", 12)
            go_on.wait(60)
            make_store(store)

        async with drive_building(store, build) as reader:
            await reader.until(lambda: "3 of 7 documents · 12 events" in reader.text)
            assert "a-report.txt" in reader.text
            go_on.set()
            await reader.settle()
            assert "Thu 14" in reader.cursor

    async def test_stopping_keeps_what_was_read(self, tmp_path: Path) -> None:
        store = tmp_path / "new.db"

        def build(progress: Progress) -> None:
            progress.begin(7)
            make_store(store)
            progress.step(1, "a-report.txt", 4)
            while not progress.cancelled():
                Event().wait(0.01)

        async with drive_building(store, build) as reader:
            await reader.until(lambda: "1 of 7" in reader.text)
            await reader.press("escape")
            assert "Stopped after 1 of 7 documents; the next start reads on." in reader.text
            assert "Enter  open what has been read" in reader.text
            await reader.press("enter")
            assert "Thu 14" in reader.cursor

    async def test_the_next_start_reads_on(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        articles = tmp_path / "articles"
        articles.mkdir()
        for number in range(3):
            text = f"date 2023-09-1{number + 1}\n\nRussia sent North Korea {number + 2} ships on Sunday.\n"
            (articles / f"{number}.txt").write_text(text, encoding="utf-8")
        monkeypatch.setattr("tui.reading.BUNDLED", articles)
        store = tmp_path / "new.db"
        bundled(store)(StoppedAfterOne())
        with Store.open(store) as half:
            assert half.stats().documents == 1
        async with drive(store, (80, 24), bundled(store)) as reader:
            await reader.settle()
            assert "1 event" in reader.lines[0]
        with Store.open(store) as whole:
            assert whole.stats().documents == 3
        async with drive(store, (80, 24)) as reader:
            assert "1 event" in reader.lines[0]

    async def test_what_cannot_be_read_on_can_be_opened(self, tmp_path: Path) -> None:
        store = make_store(tmp_path / "half.db")
        (tmp_path / "half.db.unfinished").touch()

        def build(progress: Progress) -> None:
            raise StoreError("the store is read-only")

        async with drive_building(store, build) as reader:
            await reader.settle()
            assert "the store is read-only" in reader.words
            await reader.press("enter")
            assert "Thu 14" in reader.cursor

    @pytest.mark.parametrize("error", [StoreError("the disk is full"), KeyError("the disk is full")])
    async def test_an_error_is_a_message(self, tmp_path: Path, error: Exception) -> None:
        def build(progress: Progress) -> None:
            raise error

        async with drive_building(tmp_path / "new.db", build) as reader:
            await reader.settle()
            assert "the disk is full" in reader.text
            assert "try again" in reader.text


class StoppedAfterOne(Progress):
    """A build whose reader presses Esc at the first document."""

    def step(self, done: int, name: str, events: int) -> None:
        super().step(done, name, events)
        self.stopped = True


def drive_building(store: Path, build: Build) -> AbstractAsyncContextManager[Driver]:
    """Opens the app where there is no store, without waiting for the build."""
    return drive(store, (80, 24), build, wait=False)


def test_the_public_face_is_one_function_that_loads_when_asked() -> None:
    code = "import sys, tui; print(tui.__all__, 'textual' in sys.modules); print(callable(tui.run))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.split("\n")[:2] == ["['run'] False", "True"]


async def test_lanes_may_be_others(news: Path) -> None:
    async with drive(news, lanes=Lanes(("JPN", "CHN", "USA", "RUS", "PRK", "KOR"))) as reader:
        assert "JPN CHN USA RUS PRK KOR  +" in reader.text
        assert "●━━━▶" in reader.cursor
        await reader.press("4")
        assert "country RUS ×" in reader.chips


def test_opening_the_app_loads_nothing_that_reads_merges_or_exports() -> None:
    heavy = ("spacy", "dateparser", "store.ingest", "store.merge", "store.export", "store.corrections.making")
    code = f"import sys, tui.app; print([name for name in {heavy} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"

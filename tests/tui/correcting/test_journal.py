"""A reader looks at what was corrected and at what the last ingests changed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import TypeVar

import pytest

from store import Accept, ChangeDate, Query, Reject, Store
from tests.tui.conftest import SIZES, Opening
from tests.tui.correcting.stored import stored
from tests.tui.driving import drive
from tests.tui.news import EXERCISE, NEWS, SANCTIONS, SUMMIT, analysis
from tui.correcting import asked

Found = TypeVar("Found")


class TestTheJournal:
    async def test_it_tells_everything_newest_first_and_leads_to_the_event(
        self, reading: Opening, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "d")
            await reader.type("2023-09-12")
            await reader.press("enter")
            await reader.press("G")
            await reader.press("c", "t")
            await reader.type("coerce")
            await reader.press("enter")
            await reader.press("J")
            kind, date_ = (
                next(n for n, line in enumerate(reader.lines) if words in line)
                for words in ("kind: SANCTION → COERCE", "date: Wed 13 Sep 2023 → Tue 12 Sep 2023")
            )
            assert kind < date_
            assert "“Washington put 150 firms" in reader.lines[kind + 1]
            await reader.press("j", "enter")
            assert "Tue 12" in reader.cursor

    async def test_undo_and_redo_work_there(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("delete")
            await reader.press("J", "enter")
            assert "It was rejected: it is on no timeline" in reader.text
            await reader.press("J", "ctrl+z")
            assert "undone" in reader.lines[1]
            assert len(stored(path)) == 4
            await reader.press("ctrl+y")
            assert "undone" not in reader.lines[1]
            await reader.press("escape")
            assert "3 events" in reader.lines[0]

    async def test_keys_that_come_before_it_is_read_wait_for_it(
        self, reading: Opening, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def slowly(path: Path, question: Callable[[Store], Found]) -> Found:
            sleep(0.1)
            return asked(path, question)

        monkeypatch.setattr("tui.screens.journal.asked", slowly)
        async with reading() as reader:
            await reader.press("delete", "g", "delete")
            await reader.flood("J", "j", "enter")
            await reader.shows("It was rejected: it is on no timeline")

    async def test_a_correction_whose_passage_is_gone_waits(self, reading: Opening, path: Path) -> None:
        with Store.open(path) as store:
            (row,) = store.page(Query(words="firms"))
            store.correct(row.id, ChangeDate("2023-09-10"))
            found = analysis(SANCTIONS)
            store.ingest(replace(found, events=(), extraction=found.extraction + (1 << 32)))
        async with reading() as reader:
            await reader.press("J")
            assert "waits: its passage is not told now" in reader.text
            await reader.press("enter")
            assert "No event tells what this correction hangs on" in reader.text

    async def test_an_empty_one_says_how_to_correct(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("J")
            assert "Nothing was corrected yet" in reader.text
            await reader.press("enter", "r", "tab", "enter", "escape")
            assert "4 events" in reader.lines[0]

    @pytest.mark.parametrize("size", SIZES)
    async def test_it_fits(self, reading: Opening, path: Path, size: tuple[int, int]) -> None:
        with Store.open(path) as store:
            store.correct_all([row.id for row in store.page()], Accept())
            for row in store.page():
                store.correct(row.id, Reject())
        async with reading(size) as reader:
            await reader.press("J")
            assert "Journal of corrections" in reader.lines[0]
            assert "checked (4 events)" in reader.text
            await reader.press("G", "tab", "j", "k", "pagedown")
            assert "\x1b" not in reader.text


class TestChanges:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        """A store that two ingests made: the second one brought a source and an event."""
        path = tmp_path / "changed.db"
        with Store.open(path) as store:
            for reports in ((SUMMIT[0], EXERCISE), (SUMMIT[1], SANCTIONS)):
                store.begin_run()
                for report in reports:
                    store.ingest(analysis(report))
        return path

    async def test_each_ingest_tells_what_it_changed(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("C")
            text = reader.text
            assert "2 ingests" in text
            assert "1 new event · 1 gained sources" in text
            assert text.index("1 gained sources") < text.index("2 new events")
            assert "1 → 2 sources" in text

    async def test_enter_goes_to_the_event(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("C")
            await reader.press("j", "enter")
            assert "Kim Jong Un meets" in reader.cursor

    async def test_an_ingest_elsewhere_says_which_key_shows_it(
        self, reading: Opening, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.screens.showing.POLL_SECONDS", 0.05)
        async with reading() as reader:
            with Store.open(path) as store:
                store.begin_run()
                store.ingest(analysis(NEWS[-1]))
            await reader.shows("The store has 1 new event · C shows them")
            await reader.press("C")
            assert "3 ingests" in reader.text

    async def test_a_store_without_ingests_says_so(self, news: Path) -> None:
        async with drive(news) as reader:
            await reader.press("C", "enter")
            assert "No ingest has changed anything yet" in reader.text

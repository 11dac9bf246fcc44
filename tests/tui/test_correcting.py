"""A reader knows better: corrects events, takes it back, and reads the journal."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import TypeVar

import pytest

from corpus import Role, StoreError
from store import Accept, ChangeDate, Query, Reject, State, Store
from tests.tui.driving import Driver, drive
from tests.tui.news import EXERCISE, NEWS, SANCTIONS, SUMMIT, analysis
from tui.correcting import asked

Found = TypeVar("Found")
Open = Callable[..., AbstractAsyncContextManager[Driver]]

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]


@pytest.fixture
def path(news: Path, tmp_path: Path) -> Path:
    """A store of the invented news that may be written."""
    return Path(shutil.copy(news, tmp_path / "own.db"))


@pytest.fixture
def reading(path: Path) -> Open:
    @asynccontextmanager
    async def opening(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driver]:
        async with drive(path, size) as reader:
            yield reader

    return opening


def stored(path: Path, headline: str = "") -> list[str]:
    """Returns date, type, status and headline of the events, or of those whose headline has the words."""
    with Store.open(path, read_only=True) as store:
        rows = store.page(Query(words=headline))
        return [f"{row.value} {row.kind} {row.status} {row.headline}" for row in rows]


class TestTheMenu:
    @pytest.mark.parametrize("size", SIZES)
    async def test_it_says_what_is_there_and_which_key_changes_it(
        self, reading: Open, size: tuple[int, int]
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
                assert words in " ".join(reader.text.split())
            await reader.press("escape")
            assert "Correct" not in reader.text

    async def test_it_can_be_walked_through(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "down", "down", "enter")
            assert "Correct the status" in reader.text

    async def test_an_empty_list_has_nothing_to_correct(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("slash")
            await reader.type("zzzz")
            await reader.press("enter", "c")
            assert "There is no event to correct" in reader.text

    @pytest.mark.parametrize("size", [(1, 1), (10, 3), (30, 8)])
    async def test_no_dialog_minds_a_tiny_terminal(self, reading: Open, size: tuple[int, int]) -> None:
        async with reading(size) as reader:
            for keys in ("c", "cd", "ct", "ch", "ca", "cm", "J", "C", "U"):
                await reader.press(*keys)
                await reader.press("down", "up", "pagedown", "escape", "escape", "escape")
            assert len(reader.app.screen_stack) == 1

    async def test_what_can_be_done_in_the_journal_is_in_its_palette(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("delete")
            await reader.press("J")
            await reader.pick("undo the last")
            assert "undone" in reader.lines[1]

    async def test_every_correction_is_in_the_palette(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.pick("correct the head")
            assert "Correct the headline" in reader.text

    async def test_keys_that_come_faster_than_the_menu_are_not_lost(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.flood("c", "h")
            assert "Correct the headline" in reader.text
            await reader.press("escape")
            await reader.flood("c", "a", "j", "x", "escape", "J", "j", "k", "G", "escape", "C", "j", "escape")
            assert "4 of 4" in reader.lines[0]


class TestTheDate:
    async def test_it_is_typed_in_words_and_shown_before_it_is_taken(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "d")
            assert "Wed 13 Sep 2023 (2023-09-13) ←" in reader.text
            await reader.type("on monday")
            assert "→ Mon 11 Sep 2023   (2023-09-11)" in reader.text
            await reader.press("enter")
            assert "Mon 11" in reader.cursor
            assert "±" in reader.cursor
            assert "Mon 11 Sep 2023 ± date corrected from Wed 13 Sep 2023 on 2" in reader.text
            assert "Date: Wed 13 Sep 2023 → Mon 11 Sep 2023" in reader.text
        assert stored(path, "meets")[0].startswith("2023-09-11")

    async def test_the_cursor_stays_with_the_event_when_its_day_changes(
        self, reading: Open, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "d")
            await reader.type("1999-05-04")
            await reader.press("enter")
            assert "Kim Jong Un meets" in reader.cursor
            assert "1 of 4" in reader.lines[0]
            await reader.press("ctrl+z")
            assert "Wed 13" in reader.cursor
            assert "Kim Jong Un meets" in reader.cursor
            assert "Undone: date: Tue 4 May 1999 → Wed 13 Sep 2023" in reader.text
            await reader.press("ctrl+y")
            assert "Kim Jong Un meets" in reader.cursor
            assert "1 of 4" in reader.lines[0]
            assert "Redone" in reader.text

    async def test_what_is_no_date_is_not_taken(self, reading: Open, path: Path) -> None:
        before = stored(path)
        async with reading() as reader:
            await reader.press("c", "d")
            await reader.type("[b]soonish")
            await reader.press("enter")
            assert "“[b]soonish” is no date that can be read" in reader.text
            assert "Correct the date" in reader.text
        assert stored(path) == before

    async def test_an_event_that_a_filter_hides_now_is_told(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("k", "r")
            await reader.type("2023")
            await reader.press("enter")
            await reader.press("c", "d")
            await reader.type("1999")
            await reader.press("enter")
            assert "The filters do not let it through" in reader.text


class TestOtherFields:
    async def test_the_type(self, reading: Open, path: Path) -> None:
        async with reading((200, 60)) as reader:
            await reader.press("k")
            await reader.press("c", "t")
            await reader.type("agr")
            await reader.press("enter")
            assert "≡" in reader.cursor
            assert "Kind: CONSULT → AGREE" in reader.text
            assert "← “today”, published Wed 13 Sep 2023 ± kind corrected from CONSULT" in reader.text
        assert "AGREE" in stored(path, "meets")[0]

    async def test_the_status(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "s")
            await reader.type("den")
            await reader.press("enter")
            assert "denied: " in reader.cursor
        assert "denied" in stored(path, "150 firms")[0]

    async def test_the_headline_is_edited_in_place(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "h")
            assert "“Washington put 150 firms on a list on Thursday" in reader.text
            await reader.press("home", *"Today ", "enter")
            assert "Today United States sanctions" in reader.cursor
        assert stored(path, "today")[-1].endswith(
            "Today United States sanctions 150 firms that trade with Russia"
        )

    async def test_a_headline_left_as_it_was_is_no_correction(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "h", "enter")
            assert "±" not in reader.text

    async def test_actors_change_roles_come_and_go(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "a")
            await reader.press("space", "j", "x", "a")
            await reader.type("seoul")
            await reader.press("enter")
            shown = " ".join(reader.text.split())
            assert "target Kim Jong Un was source" in shown
            assert "removed Vladimir Putin was target" in shown
            assert "South Korea added" in shown
            await reader.press("enter")
        with Store.open(path, read_only=True) as store:
            (row, *_) = store.page(Query(words="meets"))
            assert {(actor.entity, actor.role) for actor in row.actors} == {
                ("kim-jong-un", Role.TARGET),
                ("south-korea", Role.SOURCE),
            }

    async def test_actors_left_as_they_were_are_no_correction(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "a", "space", "space", "x", "x", "enter")
        with Store.open(path, read_only=True) as store:
            assert store.journal() == []

    async def test_what_is_right_is_marked_as_checked(self, reading: Open, path: Path) -> None:
        async with reading((200, 60)) as reader:
            await reader.press("c", "o")
            assert "✓" in reader.cursor
            assert "checked on 2" in reader.text


class TestRejecting:
    async def test_it_leaves_the_list_and_is_restored_from_the_journal(
        self, reading: Open, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("delete")
            assert "150 firms" not in reader.text.split("Rejected")[0]
            assert len(stored(path)) == 3
            await reader.press("J", "tab")
            assert "Rejected events" in reader.text
            assert "150 firms" in reader.text
            await reader.press("r")
            assert "Restored: United States sanctions" in reader.text
            assert "No event was rejected" in reader.text
            await reader.press("escape")
            assert "4 events" in reader.lines[0]

    async def test_undo_brings_it_back_under_the_cursor(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("k", "delete", "ctrl+z")
            assert "Kim Jong Un meets" in reader.cursor

    async def test_nothing_to_undo_is_a_message(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("ctrl+z")
            assert "there is no correction to undo" in reader.text
            await reader.press("ctrl+y")
            assert "there is no undone correction to redo" in reader.text


class TestMarkedEvents:
    async def test_all_of_them_are_corrected_and_undone_at_once(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("A", "c")
            assert "4 marked events" in reader.text
            assert "headline" not in reader.text.split("4 marked events")[1].split("╰")[0]
            await reader.press("t")
            await reader.type("protest")
            await reader.press("enter")
            assert all("PROTEST" in line for line in stored(path))
            assert "(4 events)" in reader.text
            await reader.press("ctrl+z")
            assert not any("PROTEST" in line for line in stored(path))

    async def test_they_are_rejected(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("space", "k", "k", "space", "delete")
            assert len(stored(path)) == 2
            assert "marked" not in reader.lines[0]

    async def test_they_are_merged(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("space", "k", "space", "c", "m")
            assert len(stored(path)) == 3
            assert "×2" in reader.cursor or "×3" in reader.cursor
            await reader.press("ctrl+z")
            assert len(stored(path)) == 4

    async def test_what_is_said_of_one_alone_is_refused(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("A")
            await reader.pick("split passages")
            assert "one event at a time" in reader.text


class TestMergingAndSplitting:
    async def test_a_similar_event_nearby_is_picked(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "m")
            assert "Merge with" in reader.text
            assert "Wed 13 Sep 2023" in reader.text.split("Merge with")[1]
            await reader.press("enter")
            assert len(stored(path)) == 3
            assert "3 passages" in " ".join((await reader.press("c")).text.split())

    async def test_one_that_is_marked_is_merged_with_the_one_at_the_cursor(
        self, reading: Open, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("g", "space")
            await reader.press("G")
            await reader.press("c")
            await reader.press("m")
            assert "150 firms" in reader.text.split("Merge with")[1].split("▸")[1].splitlines()[0]
            await reader.press("enter")
        assert len(stored(path)) == 3

    async def test_any_event_is_found_by_its_words(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "m")
            await reader.type("train")
            assert "South Korea and the United" in reader.text.split("Merge with")[1]
            await reader.press("enter")
            assert len(stored(path)) == 3

    async def test_passages_are_split_off(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "p")
            assert "Evening Ledger" in reader.text
            await reader.press("space", "enter")
            assert len(stored(path)) == 5
            await reader.press("ctrl+z")
            assert len(stored(path)) == 4

    async def test_one_passage_must_stay(self, reading: Open, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "p", "space", "j", "space", "enter")
            assert "One passage must stay" in reader.text
        assert len(stored(path)) == 4

    async def test_a_single_passage_cannot_be_split(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("c")
            assert "passages" not in reader.text.split("Correct")[1]
            await reader.press("p")
            assert "Correct" in reader.text


class TestTheJournal:
    async def test_it_tells_everything_newest_first_and_leads_to_the_event(
        self, reading: Open, path: Path
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

    async def test_undo_and_redo_work_there(self, reading: Open, path: Path) -> None:
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
        self, reading: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def slowly(path: Path, question: Callable[[Store], Found]) -> Found:
            sleep(0.1)
            return asked(path, question)

        monkeypatch.setattr("tui.screens.journal.asked", slowly)
        async with reading() as reader:
            await reader.press("delete", "g", "delete")
            await reader.flood("J", "j", "enter")
            await reader.shows("It was rejected: it is on no timeline")

    async def test_a_correction_whose_passage_is_gone_waits(self, reading: Open, path: Path) -> None:
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

    async def test_an_empty_one_says_how_to_correct(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("J")
            assert "Nothing was corrected yet" in reader.text
            await reader.press("enter", "r", "tab", "enter", "escape")
            assert "4 events" in reader.lines[0]

    @pytest.mark.parametrize("size", SIZES)
    async def test_it_fits(self, reading: Open, path: Path, size: tuple[int, int]) -> None:
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

    async def test_each_ingest_tells_what_it_changed(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("C")
            text = reader.text
            assert "2 ingests" in text
            assert "1 new event · 1 gained sources" in text
            assert text.index("1 gained sources") < text.index("2 new events")
            assert "1 → 2 sources" in text

    async def test_enter_goes_to_the_event(self, reading: Open) -> None:
        async with reading() as reader:
            await reader.press("C")
            await reader.press("j", "enter")
            assert "Kim Jong Un meets" in reader.cursor

    async def test_an_ingest_elsewhere_says_which_key_shows_it(
        self, reading: Open, path: Path, monkeypatch: pytest.MonkeyPatch
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


class TestLasting:
    async def test_all_holds_when_the_documents_are_read_again_in_any_order(
        self, reading: Open, path: Path, tmp_path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "d")
            await reader.type("2023-09-12")
            await reader.press("enter")
            await reader.press("c", "t")
            await reader.type("agree")
            await reader.press("enter")
            await reader.press("g")
            await reader.press("delete")
        before = stored(path)
        with Store.open(path) as store:
            for report in reversed(NEWS):
                found = analysis(report)
                store.ingest(replace(found, extraction=found.extraction + (1 << 32)))
            assert {entry.state for entry in store.journal()} == {State.IN_FORCE}
        assert stored(path) == before
        assert before[-2].startswith("2023-09-12 AGREE")

    async def test_a_store_that_may_only_be_read_says_so(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise StoreError(f"{path}: the store is read-only; make the file writable, or copy it")

        async with drive(path) as reader:
            monkeypatch.setattr("tui.correcting.Store.correct_all", refuse)
            await reader.press("delete")
            assert "the store is read-only" in reader.text
            await reader.press("J")
            await reader.press("escape")
            assert "4 of 4" in reader.lines[0]

    async def test_a_store_that_cannot_be_written_is_a_message(
        self, reading: Open, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("store.opening._WAIT_SECONDS", 0.05)
        async with reading() as reader:
            with Store.open(path) as other:
                other._connection.execute("BEGIN IMMEDIATE")
                await reader.press("delete")
                assert "another program is writing to the store" in reader.text
                other._connection.execute("ROLLBACK")
            await reader.press("delete")
        assert len(stored(path)) == 3


class TestWhileReading:
    async def test_what_is_read_is_corrected_and_shown(self, reading: Open, path: Path) -> None:
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

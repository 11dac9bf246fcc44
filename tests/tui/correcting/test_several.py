"""A reader rejects, merges and splits events, and corrects several at once."""

from pathlib import Path

from tests.tui.conftest import Opening
from tests.tui.correcting.stored import stored


class TestRejecting:
    async def test_it_leaves_the_list_and_is_restored_from_the_journal(
        self, reading: Opening, path: Path
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

    async def test_undo_brings_it_back_under_the_cursor(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("k", "delete", "ctrl+z")
            assert "Kim Jong Un meets" in reader.cursor

    async def test_nothing_to_undo_is_a_message(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("ctrl+z")
            assert "there is no correction to undo" in reader.text
            await reader.press("ctrl+y")
            assert "there is no undone correction to redo" in reader.text


class TestMarkedEvents:
    async def test_all_of_them_are_corrected_and_undone_at_once(self, reading: Opening, path: Path) -> None:
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

    async def test_they_are_rejected(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("space", "k", "k", "space", "delete")
            assert len(stored(path)) == 2
            assert "marked" not in reader.lines[0]

    async def test_they_are_merged(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("space", "k", "space", "c", "m")
            assert len(stored(path)) == 3
            assert "×2" in reader.cursor or "×3" in reader.cursor
            await reader.press("ctrl+z")
            assert len(stored(path)) == 4

    async def test_what_is_said_of_one_alone_is_refused(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("A")
            await reader.pick("split passages")
            assert "one event at a time" in reader.text


class TestMergingAndSplitting:
    async def test_a_similar_event_nearby_is_picked(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "m")
            assert "Merge with" in reader.text
            assert "Wed 13 Sep 2023" in reader.text.split("Merge with")[1]
            await reader.press("enter")
            assert len(stored(path)) == 3
            assert "3 passages" in " ".join((await reader.press("c")).text.split())

    async def test_one_that_is_marked_is_merged_with_the_one_at_the_cursor(
        self, reading: Opening, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("g", "space")
            await reader.press("G")
            await reader.press("c")
            await reader.press("m")
            assert "150 firms" in reader.text.split("Merge with")[1].split("▸")[1].splitlines()[0]
            await reader.press("enter")
        assert len(stored(path)) == 3

    async def test_any_event_is_found_by_its_words(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "m")
            await reader.type("train")
            assert "South Korea and the United" in reader.text.split("Merge with")[1]
            await reader.press("enter")
            assert len(stored(path)) == 3

    async def test_passages_are_split_off(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "p")
            assert "Evening Ledger" in reader.text
            await reader.press("space", "enter")
            assert len(stored(path)) == 5
            await reader.press("ctrl+z")
            assert len(stored(path)) == 4

    async def test_one_passage_must_stay(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "p", "space", "j", "space", "enter")
            assert "One passage must stay" in reader.text
        assert len(stored(path)) == 4

    async def test_a_single_passage_cannot_be_split(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("c")
            assert "passages" not in reader.text.split("Correct")[1]
            await reader.press("p")
            assert "Correct" in reader.text

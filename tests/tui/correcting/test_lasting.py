"""What a reader corrected lasts, and where it cannot be written the reader is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus import StoreError
from store import State, Store
from tests.tui.conftest import Opening
from tests.tui.correcting.stored import stored
from tests.tui.driving import drive
from tests.tui.news import NEWS, analysis


class TestLasting:
    async def test_all_holds_when_the_documents_are_read_again_in_any_order(
        self, reading: Opening, path: Path, tmp_path: Path
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
            assert "the store is read-only" in reader.words
            await reader.press("J")
            await reader.press("escape")
            assert "4 of 4" in reader.lines[0]

    async def test_a_store_that_cannot_be_written_is_a_message(
        self, reading: Opening, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("store.opening._WAIT_SECONDS", 0.05)
        async with reading() as reader:
            with Store.open(path) as other:
                other._connection.execute("BEGIN IMMEDIATE")
                await reader.press("delete")
                assert "another program is writing to the store" in reader.words
                other._connection.execute("ROLLBACK")
            await reader.press("delete")
        assert len(stored(path)) == 3

"""A reader closes what is still being read."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Store
from tests.tui.driving import drive
from tui.correcting import asked
from tui.screens.listing import Title


@pytest.mark.parametrize(("key", "room"), [("C", "changes"), ("J", "journal"), ("U", "people")])
async def test_a_list_that_arrives_when_its_screen_closes_is_dropped(
    news: Path, monkeypatch: pytest.MonkeyPatch, key: str, room: str
) -> None:
    is_closing = threading.Event()

    def late(path: Path, question: Callable[[Store], object]) -> object:
        is_closing.wait(60)
        return asked(path, question)

    monkeypatch.setattr(f"tui.screens.{room}.asked", late)
    monkeypatch.setattr(Title, "on_unmount", lambda _: is_closing.set(), raising=False)
    async with drive(news) as reader:
        for _ in range(5):
            is_closing.clear()
            reader.send(key)
            await reader.work()
            await reader.press("escape", "k", "j")
            assert "4 of 4" in reader.lines[0]

"""A store that answers slowly: keys still move, typing never waits, and the last question wins."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from corpus import StoreError
from store import Query, Store
from tests.tui.driving import Driver, drive
from tui.screens.browse import Browse
from tui.timeline.widget import Timeline

PAGES = {"page", "event", "view"}
"""The methods of the store that the thread for pages calls."""


class Gate:
    """Holds up methods of the store until it is opened; counts how often they began."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._open = Event()
        self.stops: set[str] = set()
        self.begun = 0

    def hold(self, name: str) -> None:
        """Holds a method up."""
        answer: Callable[..., Any] = getattr(Store, name)

        def slow(store: Store, *arguments: object, **named: object) -> object:
            self.begun += 1
            self.stops.add(name)
            assert self._open.wait(60)
            self.stops.discard(name)
            return answer(store, *arguments, **named)

        self._monkeypatch.setattr(Store, name, slow)

    def open(self) -> None:
        """Lets all through."""
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.open()


async def tap(reader: Driver, gate: Gate, *keys: str) -> None:
    """Presses keys and waits for all that is not held up."""
    screen = reader.app.screen
    assert isinstance(screen, Browse)
    for key in keys:
        reader.send(key)
        await reader.work()
        await reader.until(lambda: not (screen._waiting or screen.feed.pages.is_busy) or gate.stops & PAGES)
    await reader.work()


def cursor(reader: Driver) -> str:
    row = reader.app.screen.query_one(Timeline).row
    assert row
    return row.headline


class TestListing:
    async def test_the_first_page_is_there_before_the_count(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            await reader.flood("g", *["j"] * 200)
            gate.hold("keys")
            await tap(reader, gate, "3")
            assert "country RUS ×" in reader.chips
            assert reader.lines[0].endswith("counting…")
            before = cursor(reader)
            assert before in ("Matter number 200", "Matter number 201", "Matter number 202")
            await tap(reader, gate, "j", "j", "k")
            here = cursor(reader)
            assert here > before
            gate.open()
            await reader.settle()
            assert cursor(reader) == here
            with Store.open(years, read_only=True) as store:
                total = store.count(Query(countries=(("RUS", "SUN"),)))
            assert reader.lines[0].endswith(f" of {total}")

    async def test_both_ends_are_reached_before_the_list_is_there(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            gate.hold("keys")
            await tap(reader, gate, "3", "g")
            with Store.open(years, read_only=True) as store:
                rows = store.page(Query(countries=(("RUS", "SUN"),)), limit=400)
            assert cursor(reader) == rows[0].headline
            await tap(reader, gate, "G")
            assert cursor(reader) == rows[-1].headline
            await tap(reader, gate, "g", *["pagedown"] * 4)
            assert cursor(reader) == rows[4 * (reader.app.screen.query_one(Timeline).window - 1)].headline
            await tap(reader, gate, "G", "x")
            assert cursor(reader) == rows[-1].headline
            await tap(reader, gate, "3", "right_curly_bracket", "g", "right_curly_bracket")
            year = reader.app.screen.query_one(Timeline).row
            assert year and year.headline in {row.headline for row in rows}
            gate.open()
            await reader.settle()
            assert cursor(reader) == year.headline


class TestPages:
    async def test_typing_goes_on_and_the_last_words_win(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            gate.hold("page")
            gate.hold("keys")
            await tap(reader, gate, "slash", *"matter 31")
            assert "matter 31" in reader.text
            assert "Matter number 399" in reader.text
            await tap(reader, gate, "7")
            gate.open()
            await reader.settle()
            assert reader.lines[0].endswith(" of 1")
            assert cursor(reader) == "Matter number 317"

    async def test_keys_move_in_what_is_there(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            await reader.press("g")
            gate.hold("page")
            gate.hold("keys")
            await tap(reader, gate, "3", "j", "j", "j")
            assert cursor(reader) == "Matter number 3"
            gate.open()
            await reader.settle()
            row = reader.app.screen.query_one(Timeline).row
            assert row and int(row.headline.split()[-1]) in range(3, 8)

    async def test_a_source_that_is_slow_does_not_hold_the_cursor(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            await reader.press("g")
            gate.hold("event")
            await tap(reader, gate, "j", "j", "j", "j")
            assert cursor(reader) == "Matter number 4"
            gate.open()
            await reader.settle()
            assert any(line.endswith(" Matter 4") for line in reader.lines)

    async def test_what_is_asked_of_a_source_waits_for_it(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            await reader.press("g")
            gate.hold("event")
            await tap(reader, gate, "j", "enter")
            gate.open()
            await reader.settle()
            assert "PRK KOR" not in reader.text
            assert "matter number 1 today" in reader.words

    async def test_what_waits_for_a_source_is_undone_after_it_is_done(self, path: Path, gate: Gate) -> None:
        async with drive(path) as reader:
            gate.hold("event")
            await tap(reader, gate, "k", "delete", "ctrl+z")
            gate.open()
            await reader.settle()
            assert "Undone" in reader.text
            assert "Kim Jong Un meets" in reader.cursor

    async def test_zoom_and_filters_one_after_the_other(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            await reader.press("g")
            gate.hold("view")
            await tap(reader, gate, "minus", "minus", "3", "x", "plus")
            gate.open()
            await reader.settle()
            assert "by month · 400 events" in reader.lines[0]
            assert cursor(reader) == "Matter number 0"

    async def test_quitting_does_not_wait(self, years: Path, gate: Gate) -> None:
        async with drive(years) as reader:
            gate.hold("keys")
            await tap(reader, gate, "3")
            await reader.until(lambda: gate.begun)
            gate.open()


class TestTypingAhead:
    async def test_words_typed_at_once_are_words(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.flood(*"/matter 31", "enter", "g", "j")
            assert "words matter 31 ×" in reader.chips
            assert cursor(reader) == "Matter number 310"
            await reader.flood("slash", *"7", "escape", "x")
            assert reader.lines[0].endswith(" of 400")
            with Store.open(years, read_only=True) as store:
                assert store.count(Query(starred=True)) == store.count(Query(in_basket=True)) == 0

    async def test_keys_after_one_that_opens_a_dialog_are_for_the_dialog(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.flood("a", "tab", "down", "tab", "escape", "t", *"pro", "escape", "j", "g", "j")
            assert cursor(reader) == "Matter number 1"
            assert "all events" in reader.chips
            await reader.flood("f", "escape", "enter", "escape", "g", "ctrl+p", *"last event")
            await reader.flood("escape", "j", "j")
            assert cursor(reader) == "Matter number 2"
            assert len(reader.app.screen_stack) == 1

    async def test_a_search_right_after_dialogs(self, years: Path) -> None:
        async with drive(years) as reader:
            await reader.flood("c", "escape", "d", *"2002", "escape", "slash", *"31", "enter", "g", "j")
            assert "words 31 ×" in reader.chips
            assert cursor(reader) == "Matter number 310"

    async def test_actors_are_picked_before_they_are_listed(self, years: Path, gate: Gate) -> None:
        keys = (*"putin", "tab", "ctrl+u", *"un", "down", "tab", "enter")
        async with drive(years) as patient:
            await patient.press("a")
            await patient.press(*keys)
            picked = patient.chips
        assert "Vladimir Putin" in picked and picked.count("×") == 2
        async with drive(years) as quick:
            gate.hold("actor_finder")
            for key in ("a", *keys):
                quick.send(key)
                await quick.work()
            assert "Counting" in quick.text
            gate.open()
            await quick.settle()
            assert quick.chips == picked


async def test_no_timer_is_lost_on_a_busy_machine(years: Path) -> None:
    gone_off: list[int] = []
    async with drive(years) as reader:
        for pump in (reader.app, reader.app.screen):
            for number in range(20):
                pump.set_timer(1e-9, partial(gone_off.append, number))
        await reader.until(lambda: len(gone_off) == 40)


async def test_an_error_is_told_once_and_the_list_stays(years: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("the disk has gone")

    async with drive(years) as reader:
        monkeypatch.setattr(Store, "page", fail)
        monkeypatch.setattr(Store, "keys", fail)
        monkeypatch.setattr(Store, "event", fail)
        await reader.press("3", "k", "k", "slash", "m", "escape")
        assert "the disk has gone" in reader.words
        assert "Matter number 397" in reader.cursor
        assert isinstance(reader.app.screen, Browse)


async def test_the_garbage_collector_works_once_the_screen_is_painted(years: Path) -> None:
    gc.disable()
    try:
        async with drive(years):
            assert gc.isenabled()
    finally:
        gc.enable()

import shutil
from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager
from functools import cache, partial
from itertools import count
from pathlib import Path

import pytest
from textual.notifications import Notification

from tests.tui.driving import Driver, drive
from tests.tui.news import NEWS, Report, make_store, many

Opening = Callable[..., AbstractAsyncContextManager[Driver]]
Making = Callable[[tuple[Report, ...]], Path]

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
"""Terminals from small to large, in cells."""


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every test see all colours, whatever the terminal in which the tests run."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture(autouse=True)
def _time_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nothing come or go by itself while a slow machine is at a test: no notice, no look for changes."""
    monkeypatch.setattr(Notification, "time_left", 3600.0)
    monkeypatch.setattr("tui.screens.showing.POLL_SECONDS", 3600.0)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Making:
    """Makes a store of some reports, once for all tests: the screen only reads it."""
    folder, numbers = tmp_path_factory.mktemp("made"), count(1)
    return cache(lambda reports: make_store(folder / f"{next(numbers)}.db", reports))


@pytest.fixture(scope="session")
def news(made: Making) -> Path:
    """A store of the invented news."""
    return made(NEWS)


@pytest.fixture(scope="session")
def years(made: Making) -> Path:
    """A store of 400 events, three days apart from the year 2000 on."""
    return made(tuple(many(400)))


@pytest.fixture
def path(news: Path, tmp_path: Path) -> Path:
    """A store of the invented news that this test may write to."""
    return Path(shutil.copy(news, tmp_path / "own.db"))


@pytest.fixture
def reading(path: Path) -> Opening:
    """Opens the app on that store, at a size."""
    return partial(drive, path)


@pytest.fixture
def opened(made: Making) -> Opening:
    """Opens the app on the invented news, or on other reports, at a size."""

    def opening(
        size: tuple[int, int] = (120, 40), reports: Iterable[Report] = NEWS
    ) -> AbstractAsyncContextManager[Driver]:
        return drive(made(tuple(reports)), size)

    return opening

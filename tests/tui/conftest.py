from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.tui.driving import Driver, drive
from tests.tui.news import NEWS, Report, make_store, many

Opening = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every test see all colours, whatever the terminal in which the tests run."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the invented news, made once: the screen only reads it."""
    return make_store(tmp_path_factory.mktemp("news") / "news.db")


@pytest.fixture(scope="session")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of 400 events, three days apart from the year 2000 on; the screen only reads it."""
    return make_store(tmp_path_factory.mktemp("years") / "years.db", many(400))


@pytest.fixture
def opened(news: Path, tmp_path: Path) -> Opening:
    """Opens the app on the invented news, or on other reports, at a size."""

    @asynccontextmanager
    async def opening(
        size: tuple[int, int] = (120, 40), reports: Iterable[Report] = NEWS
    ) -> AsyncIterator[Driver]:
        store = news if reports is NEWS else make_store(tmp_path / "other.db", reports)
        async with drive(store, size) as driver:
            yield driver

    return opening

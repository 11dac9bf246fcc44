"""A store that a reader corrects in the terminal."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from store import Query, Store
from tests.tui.driving import Driver, drive

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

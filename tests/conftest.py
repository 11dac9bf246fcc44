"""What holds for all tests: they open hundreds of stores, and a new one takes time."""

import gc
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import Store, opening


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Returns how many processes `-n auto` starts: each has to load spaCy and the entities first."""
    return min(4, os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """Spares the garbage collector what is there to stay: the libraries and thousands of cases."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


@pytest.fixture(scope="session", autouse=True)
def _no_power_cut() -> Iterator[None]:
    """Lets no test wait until the disk itself has all of a store."""
    kept = opening._open

    def quick(path: Path, *, read_only: bool) -> sqlite3.Connection:
        connection = kept(path, read_only=read_only)
        if not read_only:
            connection.execute("PRAGMA synchronous = OFF")
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_open", quick)
        yield


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, to be copied."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    Store.open(path).close()
    return path

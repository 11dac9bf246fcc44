"""Corrections from the screen: how they are written and asked for in a thread, and told in a line."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from store import Store
from tui.cells import counted, safe_line

if TYPE_CHECKING:
    from store import JournalEntry  # loads what few readers need at once

Found = TypeVar("Found")

_NAMES = {"reject": "rejected", "accept": "checked", "merge": "merged", "split": "split"}
"""How the screen calls a sort of correction where it does not use the journal's word."""

_LONGEST = 60


_WRITER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="corrections")
"""Corrections are written one after the other, in the order in which the reader made them."""


async def written(path: Path, work: Callable[[Store], Found]) -> Found:
    """Returns what `work` does to the store at `path` in a thread, through a connection of its own.

    Raises what it raises, and `StoreError` where the store cannot be written.
    """

    def write() -> Found:
        with Store.open(path, create=False) as store:
            return work(store)

    return await asyncio.get_running_loop().run_in_executor(_WRITER, write)


async def asked_in_turn(path: Path, question: Callable[[Store], Found]) -> Found:
    """Returns what the store answers once all corrections that were made before are written."""
    return await asyncio.get_running_loop().run_in_executor(_WRITER, asked, path, question)


def asked(path: Path, question: Callable[[Store], Found]) -> Found:
    """Returns what the store at `path` answers, through a connection of its own that writes nothing."""
    with Store.open(path, create=False, read_only=True) as store:
        return question(store)


def told(entry: "JournalEntry") -> str:
    """Returns a correction in a line: `date: Wed 13 Sep 2023 → Tue 12 Sep 2023`.

    What was undone is told the other way round.
    """
    from store import State

    name, is_undone = _NAMES.get(entry.change, entry.change), entry.state is State.UNDONE
    if entry.change in ("reject", "accept", "split"):
        what = name
    elif entry.change == "merge":
        what = f"{name} {entry.before}".strip()
    elif entry.entity is not None:
        before, after = (entry.after, entry.before) if is_undone else (entry.before, entry.after)
        what = f"{entry.quotes[0]}: {before} → {after}"
    else:
        before, after = _short(entry.before), _short(entry.after)
        if is_undone:
            before, after = after, before
        what = f"{name}: {before} → {after}" if before else f"{name}: {after}"
    return f"{what} ({counted(entry.together, 'event')})" if entry.together > 1 else what


def _short(text: str) -> str:
    line = safe_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"

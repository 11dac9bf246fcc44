"""Measures what a reader waits for in stores of 1k, 100k and 1M events, beside the plain SQL.

Run: `python -m tests.benchmarks.store_paging [1000 100000 1000000]`. It prints a table, the median of
many runs in milliseconds, and asserts nothing.
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from corpus import Kind
from store import Query, Store, View
from store.chronology import first_key
from tests.benchmarks.store_synthetic import DAYS, FIRST, make_store
from tui.timeline.near import pages_near
from tui.timeline.periods import PeriodView
from tui.timeline.zoom import Zoom

ROWS = 50
RUNS = 40


def timed(action: Callable[[], object], runs: int = RUNS) -> float:
    """Returns the median time of an action in milliseconds."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        action()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def measure(path: Path, number: int) -> dict[str, float]:
    """Returns the milliseconds of each thing that a reader does."""
    chance = random.Random(7)
    found: dict[str, float] = {"open": timed(lambda: Store.open(path, read_only=True).close(), 10)}
    with Store.open(path, read_only=True) as store:
        view = store.view()

        found["view of all"] = timed(store.view)
        found["page anywhere"] = timed(lambda: view.rows(at := chance.randrange(number), at + ROWS))
        found["page by key"] = timed(lambda: store.page(after=view.key(chance.randrange(number)), limit=ROWS))
        days = [FIRST + timedelta(chance.randrange(DAYS)) for _ in range(RUNS)]
        found["jump to a day"] = timed(lambda: view.rows(at := view.find(chance.choice(days)), at + ROWS))
        found["place of a key"] = timed(lambda: view.position(view.key(chance.randrange(number))))
        found["event with passages"] = timed(lambda: store.event(chance.randrange(number) + 1))
        found["months"] = timed(store.months)
        found["countries by month"] = timed(store.country_counts)
        for zoom in (Zoom.MONTH, Zoom.YEAR, Zoom.DECADE):
            found[f"{zoom.label}s: opened"] = timed(partial(zoomed, view, zoom), 10)
        for name, query in {
            "rare actor": Query(actors=("person-150",)),
            "state": Query(actors=("north-korea",)),
            "state and person": Query(actors=("north-korea", "person-0")),
            "country": Query(countries=("PRK",)),
            "any of two countries": Query(countries=(("PRK", "RUS"),)),
            "any of two actors": Query(any_actors=("north-korea", "person-150")),
            "kind": Query(kinds=(Kind.SANCTION,)),
            "common word": Query(words="missile"),
            "one letter": Query(words="m"),
            "word and state": Query(words="missile", actors=("north-korea",)),
            "year": Query(first=date(2000, 1, 1), last=date(2000, 12, 31)),
            "from 2024 on": Query(first=date(2024, 1, 1)),
        }.items():
            found[f"{name}: first page"] = timed(partial(first_page, store, query), 10)
            middle = first_key(FIRST + timedelta(DAYS * 2 // 3))
            found[f"{name}: pages in the middle"] = timed(partial(pages_near, store, query, middle), 10)
            found[f"{name}: all keys"] = timed(partial(all_keys, store, query), 5)
        found["state: histogram"] = timed(lambda: store.months(Query(actors=("north-korea",))), 5)
        found["actors as typed"] = timed(lambda: store.actors("num 15"), 10)
        found["actors misspelt"] = timed(lambda: store.actors("persn numbr"), 10)
    return found | plain_sql(path, number)


def zoomed(view: View, zoom: Zoom) -> None:
    """Reads what is shown when the reader looks from farther away."""
    items = PeriodView(view, zoom)
    items.rows(len(items) - 2 * ROWS, len(items))


def first_page(store: Store, query: Query) -> None:
    """Reads what is shown first of a filter."""
    store.view(query).rows(0, ROWS)


def all_keys(store: Store, query: Query) -> int:
    """Returns the length of a filter's view, for which its keys are listed."""
    return len(store.view(query))


def plain_sql(path: Path, number: int) -> dict[str, float]:
    """Returns the milliseconds of the statements alone, as a floor, and of OFFSET, as others page."""
    connection = sqlite3.connect(path)
    chance = random.Random(7)
    keys = [key for (key,) in connection.execute("SELECT key FROM event ORDER BY key")]

    def run(statement: str, *parameters: int) -> list[tuple[object, ...]]:
        return connection.execute(statement, parameters).fetchall()

    return {
        "plain SQL: page by key": timed(
            lambda: run("SELECT * FROM event WHERE key > ? ORDER BY key LIMIT 50", chance.choice(keys))
        ),
        "plain SQL: page by OFFSET": timed(
            lambda: run("SELECT * FROM event ORDER BY key LIMIT 50 OFFSET ?", chance.randrange(number)), 10
        ),
    }


def main(sizes: list[int]) -> None:
    """Makes a store of each size, measures it, and prints the table."""
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.db"
            start = perf_counter()
            make_store(path, size)
            print(
                f"made {size:,} events in {perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:,.0f} MB"
            )
            results[size] = measure(path, size)
    print(f"\n{'milliseconds':30}" + "".join(f"{size:>12,}" for size in sizes))
    for name in results[sizes[0]]:
        print(f"{name:30}" + "".join(f"{results[size][name]:12.2f}" for size in sizes))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 100_000, 1_000_000])

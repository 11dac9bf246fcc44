"""The stores that the benchmarks are made on are stores like any other."""

import runpy
from datetime import date
from itertools import pairwise
from pathlib import Path

from store import Query, Store

SYNTHETIC = Path(__file__).parent.parent / "benchmarks" / "store_synthetic.py"


def test_a_made_store_is_whole_and_can_be_paged(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    runpy.run_path(str(SYNTHETIC))["make_store"](path, 2000)
    with Store.open(path, read_only=True) as store:
        assert store.check() == []
        view = store.view()
        assert len(view) == 2000
        keys = [row.key for start in range(0, 2000, 300) for row in view.rows(start, start + 300)]
        assert len(keys) == 2000
        assert all(one < other for one, other in pairwise(keys))
        assert [view.position(key) for key in keys[::97]] == list(range(0, 2000, 97))
        assert [view.key(position) for position in (0, 999, 1999)] == [keys[0], keys[999], keys[1999]]
        day = view.rows(view.find(date(2000, 1, 1)), 2000)[0].first
        assert day >= date(2000, 1, 1) > view.rows(0, view.find(date(2000, 1, 1)))[-1].first
        filtered = store.view(Query(countries=("PRK",)))
        assert filtered.rows(0, 50) == store.page(Query(countries=("PRK",)), limit=50)
        assert len(filtered.rows(0, 5000)) == len(filtered) == store.count(Query(countries=("PRK",)))

"""The order of the timeline is that of the days which it shows, told or estimated."""

from datetime import date

from corpus import analyse
from store import Query, Store
from tests.store.test_estimates import document

FRIDAY = """Russia's foreign minister, Sergei Lavrov, arrived in Wonsan on Friday for a visit to North Korea.
The Kremlin said on Friday that he carried a message from President Vladimir Putin."""
SATURDAY = """North Korea condemned the naval drills of the United States and Japan.

North Korean leader Kim Jong Un received Russian Foreign Minister Sergei Lavrov in Wonsan on Saturday."""


def test_an_estimated_day_stands_among_the_told_ones_of_that_day(store: Store) -> None:
    store.ingest(analyse(document(FRIDAY, date(2025, 7, 11))))
    store.ingest(analyse(document(SATURDAY, date(2025, 7, 12))))
    shown = [row.value for row in store.page()]
    assert "2025-07-12~" in shown and "2025-07-11" in shown
    assert [value.rstrip("~") for value in shown] == sorted(value.rstrip("~") for value in shown)
    estimated = next(row for row in store.page() if row.value == "2025-07-12~")
    assert (estimated.first, estimated.last) == (date(2025, 7, 12), date(2025, 7, 12))
    assert estimated not in store.page(Query(last=date(2025, 7, 11)))

"""An event whose date a user corrected is compared on that date: it meets those who tell it rightly."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import Analysis
from store import ChangeDate, Store
from tests.store.test_merging import timeline

Write = Callable[..., Analysis]
WRONG = (
    "2023-09-06 | SANCTION | united-states > russia | Washington imposed sanctions on 150 firms of Russia."
)
RIGHT = (
    "2023-09-14 | SANCTION | treasury > russia | The Treasury blacklisted 150 companies and firms in Russia."
)
ECHO = "2023-09-06 | SANCTION | united-states > russia | Shipyards were among 150 firms put under sanctions."
OTHER = "2023-09-14 | MOBILIZE | north-korea | North Korea fired two missiles into the sea on Thursday."


@pytest.fixture
def papers(article: Write) -> dict[str, Analysis]:
    lines = {"wrong": WRONG, "right": RIGHT, "echo": ECHO, "copy": WRONG, "other": OTHER}
    return {
        name: article(line, title=name, publisher=name, published=date(2023, 9, 15))
        for name, line in lines.items()
    }


def correct(store: Store, value: str = "2023-09-14") -> None:
    (row,) = [row for row in store.page() if row.headline.startswith("Washington imposed")]
    store.correct(row.id, ChangeDate(value))


def told(store: Store) -> list[tuple[str, set[str]]]:
    return [
        (detail.row.value, {str(passage.document.title) for passage in detail.passages})
        for detail in store.details()
    ]


def test_a_later_document_that_has_it_right_joins(store: Store, papers: dict[str, Analysis]) -> None:
    store.ingest(papers["wrong"], papers["other"])
    correct(store)
    store.ingest(papers["right"])
    assert ("2023-09-14", {"wrong", "right"}) in told(store)
    assert len(told(store)) == 2
    assert store.check() == []


def test_a_correction_brings_two_events_together_and_undo_parts_them(
    store: Store, papers: dict[str, Analysis]
) -> None:
    store.ingest(papers["wrong"], papers["right"])
    before = timeline(store)
    assert len(before) == 2
    correct(store)
    assert told(store) == [("2023-09-14", {"wrong", "right"})]
    store.undo()
    assert timeline(store) == before
    store.redo()
    assert told(store) == [("2023-09-14", {"wrong", "right"})]


def test_a_copy_has_the_same_date_wrong(store: Store, papers: dict[str, Analysis]) -> None:
    store.ingest(papers["wrong"])
    correct(store)
    store.ingest(papers["copy"])
    assert told(store) == [("2023-09-14", {"wrong", "copy"})]


def test_what_others_tell_of_the_old_day_stays_there(store: Store, papers: dict[str, Analysis]) -> None:
    store.ingest(papers["wrong"])
    correct(store)
    store.ingest(papers["echo"])
    assert told(store) == [("2023-09-06", {"echo"}), ("2023-09-14", {"wrong"})]


@pytest.mark.parametrize("seed", range(4))
def test_in_any_order_and_read_again(tmp_path: Path, papers: dict[str, Analysis], seed: int) -> None:
    rest = [papers[name] for name in ("right", "copy", "other", "echo")]
    timelines: list[list[tuple[object, ...]]] = []
    for order in (rest, random.Random(seed).sample(rest, len(rest))):
        with Store.open(tmp_path / f"{len(timelines)}.db") as store:
            store.ingest(papers["wrong"])
            correct(store)
            for analysis in order:
                store.ingest(analysis)
            timelines.append(timeline(store))
            newer = [replace(each, extraction=each.extraction + (1 << 32)) for each in papers.values()]
            store.ingest(*random.Random(seed).sample(newer, len(newer)))
            assert timeline(store) == timelines[-1]
            assert store.check() == []
    assert timelines[0] == timelines[1]

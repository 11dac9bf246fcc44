"""The articles that dateline ships, as a timeline."""

import random
from pathlib import Path

import pytest

import corpus
from corpus import Analysis
from store import EventDetail, Store

ARTICLES = Path(corpus.__file__).parent / "articles"


@pytest.fixture(scope="module")
def analyses() -> list[Analysis]:
    return [corpus.analyse(document) for document in corpus.read(ARTICLES)]


def shown(detail: EventDetail) -> tuple[object, ...]:
    row = detail.row
    told = sorted((passage.document.id, passage.start, passage.reason) for passage in detail.passages)
    return row.key, row.value, row.kind, row.headline, row.actors, told


@pytest.mark.slow
def test_five_orders_give_one_timeline(analyses: list[Analysis], tmp_path: Path) -> None:
    timelines = []
    for seed in range(5):
        with Store.open(tmp_path / f"{seed}.db") as store:
            for analysis in random.Random(seed).sample(analyses, len(analyses)):
                store.ingest(analysis)
            timelines.append([shown(detail) for detail in store.details()])
            assert store.check() == []
    assert timelines[0]
    assert all(timeline == timelines[0] for timeline in timelines[1:])


@pytest.mark.slow
def test_reports_of_one_event_meet(analyses: list[Analysis], tmp_path: Path) -> None:
    with Store.open(tmp_path / "dateline.db") as store:
        for analysis in analyses:
            store.ingest(analysis)
        (summit,) = [
            row
            for row in store.page(limit=10_000)
            if row.value == "2023-09-13"
            and row.kind == "CONSULT"
            and {"kim-jong-un", "vladimir-putin"} <= {actor.entity for actor in row.actors}
        ]
    assert summit.sources >= 2

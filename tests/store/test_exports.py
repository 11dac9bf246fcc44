"""JSON, JSON Lines and CSV, and dates in words."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from corpus import Analysis, Precision
from store import ChangeHeadline, Store, export_csv, export_json, export_jsonl
from store.export.dates import date_in_words

Write = Callable[..., Analysis]


@pytest.fixture
def told(store: Store, article: Write) -> Store:
    store.ingest(
        article(
            """
            2017-09-03 | MOBILIZE | north-korea | North Korea tested a "hydrogen" bomb.
            2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday.
            """
        )
    )
    other = "2023-09-13 | CONSULT | vladimir-putin > kim-jong-un | Putin received Kim on Wednesday."
    store.ingest(article(other, title="=1+1", publisher="@evil", path="+cmd|calc", published=None))
    return store


def test_events_are_read_for_exports_as_they_are_one_by_one(told: Store) -> None:
    told.correct(told.page()[0].id, ChangeHeadline("A bomb"))
    one_by_one = [told.event(row.id) for row in told.page()]
    without_marks = [
        replace(detail, passages=tuple(replace(p, mentions=(), times=()) for p in detail.passages))
        for detail in one_by_one
    ]
    assert list(told.details()) == without_marks
    assert list(told.details(limit=1)) == without_marks[:1]
    numbers = [detail.row.id for detail in one_by_one]
    assert list(told.events([9999, *reversed(numbers)])) == without_marks


def test_json_keeps_the_contract(told: Store) -> None:
    first, second = json.loads(export_json(told.details()))
    assert (first["value"], first["kind"], first["precision"]) == ("2017-09-03", "MOBILIZE", "day")
    assert second["actors"][0] == {
        "entity": "kim-jong-un",
        "name": "Kim Jong Un",
        "country": "PRK",
        "role": "source",
    }
    passage, undated = second["passages"]
    assert passage["text"] == "Kim met Putin on Wednesday."
    assert (passage["title"], passage["publisher"], passage["published"]) == (
        "A title",
        "The Daily Bulletin",
        "2023-09-14",
    )
    assert passage["end"] - passage["start"] == len(passage["text"])
    assert undated["published"] is None
    assert {"id", "value", "first", "last", "precision", "kind", "headline", "actors", "passages"} <= set(
        first
    )


def test_json_lines_are_the_same_objects(told: Store) -> None:
    lines = export_jsonl(told.details()).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(export_json(told.details()))


def test_csv_has_a_line_for_each_passage(told: Store) -> None:
    rows = list(csv.DictReader(StringIO(export_csv(told.details()))))
    assert [row["value"] for row in rows] == ["2017-09-03", "2023-09-13", "2023-09-13"]
    assert rows[0]["quote"] == 'North Korea tested a "hydrogen" bomb.'
    assert (rows[1]["source_actors"], rows[1]["target_actors"]) == ("Kim Jong Un", "Vladimir Putin")


def test_csv_holds_no_formula(told: Store) -> None:
    (hostile,) = [
        row for row in csv.DictReader(StringIO(export_csv(told.details()))) if "1+1" in row["title"]
    ]
    assert (hostile["title"], hostile["publisher"], hostile["path"]) == ("'=1+1", "'@evil", "'+cmd|calc")


@pytest.mark.parametrize(
    ("value", "first", "last", "precision", "words"),
    [
        ("2023-09-13", date(2023, 9, 13), date(2023, 9, 13), Precision.DAY, "Wednesday 13 September 2023"),
        ("2024-06-21~", date(2024, 6, 21), date(2024, 6, 21), Precision.DAY, "about Friday 21 June 2024"),
        ("2018-06", date(2018, 6, 1), date(2018, 6, 30), Precision.MONTH, "June 2018"),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR, "2018"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE, "the 1990s"),
        ("2019-21", date(2019, 3, 1), date(2019, 5, 31), Precision.SEASON, "spring 2019"),
        ("2019-36", date(2019, 10, 1), date(2019, 12, 31), Precision.QUARTER, "the fourth quarter of 2019"),
        (
            "2019-40?",
            date(2019, 1, 1),
            date(2019, 6, 30),
            Precision.HALF,
            "the first half of 2019 (uncertain)",
        ),
        (
            "2023-09-12/2023-09-17",
            date(2023, 9, 12),
            date(2023, 9, 17),
            Precision.INTERVAL,
            "12–17 September 2023",
        ),
        (
            "2023-08-21/2023-09-01",
            date(2023, 8, 21),
            date(2023, 9, 1),
            Precision.INTERVAL,
            "21 August to 1 September 2023",
        ),
        (
            "2023-12-30/2024-01-02",
            date(2023, 12, 30),
            date(2024, 1, 2),
            Precision.INTERVAL,
            "30 December 2023 to 2 January 2024",
        ),
    ],
)
def test_dates_in_words(value: str, first: date, last: date, precision: Precision, words: str) -> None:
    assert date_in_words(value, first, last, precision) == words

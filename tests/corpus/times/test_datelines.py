"""Under a dateline of another day than the publication, relative dates count from the dateline."""

import json
from datetime import date

import pytest

import corpus
from corpus.contract import analysis_as_json
from corpus.model import Document

STORY = """Title: Envoys of three countries agree on talks in Seoul
Date: {published}

{dateline}Envoys of three countries met in Seoul on Tuesday, the foreign ministry said.

They will meet again tomorrow, an official of the ministry told reporters.
"""


def document(dateline: str, published: str = "2023-09-15") -> Document:
    (found,) = corpus.read(STORY.format(dateline=dateline, published=published).encode())
    return found


@pytest.mark.parametrize(
    ("dateline", "written"),
    [
        ("SEOUL, Sept. 13 (Yonhap) -- ", "2023-09-13"),
        ("SEOUL, September 13, 2023 (Reuters) - ", "2023-09-13"),
        ("SEOUL, Sept. 16 (Yonhap) -- ", "2023-09-16"),
        ("SEOUL, Sept. 15 (Yonhap) -- ", "None"),
        ("SEOUL, Jan. 13 (Yonhap) -- ", "None"),
        ("SEOUL (AP) — ", "None"),
        ("", "None"),
    ],
)
def test_a_document_keeps_the_day_of_its_dateline(dateline: str, written: str) -> None:
    found = document(dateline)
    assert str(found.written) == written
    assert found.published == date(2023, 9, 15)


def test_a_dateline_of_december_in_a_paper_of_january_is_of_the_year_before() -> None:
    assert document("SEOUL, Dec. 31 (Yonhap) -- ", "2023-01-01").written == date(2022, 12, 31)


def test_relative_dates_count_from_the_dateline_and_say_so() -> None:
    *_, tuesday, tomorrow = corpus.analyse(document("SEOUL, Sept. 13 (Yonhap) -- ")).times
    assert (tuesday.value, tomorrow.value) == ("2023-09-12", "2023-09-14")
    assert tomorrow.why == "“tomorrow”, dateline of 13 Sep 2023"


def test_what_extract_prints_says_the_same_when_it_is_read_again() -> None:
    printed = analysis_as_json(corpus.analyse(document("SEOUL, Sept. 13 (Yonhap) -- ")))
    assert printed["written"] == "2023-09-13"
    (again,) = corpus.read_json_lines(json.dumps(printed).encode())
    assert analysis_as_json(corpus.analyse(again))["times"] == printed["times"]


def test_a_text_taken_as_it_is_keeps_its_dateline_and_counts_from_it() -> None:
    text = "SEOUL, Sept. 13 (Yonhap) -- Envoys met today."
    line = json.dumps({"text": text, "published": "2023-09-15"})
    (found,) = corpus.read_json_lines(line.encode())
    assert (found.text, found.written) == (text, date(2023, 9, 13))
    assert [time.value for time in corpus.analyse(found).times] == ["2023-09-13", "2023-09-13"]


def test_a_publication_date_given_later_completes_the_dateline() -> None:
    text = "SEOUL, Sept. 13 (Yonhap) -- Envoys met today."
    analysis = corpus.analyse(Document("d", "d", text, published=date(2023, 9, 15)))
    assert analysis.document.written == date(2023, 9, 13)
    assert analysis.times[-1].value == "2023-09-13"

from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus import Document, read
from corpus.reading.address_dates import date_in_address, date_in_file_name

STORY = "The envoy arrived in Seoul on Thursday. He met the minister.\n\nHe leaves on Saturday."


def document_of(text: str, given: date | None = None) -> Document:
    (document,) = read(text.encode(), published=given)
    return document


@pytest.mark.parametrize(
    "line",
    [
        "September 14, 2023",
        "Sept. 14, 2023",
        "Sep 14, 2023",
        "14 September 2023",
        "14 Sep 2023",
        "14th September, 2023",
        "Thursday, 14 September 2023",
        "Thursday, September 14, 2023",
        "Thu, Sep 14 2023",
        "14-Sep-2023",
        "2023-09-14",
        "2023/09/14",
        "2023.09.14.",
        "2023. 9. 14.",
        "14.09.2023",
        "2023-09-14T08:00:00Z",
        "2023-09-14T23:30:00+09:00",
        "2023년 9월 14일",
        "2023년 9월 14일 (목)",
        "14 сентября 2023",
        "14 сентября 2023 г.",
        "Sept. 14, 2023 - 17:38 By Cho Si-yeon",
        "September 14, 2023 10:30 pm",
        "September 14, 2023   08:24 am",
        "Published: 14 Sep 2023",
        "Published September 14, 2023 at 9:04 p.m. EDT",
        "Posted on Sep 14, 2023 by admin",
        "Posted: Sep 14, 2023 / 10:15 AM CDT",
        "Updated 3:04 PM EDT, Thu September 14, 2023",
        "Last updated: 14 September 2023, 12:14 GMT",
        "Published: 14 Sep 2023 | Updated: 15 Sep 2023",
        "Updated: 15 Sep 2023 | Published: 14 Sep 2023",
        "First Published: 14 Sep, 2023 02:10 PM IST",
        "14.09.2023 09:15",
        "2023.09.14 17:38",
        "입력 2023.09.14. 오후 5:38",
        "Опубликовано: 14 сентября 2023, 12:40",
        "By Jane Roe, John Doe | AP September 14, 2023 at 4:10 a.m. EDT",
        "Reuters | September 14, 2023 | 3 min read",
        "09/14/2023 10:30 AM EDT",
        "09/06/2023 10:30 AM EDT".replace("09/06", "09/14"),
        "Date: 14 September 2023",
    ],
)
def test_a_stamp_under_the_title_dates_the_article(line: str) -> None:
    document = document_of(f"Envoy arrives in Seoul for talks\n\n{line}\n\n{STORY}")
    assert document.published == date(2023, 9, 14)
    assert document.published_from == "head"
    assert document.title == "Envoy arrives in Seoul for talks"
    assert document.text == STORY


@pytest.mark.parametrize(
    "line",
    [
        "On September 5, 2017 he left.",
        "03/04/2023",
        "Sept. 14",
        "31 February 2023",
        "12 June 1850",
        "Resolution 2397",
    ],
)
def test_what_is_no_full_plain_date_dates_nothing(line: str) -> None:
    assert document_of(f"Envoy arrives in Seoul for talks\n\n{line}\n\n{STORY}").published is None


@pytest.mark.parametrize(
    "title",
    [
        "Panmunjom Declaration, 27 April 2018",
        "Resolution 1718, October 14, 2006",
        "Resolution 1718 (2006), October 14, 2006",
        "Armistice Agreement, July 27, 1953",
        "Pyongyang Joint Declaration – 19 September 2018",
        "Treaty of Friendship | 11 July 1961",
        "Singapore Summit, 12 June 2018",
        "Agreed Framework, Geneva, October 21, 1994",
        "JOINT COMMUNIQUE, 4 July 1972",
        "27 July 1953: The Armistice",
    ],
)
def test_a_title_that_names_an_event_with_its_date_dates_nothing(title: str) -> None:
    document = document_of(f"{title}\n\n{STORY}")
    assert (document.published, document.title) == (None, title)
    dated = document_of(f"{title}\n\nBy Jane Roe, September 14, 2023\n\n{STORY}")
    assert (dated.published, dated.title) == (date(2023, 9, 14), title)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe, September 14, 2023",
        "The Korea Herald, September 14, 2023",
        "Koreas Sign Declaration - September 14, 2023",
        "Koreas sign declaration | The Daily Herald | September 14, 2023",
        "Published September 14, 2023 | Declaration",
    ],
)
def test_a_byline_or_a_headline_with_its_date_dates_the_article(line: str) -> None:
    assert document_of(f"{line}\n\n{STORY}").published == date(2023, 9, 14)


def test_a_date_in_the_future_dates_nothing() -> None:
    ahead = date.today() + timedelta(days=30)
    assert document_of(f"Envoy arrives in Seoul\n\n{ahead:%d %B %Y}\n\n{STORY}").published is None


def test_the_given_date_is_for_documents_that_do_not_say_it() -> None:
    given = date(2024, 6, 21)
    assert document_of(STORY, given).published == given
    assert document_of(STORY, given).published_from == "given"
    dated = document_of(f"Envoy arrives in Seoul for talks\n14 Sep 2023\n{STORY}", given)
    assert (dated.published, dated.published_from) == (date(2023, 9, 14), "head")


def test_the_file_name_dates_what_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "2023-09-14-envoy.txt"
    path.write_text(STORY)
    (document,) = read(path)
    assert (document.published, document.published_from) == (date(2023, 9, 14), "file name")


def test_the_time_of_a_file_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "envoy.txt"
    path.write_text(STORY)
    (document,) = read(path)
    assert document.published is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-09-14-kim.txt", date(2023, 9, 14)),
        ("20230914_kim.html", date(2023, 9, 14)),
        ("kim_2023.09.14.txt", date(2023, 9, 14)),
        ("14-09-2023 kim.md", date(2023, 9, 14)),
        ("20230914T0800.txt", date(2023, 9, 14)),
        ("000_0484737114dc3bb2.txt", None),
        ("a120230914.txt", None),
        ("2023-13-14.txt", None),
        ("1718.txt", None),
    ],
)
def test_dates_in_file_names(name: str, day: date | None) -> None:
    assert date_in_file_name(name) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2023/09/14/kim", date(2023, 9, 14)),
        ("https://a.example/2023/9/14/", date(2023, 9, 14)),
        ("https://a.example/world/2023/sep/14/kim", date(2023, 9, 14)),
        ("https://a.example/news/2023-09-14/kim", date(2023, 9, 14)),
        ("https://a.example/20230914/kim", date(2023, 9, 14)),
        ("https://a.example/view/AEN20230914000300315", date(2023, 9, 14)),
        ("https://a.example/view.php?ud=20230914000679", date(2023, 9, 14)),
        ("https://a.example/2023/09/kim", None),
        ("https://a.example/article/101766944969823", None),
    ],
)
def test_dates_in_addresses(url: str, day: date | None) -> None:
    assert date_in_address(url) == day

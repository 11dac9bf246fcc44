from datetime import date
from textwrap import dedent

import pytest

from corpus import Document, read


def document_of(text: str, tmp_path_name: str = "a.md") -> Document:
    from corpus.reading.documents import identified
    from corpus.reading.formats import read_article

    data = dedent(text).encode()
    return identified(data, read_article(tmp_path_name, tmp_path_name, data), tmp_path_name, None)


def test_the_first_heading_is_the_title_and_markup_becomes_plain_text() -> None:
    document = document_of("""\
        # Envoy *arrives* in Seoul

        *Published: 14 Sep 2023*

        The **envoy** arrived in [Seoul](https://a.example) on Thursday,
        said `a spokesman`. ![a picture](x.png)

        ## What comes next

        > “We are ready,” he said.

        - He will meet the minister.
        - He leaves on Saturday.

        <script>alert(1)</script>
        """)
    assert document.title == "Envoy arrives in Seoul"
    assert document.published == date(2023, 9, 14)
    assert document.text == (
        "The envoy arrived in Seoul on Thursday, said a spokesman.\n\nWhat comes next\n\n"
        "“We are ready,” he said.\n\nHe will meet the minister.\n\nHe leaves on Saturday."
    )


def test_front_matter_says_what_it_says() -> None:
    document = document_of("""\
        ---
        title: "Envoy arrives: a first"
        date: 2023-09-14T08:00:00+09:00
        author:
          - Jane Roe
          - John Doe
        publisher: The Daily Bulletin
        url: https://a.example/envoy
        lang: en-GB
        nested: {a: 1}
        ---
        The envoy arrived on Thursday.
        """)
    assert (document.title, document.byline) == ("Envoy arrives: a first", "Jane Roe, John Doe")
    assert (document.publisher, document.url) == ("The Daily Bulletin", "https://a.example/envoy")
    assert (document.published, document.language) == (date(2023, 9, 14), "en")
    assert document.text == "The envoy arrived on Thursday."


@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: Envoy arrives\ndate: "2023-09-14 23:30 +0900"\nauthor: Jane Roe\n---',
        "---\nTitle: Envoy arrives\nPublished: Sept. 14, 2023, 5:30 p.m. EDT\nBy: Jane Roe\n---",
        "---\ntitle: >\n  Envoy\n  arrives\npubDate: Thu, 14 Sep 2023 08:30:00 GMT\nauthors: [Jane Roe]\n---",
        "---\ntitle: 'Envoy arrives'\ndate: 2023-09-14\nauthor:\n  name: Jane Roe\n  url: https://a.example\n---",
        "---\ntitle: Envoy arrives\ndate: 2023-09-14\nauthors:\n  - name: Jane Roe\ntags:\n  - x\n...",
        '+++\ntitle = "Envoy arrives"\ndate = 2023-09-14T23:30:00Z\nauthor = "Jane Roe"\n+++',
        '{\n  "title": "Envoy arrives",\n  "date": "2023-09-14",\n  "author": {"name": "Jane Roe"}\n}\n',
        "Title: Envoy arrives\nDate: 14.09.2023 10:00 MSK\nAuthor: Jane Roe\n",
        "Title: Envoy arrives\nDate: 08:30 KST, 14 September 2023\nAuthor: Jane Roe\nNote: For a school.\n",
        "<!-- a comment -->\n\n# Envoy arrives\n\n*14 September 2023*\n\n**By Jane Roe**\n",
    ],
)
def test_heads_of_many_makes_say_the_same(head: str) -> None:
    document = document_of(f"{head}\n\nThe envoy arrived on Thursday. He left on Friday.\n")
    assert (document.title, document.byline) == ("Envoy arrives", "Jane Roe")
    assert document.published == date(2023, 9, 14)
    assert document.text == "The envoy arrived on Thursday. He left on Friday."


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    (document,) = read(b"---\nThe envoy arrived on Thursday. He left.\n")
    assert "The envoy arrived on Thursday." in document.text


def test_rows_of_a_table_are_lines() -> None:
    document = document_of("""\
        The talks had two rounds.

        | Day | Place |
        | --- | --- |
        | 12 June 2018 | The leaders met in Singapore. |
        """)
    assert "12 June 2018 The leaders met in Singapore." in document.text

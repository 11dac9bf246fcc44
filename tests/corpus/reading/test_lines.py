import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from corpus import Document, read

CASES = Path(__file__).parents[2] / "cases" / "reading" / "lines.md"
SECTION = re.compile(r"## ([^\n]+)\n(.*?)(?=\n## |\Z)", re.DOTALL)
TITLE = "Allies to hold drills off the coast in autumn"
BEFORE = "The minister met the envoy in Seoul on Thursday. They spoke of the launch for an hour."
AFTER = "The envoy goes home on Saturday, his office said. He will be back in the spring."


def cases(beginning: str) -> Iterator[ParameterSet]:
    for name, lines in SECTION.findall(CASES.read_text(encoding="utf-8")):
        for line in lines.splitlines() if name.startswith(beginning) else ():
            if line.startswith("- "):
                found, _, wanted = line[2:].partition(" → ")
                yield pytest.param(found, wanted, id=found)


def page(head: str = "", first: str = "", between: str = "") -> Document:
    parts = [TITLE, f"{head}\nSeptember 14, 2023".strip(), first, BEFORE, between, AFTER]
    (document,) = read("\n\n".join(filter(None, parts)).encode())
    assert document.title == TITLE
    return document


@pytest.mark.parametrize(("line", "wanted"), [*cases("The author"), *cases("No author")])
def test_a_line_below_the_title_names_the_author_and_is_no_text(line: str, wanted: str) -> None:
    document = page(head=line)
    assert document.byline == (wanted or None)
    assert document.text == f"{BEFORE}\n\n{AFTER}"
    assert str(document.published) == "2023-09-14"


@pytest.mark.parametrize("line", [pytest.param(case.values[0], id=case.id) for case in cases("Gone")])
def test_what_is_no_story_goes_wherever_it_stands(line: str) -> None:
    assert page(between=line).text == f"{BEFORE}\n\n{AFTER}"


@pytest.mark.parametrize("line", [pytest.param(case.values[0], id=case.id) for case in cases("First")])
def test_the_lead_stays_in_whatever_tense(line: str) -> None:
    assert page(first=line).text == f"{line}\n\n{BEFORE}\n\n{AFTER}"


@pytest.mark.parametrize(("line", "wanted"), [*cases("Stays"), *cases("Parts")])
def test_prose_stays_but_for_the_links_in_it(line: str, wanted: str) -> None:
    assert page(between=line).text == f"{BEFORE}\n\n{wanted or line}\n\n{AFTER}"


@pytest.mark.parametrize("line", [pytest.param(case.values[0], id=case.id) for case in cases("Dates")])
@pytest.mark.parametrize(
    "shape", ["{title}\n{line}\n\n", "{line}\n\n{title}\n\n", "{title}\n\n{line}\n\nBy Jane Roe\n\n"]
)
def test_a_date_among_labels_dates_the_article_and_is_no_text(line: str, shape: str) -> None:
    (document,) = read((shape.format(title=TITLE, line=line) + f"{BEFORE}\n\n{AFTER}").encode())
    assert (document.title, document.text) == (TITLE, f"{BEFORE}\n\n{AFTER}")
    assert (str(document.published), document.published_from) == ("2021-03-03", "head")


@pytest.mark.parametrize("line", [pytest.param(case.values[0], id=case.id) for case in cases("No date")])
def test_a_title_with_a_day_dates_nothing(line: str) -> None:
    (document,) = read(f"{line}\n\n{BEFORE}\n\n{AFTER}".encode())
    assert document.published is None


@pytest.mark.parametrize(("lines", "publisher"), list(cases("Title")))
def test_what_runs_into_the_title_is_taken_off(lines: str, publisher: str) -> None:
    head = re.sub(r"\bT\b", TITLE, lines.removesuffix(" →")).replace("⏎", "\n")
    (document,) = read(f"{head}\n\nPublished: 14 September 2023\n\n{BEFORE}\n\n{AFTER}".encode())
    assert (document.title, document.publisher) == (TITLE, publisher or None)
    assert document.text == f"{BEFORE}\n\n{AFTER}"


@pytest.mark.parametrize(
    "title", ["World News Live Video of the summit is a fake", "[Photo] Envoy greets children"]
)
def test_words_of_menus_and_pictures_stay_in_a_title_of_their_own(title: str) -> None:
    (document,) = read(f"{title}\n\n14 September 2023\n\n{BEFORE}\n\n{AFTER}".encode())
    assert document.title == title


@pytest.mark.parametrize(("notice", "publisher"), list(cases("Rights")))
def test_a_notice_names_the_paper_without_its_kind_of_company(notice: str, publisher: str) -> None:
    (document,) = read(f"{TITLE}\n\n14 September 2023\n\n{BEFORE}\n\n{AFTER}\n\n{notice}".encode())
    assert (document.publisher, document.text) == (publisher, f"{BEFORE}\n\n{AFTER}")


@pytest.mark.parametrize(("lines", "published"), list(cases("Beside")))
def test_the_papers_own_date_counts_before_the_datelines(lines: str, published: str) -> None:
    story = f"SEOUL, Aug. 18 (Penins News) -- {BEFORE}\n\n{AFTER}"
    page = re.sub(r"\bD\b", story, lines.replace("⏎", "\n"))
    (document,) = read(f"{TITLE}\n\n{page}".encode())
    assert str(document.published) == published
    assert document.published_from == (None if published == "None" else "head")


def test_a_pictures_title_below_an_undated_title_is_no_text() -> None:
    (document,) = read(f"{TITLE}\n\n[Photo] Envoy greets children\n\n{BEFORE}\n\n{AFTER}".encode())
    assert (document.title, document.text) == (TITLE, f"{BEFORE}\n\n{AFTER}")

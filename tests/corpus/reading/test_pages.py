import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from corpus import Document, read

CASES = Path(__file__).parents[2] / "cases" / "reading"
FILES = ("pages.md", "heads.md")
FIELDS = ("title", "publisher", "byline", "published")
CASE = re.compile(r"## ([^\n]+)\n~~~\n(.*?)\n~~~\n(.*?)~~~\n(.*?)\n?~~~", re.DOTALL)


def cases() -> Iterator[ParameterSet]:
    found = "\n".join((CASES / name).read_text(encoding="utf-8") for name in FILES)
    for name, page, fields, text in CASE.findall(found):
        said = dict(line[2:].split(": ", 1) for line in fields.splitlines())
        yield pytest.param(page, said, text, id=name)


def said_by(document: Document) -> dict[str, str]:
    said = {name: str(value) for name in FIELDS if (value := getattr(document, name)) is not None}
    if document.published_from:
        said["published"] += f" {document.published_from}"
    return said


@pytest.mark.parametrize(("page", "said", "text"), list(cases()))
def test_a_page_tells_its_story_and_what_stands_around_it(page: str, said: dict[str, str], text: str) -> None:
    (document,) = read(page.encode())
    assert document.text == text
    assert said_by(document) == said

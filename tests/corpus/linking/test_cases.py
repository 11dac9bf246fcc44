"""The hand-written cases of tests/cases/mentions, with the knowledge base that dateline ships."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from corpus import Mention, mentions

CASES = Path(__file__).parents[2] / "cases" / "mentions"
MARK = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")
DATE = re.compile(r", (\d{4}-\d\d-\d\d)$")
Wanted = list[tuple[str, str]]


def cases() -> Iterator[ParameterSet]:
    for path in sorted(CASES.glob("*.md")):
        for section in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            title, body = section.split("\n", 1)
            given = DATE.search(title)
            published = date.fromisoformat(given[1]) if given else None
            yield pytest.param(body.strip(), published, id=f"{path.stem}: {DATE.sub('', title)}")


def read(body: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Returns the text of a case without its marks, and what is marked: start, end, entities."""
    text, marks, done = "", [], 0
    for mark in MARK.finditer(body):
        text += body[done : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        done = mark.end()
    return text + body[done:], marks


def shown(mention: Mention) -> str:
    return mention.entity + (" place" if mention.sense == "place" else "")


def outermost(found: list[Mention]) -> list[Mention]:
    """Returns the mentions without those within another: "US" of "the US president"."""
    whole: list[Mention] = []
    for each in sorted(found, key=lambda m: (m.start, -m.end)):
        last = whole[-1] if whole else each
        if each.start >= last.end or (each.start, each.end) == (last.start, last.end):
            whole.append(each)
    return whole


@pytest.mark.parametrize(("body", "published"), list(cases()))
def test_a_text_mentions_whom_a_reader_finds(body: str, published: date | None) -> None:
    text, marks = read(body)
    left = outermost(mentions(text, published))
    for start, end, wanted in marks:
        here = [m for m in left if m.start < end and start < m.end]
        left = [m for m in left if m not in here]
        name, asked, country = wanted.partition(" =")
        if asked:
            assert {m.country or "" for m in here} == {country.strip()}, text[start:end]
        if name not in ("", "!"):
            assert [shown(m) for m in here] == name.removesuffix("!").split(", "), text[start:end]
            exact = name.endswith("!") or all(m.start == start and m.end == end for m in here)
            assert exact, [m.text for m in here]
    assert not left

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from corpus.sentences import sentences
from corpus.sentences.lengths import LONGEST

CASES = Path(__file__).parents[1] / "cases" / "sentences.md"


def cases() -> Iterator[ParameterSet]:
    for section in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, rest = section.split("\n", 1)
        text, expected = rest.split("\n→", 1)
        yield pytest.param(text, expected.strip().splitlines(), id=name)


def shown(text: str) -> list[str]:
    lines: list[str] = []
    paragraph = None
    for sentence in sentences(text):
        mark = "¶ " if sentence.paragraph != paragraph else ""
        paragraph = sentence.paragraph
        lines.append(mark + text[sentence.start : sentence.end].replace("\n", "⏎"))
    return lines


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_sentences_end_where_a_reader_sees_the_end(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "One.", "One.\r\nTwo.\r\n\r\nThree."])
def test_sentences_cover_the_words_in_order(text: str) -> None:
    found = sentences(text)
    assert "".join(text[s.start : s.end] for s in found).split() == text.replace("\r\n", "").split()
    assert found == sorted(found, key=lambda sentence: sentence.start)


def test_paragraphs_count_from_zero() -> None:
    found = sentences("One. Two.\n\nThree.\r\n\r\nFour.")
    assert [sentence.paragraph for sentence in found] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    "unit", ["He said. ", '"', "“", "U.S. ", ". . ", "....", "a.", "\n", "‘a ", "(1) ", "x"]
)
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    sentences(unit * (200_000 // len(unit)))


@pytest.mark.parametrize(
    ("unit", "mark"), [("the envoys spoke, ", ","), ("they met; then, ", ";"), ("no end ", " "), ("x", "x")]
)
def test_what_never_ends_is_cut_where_it_hurts_least(unit: str, mark: str) -> None:
    text = (unit * 10_000)[:40_000]
    found = sentences(text)
    assert all(LONGEST // 2 <= sentence.end - sentence.start <= LONGEST for sentence in found[:-1])
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")
    assert all(text[sentence.end - 1 : sentence.end + 1].count(mark) for sentence in found[:-1])


def test_a_sentence_as_long_as_may_be_is_whole() -> None:
    text = f"{'the envoys spoke, ' * 100}and left."
    assert len(sentences(text)) == 1

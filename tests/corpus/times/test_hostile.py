"""Text from documents is hostile: nothing in it makes the reading fail or take more than linear time."""

import random
import subprocess
import sys
import time
from datetime import date

import pytest

from corpus.model import Sentence
from corpus.times import find_times

PUBLISHED = date(2023, 9, 14)
PIECES = [
    "1", "12", "2018", "99999999999", "and ", "May ", "the ", "last ", "Friday, ", "Sept. ", "two ", "days ",
    "ago ", "early ", "in ", "of ", "'80s ", "-", "/", "12:30 ", "a.m. ", "from ", "to ", "quarter ", "\n",
    "a year earlier ", "the quarter ", "\n\n", "  ", "(", ")", "\x00", "\x1b[31m", "\u202e", "<b>", "３月",
    "'; DROP TABLE --", "१९९८ ", "一九九八年 ", "Ⅻ ", "²", "Feb. 29, 2017 ", "Feb. 29 ", "31 June ",
    "two centuries ago ",
    "0 days ago ", "9999 years ago ", "year 9999 ", "Dec. 31, 9999 ", "a day after The Talks ", "in May ",
    "a day after they met on May 2 ", "15 and 16 August ", "the same month last year ",
    "the June 15 declaration ", "In 2016, in May ", "on the 4th and the 5th, ", "two or three weeks ago ",
    "the last day of the month ", "the quarter ended July 31 ", "On May 2, 1950 they met. In June ",
]  # fmt: skip


def read(text: str) -> int:
    return len(find_times(text, PUBLISHED, [Sentence(0, len(text), 0)] if text else []))


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_long_repetitions_are_read_in_linear_time(piece: str) -> None:
    started = time.process_time()
    read(piece * 300)
    small = time.process_time() - started
    started = time.process_time()
    read(piece * 2_400)
    assert time.process_time() - started < 24 * small + 0.5


def test_any_mixture_is_read_with_true_offsets() -> None:
    chance = random.Random(20230914)
    for published in (PUBLISHED, None, date(1, 1, 1), date(9999, 12, 31)):
        for _ in range(60):
            text = "".join(chance.choice(PIECES) for _ in range(80))
            for found in find_times(text, published, [Sentence(0, len(text), 0)]):
                assert text[found.start : found.end] == found.text


def test_an_empty_text_has_no_times() -> None:
    assert find_times("", PUBLISHED, []) == []


def test_a_text_without_sentences_is_read_as_one() -> None:
    (found,) = find_times("They met on Wednesday.", PUBLISHED, [])
    assert found.value == "2023-09-13"


def test_dateparser_is_not_loaded_by_the_import() -> None:
    code = "import sys, corpus, corpus.times.finding; sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

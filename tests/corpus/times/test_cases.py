"""The readable cases of tests/cases/times, and the floor below which their score must not fall."""

import json

import pytest

from corpus.pipeline import time_expressions
from tests.corpus.times.cases import ALL, CASES, Case, score

BASELINE = CASES / "baseline.json"
LEAST_CASES = 400


def test_there_are_enough_cases() -> None:
    assert len(ALL) >= LEAST_CASES


def test_the_score_does_not_fall() -> None:
    floor = json.loads(BASELINE.read_text(encoding="utf-8"))
    f1, right, wrong = score(ALL)
    report = "\n\n".join(wrong)
    assert f1 >= floor["f1"], f"F1 {f1:.4f} fell below {floor['f1']}\n\n{report}"
    assert right >= floor["right"], f"{right:.4f} of the cases are right, below {floor['right']}\n\n{report}"


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_offsets_point_at_the_words(case: Case) -> None:
    last = 0
    for found in time_expressions(case.text, case.published):
        assert case.text[found.start : found.end] == found.text
        assert found.start >= last
        assert found.why and found.rule
        assert (found.value is None) == (found.first is None) == (found.last is None)
        last = found.end

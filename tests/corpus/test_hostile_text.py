"""Text that was made to break what reads it does nothing: every room finishes, and its offsets hold."""

from datetime import date

import pytest

from corpus import Document, analyse, read
from tests.benchmarks.hostile_text import RUNS


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS.keys())
def test_a_long_run_is_only_text(run: str) -> None:
    text = (run * 5_000)[:5_000]
    found = analyse(Document(id="x", hash="x", text=text, published=date(2024, 6, 21)))
    assert all(text[time.start : time.end] == time.text for time in found.times)
    assert all(text[mention.start : mention.end] == mention.text for mention in found.mentions)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS.keys())
def test_a_long_run_can_be_read(run: str) -> None:
    assert len(list(read((run * 5_000)[:5_000].encode(), skipped=lambda reason: None))) <= 1

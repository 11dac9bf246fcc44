"""Raw articles in, timeline out: beside what a careful reader lists, and never worse than the floors."""

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest

from tests.corpus.articles.figures import Reading, figures, lines_of, read_article
from tests.corpus.articles.gold import ARTICLES, Gold, all_gold

GOLD = all_gold()
LOWER_IS_BETTER = {"noise", "duplicates", "leaks"}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read_article(gold) for gold in GOLD]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.path.stem)
def test_the_reader_quotes_the_article(gold: Gold) -> None:
    raw = re.sub(r"<[^>]+>", "", unescape(gold.path.read_text("utf-8")))
    quoted = [snippet for event in gold.events for snippet in event.snippets]
    assert [words for words in quoted if words not in raw] == []


def test_floors(readings: list[Reading], tmp_path: Path) -> None:
    floors = tomllib.loads((ARTICLES / "gate.toml").read_text("utf-8"))
    measured = figures(readings, lines_of(readings, tmp_path / "articles.db"))
    assert measured.keys() == floors.keys()
    worse = {
        name: (measured[name], floor)
        for name, floor in floors.items()
        if (measured[name] > floor if name in LOWER_IS_BETTER else measured[name] < floor)
    }
    assert worse == {}

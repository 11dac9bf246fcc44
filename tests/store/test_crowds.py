"""Events that hundreds of reports tell: nearly the same words are one block, and a few speak for it."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import Analysis
from store import Outcome, Store, gathering
from store.merge.blocks import LEADS
from tests.store.test_merging import timeline

Write = Callable[..., Analysis]
Shown = list[tuple[object, ...]]

LINE = (
    "2024-06-19 | AID | russia > north-korea | Russia handed over a cargo of flour, diesel and tractors to"
    " North Korea at a bridge near {place} on Wednesday."
)
LAUNCH = "2024-06-18 | MOBILIZE | north-korea | North Korea {fired} {what} toward the sea on Tuesday {how}."
WORDS = {
    "fired": ("fired", "launched", "shot"),
    "what": ("two rockets", "a pair of missiles", "two short-range missiles"),
    "how": ("before dawn", "after a storm", "from a base near Wonsan", "as markets opened in Asia"),
}


def paper(article: Write, number: int, chance: random.Random) -> Analysis:
    """Returns a report of a paper of its own, in words of its own."""
    launch = LAUNCH.format(**{name: chance.choice(words) for name, words in WORDS.items()})
    place = chance.choice(("Khasan", "Tumangang", "the border", "Rason"))
    lines = f"{LINE.format(place=place)}\n{launch}"
    return article(lines, published=date(2024, 6, 20), title=f"Paper {number}", publisher=f"Paper {number}")


@pytest.fixture
def crowd(article: Write) -> list[Analysis]:
    chance = random.Random(3)
    return [paper(article, number, chance) for number in range(40)]


def told(path: Path, crowd: list[Analysis], together: int) -> Shown:
    with Store.open(path) as store:
        for start in range(0, len(crowd), together):
            store.ingest(*crowd[start : start + together])
        assert store.check() == []
        return timeline(store)


def test_it_does_not_matter_who_comes_first_or_how_many_at_a_time(
    tmp_path: Path, crowd: list[Analysis]
) -> None:
    orders = [random.Random(seed).sample(crowd, len(crowd)) for seed in range(3)]
    timelines = [
        told(tmp_path / f"{index}-{together}.db", order, together)
        for index, (order, together) in enumerate(zip(orders, (1, 7, 40), strict=True))
    ]
    assert len(timelines[0]) == 2
    assert timelines[1] == timelines[0]
    assert timelines[2] == timelines[0]


@pytest.fixture
def voices(article: Write) -> list[Analysis]:
    """Reports of one launch that have little in common but the launch, more than lead a crowd."""
    chance = random.Random(11)
    fillings = [
        f"{one}{other}" for one in ["karo", "mire", "tend", "sulo", "danu"] for other in ["pel", "ash", "gim"]
    ]
    reports = []
    for number in range(3 * LEADS):
        words = " ".join(chance.sample(fillings, 3))
        line = f"2024-06-18 | MOBILIZE | north-korea | North Korea launched a Hwasong-18 rocket amid {words}."
        reports.append(article(line, title=f"Paper {number}", publisher=f"Paper {number}"))
    return reports


def test_a_crowd_is_one_event_in_any_order(tmp_path: Path, voices: list[Analysis]) -> None:
    orders = [random.Random(seed).sample(voices, len(voices)) for seed in range(3)]
    timelines = [
        told(tmp_path / f"{together}.db", order, together)
        for order, together in zip(orders, (1, 5, 48), strict=True)
    ]
    assert len(timelines[0]) <= 2
    assert timelines[1] == timelines[0]
    assert timelines[2] == timelines[0]


@pytest.mark.parametrize("seed", range(3))
def test_a_crowd_that_shrinks_is_what_it_would_have_been(
    tmp_path: Path, voices: list[Analysis], seed: int
) -> None:
    chance = random.Random(seed)
    gone = chance.sample(voices, LEADS)
    rest = [analysis for analysis in voices if analysis not in gone]
    with Store.open(tmp_path / "shrunk.db") as store:
        store.ingest(*chance.sample(voices, len(voices)))
        for analysis in gone:
            store.ingest(replace(analysis, events=(), extraction=analysis.extraction + (1 << 32)))
        assert timeline(store) == told(tmp_path / "small.db", rest, len(rest))
        assert store.check() == []


def test_few_of_many_are_compared(store: Store, crowd: list[Analysis]) -> None:
    store.ingest(*crowd)
    with closing(sqlite3.connect(store.path)) as connection:
        (pairs,) = connection.execute("SELECT count(*) FROM resemblance").fetchone()
    assert pairs < 4 * len(crowd)


def test_a_block_falls_apart_with_the_passage_that_held_it_together(store: Store, article: Write) -> None:
    words = ["flour", "diesel", "tractors", "coal", "timber", "cement", "salt", "sugar"]
    line = "2024-06-19 | AID | russia > north-korea | Russia delivered {} to North Korea."

    def told_of(first: int, last: int) -> Analysis:
        listed = ", ".join(words[first:last])
        return article(line.format(listed), title=f"Paper {first}-{last}", publisher=f"Paper {first}")

    ends, bridge = (told_of(0, 5), told_of(3, 8)), told_of(0, 8)
    store.ingest(*ends)
    apart = timeline(store)
    store.ingest(bridge)
    assert store.count() == 1
    gone = replace(bridge, events=(), extraction=bridge.extraction + (1 << 32))
    assert store.ingest(gone).outcome is Outcome.UPDATED
    assert timeline(store) == apart
    assert store.check() == []


def test_reading_all_again_changes_nothing(store: Store, crowd: list[Analysis]) -> None:
    store.ingest(*crowd)
    before = timeline(store)
    again = [replace(analysis, extraction=analysis.extraction + (1 << 32)) for analysis in crowd]
    assert set(store.ingest(*reversed(again)).outcomes) == {Outcome.UPDATED}
    assert timeline(store) == before
    assert set(store.ingest(*again).outcomes) == {Outcome.UNCHANGED}


def test_a_text_between_two_others_makes_all_three_one_source(tmp_path: Path, article: Write) -> None:
    chance = random.Random(5)
    text = [f"word{chance.randrange(900)}" for _ in range(120)]
    line = (
        "2024-06-19 | AID | russia > north-korea | Russia handed a cargo of flour and diesel to North Korea."
    )
    parts = (text[:80], text, text[40:])
    papers = [
        article(line, title=f"Paper {number}", publisher=f"Paper {number}", extra=" ".join(part))
        for number, part in enumerate(parts)
    ]
    sources = []
    for order in ((0, 2, 1), (1, 0, 2), (2, 1, 0)):
        with Store.open(tmp_path / f"{order}.db") as store:
            for index in order:
                store.ingest(papers[index])
            sources.append([row.sources for row in store.page()])
    assert sources == [[1], [1], [1]]


def test_what_is_asked_of_a_crowd_never_walks_through_all_passages(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store.open(path).close()
    statements = [value for name, value in vars(gathering).items() if name.isupper() and "passage" in value]
    assert statements
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            given = [None] * statement.count("?")
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", given).fetchall()
            assert not [detail for *_, detail in plan if detail.startswith("SCAN passage")], statement

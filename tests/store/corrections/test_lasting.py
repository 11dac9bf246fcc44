"""Whatever is corrected, read again, lost and found, in any order: the timeline is the same."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus import Analysis, Kind, Role, Status
from store import (
    Accept,
    Change,
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
    EventDetail,
    Part,
    Reject,
    State,
    Store,
)

Write = Callable[..., Analysis]
Shown = list[tuple[object, ...]]

CASES = Path(__file__).parent.parent.parent / "cases" / "merge"
SEEDS = (8, 18, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (23, 31)))
CORRECTIONS = 9


@pytest.fixture
def pile(article: Write) -> list[Analysis]:
    """A few dozen reports of the same days, several of each event."""
    found = []
    for file in ("meetings", "deeds"):
        cases = (CASES / f"{file}.md").read_text(encoding="utf-8").split("\n## ")[1:13]
        for number, case in enumerate(cases):
            documents: dict[str, list[str]] = {}
            for line in case.splitlines()[1:]:
                if " | " in line:
                    head, _, told = line.partition(" | ")
                    documents.setdefault(head, []).append(told)
            for head, lines in documents.items():
                name, day = head.split()
                title = f"{file} {number} {name}"
                found.append(
                    article("\n".join(lines), published=date.fromisoformat(day), title=title, publisher=name)
                )
    return found


def shuffled(pile: list[Analysis], seed: int) -> list[Analysis]:
    return random.Random(seed).sample(pile, len(pile))


def newer(analysis: Analysis, times: int = 1) -> Analysis:
    return replace(analysis, extraction=analysis.extraction + (times << 32))


def without_events(analysis: Analysis) -> Analysis:
    return replace(analysis, events=())


def shown(detail: EventDetail) -> tuple[object, ...]:
    row = detail.row
    told = sorted((p.document.id, p.start, p.value, p.reason) for p in detail.passages)
    values = (row.key, row.value, row.basis, row.kind, row.status, row.headline, row.actors, row.is_checked)
    return (*values, row.sources, detail.why, detail.corrections, told)


def timeline(store: Store) -> tuple[Shown, Shown]:
    """Returns all that a reader sees, and what was rejected."""
    assert store.check() == []
    return [shown(detail) for detail in store.details()], [
        shown(store.event(row.id)) for row in store.rejected()
    ]


def numbered(store: Store) -> list[tuple[int, tuple[object, ...]]]:
    return [(detail.row.id, shown(detail)) for detail in store.details()] + [
        (row.id, shown(store.event(row.id))) for row in store.rejected()
    ]


def a_change(rng: random.Random, store: Store) -> Change:
    anybody = sorted(actor.entity for actor in store.actors(limit=None))
    day = date(2023, 1, 1) + timedelta(rng.randrange(400))
    changes: list[Change] = [
        ChangeDate(rng.choice([day.isoformat(), f"{day:%Y-%m}", f"{day.isoformat()}~", f"{day:%Y}"])),
        ChangeKind(rng.choice(list(Kind))),
        ChangeStatus(rng.choice(list(Status))),
        ChangeHeadline(f"Headline {rng.randrange(1000)}"),
        ChangeActors((Part(rng.choice(anybody), rng.choice(list(Role))),), (rng.choice(anybody),)),
        Reject(),
        Accept(),
    ]
    return rng.choice(changes)


def correct_at_random(store: Store, rng: random.Random) -> None:
    """Makes one correction, chosen by what a reader sees and not by numbers."""
    events = [*store.details(), *(store.event(row.id) for row in store.rejected())]
    several = [event for event in events if len(event.passages) > 1]
    choice = rng.random()
    if choice < 0.25:
        store.merge([event.row.id for event in rng.sample(events, rng.choice([2, 2, 3]))])
    elif choice < 0.5 and several:
        event = rng.choice(several)
        passage = rng.choice(sorted(event.passages, key=lambda p: (p.document.id, p.start)))
        store.split(event.row.id, passage.id)
    else:
        store.correct(rng.choice(events).row.id, a_change(rng, store))


def corrected_store(path: Path, documents: list[Analysis], seed: int) -> Store:
    store = Store.open(path)
    for analysis in documents:
        store.ingest(analysis)
    rng = random.Random(seed)
    for _ in range(CORRECTIONS):
        correct_at_random(store, rng)
    return store


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_documents_does_not_matter(tmp_path: Path, pile: list[Analysis], seed: int) -> None:
    with (
        corrected_store(tmp_path / "one.db", shuffled(pile, 1), seed) as one,
        corrected_store(tmp_path / "other.db", shuffled(pile, 2), seed) as other,
    ):
        assert timeline(one) == timeline(other)
        for analysis in shuffled(pile, 3):
            one.ingest(newer(analysis))
        assert timeline(one) == timeline(other)


@pytest.mark.parametrize("seed", SEEDS)
def test_corrections_made_halfway_hold_in_any_order(tmp_path: Path, pile: list[Analysis], seed: int) -> None:
    half = len(pile) // 2
    timelines = []
    for order in (1, 2):
        first, rest = pile[:half], pile[half:]
        with corrected_store(tmp_path / f"{order}.db", shuffled(first, order), seed) as store:
            for analysis in shuffled(rest, order):
                store.ingest(analysis)
            timelines.append(timeline(store))
    assert timelines[0] == timelines[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_lost_and_found_again_is_corrected_again(
    tmp_path: Path, pile: list[Analysis], seed: int
) -> None:
    with corrected_store(tmp_path / "one.db", pile, seed) as store:
        before = timeline(store)
        for analysis in shuffled(pile, 4):
            store.ingest(newer(without_events(analysis)))
        assert store.count() == 0
        assert {entry.state for entry in store.journal()} == {State.ORPHANED}
        for analysis in shuffled(pile, 5):
            store.ingest(newer(analysis, 2))
        assert timeline(store) == before
        assert {entry.state for entry in store.journal()} == {State.IN_FORCE}


@pytest.mark.parametrize("seed", SEEDS)
def test_undo_and_redo_go_back_and_forth_exactly(tmp_path: Path, pile: list[Analysis], seed: int) -> None:
    with Store.open(tmp_path / "one.db") as store:
        for analysis in pile:
            store.ingest(analysis)
        rng, stages = random.Random(seed), [numbered(store)]
        for _ in range(CORRECTIONS):
            correct_at_random(store, rng)
            stages.append(numbered(store))
        for _ in range(2):
            for stage in reversed(stages[:-1]):
                store.undo()
                assert numbered(store) == stage
            for stage in stages[1:]:
                store.redo()
                assert numbered(store) == stage


@pytest.mark.parametrize("seed", SEEDS)
def test_undoing_all_shows_what_a_newer_extraction_says(
    tmp_path: Path, pile: list[Analysis], seed: int
) -> None:
    with (
        corrected_store(tmp_path / "one.db", pile, seed) as store,
        Store.open(tmp_path / "other.db") as plain,
    ):
        for analysis in shuffled(pile, seed):
            events = tuple(
                replace(event, headline=f"{event.headline}, again") for event in analysis.events[:1]
            )
            store.ingest(replace(newer(analysis), events=events))
            plain.ingest(replace(newer(analysis), events=events))
        for _ in range(CORRECTIONS):
            store.undo()
        assert timeline(store) == timeline(plain)


def do_something(
    store: Store, rng: random.Random, readings: dict[str, Analysis], pile: list[Analysis]
) -> None:
    """Corrects, undoes, redoes, or reads a document again with more or fewer of its events."""
    choice = rng.random()
    states = [entry.state for entry in store.journal()]
    if choice < 0.35 and store.count() > 3:
        correct_at_random(store, rng)
    elif choice < 0.5 and set(states) - {State.UNDONE}:
        store.undo()
    elif choice < 0.6 and State.UNDONE in states:
        store.redo()
    else:
        whole = rng.choice(pile)
        kept = tuple(event for event in whole.events if rng.random() < 0.6)
        last = readings[whole.document.hash].extraction
        readings[whole.document.hash] = replace(whole, events=kept, extraction=last + (1 << 32))
        store.ingest(readings[whole.document.hash])


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happened_reading_all_again_changes_nothing(
    tmp_path: Path, pile: list[Analysis], seed: int
) -> None:
    rng = random.Random(seed)
    pile = shuffled(pile, seed)[:20]
    readings = {analysis.document.hash: analysis for analysis in pile}
    with Store.open(tmp_path / "one.db") as store:
        for analysis in pile:
            store.ingest(analysis)
        for _ in range(40):
            do_something(store, rng, readings, pile)
            assert store.check() == []
        before = timeline(store), [entry.state for entry in store.journal()]
        for analysis in shuffled(list(readings.values()), 7):
            store.ingest(newer(analysis))
        assert (timeline(store), [entry.state for entry in store.journal()]) == before

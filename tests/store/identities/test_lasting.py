"""Corrections of events and people together hold in any order and for new readings, and go back exactly."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Analysis, UsageError
from store import Identity, Nobody, Same, Store, Verify
from tests.store.corrections.test_lasting import correct_at_random, shown
from tests.store.identities.conftest import papers

STEPS = 10
SEEDS = (3, 11, 19, 27)

View = tuple[list[tuple[object, ...]], ...]


def view(store: Store) -> View:
    """Returns all that a reader sees: events, what was rejected, and those whom nobody listed."""
    assert store.check() == []
    everybody = sorted(store.unlisted(), key=lambda each: each.entity)
    return (
        [shown(detail) for detail in store.details()],
        [shown(store.event(row.id)) for row in store.rejected()],
        [(each.entity, each.name, each.country, each.events, each.said) for each in everybody],
    )


def say_at_random(store: Store, rng: random.Random) -> None:
    """Says something of somebody; what cannot be is not said."""
    who = rng.choice(sorted(each.entity for each in store.unlisted()))
    other = rng.choice(sorted(store.actors(limit=None), key=lambda actor: actor.entity))
    same = Same(other.entity, other.name, other.type, other.country)
    identities: list[Identity] = [same, Nobody(), Verify(), Verify(country="NOR")]
    identity = rng.choice(identities)
    try:
        store.identify(who, identity)
    except UsageError:
        return


def something(store: Store, rng: random.Random) -> None:
    if rng.random() < 0.5 or store.count() < 3:
        say_at_random(store, rng)
    else:
        correct_at_random(store, rng)


def corrected(path: Path, pile: Sequence[Analysis], seed: int) -> tuple[Store, list[View]]:
    store, rng = Store.open(path), random.Random(seed)
    for analysis in pile:
        store.ingest(analysis)
    stages = [view(store)]
    for _ in range(STEPS):
        something(store, rng)
        stages.append(view(store))
    return store, stages


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_documents_does_not_matter(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    orders = [rng.sample(papers(), len(papers())) for _ in range(2)]
    one, stages = corrected(tmp_path / "one.db", orders[0], seed)
    other, same = corrected(tmp_path / "other.db", orders[1], seed)
    with one, other:
        assert stages == same


@pytest.mark.parametrize("seed", SEEDS)
def test_all_goes_back_and_forth_and_outlives_new_readings(tmp_path: Path, seed: int) -> None:
    store, stages = corrected(tmp_path / "one.db", papers(), seed)
    with store:
        steps = len(store.journal())
        for _ in range(steps):
            store.undo()
        assert view(store) == stages[0]
        for _ in range(steps):
            store.redo()
        assert view(store) == stages[-1]
        for analysis in random.Random(seed).sample(papers(), len(papers())):
            store.ingest(replace(analysis, extraction=2 << 32))
        assert view(store) == stages[-1]

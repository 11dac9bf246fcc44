"""What is said of people whom nobody listed holds whatever is read in what order."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Kind, Role
from store import ChangeActors, Nobody, Part, Query, Reject, State, Store, Verify
from tests.store.identities.conftest import (
    LISTED,
    MONDAY,
    PAK,
    PAK_AGAIN,
    PAPERS,
    TESTOV,
    names,
    paper,
    papers,
    same,
    shown,
)

SAID = (
    (PAK_AGAIN.id, same(PAK)),
    (PAK.id, same(LISTED)),
    (MONDAY.id, Nobody()),
    (TESTOV.id, Verify("Igor I. Testov", None, "BLR")),
)


def say_all(store: Store) -> None:
    for identifier, identity in SAID:
        store.identify(identifier, identity)


class TestLasting:
    @pytest.mark.parametrize("seed", range(5))
    def test_the_order_of_documents_does_not_matter(self, tmp_path: Path, seed: int) -> None:
        rng, stores = random.Random(seed), []
        for number in range(2):
            pile = rng.sample(papers(), len(PAPERS))
            with Store.open(tmp_path / f"{number}.db") as store:
                for analysis in pile:
                    store.ingest(analysis)
                say_all(store)
                stores.append(shown(store))
        assert stores[0] == stores[1]

    @pytest.mark.parametrize("seed", range(5))
    def test_documents_that_come_later_obey_too(self, tmp_path: Path, seed: int) -> None:
        with Store.open(tmp_path / "whole.db") as whole:
            whole.ingest(*papers())
            say_all(whole)
            expected = shown(whole)
        first, *rest = papers()
        with Store.open(tmp_path / "bit.db") as store:
            store.ingest(first, paper(1, PAPERS[1]))
            say_all(store)
            for analysis in random.Random(seed).sample(rest, len(rest)):
                store.ingest(analysis)
            assert shown(store) == expected

    def test_a_newer_reading_changes_nothing(self, filled: Store) -> None:
        say_all(filled)
        before = shown(filled)
        for analysis in reversed(papers(reading=2)):
            filled.ingest(analysis)
        assert shown(filled) == before
        assert {entry.state for entry in filled.journal()} == {State.IN_FORCE}

    def test_undoing_all_leaves_what_was_found(self, filled: Store) -> None:
        before = shown(filled), filled.unlisted(), [row.id for row in filled.page()]
        stages = [before]
        for identifier, identity in SAID:
            filled.identify(identifier, identity)
            stages.append((shown(filled), filled.unlisted(), [row.id for row in filled.page()]))
        for stage in reversed(stages[:-1]):
            filled.undo()
            assert (shown(filled), filled.unlisted(), [row.id for row in filled.page()]) == stage
        for stage in stages[1:]:
            filled.redo()
            assert (shown(filled), filled.unlisted(), [row.id for row in filled.page()]) == stage

    def test_a_name_that_no_document_has_any_more_waits(self, filled: Store) -> None:
        filled.identify(MONDAY.id, Verify())
        for analysis in papers(reading=2):
            filled.ingest(replace(analysis, events=(), mentions=(), entities=()))
        (entry,) = filled.journal()
        assert entry.state is State.ORPHANED
        filled.ingest(*papers(reading=3))
        (entry,) = filled.journal()
        assert entry.state is State.IN_FORCE
        assert filled.actors("monday")[0].verified

    def test_other_corrections_stay_in_force(self, filled: Store) -> None:
        (aid,) = filled.page(Query(kinds=(Kind.AID,)))
        filled.correct(aid.id, ChangeActors(add=(Part(MONDAY.id, Role.TARGET),), remove=("russia",)))
        (remark, *_) = filled.page(Query(kinds=(Kind.STATEMENT,)))
        filled.correct(remark.id, Reject())
        before = shown(filled), [row.headline for row in filled.rejected()]
        filled.identify(MONDAY.id, same(TESTOV))
        (aid,) = filled.page(Query(kinds=(Kind.AID,)))
        assert [actor.name for actor in aid.actors] == ["Pak Dal-su", "Igor Testov"]
        assert [row.headline for row in filled.rejected()] == before[1]
        filled.undo()
        assert (shown(filled), [row.headline for row in filled.rejected()]) == before
        assert {entry.state for entry in filled.journal()} == {State.UNDONE, State.IN_FORCE}

    def test_spelling_and_country_do_not_depend_on_the_order(self, tmp_path: Path) -> None:
        loud = replace(PAK, name="PAK DAL-SU", country=None)
        first, last = paper(0, PAPERS[0]), paper(3, PAPERS[3])
        last = replace(last, entities=tuple(loud if e.id == PAK.id else e for e in last.entities))
        for number, pile in enumerate(([first, last], [last, first])):
            with Store.open(tmp_path / f"{number}.db") as store:
                store.ingest(*pile)
                (found,) = (each for each in store.unlisted() if each.entity == PAK.id)
                assert (found.name, found.country) == ("Pak Dal-su", "KOR")
                assert names(store, "pak") == [("Pak Dal-su", 2)]

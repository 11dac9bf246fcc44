"""Who somebody is whom nobody listed: verified, somebody else, or nobody, whatever is read in what order."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from corpus import (
    Actor,
    Analysis,
    Basis,
    Document,
    Entity,
    EntityType,
    Event,
    Kind,
    Mention,
    Precision,
    Role,
    Status,
    StoreError,
    UsageError,
)
from store import ChangeActors, Nobody, Part, Query, Reject, Same, State, Store, Verify

PAK = Entity("person-pak-dal-su", "Pak Dal-su", EntityType.PERSON, "KOR", verified=False)
PAK_AGAIN = Entity("person-bak-dal-su", "Bak Dal-su", EntityType.PERSON, None, verified=False)
TESTOV = Entity("person-igor-testov", "Igor Testov", EntityType.PERSON, "RUS", verified=False)
MONDAY = Entity("person-general-monday", "General Monday", EntityType.PERSON, None, verified=False)
LISTED = Entity("lim-dal-su", "Lim Dal-su", EntityType.PERSON, "KOR")
RUSSIA = Entity("russia", "Russia", EntityType.STATE, "RUS")
PEOPLE = (PAK, PAK_AGAIN, TESTOV, MONDAY, LISTED, RUSSIA)

Line = tuple[str, Kind, str]
"""A day, what happens, and a sentence in which the first named acts on the second."""

PAPERS: tuple[tuple[Line, ...], ...] = (
    (
        ("2023-09-13", Kind.CONSULT, "Pak Dal-su met Igor Testov in the harbour town."),
        ("2023-09-14", Kind.STATEMENT, "General Monday told reporters that nothing had been signed."),
    ),
    (("2023-09-13", Kind.CONSULT, "Bak Dal-su met Igor Testov in the harbour town on Wednesday."),),
    (
        ("2023-09-13", Kind.CONSULT, "Lim Dal-su received Igor Testov near the harbour."),
        ("2023-10-02", Kind.AID, "Pak Dal-su sent Russia forty tractors for the harvest."),
    ),
    (("2023-09-14", Kind.STATEMENT, "Pak Dal-su told General Monday that nothing had been signed."),),
)


def paper(number: int, lines: Sequence[Line], reading: int = 1) -> Analysis:
    """Returns a paper as the corpus would have read it."""
    text, events, mentions = "", [], []
    for day, kind, sentence in lines:
        start, on = len(text), date.fromisoformat(day)
        text += f"{sentence}\n"
        named = sorted((start + sentence.index(each.name), each) for each in PEOPLE if each.name in sentence)
        mentions += [
            Mention(at, at + len(e.name), e.name, e.id, e.name, e.type, e.country) for at, e in named
        ]
        actors = tuple(
            Actor(each.id, each.name, each.country, role)
            for (_, each), role in zip(named, (Role.SOURCE, Role.TARGET), strict=False)
        )
        events.append(
            Event(
                *(start, start + len(sentence), day, on, on, Precision.DAY, Basis.RELATIVE, f"told as {day}"),
                *(kind, Status.HAPPENED, sentence.rstrip("."), actors, "met"),
                salience=0.5,
            )
        )
    digest = sha256(f"{number}{text}".encode()).hexdigest()
    names = {mention.entity for mention in mentions}
    document = Document(
        digest[:16], digest, text, f"Paper {number}", f"Paper {number}", published=date(2023, 9, 14 + number)
    )
    entities = tuple(sorted((each for each in PEOPLE if each.id in names), key=lambda each: each.id))
    return Analysis(document, (), (), tuple(mentions), tuple(events), entities, extraction=reading << 32)


def papers(reading: int = 1) -> list[Analysis]:
    return [paper(number, lines, reading) for number, lines in enumerate(PAPERS)]


@pytest.fixture
def filled(store: Store) -> Store:
    store.ingest(*papers())
    return store


def shown(store: Store) -> list[tuple[object, ...]]:
    """Returns all that a reader sees of the events, and of who is named in their sources."""
    assert store.check() == []
    return [
        (
            *(row.key, row.value, row.headline, row.actors, row.sources),
            [
                (p.document.id, p.start, p.reason, [(m.start, m.entity, m.name) for m in p.mentions])
                for p in store.event(row.id).passages
            ],
        )
        for row in store.page()
    ]


def names(store: Store, pattern: str) -> list[tuple[str, int]]:
    return [(actor.name, actor.events) for actor in store.actors(pattern)]


def same(entity: Entity) -> Same:
    return Same(entity.id, entity.name, entity.type, entity.country)


class TestListing:
    def test_those_whom_nobody_listed_are_listed_by_their_events(self, filled: Store) -> None:
        listed = filled.unlisted()
        assert {each.name for each in listed} == {"Pak Dal-su", "Bak Dal-su", "Igor Testov", "General Monday"}
        assert listed[0].events == max(each.events for each in listed)
        assert all(each.is_open for each in listed)
        assert next(each.documents for each in listed if each.name == "Pak Dal-su") == 3

    def test_the_words_around_a_name_are_told(self, filled: Store) -> None:
        assert "Bak Dal-su met Igor Testov" in filled.quote_of(PAK_AGAIN.id)
        assert filled.quote_of("nobody-at-all") == ""

    def test_rows_say_who_is_not_verified(self, filled: Store) -> None:
        (row,) = filled.page(Query(kinds=(Kind.AID,)))
        assert [(actor.name, actor.verified) for actor in row.actors] == [
            ("Pak Dal-su", False),
            ("Russia", True),
        ]

    @pytest.mark.parametrize("name", ["person-pak-dal-su", "pak dal su", "PAK DAL-SU", "pak"])
    def test_one_is_found_by_name(self, filled: Store, name: str) -> None:
        assert filled.resolve_unlisted(name).entity == PAK.id

    def test_a_name_that_several_bear_or_nobody_is_told(self, filled: Store) -> None:
        with pytest.raises(UsageError, match=r"one of several: .*person-bak-dal-su"):
            filled.resolve_unlisted("dal-su")
        with pytest.raises(StoreError, match="nobody named “Russia” waits"):
            filled.resolve_unlisted("Russia")


class TestVerifying:
    def test_an_accepted_name_is_verified_everywhere(self, filled: Store) -> None:
        entry = filled.identify(PAK.id, Verify())
        assert (entry.before, entry.after, entry.state) == ("unverified", "verified", State.IN_FORCE)
        assert entry.quotes == ("Pak Dal-su",)
        (row,) = filled.page(Query(kinds=(Kind.AID,)))
        assert row.actors[0].verified
        assert filled.actors("pak")[0].verified
        assert [each.said for each in filled.unlisted() if each.entity == PAK.id] == ["verified"]

    def test_it_may_get_a_name_a_country_and_a_type(self, filled: Store) -> None:
        filled.identify(MONDAY.id, Verify("Mondi Institute", EntityType.ORGANISATION, "SWE"))
        assert names(filled, "mondi") == [("Mondi Institute", 2)]
        assert names(filled, "general monday") == [("Mondi Institute", 2)]
        assert filled.count(Query(countries=("SWE",))) == 2
        assert filled.count(Query(types=(EntityType.ORGANISATION,))) == 2
        filled.undo()
        assert filled.count(Query(countries=("SWE",))) == 0
        assert filled.count(Query(types=(EntityType.ORGANISATION,))) == 0
        assert names(filled, "mondi institute") == []


class TestMerging:
    def test_two_names_are_one_actor(self, filled: Store) -> None:
        before = shown(filled)
        entry = filled.identify(PAK_AGAIN.id, same(PAK))
        assert entry.what == "is Pak Dal-su (person-pak-dal-su)"
        assert names(filled, "bak dal-su") == names(filled, "pak dal-su") == [("Pak Dal-su", 3)]
        assert filled.count(Query(actors=(PAK_AGAIN.id,))) == filled.count(Query(actors=(PAK.id,))) == 3
        filled.undo()
        assert shown(filled) == before

    def test_events_that_only_the_name_kept_apart_become_one(self, filled: Store) -> None:
        before = filled.page(Query(kinds=(Kind.CONSULT,)))
        filled.identify(PAK.id, same(LISTED))
        filled.identify(PAK_AGAIN.id, same(LISTED))
        (row,) = filled.page(Query(kinds=(Kind.CONSULT,)))
        assert len(before) > 1
        assert len(filled.event(row.id).passages) == 3
        assert [actor.name for actor in row.actors] == ["Lim Dal-su", "Igor Testov"]
        filled.undo()
        filled.undo()
        assert filled.page(Query(kinds=(Kind.CONSULT,))) == before

    def test_somebody_who_is_another_may_be_a_third(self, filled: Store) -> None:
        filled.identify(PAK_AGAIN.id, same(PAK))
        filled.identify(PAK.id, same(LISTED))
        assert names(filled, "bak")[0][0] == "Lim Dal-su"
        assert {each.said for each in filled.unlisted() if "Dal-su" in each.name} == {"Lim Dal-su"}
        filled.undo()
        assert names(filled, "bak")[0][0] == "Pak Dal-su"

    def test_nobody_is_merged_in_a_circle(self, filled: Store) -> None:
        filled.identify(PAK_AGAIN.id, same(PAK))
        for identifier, other in ((PAK.id, PAK_AGAIN), (PAK.id, PAK)):
            with pytest.raises(UsageError, match="already"):
                filled.identify(identifier, same(other))
        assert len(filled.journal()) == 1

    def test_a_listed_one_need_not_be_in_the_store(self, filled: Store) -> None:
        filled.identify(TESTOV.id, Same("igor-real", "Igor Real", EntityType.PERSON, "RUS"))
        assert names(filled, "igor testov") == names(filled, "real")
        assert names(filled, "real")[0][0] == "Igor Real"


class TestRejecting:
    def test_nobody_acts_and_is_mentioned_no_more(self, filled: Store) -> None:
        before = shown(filled)
        filled.identify(MONDAY.id, Nobody())
        assert names(filled, "general monday") == []
        assert filled.count(Query(actors=(MONDAY.id,))) == 0
        assert not any(
            mark.entity == MONDAY.id
            for row in filled.page()
            for passage in filled.event(row.id).passages
            for mark in passage.mentions
        )
        assert [each.said for each in filled.unlisted() if each.entity == MONDAY.id] == ["nobody"]
        filled.undo()
        assert shown(filled) == before

    def test_accepting_takes_a_rejection_back(self, filled: Store) -> None:
        filled.identify(MONDAY.id, Nobody())
        filled.identify(MONDAY.id, Verify())
        assert names(filled, "general monday") == [("General Monday", 2)]

    def test_nobody_is_merged_with_nobody(self, filled: Store) -> None:
        filled.identify(MONDAY.id, Nobody())
        with pytest.raises(UsageError, match="was rejected as nobody"):
            filled.identify(PAK.id, same(MONDAY))

    def test_who_is_listed_is_not_judged(self, filled: Store) -> None:
        for identifier in ("russia", "nobody-at-all", "'; DROP TABLE entity; --"):
            with pytest.raises(UsageError, match="dateline actors unverified"):
                filled.identify(identifier, Nobody())


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


def test_a_failed_correction_changes_nothing(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(filled)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.identities.making.settled", fail)
    with pytest.raises(KeyboardInterrupt):
        filled.identify(PAK.id, same(LISTED))
    assert shown(filled) == before
    assert filled.journal() == []


def test_a_hostile_name_does_nothing_on_a_screen(store: Store) -> None:
    name = "Bobby \x1b[31m\u202eTables"
    bad = replace(PAK, id="person-bobby", name=name)
    found = paper(0, PAPERS[0])
    mention = replace(found.mentions[0], entity=bad.id, name=name)
    store.ingest(replace(found, mentions=(mention, *found.mentions[1:]), entities=(*found.entities, bad)))
    store.identify("person-bobby", Verify("Robert \x1b]52;c;x\x07", None, None))
    texts = [each.name for each in store.unlisted()] + [
        store.journal()[0].what,
        store.actors("robert")[0].name,
    ]
    assert not any(character in text for text in texts for character in "\x1b\x07\u202e")

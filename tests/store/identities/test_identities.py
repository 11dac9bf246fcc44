"""Who somebody is whom nobody listed: verified, somebody else, or nobody."""

from dataclasses import replace

import pytest

from corpus import EntityType, Kind, StoreError, UsageError
from store import Nobody, Query, Same, State, Store, Verify
from tests.store.identities.conftest import (
    LISTED,
    MONDAY,
    PAK,
    PAK_AGAIN,
    PAPERS,
    TESTOV,
    names,
    paper,
    same,
    shown,
)


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

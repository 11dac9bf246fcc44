"""Reading a document again: with another date, or by a newer extraction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from corpus import Analysis, Entity, EntityType
from store import Outcome, Store

Write = Callable[..., Analysis]

MEETING = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday at Vostochny."
REMARK = "2023-09-13 | STATEMENT | vladimir-putin | Putin said on Wednesday that satellites would follow."
OTHER = "2023-09-13 | CONSULT | vladimir-putin > kim-jong-un | Putin received Kim at Vostochny on Wednesday."


def newer(analysis: Analysis) -> Analysis:
    """Returns what a newer extraction finds: the same."""
    return replace(analysis, extraction=analysis.extraction + (1 << 32))


def ids(store: Store) -> dict[str, int]:
    return {row.headline: row.id for row in store.page()}


def without(analysis: Analysis, *positions: int) -> Analysis:
    """Returns the analysis without some of its events."""
    kept = [event for position, event in enumerate(analysis.events) if position not in positions]
    return replace(analysis, events=tuple(kept))


def test_a_newer_extraction_replaces_passages_and_keeps_events(store: Store, article: Write) -> None:
    analysis = article(f"{MEETING}\n{REMARK}")
    store.ingest(analysis)
    before = ids(store)
    updated = store.ingest(newer(analysis))
    assert (updated.outcome, updated.new, updated.gone) == (Outcome.UPDATED, 0, 0)
    assert ids(store) == before
    assert store.ingest(newer(analysis)).outcome is Outcome.UNCHANGED


def test_an_event_that_is_found_no_more_goes(store: Store, article: Write) -> None:
    analysis = article(f"{MEETING}\n{REMARK}")
    store.ingest(analysis)
    assert store.ingest(newer(without(analysis, 0))).gone == 1
    assert [row.headline for row in store.page()] == ["Putin said on Wednesday that satellites would follow"]
    assert store.check() == []


def test_an_event_that_another_document_tells_stays(store: Store, article: Write) -> None:
    analysis = article(MEETING)
    store.ingest(analysis)
    joined = store.ingest(article(OTHER, title="Another"))
    assert (joined.new, joined.joined) == (0, 1)
    (before,) = store.page()
    again = store.ingest(newer(without(analysis, 0)))
    (after,) = store.page()
    assert (again.gone, before.sources, after.sources) == (0, 2, 1)
    assert after.id == before.id
    assert after.headline == "Putin received Kim at Vostochny on Wednesday"
    assert store.event(after.id).passages[0].reason == ""


def test_another_date_takes_a_passage_out_of_an_event(store: Store, article: Write) -> None:
    store.ingest(article(OTHER, title="Another"))
    store.ingest(article(MEETING, published=None))
    (before,) = store.page()
    later = MEETING.replace("2023-09-13", "2023-09-20")
    changed = store.ingest(article(later, published=date(2023, 9, 21)))
    assert (changed.outcome, changed.new) == (Outcome.UPDATED, 1)
    assert [(row.first.day, row.sources) for row in store.page()] == [(13, 1), (20, 1)]
    assert store.page()[0].id == before.id
    assert store.check() == []


def test_the_number_of_an_event_that_is_gone_is_not_given_again(store: Store, article: Write) -> None:
    analysis = article(MEETING)
    store.ingest(analysis)
    (gone,) = ids(store).values()
    store.ingest(newer(without(analysis, 0)))
    store.ingest(article(REMARK, title="Another"))
    assert gone not in ids(store).values()


def test_an_older_dateline_takes_nothing_back(store: Store, article: Write) -> None:
    analysis = article(MEETING)
    store.ingest(newer(analysis))
    assert store.ingest(without(analysis, 0)).outcome is Outcome.UNCHANGED
    assert store.count() == 1


def test_other_entities_read_a_document_again(store: Store, article: Write) -> None:
    analysis = article(MEETING)
    store.ingest(analysis)
    with_own_entities = replace(analysis, extraction=analysis.extraction + 5)
    assert store.ingest(with_own_entities).outcome is Outcome.UPDATED
    assert store.ingest(analysis).outcome is Outcome.UPDATED


@pytest.mark.parametrize("order", [("JPN", None), (None, "JPN")])
def test_an_unlisted_person_has_the_country_that_any_document_tells(
    store: Store, article: Write, order: tuple[str | None, ...]
) -> None:
    for day, country in enumerate(order, start=14):
        person = Entity("person-yuki-hamada", "Yuki Hamada", EntityType.PERSON, country, verified=False)
        told = article(MEETING, published=date(2023, 9, day))
        store.ingest(replace(told, entities=(*told.entities, person)))
    assert [actor.country for actor in store.actors("hamada")] == ["JPN"]

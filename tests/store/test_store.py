"""What a user of the store sees after documents went in."""

from collections.abc import Callable
from datetime import date

import pytest

import store as public
from corpus import Analysis, Kind, StoreError
from store import EventRow, Outcome, Query, Store

Write = Callable[..., Analysis]


def headlines(rows: list[EventRow]) -> list[str]:
    return [row.headline for row in rows]


def test_the_public_face_is_short_and_sorted() -> None:
    assert public.__all__ == sorted(public.__all__)
    assert public.__all__ == [
        *("Accept", "ActorCount", "ActorRow", "Annotation", "Annotations"),
        *("Change", "ChangeActors", "ChangeCounts", "ChangeDate"),
        *(
            "ChangeHeadline",
            "ChangeKind",
            "ChangeStatus",
            "Changed",
            "Changes",
            "CountryCount",
            "DocumentRow",
        ),
        *(
            "Estimated",
            "EventDetail",
            "EventRow",
            "Identity",
            "Ingested",
            "JournalEntry",
            "Kept",
            "KindCount",
            "Known",
            "Mark",
            "MonthCount",
            "Nobody",
            "Outcome",
            "Part",
        ),
        *("Passage", "Query", "Reject", "Run", "Same", "Sort", "State", "Stats", "Store", "TagCount"),
        *("Unlisted", "Verify", "View"),
        *("export_csv", "export_json", "export_jsonl", "export_markdown"),
    ]
    assert all(hasattr(public, name) for name in public.__all__)


def test_events_stand_in_date_order(filled: Store) -> None:
    rows = filled.page()
    assert [row.first for row in rows] == sorted(row.first for row in rows)
    assert [str(row.value) for row in rows][:2] == ["2017-09", "2017-09-03"]
    assert filled.count() == len(filled.view()) == 5


def test_actors_come_with_their_roles(filled: Store) -> None:
    row = filled.page(Query(kinds=(Kind.CONSULT,)))[0]
    assert [(a.entity, a.role, a.country) for a in row.actors] == [
        ("kim-jong-un", "source", "PRK"),
        ("vladimir-putin", "target", "RUS"),
    ]


def test_the_same_bytes_again_change_nothing(store: Store, article: Write) -> None:
    first = store.ingest(article("2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."))
    again = store.ingest(article("2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."))
    assert (first.outcome, first.new) == (Outcome.ADDED, 1)
    assert (again.outcome, again.new) == (Outcome.UNCHANGED, 0)


def test_another_publication_date_updates_and_keeps_the_event(store: Store, article: Write) -> None:
    text = "{} | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday."
    store.ingest(article(text.format("2023-09-13"), published=None))
    before = store.page()[0]
    updated = store.ingest(article(text.format("2023-09-20"), published=date(2023, 9, 21)))
    after = store.page()
    assert updated.outcome is Outcome.UPDATED
    assert [(row.id, row.first) for row in after] == [(before.id, date(2023, 9, 20))]


def test_a_document_without_a_date_takes_none_away(store: Store, article: Write) -> None:
    line = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."
    given = article(line, published=date(2023, 9, 14))
    store.ingest(given)
    assert store.ingest(article(line, published=None)).outcome is Outcome.UNCHANGED
    stored = store.known(given.document.hash)
    assert stored and stored.published == date(2023, 9, 14)


def test_the_evidence_leads_back_to_the_words(filled: Store) -> None:
    row = filled.page(Query(words="hydrogen"))[0]
    detail = filled.event(row.id)
    (passage,) = detail.passages
    assert passage.quote == "North Korea tested a hydrogen bomb."
    assert passage.document.publisher == "The Evening Post"
    assert passage.mentions[0].entity == "north-korea"
    assert detail.why == "told as 2017-09-03"


def test_no_such_event(filled: Store) -> None:
    with pytest.raises(StoreError, match="no event 99"):
        filled.event(99)


def test_stats(filled: Store) -> None:
    stats = filled.stats()
    assert (stats.documents, stats.events, stats.passages, stats.undated) == (2, 5, 5, 0)
    assert (stats.first, stats.last) == (date(2017, 9, 1), date(2023, 9, 14))

"""Several events corrected at once, and what the screen offers for them."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus import Analysis, Kind, StoreError, UsageError
from store import Accept, ChangeActors, ChangeDate, ChangeHeadline, ChangeKind, Query, Reject, State, Store

Write = Callable[..., Analysis]


def test_several_are_corrected_and_undone_at_once(store: Store, event: int) -> None:
    everything = [row.id for row in store.page()]
    entry = store.correct_all(everything, ChangeKind(Kind.AGREE))
    assert (entry.together, len(store.journal())) == (2, 2)
    assert {row.kind for row in store.page()} == {Kind.AGREE}
    assert store.undo().together == 2
    assert {row.kind for row in store.page()} == {Kind.CONSULT, Kind.STATEMENT}
    assert {entry.state for entry in store.journal()} == {State.UNDONE}
    store.redo()
    assert {row.kind for row in store.page()} == {Kind.AGREE}
    assert store.check() == []


def test_several_are_corrected_or_none(store: Store, event: int) -> None:
    with pytest.raises(StoreError, match="no event 99"):
        store.correct_all([event, 99], Reject())
    with pytest.raises(UsageError, match="name an event"):
        store.correct_all([], Reject())
    assert store.journal() == []
    assert store.count() == 2


def test_a_rejected_batch_comes_back_under_its_numbers(store: Store, event: int) -> None:
    before = store.page()
    store.correct_all([row.id for row in before], Reject())
    assert store.count() == 0
    store.undo()
    assert store.page() == before


def test_the_journal_knows_what_was_there_before(store: Store, event: int) -> None:
    for change in (
        ChangeDate("2023-09-12"),
        ChangeDate("2023-09"),
        ChangeKind(Kind.AGREE),
        ChangeHeadline("Two meet"),
        ChangeActors(remove=("vladimir-putin",)),
        Reject(),
        Accept(),
    ):
        store.correct(event, change)
    found = [entry.before for entry in reversed(store.journal())]
    headline = store.journal()[3].before
    assert found == [
        *("Wed 13 Sep 2023", "Tue 12 Sep 2023", "CONSULT", headline),
        *("Kim Jong Un → Vladimir Putin", "", "rejected"),
    ]
    assert headline.startswith("Kim met Putin")


def test_events_nearby_are_offered_for_merging(store: Store, event: int, article: Write) -> None:
    bomb = "2017-09-03 | MOBILIZE | north-korea | North Korea tested a bomb."
    talk = "2023-09-14 | CONSULT | kim-jong-un > vladimir-putin | Kim and Putin talked at Vostochny."
    store.ingest(article(bomb, title="Bomb", published=date(2017, 9, 5)))
    store.ingest(article(talk, title="Talk", published=date(2023, 9, 15)))
    others = store.nearby(event)
    assert others[0].headline == "Kim and Putin talked at Vostochny"
    assert event not in [row.id for row in others]
    assert not any("bomb" in row.headline for row in others)
    assert [row.headline for row in store.nearby(event, "bomb")] == ["North Korea tested a bomb"]
    assert store.nearby(99) == []


def test_several_passages_are_split_off_together(store: Store, event: int, article: Write) -> None:
    more = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday."
    store.ingest(article(more, title="More", published=date(2023, 9, 15), publisher="The Third"))
    first, *rest = [passage.id for passage in store.event(event).passages]
    assert len(rest) == 2
    entry = store.split(event, *rest)
    meetings = store.page(Query(kinds=(Kind.CONSULT,)))
    parts = [[passage.id for passage in store.event(row.id).passages] for row in meetings]
    assert sorted(parts) == [[first], rest]
    assert entry.event is not None
    with pytest.raises(UsageError, match="nothing to split"):
        store.split(entry.event, *rest)
    store.undo()
    assert [passage.id for passage in store.event(event).passages] == [first, *rest]

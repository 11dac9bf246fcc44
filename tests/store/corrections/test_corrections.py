"""Single corrections: what they may say, what they change, and what is refused."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from corpus import Analysis, Basis, Kind, Precision, Role, StoreError, UsageError
from store import (
    Accept,
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    Part,
    Query,
    Reject,
    State,
    Store,
)
from store.schema import STEPS, migrate

Write = Callable[..., Analysis]


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2023-09-13", date(2023, 9, 13), date(2023, 9, 13), Precision.DAY),
        ("2023-09", date(2023, 9, 1), date(2023, 9, 30), Precision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), Precision.YEAR),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON),
        ("2023-09-12/2023-09-17", date(2023, 9, 12), date(2023, 9, 17), Precision.INTERVAL),
        ("2023-09/2024", date(2023, 9, 1), date(2024, 12, 31), Precision.INTERVAL),
        ("2023-09-13~", date(2023, 9, 12), date(2023, 9, 14), Precision.DAY),
        (" 2023-09-13 ", date(2023, 9, 13), date(2023, 9, 13), Precision.DAY),
    ],
)
def test_a_corrected_date_keeps_its_own_precision(
    store: Store, event: int, value: str, first: date, last: date, precision: Precision
) -> None:
    store.correct(event, ChangeDate(value))
    row = store.event(event).row
    assert (row.value, row.first, row.last, row.precision) == (value.strip(), first, last, precision)
    assert row.basis is Basis.CORRECTED


@pytest.mark.parametrize(
    "value",
    [
        *("", "yesterday", "13 September 2023", "2023-13", "2023-02-30", "0000", "2023-9-13"),
        *("2023-09-17/2023-09-12", "2023-09-13/", "/", "2023-09-12/2023-09-17~", "2023-25", "9999~"),
        *("2023-09-13T10:00", "٢٠٢٣", "2023-09-13\n", "../2023", "'; DROP TABLE event; --"),
    ],
)
def test_what_is_no_date_is_refused(store: Store, event: int, value: str) -> None:
    if value.strip() == "2023-09-13":
        store.correct(event, ChangeDate(value))
        return
    with pytest.raises(UsageError, match="write 2023-09-13"):
        store.correct(event, ChangeDate(value))
    assert store.journal() == []
    assert store.event(event).row.value == "2023-09-13"


def test_a_corrected_date_says_what_was_there_before(store: Store, event: int) -> None:
    store.correct(event, ChangeDate("2023-09-12"))
    detail = store.event(event)
    assert detail.why == "corrected from Wed 13 Sep 2023 on 2024-01-05"
    assert detail.row.is_corrected
    assert [passage.value for passage in detail.passages] == ["2023-09-13", "2023-09-13"]


def test_a_corrected_date_moves_the_event_and_all_that_counts(store: Store, event: int) -> None:
    store.correct(event, ChangeDate("2017-09"))
    assert store.page()[0].id == event
    assert [(month.year, month.month, month.events) for month in store.months()] == [
        (2017, 9, 1),
        (2023, 9, 1),
    ]
    assert store.count(Query(last=date(2020, 1, 1))) == 1
    assert store.check() == []


def test_a_corrected_headline_is_found_by_its_words(store: Store, event: int) -> None:
    store.correct(event, ChangeHeadline("  The summit\n at the   spaceport "))
    assert store.page(Query(words="spaceport"))[0].headline == "The summit at the spaceport"
    store.undo()
    assert store.count(Query(words="spaceport")) == 0


@pytest.mark.parametrize("headline", ["", " \n ", "x" * 501])
def test_a_headline_is_a_line(store: Store, event: int, headline: str) -> None:
    with pytest.raises(UsageError, match="headline"):
        store.correct(event, ChangeHeadline(headline))


def test_a_hostile_headline_does_nothing_on_a_screen(store: Store, event: int) -> None:
    entry = store.correct(event, ChangeHeadline("\x1b[31mred\u202e \ud800"))
    detail = store.event(event)
    shown = (detail.row.headline, entry.what, *detail.corrections)
    assert not any(character in text for text in shown for character in "\x1b\u202e\ud800")


def actors(store: Store, event: int) -> list[tuple[str, str]]:
    return [(actor.entity, actor.role) for actor in store.event(event).row.actors]


def test_actors_are_added_taken_away_and_given_another_role(store: Store, event: int, article: Write) -> None:
    bomb = "2017-09-03 | MOBILIZE | north-korea, choe-son-hui | North Korea tested a bomb."
    store.ingest(article(bomb, title="Bomb", published=date(2017, 9, 5)))
    store.correct(event, ChangeActors(add=(Part("choe-son-hui", Role.TARGET),)))
    assert actors(store, event)[-1] == ("choe-son-hui", "target")
    store.correct(event, ChangeActors(add=(Part("choe-son-hui", Role.SOURCE),), remove=("kim-jong-un",)))
    assert ("choe-son-hui", "source") in actors(store, event)
    assert "kim-jong-un" not in dict(actors(store, event))
    assert store.count(Query(actors=("kim-jong-un",))) == 0
    assert store.count(Query(actors=("choe-son-hui",))) == 2
    assert store.check() == []
    assert "actors corrected from Kim Jong Un, Vladimir Putin on 2024-01-05" in store.event(event).corrections
    store.undo()
    store.undo()
    assert actors(store, event) == [("kim-jong-un", "source"), ("vladimir-putin", "target")]


@pytest.mark.parametrize(
    "change",
    [
        ChangeActors(add=(Part("nobody", Role.SOURCE),)),
        ChangeActors(remove=("'; DROP TABLE entity; --",)),
        ChangeActors(),
    ],
)
def test_an_actor_must_be_known(store: Store, event: int, change: ChangeActors) -> None:
    with pytest.raises(UsageError, match="actor"):
        store.correct(event, change)


def test_a_rejected_event_is_nowhere_but_in_its_list(store: Store, event: int) -> None:
    store.correct(event, Reject())
    assert [row.id for row in store.page()] != [event]
    assert store.count() == len(store.view()) == 1
    assert store.count(Query(words="vostochny")) == store.count(Query(actors=("kim-jong-un",))) == 0
    assert [row.id for row in store.rejected()] == [event]
    detail = store.event(event)
    assert detail.is_rejected
    assert detail.corrections == ("rejected on 2024-01-05",)
    assert len(detail.passages) == 2
    assert store.check() == []


def test_an_accepted_event_is_marked(store: Store, event: int) -> None:
    store.correct(event, Accept())
    assert store.event(event).row.is_checked
    store.undo()
    assert not store.event(event).row.is_checked


def test_a_merged_event_says_so(store: Store, event: int) -> None:
    (remark,) = store.page(Query(kinds=(Kind.STATEMENT,)))
    entry = store.merge([remark.id, event])
    assert entry.event is not None
    detail = store.event(entry.event)
    assert store.count() == 1
    assert [p.reason for p in detail.passages].count("merged by hand on 2024-01-05") == 1


@pytest.mark.parametrize("events", [[], [1], [1, 1]])
def test_a_merge_needs_two_events(store: Store, event: int, events: list[int]) -> None:
    with pytest.raises(UsageError, match="two or more"):
        store.merge(events)


def test_what_is_not_there_cannot_be_corrected(store: Store, event: int) -> None:
    with pytest.raises(StoreError, match="no event 99"):
        store.correct(99, Reject())
    with pytest.raises(StoreError, match="no event 99"):
        store.merge([event, 99])
    with pytest.raises(StoreError, match="no event 99"):
        store.split(99, 1)
    assert store.journal() == []


def test_a_passage_must_be_of_the_event_and_not_the_only_one(store: Store, event: int) -> None:
    with pytest.raises(UsageError, match="has no passage 99; it has"):
        store.split(event, 99)
    (remark,) = store.page(Query(kinds=(Kind.STATEMENT,)))
    (passage,) = store.event(remark.id).passages
    with pytest.raises(UsageError, match="nothing to split"):
        store.split(remark.id, passage.id)


def test_there_must_be_something_to_undo_and_redo(store: Store, event: int) -> None:
    with pytest.raises(UsageError, match="no correction to undo"):
        store.undo()
    with pytest.raises(UsageError, match="no undone correction"):
        store.redo()


def test_the_journal_tells_what_was_done(store: Store, event: int) -> None:
    store.correct(event, ChangeKind(Kind.AGREE))
    store.correct(event, ChangeDate("2023-09-12"))
    store.undo()
    date_, kind = store.journal()
    assert (date_.what, date_.state, kind.what, kind.state) == (
        *("date is 2023-09-12", State.UNDONE),
        *("kind is AGREE", State.IN_FORCE),
    )
    assert kind.made.isoformat() == "2024-01-05T12:00:00+00:00"
    assert kind.event == event
    assert "Kim met Putin on Wednesday at Vostochny." in kind.quotes


def test_a_failed_correction_changes_nothing(
    store: Store, event: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.event(event), store.page()

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.corrections.making.settle", fail)
    with pytest.raises(KeyboardInterrupt):
        store.correct(event, ChangeDate("2023-09-12"))
    assert (store.event(event), store.page()) == before
    assert store.journal() == []


def test_a_store_opened_for_reading_is_not_corrected(store: Store, event: int) -> None:
    with Store.open(store.path, read_only=True) as reader, pytest.raises(StoreError, match="read-only"):
        reader.correct(event, Reject())


def test_an_older_store_is_brought_up_to_date_without_loss(
    store: Store, event: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("store.schema.STEPS", STEPS[:5])
        older.setattr("store.schema.SCHEMA", 5)
        _copy(store.path, tmp_path / "older.db")
    with Store.open(tmp_path / "older.db") as migrated:
        assert migrated.page() == store.page()
        assert migrated.event(event) == store.event(event)
        migrated.correct(event, ChangeKind(Kind.AGREE))
        assert migrated.event(event).row.kind is Kind.AGREE
        assert migrated.check() == []


def _copy(path: Path, target: Path) -> None:
    """Copies what a store holds to a new one of the schema that is newest now."""
    copy = sqlite3.connect(target, isolation_level=None)
    migrate(copy)
    copy.execute("ATTACH ? AS whole", (str(path),))
    tables = "document entity alias mention time_expression event passage passage_actor resemblance"
    for table in f"{tables} event_actor event_country event_words".split():
        columns = [row[1] for row in copy.execute(f"PRAGMA main.table_info({table})")]
        names = ", ".join(columns)
        copy.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM whole.{table}")
    copy.execute("UPDATE main.event_number SET last = (SELECT last FROM whole.event_number)")
    copy.close()

"""What changed: the events that an ingest made, gave more sources, or moved to another date."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from corpus import Analysis
from store import ChangeCounts, Changed, Reject, Store

Write = Callable[..., Analysis]

MEETING = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday at Vostochny."
OTHER = "2023-09-13 | CONSULT | vladimir-putin > kim-jong-un | Putin received Kim at the cosmodrome."
BOMB = "2017-09-03 | MOBILIZE | north-korea | North Korea tested a hydrogen bomb."
BOMB_AGAIN = "2017-09-03 | MOBILIZE | north-korea | A hydrogen bomb was tested by North Korea on that day."


def told(changes: tuple[Changed, ...]) -> list[tuple[str, str | None, int | None]]:
    return [(change.event.headline, change.value_before, change.sources_before) for change in changes]


def test_without_a_run_there_is_nothing_to_tell(store: Store, article: Write) -> None:
    store.ingest(article(MEETING))
    changes = store.changes()
    assert (changes.run, changes.begun, changes.new, changes.gained, changes.redated) == (
        *(None, None),
        *((), (), ()),
    )


def test_the_first_run_makes_all_events(store: Store, article: Write) -> None:
    run = store.begin_run()
    store.ingest(article(MEETING))
    store.ingest(article(OTHER, title="Another", publisher="The Evening Post"))
    store.ingest(article(BOMB, title="Bomb"))
    changes = store.changes()
    assert changes.run == run
    assert told(changes.new) == [
        ("North Korea tested a hydrogen bomb", None, None),
        ("Kim met Putin on Wednesday at Vostochny", None, None),
    ]
    assert changes.gained == changes.redated == ()


def test_a_later_run_tells_what_gained_sources_and_what_moved(store: Store, article: Write) -> None:
    meeting = article(MEETING)
    store.ingest(meeting)
    store.ingest(article(BOMB, title="Bomb"))
    store.begin_run()
    store.ingest(article(BOMB_AGAIN, title="Again", publisher="The Evening Post"))
    (event,) = article(MEETING.replace("2023-09-13", "2023-09-20")).events
    store.ingest(replace(meeting, events=(event,), extraction=meeting.extraction + (1 << 32)))
    changes = store.changes()
    assert changes.new == ()
    assert told(changes.gained) == [("North Korea tested a hydrogen bomb", "2017-09-03", 1)]
    assert told(changes.redated) == [("Kim met Putin on Wednesday at Vostochny", "2023-09-13", 1)]
    assert changes.redated[0].event.value == "2023-09-20"


def test_only_what_stood_before_a_run_is_gone_after_it(store: Store, article: Write) -> None:
    meeting, bomb = article(MEETING), article(BOMB, title="Bomb")
    store.ingest(meeting)
    run = store.begin_run()
    store.ingest(bomb)
    for each in (meeting, bomb):
        store.ingest(replace(each, events=(), extraction=each.extraction + (1 << 32)))
    assert store.change_counts(run) == ChangeCounts(new=0, gained=0, redated=0, gone=1)


def test_there_and_back_in_one_run_is_no_change(store: Store, article: Write) -> None:
    meeting = article(MEETING)
    store.ingest(meeting)
    store.begin_run()
    (event,) = article(MEETING.replace("2023-09-13", "2023-09-20")).events
    store.ingest(replace(meeting, events=(event,), extraction=meeting.extraction + (1 << 32)))
    store.ingest(replace(meeting, extraction=meeting.extraction + (2 << 32)))
    changes = store.changes()
    assert changes.new == changes.gained == changes.redated == ()


def test_an_event_that_came_and_went_is_not_told(store: Store, article: Write) -> None:
    meeting = article(MEETING)
    store.begin_run()
    store.ingest(meeting)
    store.ingest(replace(meeting, events=(), extraction=meeting.extraction + (1 << 32)))
    assert store.changes().new == ()


def test_a_rejected_event_is_not_news(store: Store, article: Write) -> None:
    store.ingest(article(MEETING))
    store.correct(store.page()[0].id, Reject())
    store.begin_run()
    ingested = store.ingest(article(OTHER, title="Another", publisher="The Evening Post"))
    assert (ingested.new, ingested.joined, ingested.gone) == (0, 0, 0)
    changes = store.changes()
    assert changes.new == changes.gained == ()


def test_each_run_is_told_by_its_number_and_those_of_long_ago_are_forgotten(
    store: Store, article: Write
) -> None:
    runs = []
    for day in range(1, 26):
        runs.append(store.begin_run())
        line = BOMB.replace("2017-09-03", f"2017-09-{day:02}")
        store.ingest(article(line, title=f"Bomb {day}", published=date(2017, 10, 1)))
    assert [change.event.first.day for change in store.changes(runs[-2]).new] == [24]
    assert store.changes(runs[0]).new == ()
    assert store.check() == []

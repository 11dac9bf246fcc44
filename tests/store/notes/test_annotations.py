"""A user stars, tags and notes events: found again by it, whatever becomes of the documents."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus import Analysis, UsageError
from store import Accept, Annotation, Annotations, ChangeDate, Query, Reject, Sort, State, Store

Write = Callable[..., Analysis]

STAR = Annotation(Sort.STAR)
MEETING = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday at Vostochny."
LIST = "2023-09-14 | SANCTION | united-states > russia | Washington blacklisted 150 firms a day later."
AID = "2023-09-15 | AID | russia > north-korea | Moscow shipped a trainload of flour across the border."


def tag(name: str) -> Annotation:
    return Annotation(Sort.TAG, name)


def note(text: str) -> Annotation:
    return Annotation(Sort.NOTE, text)


def newer(analysis: Analysis) -> Analysis:
    return replace(analysis, extraction=analysis.extraction + (1 << 32))


@pytest.fixture
def desk(store: Store, article: Write) -> Store:
    """A store with three events, the first of which two documents tell."""
    store.ingest(article(f"{MEETING}\n{LIST}\n{AID}"))
    received = "2023-09-13 | CONSULT | vladimir-putin > kim-jong-un | Putin received Kim on Wednesday."
    store.ingest(article(received, title="Another", publisher="Evening Ledger"))
    return store


def numbers(store: Store) -> list[int]:
    """Returns the numbers of all events in date order."""
    return [row.id for row in store.page()]


def said(store: Store) -> list[Annotations]:
    """Returns what is said of each event in date order, and sees to it that the store is whole."""
    assert store.check() == []
    return [row.annotations for row in store.page()]


def found(store: Store, query: Query) -> list[str]:
    return [row.headline.split()[0] for row in store.page(query)]


class TestSaying:
    def test_all_sorts_at_once(self, desk: Store) -> None:
        first, second, third = numbers(desk)
        assert desk.annotate([first, second], STAR) == 2
        assert desk.annotate([second], tag("firms")) == 1
        assert desk.annotate([second], tag("to check")) == 1
        assert desk.annotate([third], note("Who paid?\nAsk the port.")) == 1
        assert desk.annotate([third], Annotation(Sort.BASKET)) == 1
        assert said(desk) == [
            Annotations(starred=True),
            Annotations(starred=True, tags=("firms", "to check")),
            Annotations(in_basket=True, note="Who paid?\nAsk the port."),
        ]
        assert desk.event(third).row.annotations.note.startswith("Who paid?")

    def test_it_is_taken_away_again(self, desk: Store) -> None:
        events = numbers(desk)
        desk.annotate(events, STAR)
        desk.annotate(events, tag("firms"))
        assert desk.annotate([events[0]], STAR, remove=True) == 1
        assert desk.annotate([events[0]], STAR, remove=True) == 0
        assert desk.annotate(events, tag("firms"), remove=True) == 3
        assert [each.starred for each in said(desk)] == [False, True, True]
        assert desk.tags() == []

    def test_saying_it_twice_changes_nothing(self, desk: Store) -> None:
        first, *_ = numbers(desk)
        assert [desk.annotate([first], tag("Firms")), desk.annotate([first, first], tag(" firms "))] == [1, 0]
        assert said(desk)[0].tags == ("Firms",)

    def test_a_note_takes_the_place_of_the_one_before(self, desk: Store) -> None:
        first, *_ = numbers(desk)
        desk.annotate([first], note("One."))
        desk.annotate([first], note("Two."))
        assert said(desk)[0].note == "Two."
        desk.annotate([first], note("  "))
        assert said(desk)[0] == Annotations()

    def test_events_that_are_gone_are_left_out(self, desk: Store) -> None:
        assert desk.annotate([9999, *numbers(desk)], STAR) == 3

    @pytest.mark.parametrize("name", ["", "  ", "#", "a, b", "x" * 61])
    def test_a_name_that_cannot_be(self, desk: Store, name: str) -> None:
        with pytest.raises(UsageError, match="a tag has 1 to 60 letters and no comma"):
            desk.annotate(numbers(desk), tag(name))
        assert said(desk) == [Annotations()] * 3

    def test_a_note_that_is_too_long(self, desk: Store) -> None:
        with pytest.raises(UsageError, match="up to 4,000 letters"):
            desk.annotate(numbers(desk), note("x" * 4001))

    def test_nothing_in_it_acts(self, desk: Store) -> None:
        first, *_ = numbers(desk)
        desk.annotate([first], tag("'; DROP TABLE event; --\x1b[2J"))
        desk.annotate([first], note("a\x1b]52;c;aGk=\x07b \udc80"))
        (name,) = said(desk)[0].tags
        assert name.startswith("'; DROP TABLE") and "\x1b" not in name
        assert not set("\x1b\x07\udc80") & set(said(desk)[0].note)


class TestFinding:
    @pytest.fixture
    def marked(self, desk: Store) -> Store:
        first, second, third = numbers(desk)
        desk.annotate([first, second], STAR)
        desk.annotate([second, third], tag("firms"))
        desk.annotate([third], tag("flour"))
        desk.annotate([first], note("Who paid?"))
        desk.annotate([third], Annotation(Sort.BASKET))
        return desk

    @pytest.mark.parametrize(
        ("query", "headlines"),
        [
            (Query(starred=True), ["Putin", "Washington"]),
            (Query(tags=("firms",)), ["Washington", "Moscow"]),
            (Query(tags=("firms", "flour")), ["Moscow"]),
            (Query(tags=("nothing",)), []),
            (Query(noted=True), ["Putin"]),
            (Query(in_basket=True), ["Moscow"]),
            (Query(starred=True, tags=("firms",)), ["Washington"]),
            (Query(words="firms", starred=True), ["Washington"]),
            (Query(actors=("russia",), tags=("firms",)), ["Washington", "Moscow"]),
        ],
    )
    def test_by_what_is_said(self, marked: Store, query: Query, headlines: list[str]) -> None:
        assert found(marked, query) == headlines
        assert marked.count(query) == len(headlines)
        assert len(marked.view(query)) == len(headlines)

    def test_tags_are_counted(self, marked: Store) -> None:
        assert [(each.name, each.events) for each in marked.tags()] == [("firms", 2), ("flour", 1)]


class TestLasting:
    def test_when_documents_are_read_again(self, desk: Store, article: Write) -> None:
        desk.annotate(numbers(desk), tag("mine"))
        desk.ingest(newer(article(f"{AID}\n{LIST}\n{MEETING}")))
        desk.ingest(newer(article(f"{MEETING}\n{LIST}\n{AID}")))
        assert [each.tags for each in said(desk)] == [("mine",)] * 3

    def test_when_the_date_is_corrected(self, desk: Store) -> None:
        first, *_ = numbers(desk)
        desk.annotate([first], STAR)
        desk.correct(first, ChangeDate("2023-09-20"))
        assert [each.starred for each in said(desk)] == [False, False, True]
        desk.undo()
        assert [each.starred for each in said(desk)] == [True, False, False]

    def test_when_events_are_merged_and_split(self, desk: Store) -> None:
        first, second, third = numbers(desk)
        desk.annotate([second], note("One."))
        desk.annotate([third], note("Two."))
        desk.annotate([third], STAR)
        desk.merge([second, third])
        assert said(desk)[1] == Annotations(starred=True, note="One.\n\nTwo.")
        assert desk.count(Query(noted=True)) == 1
        desk.undo()
        assert [each.note for each in said(desk)] == ["", "One.", "Two."]
        detail = desk.event(first)
        desk.annotate([first], STAR)
        desk.split(first, detail.passages[0].id)
        assert sum(each.starred for each in said(desk)) == 2

    def test_a_merged_event_loses_a_star_whole(self, desk: Store) -> None:
        _, second, third = numbers(desk)
        desk.annotate([second, third], STAR)
        desk.merge([second, third])
        desk.annotate([numbers(desk)[1]], STAR, remove=True)
        desk.undo()
        assert not any(each.starred for each in said(desk))

    def test_when_an_event_is_rejected_and_accepted(self, desk: Store) -> None:
        first, *_ = numbers(desk)
        desk.annotate([first], STAR)
        desk.correct(first, Reject())
        assert not any(each.starred for each in said(desk))
        assert [each.event for each in desk.kept()] == [None]
        desk.correct(first, Accept())
        assert said(desk)[0].starred

    def test_when_the_words_are_gone_and_come_back(self, desk: Store, article: Write) -> None:
        desk.annotate(numbers(desk), tag("mine"))
        whole = article(f"{MEETING}\n{LIST}\n{AID}")
        desk.ingest(newer(replace(whole, events=())))
        assert [each.tags for each in said(desk)] == [("mine",)]
        lost = [each for each in desk.kept() if each.event is None]
        assert [each.headline.split()[0] for each in lost] == ["Washington", "Moscow"]
        assert lost[0].quote.startswith("Washington blacklisted 150 firms")
        assert (lost[0].title, lost[0].value) == ("A title", "2023-09-14")
        desk.ingest(newer(newer(whole)))
        assert [each.tags for each in said(desk)] == [("mine",)] * 3

    def test_in_another_session(self, desk: Store) -> None:
        desk.annotate(numbers(desk), Annotation(Sort.BASKET))
        with Store.open(desk.path, read_only=True) as again:
            assert again.count(Query(in_basket=True)) == 3

    @pytest.mark.parametrize("seed", [1, 2, 3, 5, 8])
    def test_through_whatever_is_corrected_and_read_again(
        self, store: Store, article: Write, seed: int
    ) -> None:
        chance = random.Random(seed)
        reports = [
            article(f"{MEETING}\n{LIST}", title="One"),
            article(f"{LIST}\n{AID}", title="Two", publisher="Evening Ledger"),
            article(f"{AID}\n{MEETING}", title="Three", publisher="Harbour Courier"),
        ]
        for report in reports:
            store.ingest(report)
        for event in numbers(store):
            store.annotate([event], note(f"On event {event}."))
        for step in range(12):
            there = numbers(store)
            event, other = chance.choice(there), chance.choice(there)
            match chance.randrange(6):
                case 0 if event != other:
                    store.merge([event, other])
                case 1 if len(passages := store.event(event).passages) > 1:
                    store.split(event, passages[0].id)
                case 2 if len(there) > 1:
                    store.correct(event, Reject())
                case 3:
                    store.correct(event, ChangeDate(f"2023-09-{chance.randint(1, 28):02}"))
                case 4:
                    report = chance.choice(reports)
                    store.ingest(replace(report, extraction=report.extraction + (step + 1 << 32)))
                case _ if any(entry.state is State.IN_FORCE for entry in store.journal()):
                    store.undo()
            assert store.check() == []
            told = {line for each in said(store) for line in each.note.split("\n\n")} - {""}
            kept = {each.annotation.text for each in store.kept() if each.event is not None}
            assert told == kept
            assert len(store.kept()) == 3

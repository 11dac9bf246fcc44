"""The calendar: valid by RFC 5545, with every day of every event."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from corpus import Analysis
from store import Annotation, EventDetail, Sort, Store
from store.export.calendar import calendar_parts

Write = Callable[..., Analysis]
NOW = datetime(2024, 1, 5, 12, tzinfo=UTC)


def calendar(details: Iterable[EventDetail]) -> str:
    return "".join(calendar_parts(details, title="Korea; Russia, 한국", now=NOW))


def entries(details: Iterable[EventDetail]) -> list[Event]:
    return read(calendar(details)).events


def read(written: str) -> Calendar:
    found = Calendar.from_ical(written)
    assert isinstance(found, Calendar)
    return found


@pytest.fixture
def telling(store: Store, article: Write) -> Store:
    store.ingest(
        article(
            """
            2023-09-12/2023-09-17 | CONSULT | kim-jong-un > russia | Kim's tour of Russia lasted six days.
            2023-09-14 | SANCTION | united-states > russia | Washington; blacklisted, 150\\firms a day later.
            2023-09 | CONSULT announced | kim-jong-un | Kim is expected in Moscow this month.
            """,
            url="https://bulletin.example/kim?a=1,2;b",
        )
    )
    return store


def test_days_are_whole_and_the_end_is_the_day_after(telling: Store) -> None:
    days = {str(e.summary)[:5]: (e.DTSTART, e.DTEND) for e in entries(telling.details())}
    assert days == {
        "Kim's": (date(2023, 9, 12), date(2023, 9, 18)),
        "Washi": (date(2023, 9, 14), date(2023, 9, 15)),
        "Kim i": (date(2023, 9, 1), date(2023, 10, 1)),
    }


def test_text_is_read_back_as_it_was(telling: Store) -> None:
    (entry,) = [e for e in entries(telling.details()) if "150" in str(e.summary)]
    assert entry.summary == "Washington; blacklisted, 150\\firms a day later"
    description = str(entry.description)
    assert description.startswith("United States → Russia (SANCTION)\nThursday 14 September 2023: told as")
    assert "“Washington; blacklisted, 150\\firms a day later.” — The Daily Bulletin, A title" in description
    assert "https://bulletin.example/kim?a=1,2;b" in description


def test_what_is_only_announced_is_tentative(telling: Store) -> None:
    assert sorted(str(e.status) for e in entries(telling.details())) == [
        *("CONFIRMED", "CONFIRMED"),
        "TENTATIVE",
    ]


def test_tags_and_notes_are_told(telling: Store) -> None:
    events = [row.id for row in telling.page()]
    telling.annotate(events, Annotation(Sort.TAG, "a;b"))
    telling.annotate(events, Annotation(Sort.NOTE, "One.\nTwo."))
    entry = entries(telling.details())[0]
    assert entry.categories == ["CONSULT", "a;b"]
    assert "Note: One.\nTwo." in str(entry.description)


def test_lines_are_folded_and_end_as_they_must(telling: Store, article: Write) -> None:
    telling.ingest(
        article(f"2023-09-20 | STATEMENT | kim-jong-un | {'북한은 말했다 👍 ' * 60}.", title="길다")
    )
    written = calendar(telling.details())
    assert written.count("\n") == written.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert sum("북한은 말했다 👍" in str(e.summary) for e in entries(telling.details())) == 1


def test_each_entry_has_its_own_name_and_keeps_it(telling: Store) -> None:
    names = [e.uid for e in entries(telling.details())]
    assert len(set(names)) == 3
    assert names == [e.uid for e in entries(telling.details())]


@pytest.mark.parametrize(
    "nasty", ["END:VEVENT", "a\nBEGIN:VALARM", "a\r\nX:y", "\x1b[31m\x00\x07", "\\n\\", "\u2028x", "🏳️‍🌈"]
)
def test_no_text_of_a_document_acts(store: Store, article: Write, nasty: str) -> None:
    line = " ".join(nasty.split())
    store.ingest(article(f"2023-09-13 | STATEMENT | kim-jong-un | {line} it", title=nasty, publisher=nasty))
    written = calendar(store.details())
    assert [component.name for component in read(written).walk()] == ["VCALENDAR", "VEVENT"]
    assert not set("\x1b\x00\x07") & set(written)


def test_the_last_day_of_all_has_no_day_after(store: Store, article: Write) -> None:
    store.ingest(article("9999-12-31 | STATEMENT | kim-jong-un | Kim spoke of the end."))
    (entry,) = entries(store.details())
    assert entry.DTEND is None


def test_nothing_chosen(store: Store) -> None:
    assert entries(store.details()) == []

"""The timeline as a calendar (iCalendar, RFC 5545): an all-day entry an event, over all its days."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from corpus import Status
from corpus.version import __version__
from store.export.dates import date_in_words, published_in_words
from store.export.entries import kind
from store.export.escape import one_line
from store.export.wording import who
from store.headlines import full_headline
from store.model import EventDetail, Passage

_STATUS = {Status.HAPPENED: "CONFIRMED", Status.ONGOING: "CONFIRMED"}
"""What is only announced, alleged or denied is tentative."""


def calendar_parts(
    details: Iterable[EventDetail], *, title: str, now: datetime | None = None
) -> Iterator[str]:
    """Yields a calendar in parts: its head, an entry an event, its end. `now` is UTC, the time of making."""
    calendar = Calendar()
    calendar.add("prodid", f"-//dateline//dateline {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(title))
    made = (now or datetime.now(UTC)).replace(microsecond=0)
    head, end, _ = calendar.to_ical().decode().partition("END:VCALENDAR\r\n")
    yield head
    for detail in details:
        yield _entry(detail, made).to_ical().decode()
    yield end


def _entry(detail: EventDetail, made: datetime) -> Event:
    row, entry = detail.row, Event()
    entry.add("uid", _uid(detail))
    entry.add("dtstamp", made)
    entry.add("dtstart", row.first)
    if row.last < date.max:
        entry.add("dtend", row.last + timedelta(days=1))  # RFC 5545, 3.6.1: the day after
    entry.add("summary", one_line(full_headline(row)))
    entry.add("description", "\n".join(_description(detail)))
    entry.add("categories", [row.kind, *row.annotations.tags])
    entry.add("status", _STATUS.get(row.status, "TENTATIVE"))
    entry.add("transp", "TRANSPARENT")  # nobody is busy because of it
    if row.place:
        entry.add("location", one_line(row.place))
    return entry


def _uid(detail: EventDetail) -> str:
    """Returns an identifier that is the same in every export, from the words that tell the event."""
    told = [(passage.document.id, passage.start, passage.end) for passage in detail.passages[:1]]
    named = repr((told, detail.row.kind, detail.row.headline))
    return f"{sha256(named.encode('utf-8', 'replace')).hexdigest()[:32]}@dateline"


def _description(detail: EventDetail) -> Iterator[str]:
    row = detail.row
    acting = who(row)
    yield f"{acting} ({kind(row)})" if acting else kind(row)
    words = date_in_words(row.value, row.first, row.last, row.precision)
    yield f"{words}: {one_line(detail.why)}"
    if row.annotations.note:
        yield f"Note: {row.annotations.note}"
    yield from map(_source, detail.passages)


def _source(passage: Passage) -> str:
    document = passage.document
    published = published_in_words(document)
    parts = (document.publisher, document.title, published, document.url or document.path)
    return f"“{one_line(passage.quote)}” — {', '.join(one_line(part) for part in parts if part)}"

"""An event as a line of Markdown, and the order in which a document tells events."""

from corpus import Status
from store.export.dates import month_in_words
from store.export.escape import escaped
from store.export.wording import sentence, who
from store.headlines import full_headline
from store.model import Annotations, EventDetail, EventRow

_MONTH = 27
"""Days between the first and the last of the shortest month."""


def by_heading(row: EventRow) -> tuple[object, ...]:
    """Sorts for headings of years and months: what reaches beyond a month stands before the months."""
    within_month = bool(month_heading(row))
    return row.first.year, within_month, row.first if within_month else "", _rank(row), row.value, row.key


def by_day(row: EventRow) -> tuple[object, ...]:
    """Sorts by first day, and what begins on the same day as `by_heading`."""
    return row.first, _rank(row), row.value, row.key


def _rank(row: EventRow) -> int:
    """Puts a year and a month before their days, and a day before the few days that begin with it."""
    span = (row.last - row.first).days
    return -span if span >= _MONTH else span


def month_heading(row: EventRow) -> str:
    """Returns the month that the whole event lies in, '' where it reaches beyond one."""
    same = (row.first.year, row.first.month) == (row.last.year, row.last.month)
    return month_in_words(row.first) if same else ""


def entry(detail: EventDetail) -> str:
    """Returns who did what, of what kind and where, with what the user says of it: `**A → B** (AID): …`."""
    row = detail.row
    actors = who(row)
    acting = f"**{escaped(actors)}** " if actors else ""
    star = "★ " if row.annotations.starred else ""
    return f"{star}{acting}({kind(row)}): {what(row)}{remarks(row.annotations)}"


def kind(row: EventRow) -> str:
    """Returns the kind, with the status of what is not simply a fact."""
    return row.kind if row.status is Status.HAPPENED else f"{row.kind}, {row.status}"


def what(row: EventRow) -> str:
    """Returns the headline as a sentence, and the place.

    Before a pronoun stands whom it means, unless the event has this actor alone: `who` says it then.
    """
    place = f" Place: {escaped(row.place)}." if row.place else ""
    headline = row.headline if len(row.actors) == 1 else full_headline(row)
    return f"{escaped(sentence(headline))}{place}"


def remarks(said: Annotations) -> str:
    """Returns the tags and the note, each with what it is."""
    tags = f" Tags: {escaped(', '.join(said.tags))}." if said.tags else ""
    note = f" Note: {escaped(sentence(said.note))}" if said.note else ""
    return f"{tags}{note}"

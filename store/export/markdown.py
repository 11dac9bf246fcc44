"""The timeline as a Markdown document: headings for year, month and day, a footnote for each source."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from corpus import Kind, Role, Status
from store.export.dates import date_in_words, day_in_words, month_in_words
from store.export.escape import escaped, linked, one_line
from store.model import ActorRow, EventDetail, EventRow, Passage

_MONTH = 27
"""Days between the first and the last of the shortest month."""
_MUTUAL = frozenset({Kind.CONSULT, Kind.AGREE, Kind.COOPERATE})
"""Kinds in which the two sides do the same."""


def export_markdown(details: Iterable[EventDetail], *, title: str = "Timeline", about: str = "") -> str:
    """Returns a CommonMark document with footnotes, of events in the order of their dates.

    `about` says what was chosen, such as the filter. The text of documents is escaped: nothing in it
    acts as Markdown or HTML. The document ends with a line break.
    """
    ordered = sorted(details, key=lambda detail: _order(detail.row))
    notes = _Footnotes()
    blocks = [f"# {escaped(title)}", _summary(ordered, about)]
    for year, in_year in groupby(ordered, key=lambda detail: detail.row.first.year):
        blocks.append(f"## {year}")
        for heading, in_month in groupby(in_year, key=lambda detail: _month_heading(detail.row)):
            blocks += [f"### {heading}"] if heading else []
            for period, within in groupby(in_month, key=lambda detail: _period_heading(detail.row)):
                blocks.append(f"{'####' if heading else '###'} {period}")
                blocks.append("\n".join(_entry(detail, notes) for detail in within))
    return "\n\n".join(block for block in (*blocks, *notes.blocks) if block) + "\n"


def _order(row: EventRow) -> tuple[object, ...]:
    """Sorts by first day: a whole month before its days, a day before the few days that begin with it."""
    span = (row.last - row.first).days
    rank = -span if span >= _MONTH else span
    heading = _month_heading(row)
    within_month = bool(heading)
    return row.first.year, within_month, row.first if within_month else "", rank, row.value, row.key


def _month_heading(row: EventRow) -> str:
    """Returns the month that the whole event lies in, '' where it reaches beyond one."""
    same = (row.first.year, row.first.month) == (row.last.year, row.last.month)
    return month_in_words(row.first) if same else ""


def _period_heading(row: EventRow) -> str:
    """Returns the day, or the time that is known; a plain month or year is not mistaken for a heading."""
    words = date_in_words(row.value, row.first, row.last, row.precision)
    if words in (month_in_words(row.first), str(row.first.year)):
        return f"During {words}"
    return words[0].upper() + words[1:]


def _summary(details: Sequence[EventDetail], about: str) -> str:
    chosen = f"{escaped(about)}. " if about else ""
    if not details:
        return f"{chosen}No events."
    documents = len({passage.document.id for detail in details for passage in detail.passages})
    first = day_in_words(min(detail.row.first for detail in details))
    last = day_in_words(max(detail.row.last for detail in details))
    period = first if first == last else f"{first} to {last}"
    return f"{chosen}{_number(len(details), 'event')} from {_number(documents, 'document')}, {period}."


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _entry(detail: EventDetail, notes: "_Footnotes") -> str:
    row = detail.row
    status = "" if row.status is Status.HAPPENED else f", {row.status}"
    actors = _actors(row)
    who = f"**{actors}** " if actors else ""
    references = "".join(notes.reference(row, passage) for passage in detail.passages)
    place = f" Place: {escaped(row.place)}." if row.place else ""
    return f"- {who}({row.kind}{status}): {_sentence(row.headline)}{place}{references}"


def _actors(row: EventRow) -> str:
    sources = _names(actor for actor in row.actors if actor.role is Role.SOURCE)
    targets = _names(actor for actor in row.actors if actor.role is Role.TARGET)
    link = " and " if row.kind in _MUTUAL else " → "
    return link.join(side for side in (sources, targets) if side)


def _names(actors: Iterable[ActorRow]) -> str:
    return ", ".join(escaped(actor.name) for actor in actors)


def _sentence(text: str) -> str:
    line = one_line(text)
    return escaped(line if line[-1:] in ".!?…”\"'’»)" else f"{line}.")


class _Footnotes:
    """Numbers the sources in the order of their first use; the same evidence keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def reference(self, row: EventRow, passage: Passage) -> str:
        """Returns the mark that leads to the source of a passage."""
        number = self._numbers.setdefault(_source(row, passage), len(self._numbers) + 1)
        return f"[^{number}]"

    @property
    def blocks(self) -> list[str]:
        return [f"[^{number}]: {source}" for source, number in self._numbers.items()]


def _source(row: EventRow, passage: Passage) -> str:
    """Returns the exact words, where they stand, and why they are dated as they are."""
    document = passage.document
    published = day_in_words(document.published) if document.published else "publication date not known"
    named = [f"*{escaped(document.title)}*"] if document.title else ["untitled"]
    named += [escaped(part) for part in (document.publisher, published) if part]
    where = linked(document.url) if document.url else escaped(document.path or "")
    place = ", ".join(part for part in (*named, where) if part)
    date = "" if passage.value == row.value else f" ({escaped(passage.value)})"
    return f"“{escaped(passage.quote)}” — {place}. Date{date}: {escaped(passage.why)}."

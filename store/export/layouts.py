"""How a Markdown document arranges events: by dates, as a table, or by actors; each as blocks of text."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from store.export.dates import date_in_words, month_in_words
from store.export.entries import entry, kind, month_heading, remarks, what
from store.export.escape import escaped
from store.export.footnotes import Footnotes
from store.export.model import Layout
from store.export.wording import counted, who
from store.model import EventDetail, EventRow


def chronology(ordered: Sequence[EventDetail], notes: Footnotes) -> Iterator[str]:
    """Yields headings for year, month and day, and a list for each day."""
    for year, in_year in groupby(ordered, key=lambda detail: detail.row.first.year):
        yield f"## {year}"
        for heading, in_month in groupby(in_year, key=lambda detail: month_heading(detail.row)):
            if heading:
                yield f"### {heading}"
            for period, within in groupby(in_month, key=lambda detail: _period_heading(detail.row)):
                yield f"{'####' if heading else '###'} {period}"
                yield "\n".join(f"- {entry(detail)}{notes.references(detail)}" for detail in within)


def table(ordered: Sequence[EventDetail], notes: Footnotes) -> Iterator[str]:
    """Yields one table with a line an event, in GitHub's dialect."""
    if ordered:
        head = ("| Date | Who | Kind | What | Sources |", "| --- | --- | --- | --- | --- |")
        yield "\n".join((*head, *(_table_line(detail, notes) for detail in ordered)))


def actors(ordered: Sequence[EventDetail], notes: Footnotes) -> Iterator[str]:
    """Yields a heading for each actor, the busiest first, and a list of the events it takes part in."""
    names: dict[str, str] = {}
    events: dict[str, list[EventDetail]] = {}
    for detail in ordered:
        taking_part = {actor.entity: actor.name for actor in detail.row.actors} or {"": "Nobody named"}
        for entity, name in taking_part.items():
            names.setdefault(entity, name)
            events.setdefault(entity, []).append(detail)
    for entity in sorted(events, key=lambda each: (not each, -len(events[each]), names[each], each)):
        yield f"## {escaped(names[entity])} ({counted(len(events[entity]), 'event')})"
        yield "\n".join(
            f"- {escaped(_date(detail.row))}: {entry(detail)}{notes.references(detail)}"
            for detail in events[entity]
        )


LAYOUTS: dict[Layout, Callable[[Sequence[EventDetail], Footnotes], Iterator[str]]] = {
    Layout.CHRONOLOGY: chronology,
    Layout.TABLE: table,
    Layout.ACTORS: actors,
}
"""What makes the blocks of each layout."""


def _table_line(detail: EventDetail, notes: Footnotes) -> str:
    row = detail.row
    star = "★ " if row.annotations.starred else ""
    told = f"{star}{what(row)}{remarks(row.annotations)}"
    cells = (escaped(_date(row)), escaped(who(row)), kind(row), told, notes.references(detail))
    return f"| {' | '.join(cells)} |"


def _period_heading(row: EventRow) -> str:
    """Returns the day, or the time that is known; a plain month or year is not mistaken for a heading."""
    words = date_in_words(row.value, row.first, row.last, row.precision)
    if words in (month_in_words(row.first), str(row.first.year)):
        return f"During {words}"
    return _date(row)


def _date(row: EventRow) -> str:
    words = date_in_words(row.value, row.first, row.last, row.precision)
    return words[0].upper() + words[1:]

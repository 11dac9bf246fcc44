"""A Mermaid timeline (mermaid.js.org/syntax/timeline.html): a section a year, a period a date.

Every character that means something to Mermaid, to Markdown or to HTML is written as an entity code (`#58;`),
which Mermaid shows as the character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import groupby

from store.export.dates import date_within_year
from store.export.entries import by_day
from store.export.escape import one_line
from store.headlines import full_headline
from store.model import EventDetail, EventRow

MOST = 120
"""Events in a diagram: more cannot be read, and would not fit."""

_LONGEST = 45_000
"""Characters of a diagram; Mermaid refuses more than 50,000 (its `maxTextSize`)."""

_ACTIVE = re.compile(r"""[#:;%<>&"`{}\\$ﬂ¶]""")
"""The last two are what Mermaid puts in the place of `#` and `;` while it works."""


def mermaid_block(details: Sequence[EventDetail], title: str) -> str:
    """Returns the diagram of events, and a sentence where not all are in it."""
    rows = sorted((detail.row for detail in details), key=by_day)
    shown = most_salient(rows, MOST)
    while len(diagram := _diagram(shown, title)) > _LONGEST:
        shown = most_salient(shown, len(shown) * 3 // 4)
    told = f"\n\nThe diagram shows the {len(shown)} most salient of {len(rows):,} events."
    return f"```mermaid\n{diagram}\n```{told if len(shown) < len(rows) else ''}"


def most_salient(rows: Sequence[EventRow], number: int) -> list[EventRow]:
    """Returns the most salient events, in the order in which they came."""
    chosen = nlargest(number, range(len(rows)), key=lambda i: (rows[i].salience, rows[i].sources, -i))
    return [rows[index] for index in sorted(chosen)]


def _diagram(rows: Iterable[EventRow], title: str) -> str:
    lines = ["timeline", f"    title {encoded(title)}"]
    for year, in_year in groupby(rows, key=lambda row: row.first.year):
        lines.append(f"    section {year}")
        lines += (_period(date, list(within)) for date, within in groupby(in_year, key=_date))
    return "\n".join(lines)


def _period(date: str, rows: Iterable[EventRow]) -> str:
    return " : ".join((f"        {encoded(date)}", *_told(rows)))


def _told(rows: Iterable[EventRow]) -> Iterator[str]:
    return (encoded(full_headline(row)) for row in rows)


def _date(row: EventRow) -> str:
    return date_within_year(row.value, row.first, row.last, row.precision)


def encoded(text: str) -> str:
    """Returns a text on one line in which nothing acts."""
    return _ACTIVE.sub(lambda found: f"#{ord(found[0])};", one_line(text)) or "–"

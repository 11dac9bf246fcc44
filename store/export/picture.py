"""The timeline as a picture (SVG 1.1): dates, headlines, and lanes with an arrow from who acts to whom.

It can be read aloud: the picture has a title and a description, and each event a title with all of its words.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.export.arrows import Arrows
from store.export.dates import date_in_words, date_within_year
from store.export.entries import by_day, kind
from store.export.escape import one_line
from store.export.mermaid import most_salient
from store.export.svg import HEAD, INK, element, fitted, text
from store.export.tones import tone
from store.export.wording import counted, who
from store.headlines import full_headline
from store.model import EventDetail, EventRow

MOST = 1000
"""Events in a picture; with more it would be higher than programs draw (32,767 pixels)."""

_WIDTH, _MARGIN = 1200, 24
_DATE, _KIND, _HEADLINE = 24, 156, 256
"""Where the columns begin, in pixels from the left."""

_TOP, _LINE, _ROW, _YEAR = 96, 17, 10, 40
"""Pixels: above the first row, of a line of text, between rows, of the heading of a year."""

_CELL = 7.2
"""Pixels that a letter of the headline takes at the most, on average, in a sans-serif font of 14 pixels."""

_LINES = 3
"""Lines that a headline may take."""


def svg_parts(
    details: Iterable[EventDetail], *, title: str, about: str = "", lanes: Sequence[str]
) -> Iterator[str]:
    """Yields a picture in parts, each of whole lines; `lanes` are countries (ISO 3166-1 alpha-3).

    Where there are many events, it shows the most salient ones and says so.
    """
    rows = sorted((detail.row for detail in details), key=by_day)
    shown = most_salient(rows, MOST)
    arrows = Arrows(tuple(lanes), right=_WIDTH - _MARGIN)
    drawn, height = _drawn(shown, arrows)
    told = _told(rows, shown, about)
    yield HEAD.format(width=_WIDTH, height=height + 60)
    yield element("title", one_line(title), id="title")
    yield element("desc", told, id="desc")
    yield f'<rect width="{_WIDTH}" height="{height + 60}" fill="{INK["paper"]}"/>\n'
    yield text(_MARGIN, 40, one_line(title), "title")
    yield text(_MARGIN, 62, told, "told")
    yield from arrows.heads(_TOP - 14, height)
    yield from drawn
    yield from arrows.legend(_MARGIN, height + 34)
    yield "</svg>\n"


def _told(rows: Sequence[EventRow], shown: Sequence[EventRow], about: str) -> str:
    chosen = f"{one_line(about)}. " if about else ""
    if not rows:
        return f"{chosen}No events."
    years = sorted({rows[0].first.year, max(row.last.year for row in rows)})
    most = f"; shown are the {len(shown):,} most salient" if len(shown) < len(rows) else ""
    return f"{chosen}{counted(len(rows), 'event')}, {'–'.join(map(str, years))}{most}."


def _drawn(rows: Sequence[EventRow], arrows: Arrows) -> tuple[list[str], int]:
    """Returns the rows, and where the last one ends."""
    parts: list[str] = []
    y = _TOP
    for year, in_year in groupby(rows, key=lambda row: row.first.year):
        y += _YEAR
        parts.append(text(_DATE, y - 12, str(year), "year"))
        parts.append(f'<path class="rule" d="M{_DATE} {y - 4}H{_WIDTH - _MARGIN}"/>\n')
        for row in in_year:
            lines = fitted(_headline(row), int((arrows.left - _HEADLINE - 16) / _CELL), _LINES)
            parts.append(_event(row, lines, y, arrows))
            y += len(lines) * _LINE + _ROW
    return parts, y


def _headline(row: EventRow) -> str:
    signs = "★ " if row.annotations.starred else ""
    return f"{signs}{one_line(full_headline(row))}"


def _event(row: EventRow, lines: Sequence[str], y: int, arrows: Arrows) -> str:
    date = date_within_year(row.value, row.first, row.last, row.precision)
    whole = date_in_words(row.value, row.first, row.last, row.precision)
    acting = who(row)
    named = f"{whole}: {one_line(row.headline)} ({kind(row)}{f', {acting}' if acting else ''})"
    top = y + _LINE - 3
    parts = (
        element("title", named),
        text(_DATE, top, fitted(date, 18, 1)[0], "date"),
        text(_KIND, top, row.kind, str(tone(row.kind))),
        *(text(_HEADLINE, top + n * _LINE, line, "headline") for n, line in enumerate(lines)),
        *arrows.draw(row, y + _LINE // 2),
    )
    return f"<g>\n{''.join(parts)}</g>\n"

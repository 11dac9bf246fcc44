"""A line of the timeline as segments: an event with marks, date, glyph, headline and lanes; a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from store.model import EventRow
from tui.annotations import signs
from tui.cells import fit, safe_line
from tui.dates import month_title
from tui.headlines import meant, meant_in_short
from tui.kinds import LOOKS, STATUS_SIGNS
from tui.lanes import Cell, Lanes
from tui.matching import Matcher, matches
from tui.theme import Ink
from tui.timeline.gutter import ABOUT, GUTTER, gutter
from tui.timeline.zoom import Item, PeriodRow, Zoom

KIND_FROM = 96
"""The width from which a line names the kind beside its glyph."""

LANES_FROM = 48
"""The width from which a line has room for the lanes."""

_KIND = 10
_BOLD = Style(bold=True)
_ITALIC = Style(italic=True)


@dataclass(frozen=True, slots=True)
class State:
    """What the reader did to a line."""

    cursor: bool = False
    focused: bool = False
    selected: bool = False
    in_range: bool = False


class Painter:
    """Draws lines of one width in one theme."""

    def __init__(
        self, ink: Ink, width: int, lanes: Lanes, searched: Matcher | None, zoom: Zoom = Zoom.DAY
    ) -> None:
        self._ink = ink
        self._width = width
        self._lanes = lanes
        self._searched = searched
        self._zoom = zoom
        self._with_lanes = width >= LANES_FROM

    def title(self, top: Item | None) -> list[Segment]:
        """Returns the title of the list: the period of its first line, and the names of the lanes."""
        parts = [f"by {self._zoom.label}"] if self._zoom else []
        if isinstance(top, EventRow):
            parts.append(max(self._zoom, Zoom.MONTH).title(top.first))
        left = fit(f" {' · '.join(parts)}", self._room)
        return [Segment(left, self._ink["primary"] + _BOLD), *self._lane_segments(self._lanes.header())]

    def month(self, month: date) -> list[Segment]:
        """Returns the header of a month."""
        text = f" {month_title(month)} "
        rule = "─" * max(0, self._width - len(text) - 1)
        return [Segment(text, self._ink["primary"] + _BOLD), Segment(rule, self._ink["grid"])]

    def item(self, item: Item | None, dated: bool, state: State) -> list[Segment]:
        """Returns the line of an event, of a period, or of what is still being read."""
        match item:
            case None:
                return [self._marks(state), Segment("…", self._ink["faint"])]
            case PeriodRow():
                return self.period(item, state)
            case EventRow():
                return self.event(item, dated, state)

    def period(self, period: PeriodRow, state: State) -> list[Segment]:
        """Returns the line of a period: its name, and how many events it has besides those below it."""
        name = period.zoom.title(period.first)
        rest = f" · {period.rest:,} more" if period.rest else ""
        rule = "─" * max(0, self._width - cell_len(name) - cell_len(rest) - 4)
        return [
            self._marks(state),
            Segment(name, self._ink["primary"] + _BOLD),
            Segment(rest, self._ink["muted"]),
            Segment(f" {rule}", self._ink["grid"]),
        ]

    def event(self, row: EventRow, dated: bool, state: State) -> list[Segment]:
        """Returns the line of an event."""
        ink, look = self._ink, LOOKS[row.kind]
        tone = ink[look.tone]
        segments = [
            self._marks(state),
            Segment(fit(self._date(row, dated or state.cursor), GUTTER), ink["muted"]),
            Segment(f" {look.glyph} ", tone),
        ]
        if self._width >= KIND_FROM:
            segments.append(Segment(fit(row.kind, _KIND), tone))
        segments += self._headline(row, self._room - sum(len(segment.text) for segment in segments))
        return segments + (self._lane_segments(self._lanes.draw(row)) if self._with_lanes else [])

    def _date(self, row: EventRow, dated: bool) -> str:
        text = gutter(row, self._zoom)
        return text if dated else ABOUT if text.startswith(ABOUT) else ""

    @property
    def _room(self) -> int:
        """The cells left of the lanes."""
        return max(0, self._width - (self._lanes.width if self._with_lanes else 0))

    def _marks(self, state: State) -> Segment:
        mark = "✓" if state.selected else "│" if state.in_range else " "
        return Segment(f"{mark}{'▸' if state.cursor else ' '}", self._ink["marked"] + _BOLD)

    def _headline(self, row: EventRow, width: int) -> list[Segment]:
        said = f" {signs(row.annotations)}".rstrip()
        count = f"{said} ×{row.sources}" if row.sources > 1 else said
        count += " ✓" if row.is_checked else " ±" if row.is_corrected else ""
        sign = STATUS_SIGNS[row.status]
        headline = safe_line(row.headline)
        room = max(0, width - len(count) - len(sign) - 1)
        who = meant(row)
        if who and cell_len(f"{who} · {headline}") > room:
            who = meant_in_short(row)
        named = f"{fit(who, min(cell_len(who), width // 3))} · " if who else ""
        room = max(0, room - cell_len(named))
        return [
            Segment(sign, self._ink["muted"] + _ITALIC),
            Segment(named, self._ink["muted"]),
            *self._with_matches(fit(headline, room)),
            Segment(f"{count} ", self._ink["accent"]),
        ]

    def _with_matches(self, text: str) -> Iterator[Segment]:
        """Yields a text with the searched words pointed out."""
        done = 0
        for start, end in matches(self._searched, text):
            yield Segment(text[done:start])
            yield Segment(text[start:end], self._ink.match)
            done = end
        yield Segment(text[done:])

    def _lane_segments(self, cells: list[Cell]) -> list[Segment]:
        if not self._with_lanes:
            return []
        return [
            Segment("".join(cell.character for cell in run), self._ink[colour])
            for colour, run in groupby(cells, key=lambda cell: cell.colour)
        ]

"""Which line of the screen shows what: events, and a header where a month begins.

The list is as long as its events; headers are put in where they are seen, so that nothing has to be counted
beforehand and a million events cost no more than ten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from store.model import EventRow
from tui.dates import gutter


class RowsByIndex(Protocol):
    """Rows that know their number."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> EventRow: ...


@dataclass(frozen=True, slots=True)
class EventLine:
    """The line of an event; `dated` where the gutter shows its date, for it differs from the line above."""

    index: int
    dated: bool


@dataclass(frozen=True, slots=True)
class MonthLine:
    """The header of a month that begins at the event below."""

    month: date


Line = EventLine | MonthLine


def lay_out(rows: RowsByIndex, top: int, height: int) -> list[Line]:
    """Returns the lines of a window of `height` lines whose first event is `top`.

    The month of the first event has no header of its own: the window's title shows it.
    """
    lines: list[Line] = []
    above: EventRow | None = None
    for index in range(top, min(len(rows), top + height)):
        row = rows[index]
        changed = above is not None and _month(above) != _month(row)
        if changed:
            lines.append(MonthLine(_month(row)))
        lines.append(EventLine(index, dated=above is None or changed or not _same_date(above, row)))
        above = row
        if len(lines) >= height:
            break
    return lines[:height]


def shows(lines: Sequence[Line], index: int) -> bool:
    """Tells whether the event at `index` is among the lines."""
    return any(isinstance(line, EventLine) and line.index == index for line in lines)


def lowest_top(rows: RowsByIndex, index: int, height: int) -> int:
    """Returns the first event of the window whose last line is the event at `index`."""
    top, used = index, 1
    while top > 0:
        used += 1 + (_month(rows[top - 1]) != _month(rows[top]))
        if used > height:
            break
        top -= 1
    return top


def _month(row: EventRow) -> date:
    return row.first.replace(day=1)


def _same_date(one: EventRow, other: EventRow) -> bool:
    return one.first == other.first and gutter(one) == gutter(other)

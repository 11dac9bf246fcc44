"""Which line of the screen shows what: events, periods, and a header where a month begins.

The list is as long as its items; headers are put in where they are seen, so that nothing has to be counted
beforehand and a million events cost no more than ten.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from store.model import EventRow
from tui.timeline.gutter import ABOUT, gutter
from tui.timeline.zoom import Item, Zoom


class ItemsByIndex(Protocol):
    """Items that know their number."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int) -> Item | None: ...


@dataclass(frozen=True, slots=True)
class ItemLine:
    """The line of an item; `dated` where the gutter shows its date, for it differs from the line above."""

    index: int
    dated: bool


@dataclass(frozen=True, slots=True)
class MonthLine:
    """The header of a month that begins at the event below."""

    month: date


Line = ItemLine | MonthLine


def lay_out(rows: ItemsByIndex, top: int, height: int, zoom: Zoom = Zoom.DAY) -> list[Line]:
    """Returns the lines of a window of `height` lines whose first item is `top`.

    The month of the first event has no header of its own: the window's title shows it. From farther away
    periods are items themselves.
    """
    lines: list[Line] = []
    above: Item | None = None
    for index in range(top, min(len(rows), top + height)):
        item = rows[index]
        month = _begun(above, item) if zoom is Zoom.DAY else None
        if month:
            lines.append(MonthLine(month))
        dated = month is not None or not _same_date(above, item, zoom)
        lines.append(ItemLine(index, dated))
        above = item
        if len(lines) >= height:
            break
    return lines[:height]


def line_of(lines: Sequence[Line], index: int) -> int | None:
    """Returns the number of the line that shows the item at `index`, None where none does."""
    for number, line in enumerate(lines):
        if isinstance(line, ItemLine) and line.index == index:
            return number
    return None


def lowest_top(rows: ItemsByIndex, index: int, height: int, zoom: Zoom = Zoom.DAY) -> int:
    """Returns the first item of the window whose last line is the item at `index`."""
    top, used = index, 1
    while top > 0:
        used += 1 + (zoom is Zoom.DAY and _begun(rows[top - 1], rows[top]) is not None)
        if used > height:
            break
        top -= 1
    return top


def _begun(above: Item | None, item: Item | None) -> date | None:
    """Returns the month that begins between two items, None where none does or one is not there yet."""
    if above is None or item is None:
        return None
    one, other = above.first, item.first
    return None if (one.year, one.month) == (other.year, other.month) else other.replace(day=1)


def _same_date(above: Item | None, item: Item | None, zoom: Zoom) -> bool:
    if not isinstance(above, EventRow) or not isinstance(item, EventRow):
        return False
    one, other = gutter(above, zoom).lstrip(ABOUT), gutter(item, zoom).lstrip(ABOUT)
    return above.first == item.first and one == other

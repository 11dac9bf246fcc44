"""The date beside a headline, as short as the period above it allows.

It never looks more exact than it is: a month is `Sep`, a year `2023`, an approximate day `~Fri 21`.
"""

from datetime import date

from corpus import Precision
from store.model import EventRow
from tui.dates import DAYS, MONTHS, SEASONS, named_days, next_day_is_first, ordinal
from tui.timeline.zoom import Zoom

ABOUT = "~"
"""What stands before an approximate date, also on the lines below it that do not tell the day again."""

GUTTER = 9
"""The width of the gutter in cells."""


def gutter(row: EventRow, zoom: Zoom = Zoom.DAY) -> str:
    """Returns the date of an event in at most `GUTTER` cells; the header above it tells the rest."""
    text = _far(row, zoom) if zoom > Zoom.MONTH else _near(row)
    qualifier = ABOUT if row.value.endswith(("~", "%")) else ""
    doubt = "?" if row.value.endswith(("?", "%")) else ""
    marked = f"{qualifier}{text}{doubt}"
    return marked if len(marked) <= GUTTER else text


def _near(row: EventRow) -> str:
    """Returns the date below the header of its month."""
    first, last = named_days(row.value, row.first, row.last)
    if first == last:
        return f"{DAYS[first.weekday()]} {first.day:>2}"
    match row.precision:
        case Precision.MONTH:
            return MONTHS[first.month - 1]
        case Precision.SEASON:
            return SEASONS.get(row.value[5:7], "season")
        case Precision.QUARTER:
            return f"Q{(first.month + 2) // 3}"
        case Precision.HALF:
            return "Jan–Jun" if first.month < 7 else "Jul–Dec"
        case Precision.YEAR:
            return str(first.year)
        case Precision.DECADE:
            return f"{first.year}s"
        case Precision.CENTURY:
            return f"{ordinal(first.year // 100 + 1)} c."
        case _:
            return _span(first, last)


def _far(row: EventRow, zoom: Zoom) -> str:
    """Returns the date below the header of its year or decade."""
    first, last = named_days(row.value, row.first, row.last)
    if (first.year, first.month) == (last.year, last.month):
        if zoom is Zoom.DECADE:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if first == last:
            return f"{first.day:>2} {MONTHS[first.month - 1]}"
        near = _span(first, last)
        return near if near[0].isalpha() else f"{near} {MONTHS[first.month - 1]}"
    if zoom is Zoom.DECADE and first.year == last.year:
        return str(first.year)
    return _near(row)


def _span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and (last.day >= 28 and next_day_is_first(last))
        return MONTHS[first.month - 1] if whole else f"{first.day}–{last.day}"
    if (last - first).days < 60 and first.day > 1:
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]}"
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]}"
    if first.year // 100 == last.year // 100:
        return f"{first.year}–{last.year % 100:02}"
    return f"{first.year}–{last.year}"

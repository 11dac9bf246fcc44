"""Where the cursor goes by months and by years: to the first event of the period."""

from collections.abc import Callable
from datetime import MAXYEAR, date

from tui.timeline.rows import Rows


def month_start(rows: Rows, index: int, step: int) -> int:
    """Returns the index of the first event of the next month that has one, where `step` is 1.

    Where it is -1, the first of this month, and from there of the month before.
    """
    return _start(rows, index, step, _month, _next_month)


def year_start(rows: Rows, index: int, step: int) -> int:
    """Returns the same as `month_start`, by years."""
    return _start(rows, index, step, _year, _next_year)


def _start(
    rows: Rows, index: int, step: int, start: Callable[[date], date], after: Callable[[date], date]
) -> int:
    here = start(rows[index].first)
    if step > 0:
        return rows.find(after(here))
    begin = rows.find(here)
    if begin < index or begin == 0:
        return begin
    return rows.find(start(rows[begin - 1].first))


def _month(day: date) -> date:
    return day.replace(day=1)


def _year(day: date) -> date:
    return day.replace(month=1, day=1)


def _next_month(start: date) -> date:
    return date(start.year, start.month + 1, 1) if start.month < 12 else _next_year(start)


def _next_year(start: date) -> date:
    return date(start.year + 1, 1, 1) if start.year < MAXYEAR else date.max

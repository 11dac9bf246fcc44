"""Periods and days as a reader types them: `june 2018`, `2017 to 2019`, `since 2022`."""

import re
from collections.abc import Callable
from datetime import date

from corpus import InvalidDate, parse_day, parse_period
from tui.filters import PeriodFilter

_TWO = re.compile(r"\s+(?:to|and)\s+|\s*(?:\.\.|–)\s*")
"""What stands between two periods."""


def typed_day(line: str) -> date | None:
    """Returns the first day of what a line names, None where it names no date."""
    return parse_day(line, date.today())


def typed_period(line: str) -> PeriodFilter | None:
    """Returns one period, two with `to` or `..` between them, or one with `since` or `until` before it."""
    today = date.today()
    open_end = re.fullmatch(r"(since|from|after|until|till|before)\s+(.+)", line.strip(), re.IGNORECASE)
    try:
        if open_end and not _TWO.search(line):
            first, last = parse_period(open_end[2], today)
            return _OPEN[open_end[1].lower()](first, last)
        line = re.sub(r"^(from|between)\s+", "", line.strip(), flags=re.IGNORECASE)
        periods = [parse_period(part, today) for part in _TWO.split(line)]
    except (InvalidDate, OverflowError):
        return None
    first, last = periods[0][0], periods[-1][1]
    return PeriodFilter(first, last) if first <= last and len(periods) <= 2 else None


def _before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 1))


def _after(day: date) -> date:
    return date.fromordinal(min(date.max.toordinal(), day.toordinal() + 1))


_OPEN: dict[str, Callable[[date, date], PeriodFilter]] = {
    "since": lambda first, last: PeriodFilter(first, None),
    "from": lambda first, last: PeriodFilter(first, None),
    "after": lambda first, last: PeriodFilter(_after(last), None),
    "until": lambda first, last: PeriodFilter(None, last),
    "till": lambda first, last: PeriodFilter(None, last),
    "before": lambda first, last: PeriodFilter(None, _before(first)),
}
"""What a word before a period makes of it."""

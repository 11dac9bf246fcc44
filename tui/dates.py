"""Dates in words, for titles and explanations; `tui.timeline.gutter` has short ones.

A date never looks more exact than it is.
"""

import re
from calendar import monthrange
from datetime import date, datetime

from corpus import Precision

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULLMONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_QUALIFIED = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def long_day(day: date) -> str:
    """Returns a day as `Wed 13 Sep 2023`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def moment(time: datetime) -> str:
    """Returns a time (UTC) as the reader's clock shows it: `Wed 13 Sep 2023, 14:05`."""
    here = time.astimezone()
    return f"{long_day(here.date())}, {here:%H:%M}"


def month_title(day: date) -> str:
    """Returns a month header, `2023 · September`."""
    return f"{day.year} · {_FULLMONTHS[day.month - 1]}"


def long_date(value: str, first: date, last: date, precision: Precision) -> str:
    """Returns a date in words, as exact as its value and no more: `about Fri 21 Jun 2024`, `Sep 2023`."""
    about = "about " if value.endswith(("~", "%")) else ""
    doubt = " (uncertain)" if value.endswith(("?", "%")) else ""
    return f"{about}{_long(value, *named_days(value, first, last), precision)}{doubt}"


def numeric_span(first: date, last: date) -> str:
    """Returns the shortest ISO form that covers both days: `2023-09-13`, `2023-09`, `2023`, `2017-2023`."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else f"{first.year:04}-{last.year:04}"


def period_title(first: date, last: date) -> str:
    """Returns a period as short as it can be told: `2023`, `Sep 2023`, `1 Mar 2023 – 4 May 2024`."""
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and next_day_is_first(last):
        months = [f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
        return months[0] if months[0] == months[1] else " – ".join(months)
    days = [f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    return days[0] if first == last else " – ".join(days)


def named_days(value: str, first: date, last: date) -> tuple[date, date]:
    """Returns the days that a value names: what is about a day means those around it as well."""
    found = _QUALIFIED.fullmatch(value)
    if not found:
        return first, last
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year
    if day:
        return date(year, month or 1, day), date(year, month or 1, day)
    return date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])


def next_day_is_first(day: date) -> bool:
    """Tells whether a month ends with this day."""
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _long(value: str, first: date, last: date, precision: Precision) -> str:
    if first == last:
        return long_day(first)
    match precision:
        case Precision.MONTH if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1]} {first.year}"
        case Precision.SEASON:
            return f"{SEASONS.get(value[5:7], 'season')} {value[:4]}"
        case Precision.QUARTER:
            return f"Q{(first.month + 2) // 3} {first.year}"
        case Precision.HALF:
            return f"{'first' if first.month < 7 else 'second'} half of {first.year}"
        case Precision.YEAR:
            return str(first.year)
        case Precision.DECADE:
            return f"{first.year}s"
        case Precision.CENTURY:
            return f"{ordinal(first.year // 100 + 1)} century"
        case _:
            return _long_span(first, last)


def _long_span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {last.day} {MONTHS[last.month - 1]} {first.year}"
    return f"{long_day(first)} – {long_day(last)}"


def ordinal(number: int) -> str:
    """Returns a number as `1st`, `20th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

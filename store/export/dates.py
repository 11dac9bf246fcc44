"""Dates in words, as exact as their value and no more (EDTF, ISO 8601-2)."""

import re
from datetime import date

from corpus import Precision
from store.model import DocumentRow

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONG_MONTHS = re.compile("|".join(_MONTHS))
_PARTS = {
    **{"21": "spring", "22": "summer", "23": "autumn", "24": "winter"},
    **{"33": "the first quarter of", "34": "the second quarter of"},
    **{"35": "the third quarter of", "36": "the fourth quarter of"},
    **{"40": "the first half of", "41": "the second half of"},
}
"""The parts of a year that EDTF numbers instead of a month."""

_PART_OF_YEAR = re.compile(r"(\d{4})-(\d\d)[~?%]?")
_QUALIFIERS = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}


def day_in_words(day: date) -> str:
    """Returns a day as `13 September 2023`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def published_in_words(document: DocumentRow) -> str | None:
    """Returns a publication date in words, of an estimate `about 13 September 2023`; None if not known."""
    about = "about " if document.is_estimated else ""
    return f"{about}{day_in_words(document.published)}" if document.published else None


def weekday_in_words(day: date) -> str:
    """Returns a day as `Wednesday 13 September 2023`."""
    return f"{_DAYS[day.weekday()]} {day_in_words(day)}"


def month_in_words(day: date) -> str:
    """Returns the month of a day as `September 2023`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def date_in_words(value: str, first: date, last: date, precision: Precision) -> str:
    """Returns a date in words: `about Friday 21 June 2024`, `September 2017`, `12–17 September 2023`."""
    return _QUALIFIERS.get(value[-1:], "{}").format(_plain(value, first, last, precision))


def _plain(value: str, first: date, last: date, precision: Precision) -> str:
    if first == last:
        return weekday_in_words(first)
    part = _PART_OF_YEAR.fullmatch(value)
    if part and part[2] in _PARTS:
        return f"{_PARTS[part[2]]} {part[1]}"
    if precision is Precision.MONTH and (first.year, first.month) == (last.year, last.month):
        return month_in_words(first)
    if precision is Precision.YEAR and first.year == last.year:
        return str(first.year)
    if precision is Precision.DECADE:
        return f"the {first.year}s"
    return _span(first, last)


def _span(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day_in_words(first)} to {day_in_words(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day_in_words(last)}"
    return f"{first.day}–{day_in_words(last)}"


def date_within_year(value: str, first: date, last: date, precision: Precision) -> str:
    """Returns a date in few words under a heading that names the year: `Wed 13 Sep`, `12–17 Sep`."""
    if first == last:
        short = f"{_DAYS[first.weekday()][:3]} {first.day} {_MONTHS[first.month - 1][:3]}"
        return _QUALIFIERS.get(value[-1:], "{}").format(short)
    words = date_in_words(value, first, last, precision)
    if words == str(first.year):
        return words
    return _LONG_MONTHS.sub(lambda month: month[0][:3], words.removesuffix(f" {first.year}"))

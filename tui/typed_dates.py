"""The date of a correction as a reader types it: in words, or as EDTF (ISO 8601-2)."""

import re
from dataclasses import dataclass
from datetime import date

from corpus import InvalidDate, UsageError, parse_period, time_expressions
from store.corrections.dates import read_date
from tui.dates import long_date

_ABOUT = re.compile(r"(?:about|around|approximately|circa|ca?\.|~)\s*", re.IGNORECASE)
_ENDS = re.compile(r"\s+(?:to|until|till)\s+|\s*(?:\.\.|–|—)\s*|\s+-\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date that a correction can take: its `value` as EDTF, and as `words`."""

    value: str
    words: str


def typed_date(line: str, published: date) -> TypedDate | None:
    """Returns the date that a line names, None where it names none.

    Words are meant as in a report that was published on a day: “on Wednesday” is the last one.
    """
    plain = line.strip()
    about = _ABOUT.match(plain)
    value = _edtf(plain) or _told(plain[about.end() :] if about else plain, published)
    if value is None:
        return None
    approximate = f"{value}~" if about and not value.endswith("~") and "/" not in value else value
    return _typed(approximate)


def _typed(value: str) -> TypedDate:
    read = read_date(value)
    assert read.edtf and read.first and read.last
    return TypedDate(read.edtf, long_date(read.edtf, read.first, read.last, read.precision))


def _edtf(text: str) -> str | None:
    """Returns the value that a correction takes as it stands, None for any other."""
    try:
        return read_date(text).edtf
    except UsageError:
        return None


def _told(words: str, published: date) -> str | None:
    if not words:
        return None
    found = [each for each in time_expressions(words, published) if each.value and each.first and each.last]
    if len(found) == 1 and found[0].end - found[0].start >= len(words) - 1:
        told = found[0]
        assert told.value and told.first and told.last
        return _edtf(told.value) or f"{told.first}/{told.last}"
    try:
        periods = [parse_period(part, published) for part in _ENDS.split(words)]
    except InvalidDate:
        return None
    first, last = periods[0][0], periods[-1][1]
    if len(periods) > 2 or first > last:
        return None
    return _whole(first, last)


def _whole(first: date, last: date) -> str:
    """Returns the shortest value with these bounds: a day, a month, a year, or an interval."""
    candidates = (f"{first}", f"{first:%Y-%m}", f"{first:%Y}", f"{first}/{last}")
    return next(value for value in candidates if _bounds(value) == (first, last))


def _bounds(value: str) -> tuple[date | None, date | None]:
    read = read_date(value)
    return read.first, read.last

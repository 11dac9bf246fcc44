"""Reads the dates that a user gives in a correction: EDTF (ISO 8601-2), with its first and last day."""

import re

from corpus import UsageError
from corpus.times import value as v

_SINGLE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DECADE = re.compile(r"([0-9]{3})X")
_SEASONS = range(v.SPRING, v.WINTER + 1)
_WAY_OUT = "write 2023-09-13, 2023-09, 2023, 199X, 2023-21 (spring), 2023-09-12/2023-09-17, or 2023-09-13~"


def read_date(text: str) -> v.Value:
    """Returns the value that an EDTF string names; raises `UsageError` with the forms where it names none.

    The forms are a day, a month, a season, a year, a decade, an interval of days, months or years, and `~`
    for about after any but an interval.
    """
    try:
        found = _read(text.strip())
    except (ValueError, OverflowError):
        found = None
    if found is None or found.first is None:
        raise UsageError(f"“{text}” is no date that a correction can take; {_WAY_OUT}")
    return found


def _read(text: str) -> v.Value | None:
    if "/" in text:
        start, _, end = text.partition("/")
        ends = _plain(start), _plain(end)
        return v.interval(ends[0], ends[1]) if ends[0] and ends[1] else None
    plain = _season(text.removesuffix("~")) or _plain(text.removesuffix("~"))
    return v.approximate(plain) if plain and text.endswith("~") else plain


def _plain(text: str) -> v.Value | None:
    """Reads a day, a month, a year or a decade; raises ValueError for one that the calendar has not."""
    if decade := _DECADE.fullmatch(text):
        return v.decade(int(decade[1]) * 10)
    found = _SINGLE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    if day:
        return v.day(v.month_bounds(int(year), int(month))[0].replace(day=int(day)))
    return v.month(int(year), int(month)) if month else v.year(int(year))


def _season(text: str) -> v.Value | None:
    found = _SINGLE.fullmatch(text)
    is_season = found and found[2] and not found[3] and int(found[2]) in _SEASONS
    return v.season(int(found[1]), int(found[2])) if found and is_season else None

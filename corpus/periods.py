"""Periods that a user types: `2018`, `june 2018`, `14 Sep 2023`, `last month`, `3 weeks ago`."""

import re
from calendar import monthrange
from datetime import date

from corpus.errors import InvalidDate

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_WAY_OUT = "write it as 2023-09-14, 2023-09, 2023, “14 Sep 2023” or “last month”"


def parse_period(text: str, today: date) -> tuple[date, date]:
    """Returns the first and the last day of the period that `text` names, counted from `today`.

    Raises `InvalidDate` where it names none.
    """
    words = " ".join(text.split())
    if _ISO.fullmatch(words):  # “2023-13” is a mistake, and no year with something behind it
        return _iso_period(words) or _fail(text)
    return _told_period(words, today) or _parsed_period(words, today) or _fail(text)


def parse_day(text: str, today: date) -> date | None:
    """Returns the first day of the period that `text` names, None where it names none."""
    try:
        return parse_period(text, today)[0]
    except InvalidDate:
        return None


def parse_publication(text: str) -> date:
    """Returns the day that `text` names in full; raises `InvalidDate` for anything less than a day."""
    first, last = parse_period(text, date.today())
    if first != last:
        raise InvalidDate(f"“{text}” is not a single day; {_WAY_OUT.split(',', maxsplit=1)[0]}")
    return first


def _iso_period(words: str) -> tuple[date, date] | None:
    found = _ISO.fullmatch(words)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        assert year is not None
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first, last


def _told_period(words: str, today: date) -> tuple[date, date] | None:
    """Reads the words as a document published today would mean them."""
    from corpus.pipeline import time_expressions

    told = time_expressions(words, today)
    if len(told) != 1 or not told[0].first or not told[0].last:
        return None
    covers = told[0].end - told[0].start >= len(words) - 1
    return (told[0].first, told[0].last) if covers else None


def _parsed_period(words: str, today: date) -> tuple[date, date] | None:
    """Asks dateparser, which knows forms that news does not use."""
    from datetime import datetime

    from dateparser.date import DateDataParser

    base = datetime.combine(today, datetime.min.time())
    settings = {"RELATIVE_BASE": base, "RETURN_TIME_AS_PERIOD": False}
    answer = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    if answer.date_obj is None:
        return None
    day = answer.date_obj.date()
    if answer.period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if answer.period == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day


def _fail(text: str) -> tuple[date, date]:
    raise InvalidDate(f"“{text}” is not a date that dateline can read; {_WAY_OUT}")

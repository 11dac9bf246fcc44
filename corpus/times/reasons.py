"""Why a value is what it is, in words that a reader checks at a glance."""

from datetime import date
from functools import lru_cache

from corpus.model import Precision
from corpus.times.resolving.context import Resolution
from corpus.times.told import Told
from corpus.times.value import Value

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_in_words(day: date) -> str:
    """Returns a day as `Thu 14 Sep 2023`, whatever the locale."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


@lru_cache(maxsize=1000)  # it is asked for again and again in each document
def named_day(published: date | None, written: date | None) -> str:
    """Returns the day that relative dates count from, with what it is; empty where it is not known."""
    if written is not None:
        return f"dateline of {written.day} {_MONTHS[written.month - 1]} {written.year}"
    return f"published {day_in_words(published)}" if published else ""


def explained(words: str, resolution: Resolution, named: str) -> str:
    """Returns the reason for a resolved value; `named` names the day that it may count from."""
    shown = f"“{words}”"
    if resolution.told is not None:
        return f"{shown}, counted from {_told(resolution.told)}"
    if resolution.anchor is not None and named:
        return f"{shown}, {named}"
    if resolution.value.edtf is None:
        return f"{shown}, which names no day"
    return f"{shown}, as written"


def unexplained(words: str, *, told: bool, published: date | None) -> str:
    """Returns the reason why a time expression has no value."""
    if published is None and not told:
        return f"“{words}”, and the document has no publication date"
    return f"“{words}”, and nothing told before it that is exact enough"


def _told(told: Told) -> str:
    return f"{_value(told.value)} (“{told.words}”)"


def _value(value: Value) -> str:
    if value.precision is Precision.DAY and value.first:
        return day_in_words(value.first)
    return value.edtf or value.precision.value

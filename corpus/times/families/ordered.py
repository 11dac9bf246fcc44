"""Weeks and weekdays counted inside a month: `the third week of May`, `the first Monday in June 2018`."""

import re

from corpus.times import value
from corpus.times.grammar import family
from corpus.times.meaning import Fixed, Meaning, Month, NthOf, Turn
from corpus.times.words import WEEKDAYS, month_number, weekday_number, year_number

_NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
            "last": -1, "final": -1}  # fmt: skip
_MONTHS = {"this": 0, "next": 1, "last": -1, "the": 0}


def _whole(match: re.Match[str]) -> Meaning:
    groups = match.groupdict()
    if groups.get("which"):
        return Turn("month", _MONTHS[groups["which"].lower()])
    month = month_number(match["month"])
    return Fixed(value.month(year_number(match), month)) if groups.get("year") else Month(month)


def _week(match: re.Match[str]) -> Meaning:
    return NthOf(_whole(match), _NUMBERS[match["nth"].lower()], weekday=None)


def _weekday(match: re.Match[str]) -> Meaning:
    return NthOf(_whole(match), _NUMBERS[match["nth"].lower()], weekday_number(match["weekday"]))


_NTH = r"(?:the )?(?P<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th) "
_MONTH = r" (?:of|in) (?:{month}(?:,? {year})?|(?P<which>this|next|last|the) month\b)"

FAMILY = family(
    "ordered",
    ("week", *WEEKDAYS),
    ("week-of-month", _NTH + r"(?:full )?week" + _MONTH, _week),
    ("weekday-of-month", _NTH + r"{weekday}" + _MONTH, _weekday),
)

"""Days, weeks and weekdays counted in a longer time: `the third week of May`, `the last day of August`."""

import re

from corpus.times import value
from corpus.times.families.ways import normal
from corpus.times.grammar import DIGITS, family
from corpus.times.meaning import DayOnly, Fixed, From, Meaning, Month, NthDay, NthOf, Turn
from corpus.times.words import WEEKDAYS, month_number, ordinal_number, weekday_number, year_number

_NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
            "last": -1, "final": -1, "opening": 1, "closing": -1}  # fmt: skip
_COUNTS = {"that": 0, "that same": 0, "the same": 0, "this": 0, "next": 1, "last": -1, "the": 0}


def _whole(match: re.Match[str]) -> Meaning:
    """Returns what is counted in: a month or a year, by name or beside the present one."""
    groups = match.groupdict()
    if groups.get("which"):
        which = normal(groups["which"])
        source = From.STORY if which == "the" else From.PUBLICATION
        if which.endswith(("that", "same")):
            source = From.TOLD
        return Turn(groups["unit"].lower(), _COUNTS[which], source)
    if not groups.get("month"):
        return Fixed(value.year(year_number(match)))
    month = month_number(match["month"])
    return Fixed(value.month(year_number(match), month)) if groups.get("year") else Month(month)


def _day(match: re.Match[str]) -> Meaning:
    return NthDay(_whole(match), _NUMBERS[match["nth"].lower()])


def _day_of_month(match: re.Match[str]) -> Meaning:
    return DayOnly(ordinal_number(match["ordinal"]), _whole(match))


def _week(match: re.Match[str]) -> Meaning:
    return NthOf(_whole(match), _NUMBERS[match["nth"].lower()], weekday=None)


def _weekday(match: re.Match[str]) -> Meaning:
    return NthOf(_whole(match), _NUMBERS[match["nth"].lower()], weekday_number(match["weekday"]))


_NTH = r"(?:the )?(?:very )?(?P<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th) "
_EDGE = r"(?:the )?(?:very )?(?P<nth>first|opening|last|final|closing) "
_NAMED = r"{month}(?:,? (?:of )?{year})?"
_MONTH = rf" (?:of|in) (?:{_NAMED}|(?P<which>this|next|last|the) (?P<unit>month)\b)"
_YEAR = r" (?:of|in) (?:{year}|(?P<which>this|next|last|the) (?P<unit>year)\b(?!['’-]))"

FAMILY = family(
    "ordered",
    (DIGITS, "day", "week", "month", *WEEKDAYS),
    ("day-of-month", _EDGE + "day" + _MONTH, _day),
    ("day-of-year", _EDGE + "day" + _YEAR, _day),
    (
        "day-of-month",
        r"the {ordinal} of (?P<which>this|next|last|that same|that|the same|the) (?P<unit>month)\b",
        _day_of_month,
    ),
    ("week-of-month", _NTH + r"(?:full )?week" + _MONTH, _week),
    ("weekday-of-month", _NTH + r"{weekday}" + _MONTH, _weekday),
)

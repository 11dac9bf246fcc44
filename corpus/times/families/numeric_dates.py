"""Dates in digits: `2019-02-28`, `2023.09.22`, `26/3/2010`, `9/11/2001`, `20230914`."""

import re
from datetime import date

from corpus.times import value
from corpus.times.grammar import DIGITS, YEAR, family
from corpus.times.guards.neighbours import word_before
from corpus.times.meaning import Fixed, Meaning


def _fixed(year: int, month: int, day: int) -> Meaning | None:
    try:
        return Fixed(value.day(date(year, month, day)))
    except ValueError:
        return None


def _year_first(match: re.Match[str]) -> Meaning | None:
    return _fixed(int(match["y"]), int(match["m"]), int(match["d"]))


def _year_last(match: re.Match[str]) -> Meaning | None:
    """Month first, as in the United States, unless only the other order gives a day."""
    year = int(match["y"])
    if len(match["y"]) == 2:
        year += 1900 if year > 40 else 2000
    month, day = int(match["m"]), int(match["d"])
    return _fixed(year, month, day) or _fixed(year, day, month)


def _year_last_dotted(match: re.Match[str]) -> Meaning | None:
    """Day first, as where dots are used; the other order is never meant."""
    if _is_version(match):
        return None
    return _fixed(int(match["y"]), int(match["m"]), int(match["d"]))


def _is_version(match: re.Match[str]) -> bool:
    return word_before(match.string, match.start()).lower() in (
        "version",
        "v",
        "release",
        "build",
        "section",
        "article",
    )


def _attacks(match: re.Match[str]) -> Meaning | None:
    return _fixed(2001, 9, 11)


_END = r"(?![\d/]|[-.]\d)"
_START = r"(?<![\d/.-])"

FAMILY = family(
    "numeric",
    (YEAR, DIGITS),
    (
        "iso",
        _START + r"(?P<y>1\d{3}|20\d\d)(?P<s>[-./])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)" + r"(?!\d|[-./]\d)",
        _year_first,
    ),
    ("attacks", _START + r"9/11" + _END, _attacks),
    ("compact", _START + r"(?P<y>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])" + _END, _year_first),
    (
        "numeric",
        _START + r"(?P<m>\d\d?)(?P<s>[-/])(?P<d>\d\d?)(?P=s)(?P<y>1\d{3}|20\d\d|\d\d)" + _END,
        _year_last,
    ),
    (
        "iso",
        _START + r"(?P<y>19\d\d|20\d\d)\. (?P<m>1[0-2]|[1-9])\. (?P<d>3[01]|[12]\d|[1-9])\.",
        _year_first,
    ),
    ("numeric", _START + r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>19\d\d|20\d\d)" + _END, _year_last_dotted),
)

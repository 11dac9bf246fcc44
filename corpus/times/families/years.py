"""Years and spans of years: `in 1998`, `1950-53`, `the summer of '98`, `nineteen ninety-six`."""

import re

from corpus.times import value
from corpus.times.grammar import DIGITS, YEAR, family
from corpus.times.guards import is_short_year, is_year
from corpus.times.guards.neighbours import word_before
from corpus.times.meaning import Fixed, Meaning
from corpus.times.words import full_year, year_number


def _year(match: re.Match[str]) -> Meaning | None:
    return Fixed(value.year(year_number(match))) if is_year(match) else None


def _short(match: re.Match[str]) -> Meaning | None:
    short = int(match["short"])
    return Fixed(value.year(full_year(short))) if is_short_year(match) else None


def _span(match: re.Match[str]) -> Meaning | None:
    start, end = int(match["year"]), match["to"]
    last = int(end) if len(end) == 4 else start - start % 100 + int(end)
    if not start < last < 2200 or (len(end) == 2 and last - start > 60):
        return None
    over = word_before(match.string, match.start()).lower() == "over"  # over 2002-2003
    joined = value.interval(value.year(start), value.year(last)) if over or is_year(match) else None
    return Fixed(joined) if joined else None


FAMILY = family(
    "year",
    (YEAR, DIGITS, "nineteen", "thousand"),
    (
        "year-span",
        r"(?P<year>1[5-9]\d\d|20\d\d)\s?[-–—/‑]\s?(?P<to>1[5-9]\d\d|20\d\d|\d\d)\b(?![-–./]\d)",
        _span,
    ),
    ("year", r"(?:the year )?{year}(?![-–]\d)", _year),
    ("year", r"['’‘`](?P<short>\d\d)\b(?!['’]?s)", _short),
)

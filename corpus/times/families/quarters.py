"""Quarters, halves, fiscal years: `third quarter of 1984`, `Q3 2018`, `the year-ago quarter`, `FY2019`."""

import re

from corpus.times import value
from corpus.times.families.ways import WHICH_YEAR, in_year
from corpus.times.grammar import family
from corpus.times.meaning import Fixed, From, Meaning, Period, Quarter, Turn
from corpus.times.words import year_number

_NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2, "third": 3, "3rd": 3,
            "fourth": 4, "4th": 4, "final": 4, "last": 4}  # fmt: skip
_YEARS = {"last": -1, "this": 0, "next": 1, "latest": -1}


def _part(match: re.Match[str]) -> Quarter | None:
    half = match["unit"].lower() == "half"
    number = _NUMBERS[match["nth"].lower()]
    if half and number > 2:
        number = 2 if match["nth"].lower() in ("last", "final") else 0
    return Quarter(number, half) if number else None


def _fixed(match: re.Match[str]) -> Meaning | None:
    part = _part(match)
    if part is None:
        return None
    build = value.half if part.half else value.quarter
    return Fixed(build(year_number(match), part.number))


def _symbol(match: re.Match[str]) -> Meaning | None:
    half = match["letter"].lower() == "h"
    number = min(int(match["number"]), 2) if half else int(match["number"])
    if match["year"]:
        short = int(match["year"].strip("'’ "))
        year = short if short > 99 else short + (1900 if short > 40 else 2000)
        return Fixed((value.half if half else value.quarter)(year, number))
    return None if half else Quarter(number)  # H2 alone is a gas too


def _in_year(match: re.Match[str]) -> Meaning | None:
    part = _part(match)
    return in_year(part, match["way"]) if part else None


def _bare(match: re.Match[str]) -> Meaning | None:
    part = _part(match)
    if part is None or part.half or match["nth"].lower() in ("last", "final", "latter"):
        return None
    return part


def _period(match: re.Match[str]) -> Meaning:
    return Period(years=-1 if match.groupdict().get("ago") else 0)


def _period_of(match: re.Match[str]) -> Meaning:
    return Period(of=year_number(match), else_year=True)


def _year_ago(match: re.Match[str]) -> Meaning:
    return Period(years=-1, else_year=True)


def _year_ago_part(match: re.Match[str]) -> Meaning:
    return in_year(Quarter(_NUMBERS[match["nth"].lower()]), "last")


def _fiscal(match: re.Match[str]) -> Meaning:
    year = match["year"]
    number = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 40 else 2000)
    return Fixed(value.year(number))


def _fiscal_years(match: re.Match[str]) -> Meaning | None:
    year = int(match["year"])
    if (year + 1) % 100 != int(match["to"]):
        return None
    both = value.interval(value.year(year), value.year(year + 1))
    return Fixed(both) if both else None


def _fiscal_turn(match: re.Match[str]) -> Meaning:
    return Turn("year", _YEARS.get((match["way"] or "this").lower(), 0), From.PUBLICATION)


_NTH = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_HALF = r"(?P<nth>first|second|latter|last|1st|2nd) (?P<unit>half)"
_QUARTER = _NTH + r"[-\s](?:fiscal[-\s])?(?P<unit>quarter)\b"
_LEAD = r"(?:the |its |their )?(?:fiscal[-\s])?"
_AGO = r"(?P<ago>year-(?:ago|earlier))"


def _quarters(match: re.Match[str]) -> Meaning | None:
    year, first, last = year_number(match), int(match["number"]), int(match["to"])
    joined = value.interval(value.quarter(year, first), value.quarter(year, last))
    return Fixed(joined) if joined else None


FAMILY = family(
    "quarter",
    ("quarter", "half", "fiscal", "fy", "q", "h", "period", "earlier", "ago"),
    ("quarter-year", _LEAD + _QUARTER + r",?(?: of)?(?: the)?(?: fiscal)?(?: year)? {year}", _fixed),
    ("quarter-span", r"Q(?P<number>[1-4])\s?(?:-|–|to)\s?Q(?P<to>[1-4]),? {year}", _quarters),
    ("quarter-symbol", r"(?P<year>(?:19|20)\d\d)[-\s]?(?P<letter>[QH])(?P<number>[1-4])\b", _symbol),
    ("quarter-year", r"(?:the )?(?:fiscal )?{year} (?:fiscal[-\s])?" + _QUARTER, _fixed),
    ("half-year", _LEAD + _HALF + r"(?: of)? {year}(?!['’]?s)", _fixed),
    (
        "quarter-symbol",
        r"(?P<letter>[QH])(?P<number>[1-4])\b(?:[\s,]*(?P<year>(?:1[5-9]|20)\d\d\b|['’]\d\d\b))?",
        _symbol,
    ),
    ("quarter-symbol", r"(?P<number>[1-4])(?P<letter>[QH])(?P<year>\s?['’]?(?:20)?\d\d\b)", _symbol),
    ("quarter-of-year", _LEAD + _QUARTER + r",?(?: of)? " + WHICH_YEAR, _in_year),
    ("half-of-year", _LEAD + _HALF + r"(?: of)? " + WHICH_YEAR, _in_year),
    ("quarter-of-year", r"(?P<way>last|this|next) year['’]s " + _QUARTER, _in_year),
    ("half-of-year", r"(?P<way>last|this|next) year['’]s " + _HALF, _in_year),
    ("quarter-year-ago", r"(?:the )?year-(?:ago|earlier) " + _NTH + r"[-\s]quarter\b", _year_ago_part),
    (
        "quarter-year-ago",
        r"(?:the )?(?:same|comparable|corresponding)? ?" + _AGO + r" (?:quarter|period)\b",
        _period,
    ),
    (
        "quarter-told",
        r"(?:(?:the|the same|that) quarter|the (?:latest|most recent) (?:quarter|period))\b(?! of| "
        r"century|-)",
        _period,
    ),
    ("quarter-told", r"the {year} (?:quarter|period)\b", _period_of),
    ("year-ago", r"(?:the |a )?year-(?:ago|earlier)\b(?! [$€£C])", _year_ago),
    ("quarter", _LEAD + _QUARTER, _bare),
    (
        "fiscal-year",
        r"(?:(?:the )?fiscal(?: year)? |fy ?['’]?)(?P<year>(?:19|20)\d\d|\d\d)\b(?!/\d)",
        _fiscal,
    ),
    ("fiscal-year", r"(?:the )?fiscal(?: year)? (?P<year>(?:19|20)\d\d)/(?P<to>\d\d)\b", _fiscal_years),
    ("fiscal-year", r"(?:the )?(?P<year>(?:19|20)\d\d) fiscal year\b", _fiscal),
    ("fiscal-year", r"(?:the )?(?P<way>last|this|next|current|present|latest) fiscal year\b", _fiscal_turn),
)

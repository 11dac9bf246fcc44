"""Months: `March 1998`, `June last year`, `last June`, `January-March`, `the following July`, `in May`."""

import re

from corpus.times import value
from corpus.times.families.ways import LAST, NEXT, THING_OF_YEAR, WHICH_YEAR, in_year, normal, of_a_thing
from corpus.times.grammar import family
from corpus.times.guards import is_month
from corpus.times.meaning import Fixed, Meaning, Month, MonthAfter, Pull, Range
from corpus.times.words import MONTHS, month_number, year_number


def _of_year(match: re.Match[str]) -> Meaning:
    return Fixed(value.month(year_number(match), month_number(match["month"])))


def _in_year(match: re.Match[str]) -> Meaning:
    return in_year(Month(month_number(match["month"])), match["way"])


def _of_a_thing(match: re.Match[str]) -> Meaning | None:
    return _in_year(match) if match["month"][0].isupper() and of_a_thing(match) else None


def _span(match: re.Match[str]) -> Meaning | None:
    first, last = month_number(match["month"]), month_number(match["month2"])
    if not match["year"]:
        return Range(Month(first), Month(last))
    year = year_number(match)
    joined = value.interval(value.month(year if first < last else year - 1, first), value.month(year, last))
    return Fixed(joined) if joined else None


def _told(match: re.Match[str]) -> Meaning | None:
    if not match["month"][0].isupper():
        return None
    return MonthAfter(month_number(match["month"]), back=match["back"] is not None)


def _same_year(match: re.Match[str]) -> Meaning | None:
    return in_year(Month(month_number(match["month"])), "that") if match["month"][0].isupper() else None


def _directed(match: re.Match[str]) -> Meaning | None:
    if not match["month"][0].isupper():
        return None  # this march
    way = normal(match["way"])
    pull = Pull.PAST if way in LAST else Pull.FUTURE if way in NEXT else Pull.NONE
    return Month(month_number(match["month"]), pull, near=way == "this")


def _bare(match: re.Match[str]) -> Meaning | None:
    return Month(month_number(match["month"])) if is_month(match) else None


FAMILY = family(
    "month",
    MONTHS,
    ("month-year", r"{month}(?:,? |-)(?:of )?(?:{year}|{shortyear})", _of_year),
    ("month-of-year", r"{month},?(?: of)? " + WHICH_YEAR, _in_year),
    ("month-of-year", r"{month}" + THING_OF_YEAR, _of_a_thing),
    ("month-span", r"{month}(?:-|–|—|/){month:month2}(?:,? {year})?", _span),
    ("month-told", r"(?:(?:the )?(?P<back>previous|preceding)|the following) {month}", _told),
    ("month-told", r"that (?:same )?{month}", _same_year),
    ("month-directed", r"(?P<way>last|next|past|coming|this|this past|this coming) {month}", _directed),
    ("month", r"{month}", _bare),
)

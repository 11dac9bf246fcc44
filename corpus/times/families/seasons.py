"""Seasons: `last spring`, `the summer of 1950`, `winter 2018`, `this past autumn`, `the fall of '89`."""

import re

from corpus.times import value
from corpus.times.families.ways import LAST, NEXT, WHICH_YEAR, in_year, normal
from corpus.times.grammar import family
from corpus.times.guards import is_season
from corpus.times.guards.neighbours import word_after
from corpus.times.meaning import Counted, Fixed, From, InYear, Meaning, Pull, Season
from corpus.times.words import SEASONS, number, year_number


def _number(match: re.Match[str]) -> int:
    return SEASONS[match["season"].lower()]


def _of_year(match: re.Match[str]) -> Meaning:
    return Fixed(value.season(year_number(match), _number(match)))


def _across(match: re.Match[str]) -> Meaning | None:
    """A winter of two years (1950-51) begins in the first."""
    if word_after(match.string, match.end()).lower() in (
        "olympic",
        "olympics",
        "games",
        "paralympics",
        "universiade",
    ):
        return None
    return Fixed(value.season(int(match["year"]), _number(match)))


def _ago(match: re.Match[str]) -> Meaning | None:
    count = number(match["number"])
    return InYear(Season(_number(match)), Counted("year", -count, From.PUBLICATION)) if count else None


def _in_year(match: re.Match[str]) -> Meaning:
    return in_year(Season(_number(match)), match["way"])


def _directed(match: re.Match[str]) -> Meaning:
    way = normal(match["way"])
    pull = Pull.PAST if way in LAST else Pull.FUTURE if way in NEXT else Pull.NONE
    return Season(_number(match), pull, near=way == "this")


def _bare(match: re.Match[str]) -> Meaning | None:
    return Season(_number(match)) if is_season(match) else None


FAMILY = family(
    "season",
    (*SEASONS, "summers", "winters", "springs"),
    (
        "season-year",
        r"(?:the )?{season}(?:,? (?:of )?| of the year )(?:{year}|{shortyear})(?![-–/]\d)",
        _of_year,
    ),
    ("season-year", r"(?:the )?(?P<year>1[5-9]\d\d|20\d\d) {season}", _across),
    ("season-year", r"(?:the )?{season} (?:of )?(?P<year>1[5-9]\d\d|20\d\d)[-–/](?:\d\d)?\d\d\b", _across),
    ("seasons-ago", r"{number} (?P<season>summer|winter|spring|autumn|fall)s? ago\b", _ago),
    ("season-of-year", r"(?:the )?{season},?(?: of)? " + WHICH_YEAR, _in_year),
    ("season-directed", r"(?P<way>last|next|past|coming|this|this past|this coming) {season}", _directed),
    ("season", r"(?:the )?{season}", _bare),
)

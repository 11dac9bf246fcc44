"""Seasons: `last spring`, `the summer of 1950`, `winter 2018`, `this past autumn`, `the fall of '89`."""

import re

from corpus.times import value
from corpus.times.families.ways import LAST, NEXT, WHICH_YEAR, in_year, normal
from corpus.times.grammar import Family, Rule
from corpus.times.guards import is_season
from corpus.times.meaning import Fixed, Meaning, Pull, Season
from corpus.times.words import SEASONS, pattern, year_number


def _number(match: re.Match[str]) -> int:
    return SEASONS[match["season"].lower()]


def _of_year(match: re.Match[str]) -> Meaning:
    return Fixed(value.season(year_number(match), _number(match)))


def _across(match: re.Match[str]) -> Meaning:
    """A winter of two years (1950-51) begins in the first."""
    return Fixed(value.season(int(match["year"]), _number(match)))


def _in_year(match: re.Match[str]) -> Meaning:
    return in_year(Season(_number(match)), match["way"])


def _directed(match: re.Match[str]) -> Meaning:
    way = normal(match["way"])
    pull = Pull.PAST if way in LAST else Pull.FUTURE if way in NEXT else Pull.NONE
    return Season(_number(match), pull, near=way == "this")


def _bare(match: re.Match[str]) -> Meaning | None:
    return Season(_number(match)) if is_season(match) else None


FAMILY = Family(
    "season",
    frozenset(SEASONS),
    (
        Rule(
            "season-year",
            pattern(r"(?:the )?{season}(?:,? (?:of )?| of the year )(?:{year}|{shortyear})(?![-–/]\d)"),
            _of_year,
        ),
        Rule("season-year", pattern(r"(?:the )?(?P<year>1[5-9]\d\d|20\d\d) {season}"), _across),
        Rule(
            "season-year",
            pattern(r"(?:the )?{season} (?:of )?(?P<year>1[5-9]\d\d|20\d\d)[-–/](?:\d\d)?\d\d\b"),
            _across,
        ),
        Rule("season-of-year", pattern(r"(?:the )?{season},?(?: of)? " + WHICH_YEAR), _in_year),
        Rule(
            "season-directed",
            pattern(r"(?P<way>last|next|past|coming|this|this past|this coming) {season}"),
            _directed,
        ),
        Rule("season", pattern(r"(?:the )?{season}"), _bare),
    ),
)

"""Holidays with a fixed or computable date: `Christmas Eve`, `Easter Sunday 2018`, `last Chuseok`."""

import re

from corpus.times.families.ways import LAST, NEXT, WHICH_YEAR, in_year, normal
from corpus.times.feasts import FEASTS, feast_day
from corpus.times.grammar import family
from corpus.times.guards.neighbours import word_after
from corpus.times.meaning import Feast, Fixed, Meaning, Pull, WeekOf
from corpus.times.value import day
from corpus.times.words import alternatives, year_number


def _name(match: re.Match[str]) -> str:
    return " ".join(match["feast"].lower().replace("’", "'").replace("-", " ").split())


def _fixed(match: re.Match[str]) -> Meaning | None:
    celebrated = feast_day(_name(match), year_number(match))
    return Fixed(day(celebrated)) if celebrated else None


def _in_year(match: re.Match[str]) -> Meaning:
    return in_year(Feast(_name(match)), match["way"])


def _bare(match: re.Match[str]) -> Meaning | None:
    if not match["feast"][0].isupper() or word_after(match.string, match.end())[:1].isupper():
        return None  # the May Day Stadium
    way = normal(match["way"] or "")
    return Feast(_name(match), Pull.PAST if way in LAST else Pull.FUTURE if way in NEXT else Pull.NONE)


def _weekend(match: re.Match[str]) -> Meaning:
    return WeekOf(Feast(_name(match)), "weekend")


_FEAST = "(?:the )?(?P<feast>" + alternatives(FEASTS).replace("'", "['’]").replace(" ", r"[\s-]") + r")\b"

FAMILY = family(
    "holiday",
    {re.split(r"\W", name)[0] for name in FEASTS},
    ("holiday-year", _FEAST + r"(?:,? |,? of |,? in ){year}", _fixed),
    ("holiday-of-year", _FEAST + r",?(?: of)? " + WHICH_YEAR, _in_year),
    ("holiday-weekend", _FEAST + r" weekend\b", _weekend),
    (
        "holiday",
        r"(?:(?P<way>last|this past|this coming|next) )?"
        + _FEAST
        + r"(?![-\s](?:tree|card|present|gift|party|parties|dinner|parade|massacre|accord|agreement|"
        r"island|shopping|resolutions?))"
        r"(?!(?<!day)(?<!eve)[-\s](?:address|speech|message|greetings?|editorial))",  # New Year's Day address
        _bare,
    ),
)

"""Days by name: `Oct. 9, 2006`, `27th of July 1953`, `Sept. 12-17`, `last Oct. 23`."""

import re
from datetime import date

from corpus.times import value
from corpus.times.families.ways import THING_OF_YEAR, WHICH_YEAR, in_year, of_a_thing
from corpus.times.grammar import family
from corpus.times.guards import is_calendar_day
from corpus.times.meaning import Fixed, Meaning, MonthDay, Pull
from corpus.times.parsing import month_day
from corpus.times.words import MONTHS, month_number, ordinal_number, weekday_number, year_number

_PULLS = {"last": Pull.PAST, "next": Pull.FUTURE, "this": Pull.NONE}


def _month_and_day(match: re.Match[str]) -> tuple[int, int] | None:
    groups = match.groupdict()
    return month_day(month_number(match["month"]), ordinal_number(groups.get("day") or groups["dayword"]))


def _full(match: re.Match[str]) -> Meaning | None:
    known = _month_and_day(match)
    return Fixed(value.day(date(year_number(match), *known))) if known else None


def _month_day(match: re.Match[str]) -> Meaning | None:
    known = _month_and_day(match) if is_calendar_day(match) else None
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    return MonthDay(*known, weekday=weekday) if known else None


def _span(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    month = groups.get("month2") or match["month"]
    first, last = _month_and_day(match), month_day(month_number(month), ordinal_number(match["day2"]))
    if not first or not last or last <= first:
        return None
    if not match["year"]:
        return MonthDay(*first, to=last)
    year = year_number(match)
    return Fixed(value.days(date(year, *first), date(year, *last)))


def _of_year(match: re.Match[str]) -> Meaning | None:
    known = _month_and_day(match)
    return in_year(MonthDay(*known), match["way"]) if known else None


def _of_a_thing(match: re.Match[str]) -> Meaning | None:
    return _of_year(match) if of_a_thing(match) else None


def _directed(match: re.Match[str]) -> Meaning | None:
    known = _month_and_day(match)
    return MonthDay(*known, pull=_PULLS[match["way"].lower()]) if known else None


_WEEKDAY = r"(?:(?:(?:this|next|last) (?:coming |past )?)?{weekday},? (?:the )?)?"
_DAY = r"(?:the )?(?:{day}|{dayword})"
_TO = r"\s?(?:-|–|—|‑|to|through|thru)\s?"
_YEAR = r"(?:,? {year})?"

FAMILY = family(
    "calendar",
    (*MONTHS, "st", "nd", "rd", "th"),
    ("date", _WEEKDAY + r"{month} " + _DAY + r"(?:(?:,? |,){year}|,? {shortyear})", _full),
    ("date", _WEEKDAY + _DAY + r"(?: day)?(?: of |-| ){month}(?:,? |-)(?:{year}|{shortyear})", _full),
    ("date-span", r"{month} {day}" + _TO + r"(?:{month:month2} )?{day:day2}" + _YEAR, _span),
    ("date-span", r"{day}" + _TO + r"{day:day2}(?: of)? {month}" + _YEAR, _span),
    ("date-span", r"between (?:the )?{day} and (?:the )?{day:day2}(?: of)? {month}" + _YEAR, _span),
    ("month-day-of-year", r"{month} {day}" + THING_OF_YEAR, _of_a_thing),
    ("month-day", _WEEKDAY + r"{month} " + _DAY, _month_day),
    ("month-day", _WEEKDAY + _DAY + r"(?: of |-| ){month}", _month_day),
    ("month-day-of-year", r"{month} {day},?(?: of)? " + WHICH_YEAR, _of_year),
    ("month-day-of-year", r"(?:the )?{day}(?: of)? {month},?(?: of)? " + WHICH_YEAR, _of_year),
    ("date", r"{month} {day},? Juche \d{1,3}\s?\({year}\)", _full),
    ("month-day-directed", r"(?P<way>last|next|this) {month} {day}", _directed),
)

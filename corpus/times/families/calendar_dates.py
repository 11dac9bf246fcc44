"""Days and months by name: `Oct. 9, 2006`, `27th of July 1953`, `Sept. 12-17`, `June last year`, `March`."""

import re
from datetime import date

from corpus.times import value
from corpus.times.families.ways import LAST, NEXT, WHICH_YEAR, in_year, normal
from corpus.times.grammar import Family, Rule
from corpus.times.guards import is_day_of_month, is_month
from corpus.times.meaning import DayOnly, Fixed, Meaning, Month, MonthDay, Pull
from corpus.times.parsing import month_day
from corpus.times.words import MONTHS, month_number, ordinal_number, pattern, weekday_number, year_number


def _day(match: re.Match[str]) -> int:
    groups = match.groupdict()
    word = groups.get("day") or groups.get("dayword") or ""
    return ordinal_number(word) if not word.isdigit() else int(word)


def _weekday(match: re.Match[str]) -> int | None:
    word = match.groupdict().get("weekday")
    return weekday_number(word) if word else None


def _month_day(match: re.Match[str]) -> Meaning | None:
    known = month_day(month_number(match["month"]), _day(match))
    return MonthDay(*known, weekday=_weekday(match)) if known else None


def _full(match: re.Match[str]) -> Meaning | None:
    known = month_day(month_number(match["month"]), _day(match))
    return _fixed_day(year_number(match), *known) if known else None


def _fixed_day(year: int, month: int, day: int) -> Meaning | None:
    try:
        return Fixed(value.day(date(year, month, day)))
    except ValueError:
        return None  # 29 February of a common year


def _month_day_span(match: re.Match[str]) -> Meaning | None:
    first = month_day(month_number(match["month"]), _day(match))
    groups = match.groupdict()
    last_month = month_number(groups["month2"]) if groups.get("month2") else month_number(match["month"])
    last = month_day(last_month, int(re.sub(r"\D", "", match["day2"])))
    if not first or not last or last <= first:
        return None
    if not groups.get("year"):
        return MonthDay(*first, to=last)
    year = year_number(match)
    return Fixed(value.days(date(year, *first), date(year, *last)))


def _month_year(match: re.Match[str]) -> Meaning:
    return Fixed(value.month(year_number(match), month_number(match["month"])))


def _month(match: re.Match[str]) -> Meaning | None:
    return Month(month_number(match["month"])) if is_month(match) else None


def _day_only(match: re.Match[str]) -> Meaning | None:
    return DayOnly(int(match["number"])) if is_day_of_month(match) else None


def _directed(match: re.Match[str]) -> Meaning | None:
    if not match["month"][0].isupper():
        return None  # this march
    way = normal(match["way"])
    pull = Pull.PAST if way in LAST else Pull.FUTURE if way in NEXT else Pull.NONE
    return Month(month_number(match["month"]), pull, near=way == "this")


def _directed_day(match: re.Match[str]) -> Meaning | None:
    known = month_day(month_number(match["month"]), _day(match))
    pulls = {"last": Pull.PAST, "next": Pull.FUTURE}
    return MonthDay(*known, pull=pulls.get(match["way"].lower(), Pull.NONE)) if known else None


def _of_year(match: re.Match[str]) -> Meaning | None:
    month = month_number(match["month"])
    if not match.groupdict().get("day"):
        return in_year(Month(month), match["way"])
    known = month_day(month, _day(match))
    return in_year(MonthDay(*known), match["way"]) if known else None


_WEEKDAY = r"(?:(?:(?:this|next|last) (?:coming |past )?)?{weekday},? (?:the )?)?"
_DASH = r"\s?(?:-|–|—|‑|to|through|thru)\s?"

FAMILY = Family(
    "calendar",
    frozenset((*MONTHS, "st", "nd", "rd", "th")),
    (
        Rule(
            "date",
            pattern(_WEEKDAY + r"{month} (?:the )?(?:{day}|{dayword})(?:,? {year}|,? {shortyear})"),
            _full,
        ),
        Rule(
            "date",
            pattern(_WEEKDAY + r"(?:the )?(?:{day}|{dayword})(?: day)?(?: of |-| ){month}(?:,? |-){year}"),
            _full,
        ),
        Rule(
            "date-span",
            pattern(r"{month} {day}" + _DASH + r"(?:{month:month2} )?{day:day2}(?:,? {year})?"),
            _month_day_span,
        ),
        Rule(
            "date-span",
            pattern(r"{day}" + _DASH + r"{day:day2}(?: of)? {month}(?:,? {year})?"),
            _month_day_span,
        ),
        Rule("month-day", pattern(_WEEKDAY + r"{month} (?:the )?(?:{day}|{dayword})"), _month_day),
        Rule("month-day", pattern(_WEEKDAY + r"(?:the )?(?:{day}|{dayword})(?: of |-| ){month}"), _month_day),
        Rule("month-day-of-year", pattern(r"{month} {day},?(?: of)? " + WHICH_YEAR), _of_year),
        Rule("month-year", pattern(r"{month}(?:,? |-)(?:of )?(?:{year}|{shortyear})"), _month_year),
        Rule("month-of-year", pattern(r"{month},?(?: of)? " + WHICH_YEAR), _of_year),
        Rule("month-day-directed", pattern(r"(?P<way>last|next|this) {month} {day}"), _directed_day),
        Rule(
            "month-directed",
            pattern(r"(?P<way>last|next|past|coming|this|this past|this coming) {month}"),
            _directed,
        ),
        Rule("month", pattern(r"{month}"), _month),
        Rule(
            "day-of-month",
            pattern(r"on the (?P<number>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?! of [A-Z])"),
            _day_only,
        ),
    ),
)

"""Days and months by name: `Oct. 9, 2006`, `27th of July 1953`, `Sept. 12-17`, `June last year`, `March`."""

import re
from datetime import date

from corpus.times import value
from corpus.times.grammar import Family, Rule
from corpus.times.guards import is_month
from corpus.times.meaning import Fixed, From, InYear, Meaning, Month, MonthDay, Pull, Turn
from corpus.times.parsing import month_day
from corpus.times.words import MONTHS, month_number, ordinal_number, pattern, weekday_number

_PULLS = {"last": Pull.PAST, "past": Pull.PAST, "this past": Pull.PAST, "next": Pull.FUTURE,
          "coming": Pull.FUTURE, "this coming": Pull.FUTURE}  # fmt: skip
_YEARS = {"last": -1, "this": 0, "next": 1, "that": 0, "the same": 0, "the previous": -1, "the following": 1}
_TOLD = {"that", "the same", "the previous", "the following"}


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
    return _fixed_day(_year(match), *known) if known else None


def _fixed_day(year: int, month: int, day: int) -> Meaning | None:
    try:
        return Fixed(value.day(date(year, month, day)))
    except ValueError:
        return None  # 29 February of a common year


def _year(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("shortyear"):
        short = int(groups["shortyear"][1:])
        return short + (1900 if short > 40 else 2000)
    return int(match["year"])


def _month_day_span(match: re.Match[str]) -> Meaning | None:
    first = month_day(month_number(match["month"]), _day(match))
    groups = match.groupdict()
    last_month = month_number(groups["month2"]) if groups.get("month2") else month_number(match["month"])
    last = month_day(last_month, int(re.sub(r"\D", "", match["day2"])))
    if not first or not last or last <= first:
        return None
    if not groups.get("year"):
        return MonthDay(*first, to=last)
    year = int(match["year"])
    return Fixed(value.days(date(year, *first), date(year, *last)))


def _month_year(match: re.Match[str]) -> Meaning:
    return Fixed(value.month(_year(match), month_number(match["month"])))


def _month(match: re.Match[str]) -> Meaning | None:
    return Month(month_number(match["month"])) if is_month(match) else None


def _directed(match: re.Match[str]) -> Meaning:
    way = " ".join(match["way"].lower().split())
    return Month(month_number(match["month"]), pull=_PULLS.get(way, Pull.NONE), near=way == "this")


def _of_year(match: re.Match[str]) -> Meaning:
    way = " ".join(match["way"].lower().split())
    month = month_number(match["month"])
    what = MonthDay(month, _day(match)) if match.groupdict().get("day") else Month(month)
    return InYear(what, Turn("year", _YEARS[way], From.TOLD if way in _TOLD else From.PUBLICATION))


_WEEKDAY = r"(?:{weekday},? (?:the )?)?"
_DASH = r"\s?(?:-|–|—|‑|to|through|thru)\s?"
_WHICH_YEAR = r"(?P<way>last|this|next|that|the same|the previous|the following) year\b"

FAMILY = Family(
    "calendar",
    frozenset(MONTHS),
    (
        Rule("date", pattern(_WEEKDAY + r"{month} (?:the )?(?:{day}|{dayword})(?:,? {year}|,? {shortyear})"), _full),
        Rule("date", pattern(_WEEKDAY + r"(?:{day}|{dayword})(?: day)?(?: of |-| ){month}(?:,? |-){year}"), _full),
        Rule("date-span", pattern(r"{month} {day}" + _DASH + r"(?:{month:month2} )?{day:day2}(?:,? {year})?"), _month_day_span),
        Rule("date-span", pattern(r"{day}" + _DASH + r"{day:day2}(?: of)? {month}(?:,? {year})?"), _month_day_span),
        Rule("month-day", pattern(_WEEKDAY + r"{month} (?:the )?(?:{day}|{dayword})"), _month_day),
        Rule("month-day", pattern(_WEEKDAY + r"(?:{day}|{dayword})(?: of |-| ){month}"), _month_day),
        Rule("month-day-of-year", pattern(r"{month} {day},?(?: of)? " + _WHICH_YEAR), _of_year),
        Rule("month-year", pattern(r"{month}(?:,? |-)(?:of )?(?:{year}|{shortyear})"), _month_year),
        Rule("month-of-year", pattern(r"{month},?(?: of)? " + _WHICH_YEAR), _of_year),
        Rule("month-directed", pattern(r"(?P<way>last|next|past|coming|this|this past|this coming) {month}"), _directed),
        Rule("month", pattern(r"{month}"), _month),
    ),
)

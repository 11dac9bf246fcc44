"""Lists that name a month or a year once: `April 24 and 25`, `March to May 1951`, `Dec. 1 and 2, 2018`."""

import re
from dataclasses import replace
from datetime import date

from corpus.times import value as v
from corpus.times.grammar import Found
from corpus.times.meaning import DayOnly, Fixed, Meaning, Month, MonthDay, Season
from corpus.times.parsing import month_day

_NEXT_DAY = re.compile(
    r"(?:,? and |, | or |,? as well as |/)(?:on )?(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|"
    r"th)?\b(?![.,:/]?\d|[%°]|\s(?:percent|people|a\.?m|p\.?m|\w+s\b(?<! as)))"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
_NEXT_ORDINAL = re.compile(
    r"(?:,? and |, | or )(?P<first>(?:on )?the (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th))"
    r"(?=[,.;:)]| (?:and|or|to|in|at|when|but)\b|\s*\Z)"
)
_BETWEEN = re.compile(
    r"(?:,| and| or| to| through| until|,? and on|-|–| and in)\s?(?:in |on |the )?", re.IGNORECASE
)
_DAYS_BEFORE = re.compile(
    r"(?<![\w.,:/$€£₩-])(?<!\d )(?P<days>(?:(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?, ){0,3}"
    r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?),? (?:and|or)\s\Z"
)
_ONE_DAY = re.compile(r"\d+(?:st|nd|rd|th)?")
_REACH = 24
_LONGEST = 6


def spread(text: str, found: list[Found]) -> list[Found]:
    """Returns the expressions with further days of a list added, and years handed back along it."""
    listed: list[Found] = []
    for expression in found:
        if not listed or expression.start >= listed[-1].end:
            listed += [*_days_before(text, expression), *_listed(text, expression)]
    return _years_handed_back(text, listed)


def _further_days(text: str, found: Found) -> list[Found]:
    """Returns a day of the month and those that a list adds to it: `on the 4th and the 28th`."""
    listed = [found]
    while isinstance(found.meaning, DayOnly) and len(listed) < _LONGEST:
        more = _NEXT_ORDINAL.match(text, listed[-1].end)
        if not more:
            break
        meaning = replace(found.meaning, day=int(more["day"]))
        listed.append(Found(more.start("first"), more.end(), "list-day", meaning))
    return listed


def _listed(text: str, found: Found) -> list[Found]:
    """Returns an expression and the days that a list adds to it."""
    if isinstance(found.meaning, DayOnly):
        return _further_days(text, found)
    named = any(letter.isalpha() for letter in text[found.start : found.end])
    month = _month_of(found.meaning) if named else None
    listed = [found]
    while month and len(listed) < _LONGEST:
        more = _NEXT_DAY.match(text, listed[-1].end)
        known = month_day(month, int(more["day"])) if more else None
        if not more or not known:
            break
        meaning = (
            _dated(MonthDay(*known), int(more["year"]))
            if more["year"]
            else _like(found.meaning, MonthDay(*known))
        )
        listed.append(Found(more.start("day"), more.end(), "list-day", meaning))
    return listed


def _days_before(text: str, found: Found) -> list[Found]:
    """Returns the days of a list whose month stands with the last of them: `15 and 16 August`."""
    month = _month_of(found.meaning) if text[found.start].isdigit() else None
    days = _DAYS_BEFORE.search(text, max(0, found.start - _REACH), found.start) if month else None
    if not month or not days:
        return []
    listed = []
    for one in _ONE_DAY.finditer(text, days.start("days"), days.end("days")):
        known = month_day(month, int(one.group().rstrip("stndrh")))
        if known:
            meaning = _like(found.meaning, MonthDay(*known))
            listed.append(Found(one.start(), one.end(), "list-day", meaning))
    return listed


def _month_of(meaning: Meaning) -> int | None:
    match meaning:
        case MonthDay(month=month, to=None):
            return month
        case Fixed(value=v.Value(first=date(month=month), precision="day")):
            return month
        case _:
            return None


def _like(head: Meaning, meaning: MonthDay) -> Meaning:
    """Returns a day of the list in the year of its head, where that has one."""
    if isinstance(head, Fixed) and head.value.first:
        return _dated(meaning, head.value.first.year)
    return meaning


def _years_handed_back(text: str, found: list[Found]) -> list[Found]:
    """Gives a month or day with no year the year of the next one in the list."""
    handed = list(found)
    for index in range(len(handed) - 2, -1, -1):
        first, second = handed[index], handed[index + 1]
        if isinstance(second.meaning, Fixed) and _BETWEEN.fullmatch(text, first.end, second.start):
            dated = _with_year_of(first.meaning, second.meaning.value)
            if dated:
                handed[index] = replace(first, meaning=dated)
    return handed


def _with_year_of(meaning: Meaning, value: v.Value) -> Meaning | None:
    if (
        value.first is None
        or not isinstance(meaning, Month | MonthDay | Season)
        or value.precision not in ("day", "month", "season")
    ):
        return None
    year = value.first.year
    dated = _dated(meaning, year)
    if isinstance(dated, Fixed) and dated.value.first and dated.value.first > value.first:
        return _dated(meaning, year - 1)
    return dated


def _dated(meaning: Month | MonthDay | Season, year: int) -> Meaning:
    try:
        match meaning:
            case Month():
                return Fixed(v.month(year, meaning.month))
            case Season():
                return Fixed(v.season(year, meaning.season))
            case MonthDay():
                first = date(year, meaning.month, meaning.day)
                return Fixed(v.days(first, date(year, *meaning.to)) if meaning.to else v.day(first))
    except ValueError:
        return meaning

"""Lends a day without a year the year of a full date that stands beside it.

In `landed at Osan (May 20) and met Yoon on May 21, 2022` the first day is of the year that the second
names: whoever writes the year out once means it for the whole sentence, as long as the days lie close. A
month with its year does the same for its own days (`in March 2014 after a vote on March 16`). In a text that
does not say when it appeared, the same day written out anywhere does, and so does the last year of the text,
where the weekday fits (`Wednesday, September 3`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.model import Precision, Sentence
from corpus.times import value as v
from corpus.times.grammar import Found
from corpus.times.meaning import Fixed, InYear, Meaning, MonthDay, Pull

_CLOSE = 60  # days between the two
_LEAD = 12  # code points
_BOUND = re.compile(r"\b(?:since|until|till)\s(?:on )?\Z", re.IGNORECASE)


def share_years(text: str, found: Sequence[Found], sentences: Sequence[Sentence]) -> list[Found]:
    """Returns the expressions of a text, sorted by start, days without a year given that of their company."""
    shared = list(found)
    places = iter(sentences)
    sentence = next(places, None)
    for index, expression in enumerate(found):
        while sentence and sentence.end <= expression.start:
            sentence = next(places, None)
        match expression.meaning:
            case MonthDay(to=None, pull=Pull.NONE, weekday=None) as day if sentence:
                year = _year_beside(day, index, found, text, sentence)
                if year is not None:
                    shared[index] = replace(expression, meaning=InYear(day, Fixed(v.year(year))))
            case _:
                pass
    return shared


def share_years_anywhere(found: Sequence[Found]) -> list[Found]:
    """Returns the expressions of an undated text, days without a year given that which the text tells."""
    told = [value for each in found if (value := _fixed(each.meaning)) and value.first]
    full = [value.first for value in told if value.precision is Precision.DAY and value.first]
    last = max((value.first.year for value in told if value.first), default=None)
    return [replace(each, meaning=_in_year_told(each.meaning, full, last)) for each in found]


def _in_year_told(meaning: Meaning, full: Sequence[date], last: int | None) -> Meaning:
    match meaning:
        case MonthDay(to=None, pull=Pull.NONE) as day:
            year = _year_of(day, full, last)
            return InYear(replace(day, weekday=None), Fixed(v.year(year))) if year else day
        case _:
            return meaning


def _fixed(meaning: Meaning) -> v.Value | None:
    return meaning.value if isinstance(meaning, Fixed) else None


def _year_of(day: MonthDay, full: Sequence[date], last: int | None) -> int | None:
    """Returns the one year in which a text writes a day out, else its last year, where the weekday fits."""
    years = {each.year for each in full if (each.month, each.day) == (day.month, day.day)}
    if len(years) == 1:
        return years.pop()
    if years or last is None or day.weekday is None:
        return None
    return last if _weekday(last, day) == day.weekday else None


def _weekday(year: int, day: MonthDay) -> int | None:
    try:
        return date(year, day.month, day.day).weekday()
    except ValueError:
        return None


def _year_beside(
    day: MonthDay, index: int, found: Sequence[Found], text: str, sentence: Sentence
) -> int | None:
    """Returns the year of the nearest full date of the sentence in which the day lies close to it."""
    beside = (index - 1, index + 1, index - 2, index + 2)
    for full in (found[other] for other in beside if 0 <= other < len(found)):
        if sentence.start <= full.start < sentence.end and not _bounds(text, full):
            year = _year_near(day, full, -1 if found[index].start < full.start else 1)
            if year is not None:
                return year
    return None


def _bounds(text: str, found: Found) -> bool:
    """Tells whether a date only bounds a time: `on Sept. 5, the first since Aug. 30, 2022`."""
    return _BOUND.search(text, max(0, found.start - _LEAD), found.start) is not None


def _year_near(day: MonthDay, full: Found, step: int) -> int | None:
    """Returns the year of a full date, or the one beside it where the sentence goes over a new year's day.

    `step` is 1 for a day told after the full date, -1 for one told before it.
    """
    match full.meaning:
        case Fixed(value=value) if value.precision is Precision.DAY and value.first:
            years = (value.first.year, value.first.year + step)
            return next((year for year in years if _distance(day, year, value.first) <= _CLOSE), None)
        case Fixed(value=value) if value.precision is Precision.MONTH and value.first:
            return value.first.year if value.first.month == day.month else None
        case _:
            return None


def _distance(day: MonthDay, year: int, other: date) -> int:
    try:
        return abs((date(year, day.month, day.day) - other).days)
    except ValueError:  # 29 February
        return _CLOSE + 1

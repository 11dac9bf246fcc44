"""Lends a day without a year the year of a full date that stands beside it.

In `landed at Osan (May 20) and met Yoon on May 21, 2022` the first day is of the year that the second
names: whoever writes the year out once means it for the whole sentence, as long as the days lie close.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.model import Precision, Sentence
from corpus.times import value as v
from corpus.times.grammar import Found
from corpus.times.meaning import Fixed, InYear, MonthDay, Pull

_CLOSE = 60  # days between the two


def share_years(found: Sequence[Found], sentences: Sequence[Sentence]) -> list[Found]:
    """Returns the expressions of a text, sorted by start, days without a year given that of their company."""
    shared = list(found)
    places = iter(sentences)
    sentence = next(places, None)
    for index, expression in enumerate(found):
        while sentence and sentence.end <= expression.start:
            sentence = next(places, None)
        match expression.meaning:
            case MonthDay(to=None, pull=Pull.NONE, weekday=None) as day if sentence:
                year = _year_beside(day, index, found, sentence)
                if year is not None:
                    shared[index] = replace(expression, meaning=InYear(day, Fixed(v.year(year))))
            case _:
                pass
    return shared


def _year_beside(day: MonthDay, index: int, found: Sequence[Found], sentence: Sentence) -> int | None:
    """Returns the year of the nearest full date of the sentence in which the day lies close to it."""
    beside = (index - 1, index + 1, index - 2, index + 2)
    for full in (found[other] for other in beside if 0 <= other < len(found)):
        first = _full_day(full) if sentence.start <= full.start < sentence.end else None
        for year in (first.year, first.year - 1, first.year + 1) if first else ():
            if _distance(day, year, first) <= _CLOSE:
                return year
    return None


def _full_day(found: Found) -> date | None:
    match found.meaning:
        case Fixed(value=value) if value.precision is Precision.DAY:
            return value.first
        case _:
            return None


def _distance(day: MonthDay, year: int, other: date | None) -> int:
    try:
        return abs((date(year, day.month, day.day) - other).days) if other else _CLOSE + 1
    except ValueError:  # 29 February
        return _CLOSE + 1

"""Neighbours that make one time: intervals, a date beside its weekday, an offset with its anchor."""

import re
from dataclasses import replace

from corpus.times.grammar import Found
from corpus.times.meaning import (
    Counted,
    Ended,
    Fixed,
    From,
    InYear,
    Meaning,
    Month,
    MonthDay,
    Period,
    Range,
    Turn,
    Vague,
    Weekday,
    WeekdayAfter,
)

_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_TO = re.compile(r",?\s(?:to|until|till|through|thru)\s|\s?[-–—]\s?", re.IGNORECASE)
_THROUGH = re.compile(r"\s(?:to|through|thru)\s", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_ENDED = re.compile(r"\s(?:ended|ending)\s(?:on )?", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:in\s)?")
_CLOSING = (*",.;:)—–", "")
_TELLING = ("earlier", "later")
_REACH = 12
_OFFSETS = ("earlier", "later", "next-to")


def join(text: str, found: list[Found]) -> list[Found]:
    """Returns the expressions, joined where they make one time, without those that only explain another."""
    joined: list[Found] = []
    for expression in found:
        previous = joined[-1] if joined else None
        if previous is None:
            joined.append(expression)
        elif _explains(text, previous, expression):
            continue
        elif period := _ended(text, previous, expression):
            joined[-1:] = [period, expression]
        elif apposed := _apposed(text, previous, expression):
            joined[-1:] = apposed
        elif merged := _merged(text, previous, expression):
            joined[-1] = merged
        else:
            joined.append(expression)
    return joined


def _explains(text: str, first: Found, second: Found) -> bool:
    """Tells whether an offset only says more about the date before it (`in April 2019, a year after …`)."""
    about_event = second.rule in _OFFSETS and text[second.start : second.end].lower().endswith(
        ("after", "before")
    )
    apart = text[first.end : second.start]
    return about_event and not isinstance(first.meaning, Vague) and apart == ", "


def _apposed(text: str, first: Found, second: Found) -> list[Found] | None:
    """Returns an offset and the date beside it as the same time: `on Tuesday, two days later,`.

    What is offset comes out of the date that stands there, and not of the one told before.
    """
    if (
        not _APPOSED.fullmatch(text, first.end, second.start)
        or text[second.end : second.end + 1] not in _CLOSING
    ):
        return None
    if _unit_of(first.meaning) == "year" and isinstance(second.meaning, Month | MonthDay):
        fixed = isinstance(first.meaning, Fixed)
        return [first, replace(second, meaning=InYear(second.meaning, first.meaning))] if fixed else None
    if first.rule in _TELLING and _unit_of(second.meaning) == _unit_of(first.meaning):
        return [replace(first, meaning=second.meaning), second] if isinstance(second.meaning, Fixed) else None
    if second.rule in _TELLING and _unit_of(first.meaning) == _unit_of(second.meaning):
        return [first, replace(second, meaning=first.meaning)]
    return None


def _unit_of(meaning: Meaning) -> str:
    match meaning:
        case Counted(unit=unit, source=From.TOLD) | Turn(unit=unit):
            return unit
        case Weekday() | MonthDay(to=None):
            return "day"
        case Month():
            return "month"
        case Fixed(value=value):
            return value.precision.value
        case _:
            return ""


def _ended(text: str, first: Found, second: Found) -> Found | None:
    """Returns the quarter before the day that ends it: `the quarter ended July 31`."""
    quarter = isinstance(first.meaning, Period) and not first.meaning.years and first.meaning.of is None
    if not quarter or not _ENDED.fullmatch(text, first.end, second.start):
        return None
    return replace(first, meaning=Ended(second.meaning))


def _merged(text: str, first: Found, second: Found) -> Found | None:
    gap = text[first.end : second.start]
    if (
        len(gap) > _REACH
        or isinstance(first.meaning, Range | Vague)
        or isinstance(second.meaning, Range | Vague)
    ):
        return None
    if first.rule in _OFFSETS and isinstance(first.meaning, Counted) and gap.isspace():
        anchored = replace(first.meaning, anchor=second.meaning, comparing=False)
        return replace(first, end=second.end, meaning=anchored)
    if isinstance(first.meaning, WeekdayAfter) and first.rule == "weekday-beside" and gap.isspace():
        return replace(first, end=second.end, meaning=replace(first.meaning, anchor=second.meaning))
    if in_year := _years_ago(first, second, gap):
        return replace(first, end=second.end, meaning=in_year)
    beside = _beside(text, first, second, gap)
    return beside or _interval(text, first, second, gap)


def _years_ago(first: Found, second: Found, gap: str) -> Meaning | None:
    """Returns as one time `in June two years ago`, `two years ago in June`, `ten years ago this week`."""
    match (first.meaning, second.meaning):
        case (Month() | MonthDay() as what, Counted(unit="year", source=From.PUBLICATION) as years) if (
            gap == " "
        ):
            return InYear(what, years)
        case (Counted(unit="year", source=From.PUBLICATION) as years, Month() | MonthDay() as what) if (
            gap in (" ", " in ")
        ):
            return InYear(what, years)
        case (Counted(unit="year", source=From.PUBLICATION) as years, Turn(unit=unit, count=0)) if (
            gap == " " and unit != "year"
        ):
            return replace(years, grain=unit, comparing=False)
        case (
            Counted(unit="year", source=From.PUBLICATION) as years,
            Turn(unit="week" | "month" as unit, source=From.PUBLICATION) as turn,
        ) if gap == " ":
            return replace(years, grain=unit, anchor=turn, comparing=False)
        case (Counted(unit="year", source=From.PUBLICATION) as years, Weekday() as day) if gap == " ":
            return replace(years, grain="day", anchor=day, comparing=False)
        case _:
            return None


def _interval(text: str, first: Found, second: Found, gap: str) -> Found | None:
    both = Range(first.meaning, second.meaning)
    reach = max(0, first.start - _REACH)
    opened = _FROM.search(text, reach, first.start)
    if opened and _TO.fullmatch(gap):
        return replace(first, start=opened.start(), end=second.end, rule="from-to", meaning=both)
    opened = _BETWEEN.search(text, reach, first.start)
    if opened and _AND.fullmatch(gap):
        return replace(first, start=opened.start(), end=second.end, rule="between", meaning=both)
    if _THROUGH.fullmatch(gap) and _same_kind(first.meaning, second.meaning):
        return replace(first, end=second.end, rule="through", meaning=both)
    return None


def _same_kind(one: Meaning, other: Meaning) -> bool:
    if isinstance(one, Fixed) and isinstance(other, Fixed):
        return one.value.precision is other.value.precision
    return type(one) is type(other) and isinstance(one, Weekday | Month | MonthDay)


def _beside(text: str, first: Found, second: Found, gap: str) -> Found | None:
    """Returns a weekday and the date in brackets beside it as one: `Wednesday (September 13)`."""
    if gap not in (" (", " [") or text[second.end : second.end + 1] not in (")", "]"):
        return None
    if isinstance(first.meaning, Weekday) and (dated := _on_weekday(second.meaning, first.meaning)):
        return replace(second, start=first.start, end=second.end + 1, meaning=dated)
    if isinstance(second.meaning, Weekday) and (dated := _on_weekday(first.meaning, second.meaning)):
        return replace(first, end=second.end + 1, meaning=dated)
    return None


def _on_weekday(meaning: Meaning, weekday: Weekday) -> Meaning | None:
    match meaning:
        case MonthDay(to=None):
            return replace(meaning, weekday=weekday.weekday)
        case Fixed(value=value) if value.precision == "day":
            return meaning
        case _:
            return None

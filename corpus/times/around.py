"""The words before an expression that belong to it: `on`, `early`, `the end of`, `about`, `the week of`."""

import re
from dataclasses import replace

from corpus.times.grammar import Found
from corpus.times.meaning import (
    About,
    DayOnly,
    Feast,
    Fixed,
    InYear,
    Meaning,
    MonthDay,
    NthDay,
    NthOf,
    Part,
    Portion,
    Weekday,
    WeekdayAfter,
    WeekOf,
)

_PORTIONS = {
    "early": Portion.EARLY, "beginning": Portion.EARLY, "start": Portion.EARLY, "mid": Portion.MIDDLE,
    "middle": Portion.MIDDLE, "late": Portion.LATE, "end": Portion.LATE, "close": Portion.LATE,
    "first half": Portion.FIRST_HALF, "second half": Portion.SECOND_HALF, "latter half": Portion.SECOND_HALF,
    "last half": Portion.SECOND_HALF,
}  # fmt: skip
_PART = re.compile(
    r"\b(?:(?:the )?(?P<adjective>early|late|mid)(?: in| on|-|\s)\s?(?:the )?"
    r"|(?:the )?(?:very )?(?P<noun>beginning|start|middle|end|close|(?:first|second|latter|last) half) of "
    r"(?:the )?)\Z",
    re.IGNORECASE,
)
_WEEK = re.compile(
    r"\bthe (?P<unit>week|weekend) (?:of|beginning|starting|ending|ended)\s(?:on )?(?:the\s)?\Z",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:up)?on\s\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:around|about|circa)\s\Z", re.IGNORECASE)
_OF_SPEECH = re.compile(
    r"\b(?:ask(?:ed|s)?|questions?|talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|told|tell(?:s|ing)?|warn(?:ed|ing)?|"
    r"know(?:s|n)?|think(?:s|ing)?|thought|said|says?|concern(?:s|ed)?|worr(?:y|ied|ies)|complain(?:ed|s)?|"
    r"books?|films?|stor(?:y|ies)|reports?|doubts?|get|way|ways) \Z",
    re.IGNORECASE,
)
_REACH = 40


def widen(text: str, found: Found) -> Found:
    """Returns the expression with the words before it that change or introduce it."""
    start, whole = found.start, found.meaning
    reach = max(0, start - _REACH)
    part = _PART.search(text, reach, start)
    if part:
        words = (part["adjective"] or part["noun"]).lower()
        return replace(found, start=part.start(), meaning=Part(whole, _PORTIONS[" ".join(words.split())]))
    about = _ABOUT.search(text, reach, start)
    if about and not _is_preposition(text, about, found):
        return replace(found, start=about.start(), meaning=About(whole))
    if not _has_day(whole):
        return found
    week = _WEEK.search(text, reach, start)
    if week:
        return replace(found, start=week.start(), rule="week-of", meaning=WeekOf(whole, week["unit"].lower()))
    lead = _FROM.search(text, reach, start) if _is_span(whole) else _ON.search(text, reach, start)
    return replace(found, start=lead.start()) if lead else found


def _is_preposition(text: str, about: re.Match[str], found: Found) -> bool:
    """Tells whether `about` or `around` only leads on to another word: `asked about Sunday's talks`."""
    if isinstance(found.meaning, Weekday) or text[found.end : found.end + 2] in ("'s", "’s"):
        return True
    return _OF_SPEECH.search(text, max(0, about.start() - _REACH), about.start()) is not None


def _has_day(meaning: Meaning) -> bool:
    match meaning:
        case NthOf(weekday=weekday):
            return weekday is not None
        case (
            Weekday()
            | WeekdayAfter()
            | MonthDay()
            | DayOnly()
            | NthDay()
            | Feast()
            | InYear(what=MonthDay() | Feast())
        ):
            return True
        case Fixed(value=value):
            return value.precision in ("day", "interval")
        case _:
            return False


def _is_span(meaning: Meaning) -> bool:
    match meaning:
        case MonthDay(to=to):
            return to is not None
        case Fixed(value=value):
            return value.precision == "interval"
        case _:
            return False

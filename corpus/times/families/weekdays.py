"""Weekdays: `on Friday`, `last Friday`, `this coming Sunday`, `Friday of last week`."""

import re

from corpus.times.grammar import family
from corpus.times.guards import is_weekday
from corpus.times.meaning import DayOnly, Meaning, Pull, Weekday, WeekdayAfter
from corpus.times.words import WEEKDAYS, ordinal_number, weekday_number

_LAST = ("last", "past", "this past", "the last", "the past")
_NEXT = ("next", "coming", "this coming", "the coming")
_WEEKS = {"last": -1, "this": 0, "next": 1, "this past": -1, "this coming": 1}


def _bare(match: re.Match[str]) -> Meaning | None:
    return Weekday(weekday_number(match["weekday"])) if is_weekday(match) else None


def _directed(match: re.Match[str]) -> Meaning:
    way = " ".join(match["way"].lower().split())
    number = weekday_number(match["weekday"])
    if way in _LAST:
        return Weekday(number, Pull.PAST, strict=True)
    if way in _NEXT:
        return Weekday(number, Pull.FUTURE, strict=True)
    return Weekday(number, weeks=0)  # this Friday: in the week of publication


def _of_week(match: re.Match[str]) -> Meaning:
    way = " ".join(match["way"].lower().split())
    return Weekday(weekday_number(match["weekday"]), weeks=_WEEKS[way])


def _told(match: re.Match[str]) -> Meaning:
    return WeekdayAfter(weekday_number(match["weekday"]), back=match["back"] is not None)


_LEADS_THAT = re.compile(r"\b(?:later|on|until|by|since|before|early|late)\s\Z", re.IGNORECASE)
_NO_NOUN = r"(?=[,.;:)]| (?:and|or|to|in|at|that|when|the|a|he|she|they|it)\b|\s*\Z)"  # not the 2nd Division
_WAY = "(?P<way>" + "|".join(sorted({*_LAST, *_NEXT, "this"}, key=len, reverse=True)) + ")"


def _that(match: re.Match[str]) -> Meaning | None:
    """`That Friday` is the one of the days told; in `said that Friday's talks` it is no pointer."""
    if not match.group()[0].isupper() and not _LEADS_THAT.search(
        match.string, max(0, match.start() - 8), match.start()
    ):
        return None
    return WeekdayAfter(weekday_number(match["weekday"]), itself=True)


def _beside(match: re.Match[str]) -> Meaning:
    return WeekdayAfter(weekday_number(match["weekday"]), back=match["side"].lower() == "before")


def _the_nth(match: re.Match[str]) -> Meaning:
    return DayOnly(ordinal_number(match["ordinal"]), weekday=weekday_number(match["weekday"]))


FAMILY = family(
    "weekday",
    WEEKDAYS,
    ("weekday-directed", _WAY + " {weekday}", _directed),
    ("weekday-told", r"(?:(?:the )?(?P<back>previous|preceding)|the following) {weekday}", _told),
    (
        "weekday-of-week",
        r"{weekday},?(?: of)? (?P<way>last|this|next|this past|this coming) week\b",
        _of_week,
    ),
    ("weekday-told", r"that (?:same )?{weekday}(?!['’]s)", _that),
    ("weekday-beside", r"the {weekday} (?P<side>after|before)\b(?: that\b)?(?! (?:last|next)\b)", _beside),
    ("weekday-nth", r"{weekday},? the (?P<ordinal>\d{1,2}(?:st|nd|rd|th))" + _NO_NOUN, _the_nth),
    ("weekday", "{weekday}", _bare),
)

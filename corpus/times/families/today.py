"""Days counted from today: `yesterday`, `tomorrow`, `tonight`, `the day before yesterday`, `this morning`."""

import re

from corpus.times.grammar import family
from corpus.times.guards.neighbours import word_before
from corpus.times.meaning import Meaning, Turn

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}


def _day(match: re.Match[str]) -> Meaning | None:
    before = word_before(match.string, match.start())
    if match["word"].istitle() and before[:1].isupper() and not before.endswith("."):
        return None  # Russia Today
    return Turn("day", _DAYS[match["word"].lower()])


def _beyond(match: re.Match[str]) -> Meaning:
    return Turn("day", -2 if match["word"].lower() == "before yesterday" else 2)


def _same_day(match: re.Match[str]) -> Meaning:
    return Turn("day", 0)


def _last_night(match: re.Match[str]) -> Meaning:
    return Turn("day", -1)


def _before_last(match: re.Match[str]) -> Meaning:
    return Turn("day", -2)


FAMILY = family(
    "today",
    (*_DAYS, "morning", "afternoon", "evening", "night"),
    ("today", r"(?P<word>yesterday|today|tonight|tomorrow)\b", _day),
    ("today", r"the day (?P<word>before yesterday|after tomorrow)\b", _beyond),
    ("today", r"(?:earlier )?this (?:morning|afternoon|evening)\b", _same_day),
    ("today", r"last night\b", _last_night),
    ("today", r"the night before last\b", _before_last),
)

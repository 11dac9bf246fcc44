"""Days by their number alone: `on the 15th`, `the 12th of last month`, `from the 18th to the 20th`."""

import re

from corpus.times.families.ways import normal
from corpus.times.grammar import family
from corpus.times.guards import is_day_of_month
from corpus.times.meaning import DayOnly, Meaning, Range, Turn

_MONTHS = {"last": -1, "this": 0, "next": 1}


def _of_month(match: re.Match[str]) -> Meaning:
    return DayOnly(int(match["number"]), Turn("month", _MONTHS[normal(match["way"])]))


def _bare(match: re.Match[str]) -> Meaning | None:
    return DayOnly(int(match["number"])) if is_day_of_month(match) else None


def _span(match: re.Match[str]) -> Meaning | None:
    first, last = int(match["number"]), int(match["to"])
    if first >= last:
        return None
    month = Turn("month", _MONTHS[normal(match["way"])]) if match["way"] else None
    return Range(DayOnly(first, month), DayOnly(last, month))


_NUMBER = r"(?P<number>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_LAST = r"(?P<to>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
_OF_MONTH = r" (?:of )?(?P<way>this|last|next) month\b"
_NOT_OF = r"(?! (?:of )?[A-Z]|-)"  # the 15th of May, the 2nd Division

FAMILY = family(
    "days-of-month",
    ("st", "nd", "rd", "th"),
    (
        "days-of-month",
        rf"from the {_NUMBER} (?:to|through|until) (?:the )?{_LAST}(?:{_OF_MONTH})?" + _NOT_OF,
        _span,
    ),
    ("days-of-month", rf"between the {_NUMBER} and (?:the )?{_LAST}(?:{_OF_MONTH})?" + _NOT_OF, _span),
    ("day-of-month", rf"(?:(?:on )?the )?{_NUMBER}{_OF_MONTH}", _of_month),
    ("day-of-month", rf"(?:on )?the {_NUMBER}\b(?! of [A-Z])", _bare),
)

"""What belongs to an expression though it stands before it: `on`, `early`, `the end of`, `about`."""

import re
from dataclasses import replace

from corpus.times.grammar import Found
from corpus.times.meaning import About, Fixed, Meaning, MonthDay, Part, Portion, Weekday

_PORTIONS = {
    "early": Portion.EARLY, "beginning": Portion.EARLY, "start": Portion.EARLY, "mid": Portion.MIDDLE,
    "middle": Portion.MIDDLE, "late": Portion.LATE, "end": Portion.LATE, "close": Portion.LATE,
    "first half": Portion.FIRST_HALF, "second half": Portion.SECOND_HALF, "latter half": Portion.SECOND_HALF,
    "last half": Portion.SECOND_HALF,
}  # fmt: skip
_PART = re.compile(
    r"\b(?:(?:the )?(?P<adjective>early|late|mid)(?: in| on|-|\s)\s?(?:the )?"
    r"|(?:the )?(?:very )?(?P<noun>beginning|start|middle|end|close|(?:first|second|latter|last) half) of (?:the )?)\Z",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:up)?on\s\Z", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:around|about|circa)\s\Z", re.IGNORECASE)
_REACH = 40


def widen(text: str, found: Found) -> Found:
    """Returns the expression with the words before it that change or introduce it."""
    start, whole = found.start, found.meaning
    part = _PART.search(text, max(0, start - _REACH), start)
    if part:
        words = (part["adjective"] or part["noun"]).lower()
        return replace(found, start=part.start(), meaning=Part(whole, _PORTIONS[" ".join(words.split())]))
    if _has_day(whole):
        on = _ON.search(text, max(0, start - _REACH), start)
        return replace(found, start=on.start()) if on else found
    about = _ABOUT.search(text, max(0, start - _REACH), start)
    return replace(found, start=about.start(), meaning=About(whole)) if about else found


def _has_day(meaning: Meaning) -> bool:
    return isinstance(meaning, (Weekday, MonthDay)) or (
        isinstance(meaning, Fixed) and meaning.value.precision == "day"
    )

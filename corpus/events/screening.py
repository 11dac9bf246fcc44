"""Passages that report nothing: headings, captions, notices, questions; and the dateline before a report."""

import re
from collections.abc import Sequence

from corpus.events.lexicon import lexicon
from corpus.model import TimeExpression

_ENDINGS = (".", "!", "?", "”", '"', "’", "'", ")", "…", ":", ";")
_HEADING_WORDS = 16
_AROUND_DAYS = " \t:.—–-*•#"
_LONGEST = 2_000  # characters; no sentence of a report is longer
_DATELINE = re.compile(
    r"(?:[A-Z][\w.’']*(?:[ -][A-Z][\w.’']*){0,4})"  # the place
    r"(?:,\s[^—–\n-]{1,40}?)?(?:\s?\([^)\n]{1,40}\))?"  # the day, the agency
    r"\s?(?:—|–|--|-)\s"
)


def dateline_length(text: str) -> int:
    """Returns the length of the dateline at the head of a sentence ("SEOUL, Oct. 5 (Wire) - "), else 0."""
    found = _DATELINE.match(text)
    if found is None:
        return 0
    place = re.split(r"[,(—–-]", found.group(), maxsplit=1)[0].strip()
    return found.end() if place.isupper() or "(" in found.group() else 0


def is_heading(text: str, title: str | None) -> bool:
    """Whether a line heads a section: a few words without an end."""
    return text != title and not text.endswith(_ENDINGS) and text.count(" ") < _HEADING_WORDS // 2


def heads_day(text: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Returns the day that a line is nothing but, as in chronologies: "Jan. 14", "December 3, 2024:"."""
    line = text.strip(_AROUND_DAYS)
    day = times[0] if len(times) == 1 and times[0].text == line else None
    return day if day and day.first and day.first == day.last else None


def reports(text: str, title: str | None) -> bool:
    """Whether a sentence can report an event."""
    if len(text) > _LONGEST or text.endswith("?") or (text == title and not text.endswith(".")):
        return False
    if not text.endswith(_ENDINGS) and text.count(" ") < _HEADING_WORDS:
        return False
    low = text.lower()
    return not any(sign in low for sign in lexicon().captions)

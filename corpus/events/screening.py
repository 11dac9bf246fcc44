"""Passages that report nothing: headings, captions, notices, questions; and the dateline before a report."""

import re

from corpus.cleaning.captions import is_caption
from corpus.events.lexicon import lexicon

_ENDINGS = (".", "!", "?", "”", '"', "’", "'", ")", "…", ":", ";")
_HEADING_WORDS = 16
_LONGEST = 2_000  # characters; no sentence of a report is longer
_FULL_DATE_LAST = re.compile(r"\b\d{1,2}, (?:19|20)\d\d\b[^,;]{0,40}$")
_DATELINE = re.compile(
    r"(?:[A-Z][\w.’']*(?:[ /-][A-Z][\w.’']*){0,4})"  # the place
    r"(?:,\s[^—–\n-]{1,40}?)?(?:\s?\([^)\n]{1,40}\))?"  # the day, the agency
    r"(?:\s?(?:—|–|--|-)\s|(?<=\))\s?(?:—|–|--)\s?)"
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


def reports(text: str, title: str | None) -> bool:
    """Whether a sentence can report an event."""
    if len(text) > _LONGEST or text.endswith("?") or (text == title and not text.endswith(".")):
        return False
    if not text.endswith(_ENDINGS) and text.count(" ") < _HEADING_WORDS:
        return False
    low = text.lower()
    if any(map(low.__contains__, lexicon().captions)):
        return False
    return not (_FULL_DATE_LAST.search(text) and is_caption(text))  # one that ran into a paragraph

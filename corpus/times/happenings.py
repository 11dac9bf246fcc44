"""What `a day after` counts from, where its own clause dates it: `a day after the two met on Wednesday`."""

import re
from collections.abc import Sequence

from corpus.times import meaning as m
from corpus.times.grammar import Found

_REACH = 90  # code points in which a clause tells its date
_ENDS_CLAUSE = re.compile(r"[,;:.?!()\[\]“”\"]|\s[-–—]\s")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.(?=\s|[A-Z])")


def dated_by(text: str, found: Sequence[Found], index: int, sentence: tuple[int, int]) -> Found | None:
    """Returns the date that stands in the clause after `a day after`, None where there is none."""
    offset = found[index]
    event = found[index + 1] if index + 1 < len(found) else None
    if event is None or not offset.end < event.start < sentence[1] or event.start - offset.end > _REACH:
        return None
    between = _ABBREVIATION.sub("", text[offset.end : event.start])
    counts = isinstance(event.meaning, m.Counted | m.Vague | m.Ahead)
    return None if counts or _ENDS_CLAUSE.search(between) else event

"""The words beside a match, which decide what it is."""

import re

from corpus.times.words import word_set

_BEFORE = re.compile(r"([\w’'.$€£¥₩/-]+)[\s(\[“\"]+\Z|([$€£¥₩#-])\Z")
_AFTER = re.compile(r"\s+([\w’'-]+)")
_REACH = 40

TIME_PREPOSITIONS = word_set(
    "in of since until till by from through during before after late early mid last next this throughout "
    "around between "
    "and for beginning start middle end earlier past coming or ended ending"
)
DETERMINERS = word_set("the a an its his her their our my that those these")


def word_before(text: str, start: int) -> str:
    """Returns the word or sign right before an offset, as written; empty where a mark stands between."""
    match = _BEFORE.search(text, max(0, start - _REACH), start)
    return (match[1] or match[2]) if match else ""


def word_after(text: str, end: int) -> str:
    """Returns the word after an offset, as written; empty where a mark comes first."""
    match = _AFTER.match(text, end, end + _REACH)
    return match[1] if match else ""

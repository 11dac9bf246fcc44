"""Where the words of a search stand in a text, so that the reader sees why an event was found."""

import re
from collections.abc import Iterator

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')

Matcher = re.Pattern[str]
"""What finds the words in a text."""


def matcher(words: str) -> Matcher | None:
    """Returns what finds the words as the store does: beginnings of words, and phrases in quotes.

    None where there is nothing to find.
    """
    terms = []
    for found in _TERM.finditer(words):
        phrase, word = found.groups()
        parts = re.findall(r"\w+", phrase if phrase is not None else word)
        if parts:
            terms.append(r"\W+".join(map(re.escape, parts)) + (r"\b" if phrase is not None else r"\w*"))
    return re.compile(rf"\b(?:{'|'.join(terms)})", re.IGNORECASE) if terms else None


def matches(found_by: Matcher | None, text: str) -> Iterator[tuple[int, int]]:
    """Yields the spans that match, in the order of the text."""
    if found_by is not None:
        yield from (found.span() for found in found_by.finditer(text))

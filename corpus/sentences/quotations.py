"""Quotations inside a paragraph: a sentence that quotes several is still one sentence."""

import re
from collections.abc import Iterator

LONGEST_QUOTATION = 600  # code points; beyond it a mark is taken for a stray one

_DOUBLE = re.compile(r'["“”„«»]')
_SINGLE = re.compile(r"(?<!\w)‘|’(?!\w)")
_CLOSES_SINGLE = ".,!?…"


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Returns the bounds of the closed quotations between `start` and `end`, marks included, sorted."""
    double = list(_double(text, start, end))
    inside = _covered(double)
    single = [found for found in _single(text, start, end) if found[0] not in inside]
    return sorted(double + single)


def _covered(spans: list[tuple[int, int]]) -> set[int]:
    return {at for start, stop in spans for at in range(start, stop)}


def _double(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for found in _DOUBLE.finditer(text, start, end):
        at = found.start()
        if opened is not None and at - opened <= LONGEST_QUOTATION and _closes(text, opened, at):
            yield opened, at + 1
            opened = None
        elif _opens(text, at, start, end):
            opened = at


def _closes(text: str, opened: int, at: int) -> bool:
    if text[at] == "“":
        return text[opened] == "„"
    return text[at] in "”»" or (text[at] == '"' and not text[at - 1].isspace())


def _opens(text: str, at: int, start: int, end: int) -> bool:
    if text[at] != '"':
        return text[at] in "“„«"
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not after.isspace() and (before.isspace() or before in "([—–-‘'/.!?:,")


def _single(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Single quotes: a closing one looks like an apostrophe, so it counts after a stop or a comma alone."""
    opened: int | None = None
    for found in _SINGLE.finditer(text, start, end):
        at = found.start()
        if found[0] == "‘":
            opened = at
        elif opened is not None and at - opened <= LONGEST_QUOTATION and text[at - 1] in _CLOSES_SINGLE:
            yield opened, at + 1
            opened = None

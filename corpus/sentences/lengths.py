"""Sentences without an end: no reader takes so long a breath, and no rule should have to."""

from collections.abc import Iterator

LONGEST = 2_000
"""Code points of the longest sentence. No sentence of a report comes near; what is longer has lost its marks,
or never was prose, and takes a time that grows with the square of its length."""

_CUTS = ("\n", "; ", ": ", ", ", " ")
"""Where a longer one is cut, the better places first."""


def cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yields the offsets at which a stretch is cut so that no part is longer than `LONGEST`, sorted.

    Each cut is the last of the best places in the second half of what may stand; where there is none, such as
    in a run of one letter, at the limit itself.
    """
    while end - start > LONGEST:
        start = _cut(text, start + LONGEST // 2, start + LONGEST)
        yield start


def _cut(text: str, low: int, high: int) -> int:
    found = ((text.rfind(mark, low, high), mark) for mark in _CUTS)
    return next((at + len(mark) for at, mark in found if at >= 0), high)

"""Which documents carry the same text: a wire report that five papers print is one source, not five.

A text is known by its shingles, the runs of five words in it (Broder 1997), of which a bottom-k sketch keeps
those with the smallest hashes. Two sketches show how much of the shorter text is in the longer one. Texts
that are copies of each other, or of the same third one, are a family.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

_WORD = re.compile(r"\w+")
_SHINGLE_WORDS = 5
_KEPT = 128

_SHARED = 0.5
"""How much of the shorter text must be in the longer. Reports of their own on one event share under 0.1 of
their shingles, a wire report with every fifteenth word changed 0.7."""

_LEAST_SHINGLES = 8
"""Texts that can be compared by fewer are never taken for copies."""

_SHORTEST = 0.25
"""A shorter part of a text than this is a quotation, not a copy."""

_DAYS = timedelta(7)
"""Papers print a wire report in the days after it."""

LOOKED_UP = 16
"""So many of the smallest hashes lead to a copy: even one cut to a quarter shares some four of them."""

_MASK = (1 << 32) - 1
_MIX = 0x9E3779B1


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text by its shingles: how many different ones it has, and the smallest hashes, sorted."""

    size: int
    hashes: tuple[int, ...]

    @property
    def limit(self) -> int:
        """The hash up to which the sketch has all."""
        return _MASK if self.size <= len(self.hashes) else self.hashes[-1]


@dataclass(frozen=True, slots=True)
class Printed:
    """A document and the family of texts that it belongs to; `id` is whatever names it, `name` for good."""

    id: int | str
    name: str
    published: date | None
    family: int


def sketch(text: str) -> Sketch:
    """Returns the sketch of a text; it depends on its words alone, not on case, marks or line breaks."""
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[at : at + _SHINGLE_WORDS]) for at in range(len(words) - _SHINGLE_WORDS + 1))
    hashes = {_hash(run) for run in runs}
    return Sketch(len(hashes), tuple(sorted(hashes)[:_KEPT]))


def _hash(run: str) -> int:
    code = crc32(run.encode("utf-8", "replace"))
    return (code ^ code >> 15) * _MIX & _MASK


def is_copy(one: Sketch, other: Sketch) -> bool:
    """Tells whether two texts are (nearly) the same, or one is the other cut short."""
    if min(one.size, other.size) < _SHORTEST * max(one.size, other.size):
        return False
    limit = min(one.limit, other.limit)
    these, those = ({code for code in each.hashes if code <= limit} for each in (one, other))
    fewest = min(len(these), len(those))
    return fewest >= _LEAST_SHINGLES and len(these & those) >= _SHARED * fewest


def originals(documents: Iterable[Printed]) -> dict[int | str, int | str]:
    """Returns for each document, by id, the earliest that carries its text: itself, or the one it copies.

    Documents of one family carry the same text; later than papers print a wire report, it is told anew.
    """
    found: dict[int | str, int | str] = {}
    first: dict[int, Printed] = {}
    for document in sorted(documents, key=lambda each: (each.published or date.max, each.name)):
        original = first.get(document.family)
        if original is None or not _is_printed_with(document, original):
            original = first[document.family] = document
        found[document.id] = original.id
    return found


def _is_printed_with(document: Printed, original: Printed) -> bool:
    if document.published is None or original.published is None:
        return True
    return document.published - original.published <= _DAYS

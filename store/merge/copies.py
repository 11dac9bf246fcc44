"""Which documents carry the same text: a wire report that five papers print is one source, not five.

A text is known by its shingles, the runs of five words in it (Broder 1997), of which a bottom-k sketch keeps
those with the smallest hashes. Two sketches show how much of the shorter text is in the longer one.
"""

import re
from collections.abc import Iterable, Iterator
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

_LOOKED_UP = 32
"""So many of the smallest hashes lead to a copy: even one cut to a quarter shares some eight of them."""

_RARE = 4
"""A shingle of more originals is one that everybody quotes."""

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
    """A document with its sketch; `id` is whatever names it, `name` does so for good."""

    id: int | str
    name: str
    published: date | None
    sketch: Sketch


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

    Each is compared with the earlier originals that share a rare shingle with it: most share none.
    """
    found: dict[int | str, int | str] = {}
    by_hash: dict[int, list[Printed]] = {}
    for document in sorted(documents, key=lambda each: (each.published or date.max, each.name)):
        original = next(_copied(document, by_hash), None)
        found[document.id] = original.id if original else document.id
        if original is None:
            for code in document.sketch.hashes[:_LOOKED_UP]:
                by_hash.setdefault(code, []).append(document)
    return found


def _copied(document: Printed, by_hash: dict[int, list[Printed]]) -> Iterator[Printed]:
    """Yields the originals that a document is a copy of, the earliest first."""
    shared = (by_hash.get(code, ()) for code in document.sketch.hashes[:_LOOKED_UP])
    sharing = {each.name: each for owners in shared if len(owners) <= _RARE for each in owners}
    for original in sorted(sharing.values(), key=lambda each: (each.published or date.max, each.name)):
        near = not (document.published and original.published) or (
            document.published - original.published <= _DAYS
        )
        if near and is_copy(document.sketch, original.sketch):
            yield original

"""Acts that undo each other: what is imposed on Tuesday and lifted on Wednesday is told in the same words."""

from collections.abc import Mapping
from functools import cache, lru_cache

from store.merge.words import rephrased, stems, table


def are_opposed(line: str, other: str) -> bool:
    """Tells whether of two headlines one undoes what the other does.

    A line does what its first such word says: "would lift the decree that he had imposed" lifts.
    """
    here, there = _does(line), _does(other)
    return any(here[pair] is not there[pair] for pair in here.keys() & there.keys())


@lru_cache(maxsize=1 << 16)
def _does(line: str) -> Mapping[int, bool]:
    """Returns for each pair of opposites that a line has a word of, whether it is of those named first."""
    found: dict[int, bool] = {}
    for stem in stems(rephrased(line)):
        for pair, is_first in _opposites().get(stem, ()):
            found.setdefault(pair, is_first)
    return found


@cache
def _opposites() -> dict[str, list[tuple[int, bool]]]:
    found: dict[str, list[tuple[int, bool]]] = {}
    for pair, words in enumerate(table()["words"]["opposites"]):
        for side, is_first in zip(words.split(" | "), (True, False), strict=True):
            for stem in stems(side):
                found.setdefault(stem, []).append((pair, is_first))
    return found

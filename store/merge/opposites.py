"""Acts that undo each other or are done with other things, though they be told in the same words.

What is imposed on Tuesday is lifted on Wednesday; who tests a bomb in the morning fires a missile at noon.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from store.merge.words import rephrased, stems, table

_SHORT_NAME = re.compile(r"\b[A-Z]{2,}\b")  # START begins nothing


def are_opposed(line: str, other: str) -> bool:
    """Tells whether of two headlines one undoes what the other does, or does it with another thing.

    A line does what its first such word says: "would lift the decree that he had imposed" lifts.
    """
    here, there = _does(line), _does(other)
    return any(here[choice] != there[choice] for choice in here.keys() & there.keys())


def are_exclusive(line: str, other: str) -> bool:
    """Tells whether two headlines name two of what acts by itself: each house of a parliament."""
    here, there = _does(line, "exclusive"), _does(other, "exclusive")
    return any(here[choice] != there[choice] for choice in here.keys() & there.keys())


def done_with(line: str) -> str:
    """Returns which of the words that exclude each other a headline has, as a name for all of them."""
    return " ".join(f"{choice}:{taken}" for choice, taken in sorted(_does(line).items()))


@lru_cache(maxsize=1 << 16)
def _does(line: str, group: str = "opposites") -> Mapping[int, int]:
    """Returns for each choice between words of a group that a line makes which one it takes."""
    found: dict[int, int] = {}
    for stem in stems(rephrased(_SHORT_NAME.sub("", line))):
        for choice, taken in _choices(group).get(stem, ()):
            found.setdefault(choice, taken)
    return found


@cache
def _choices(group: str) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for choice, words in enumerate(table()["words"][group]):
        for taken, alike in enumerate(words.split(" | ")):
            for stem in stems(alike):
                found.setdefault(stem, []).append((choice, taken))
    return found

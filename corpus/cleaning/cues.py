"""The cue table `cues.toml`, compiled once."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class WeightedCues:
    """Patterns with weights; `longest` is in words, `threshold` in weight."""

    weights: tuple[tuple[Pattern, int], ...]
    threshold: int
    longest: int

    def score(self, text: str) -> int:
        """Returns the summed weight of the patterns found in a text."""
        return sum(weight for pattern, weight in self.weights if pattern.search(text))


@dataclass(frozen=True, slots=True)
class Cues:
    """What marks page furniture, each list as one pattern; `cues.toml` says what each is for."""

    furniture: Pattern
    openings: Pattern
    lists: Pattern
    finals: Pattern
    phrases: WeightedCues
    captions: WeightedCues


@cache
def cues() -> Cues:
    """Returns the table."""
    table = tomllib.loads(Path(__file__).with_name("cues.toml").read_text(encoding="utf-8"))
    return Cues(
        furniture=_any_of(table["furniture"], whole=True),
        openings=_any_of(table["openings"], whole=False),
        lists=_any_of(table["lists"], whole=True),
        finals=_any_of(table["finals"], whole=True),
        phrases=_weighted(table["phrases"]),
        captions=_weighted(table["captions"]),
    )


def _any_of(patterns: Iterable[str], *, whole: bool) -> Pattern:
    either = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(
        rf"\W{{0,3}}(?:{either})\W{{0,3}}$" if whole else rf"[^\w\"“‘'«]{{0,3}}(?:{either})", re.IGNORECASE
    )


def _weighted(table: dict[str, Any]) -> WeightedCues:
    weights = tuple(
        (re.compile(pattern, re.IGNORECASE), int(weight)) for pattern, weight in table["weights"].items()
    )
    return WeightedCues(weights, int(table["threshold"]), int(table["longest"]))

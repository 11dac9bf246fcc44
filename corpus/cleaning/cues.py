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
class Cue:
    """A pattern with its weight; where `words` are given, a text without any of them cannot hold it."""

    weight: int
    words: tuple[str, ...]
    pattern: Pattern

    def may_stand_in(self, small: str) -> bool:
        """Whether a text in small letters has one of the words, which is far cheaper than to search it."""
        return not self.words or any(map(small.__contains__, self.words))


@dataclass(frozen=True, slots=True)
class WeightedCues:
    """Patterns with weights; `longest` is in words, `threshold` in weight."""

    cues: tuple[Cue, ...]
    threshold: int
    longest: int

    def score(self, text: str, needed: int) -> int:
        """Returns the summed weight of the patterns found in a text, 0 where it cannot come to `needed`."""
        small = text.lower()
        cues = [cue for cue in self.cues if cue.may_stand_in(small)]
        possible = sum(cue.weight for cue in cues if cue.weight > 0)
        score = 0
        for cue in cues:
            if possible < needed:
                return 0
            if cue.pattern.search(text):
                score += cue.weight
            elif cue.weight > 0:
                possible -= cue.weight
        return score


@dataclass(frozen=True, slots=True)
class Cues:
    """What marks page furniture, each list as one pattern; `cues.toml` says what each is for."""

    furniture: Pattern
    openings: Pattern
    requests: Pattern
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
        requests=_any_of(table["requests"], whole=False),
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


def _whole(pattern: str, table: dict[str, Any]) -> str:
    """A pattern with the parts that it only names."""
    for name, part in table.get("parts", {}).items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def _weighted(table: dict[str, Any]) -> WeightedCues:
    found = tuple(
        Cue(
            int(weight),
            tuple(filter(None, words.split("|"))),
            re.compile(_whole(pattern, table), re.IGNORECASE),
        )
        for weight, words, pattern in table["cues"]
    )
    return WeightedCues(found, int(table["threshold"]), int(table["longest"]))

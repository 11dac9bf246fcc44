"""Calendar units beside the present one: `last week`, `this year`, `next month`, `the coming weekend`."""

import re

from corpus.times.grammar import Family, Rule
from corpus.times.meaning import From, Meaning, Turn
from corpus.times.words import UNITS, pattern

_COUNTS = {"last": -1, "past": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
           "this coming": 1, "upcoming": 1, "present": 0}  # fmt: skip
_TOLD = {"that": 0, "the same": 0, "that same": 0, "that very": 0, "the following": 1, "the next": 1, "the previous": -1,
         "the preceding": -1, "the prior": -1}  # fmt: skip


def _turn(match: re.Match[str]) -> Meaning:
    way = " ".join(match["way"].lower().split())
    return Turn(UNITS[match["unit"].lower()], _COUNTS[way])


def _told(match: re.Match[str]) -> Meaning:
    way = " ".join(match["way"].lower().split())
    return Turn(UNITS[match["unit"].lower()], _TOLD[way], From.TOLD)


_WAYS = "|".join(sorted(_COUNTS, key=len, reverse=True))
_TOLD_WAYS = "|".join(sorted(_TOLD, key=len, reverse=True))

FAMILY = Family(
    "turn",
    frozenset(UNITS),
    (
        Rule("unit", pattern(rf"(?:the )?(?P<way>{_WAYS}) (?:fiscal |calendar |full )?{{unit}}\b(?!-)"), _turn),
        Rule("unit-told", pattern(rf"(?P<way>{_TOLD_WAYS}) {{unit}}\b(?!-)"), _told),
    ),
)

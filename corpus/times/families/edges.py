"""The ends of a running period: `the end of the year`, `year's end`, `the middle of the month`."""

import re

from corpus.times.grammar import family
from corpus.times.meaning import From, Meaning, Part, Portion, Turn
from corpus.times.words import UNITS

_PORTIONS = {"beginning": Portion.EARLY, "start": Portion.EARLY, "middle": Portion.MIDDLE,
             "end": Portion.LATE,
             "close": Portion.LATE, "first half": Portion.FIRST_HALF, "second half": Portion.SECOND_HALF,
             "latter half": Portion.SECOND_HALF, "rest": Portion.REST, "remainder": Portion.REST}  # fmt: skip


def _edge(match: re.Match[str]) -> Meaning:
    edge = " ".join(match["edge"].lower().split())
    return Part(Turn(UNITS[match["unit"].lower()], 0, From.STORY), _PORTIONS[edge])


def _end(match: re.Match[str]) -> Meaning:
    return Part(Turn(UNITS[match["unit"].lower()], 0), Portion.LATE)


_EDGE = r"(?P<edge>beginning|start|middle|end|close|(?:first|second|latter) half|rest|remainder)"

FAMILY = family(
    "edge",
    ("end", "beginning", "start", "middle", "close", "half", "rest", "remainder"),
    (
        "edge",
        rf"(?:the )?(?:very )?{_EDGE} of (?:the|this) (?:current |calendar )?(?P<unit>week|month|"
        rf"quarter|year|decade|century)\b(?!['’-])",
        _edge,
    ),
    ("edge", r"(?:the )?(?P<unit>year|month|week|decade|century)(?:['’]s[-\s]|-)end\b", _end),
    ("edge", r"(?P<unit>year) end\b", _end),
)

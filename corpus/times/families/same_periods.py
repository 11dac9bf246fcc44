"""The same time of another year: `the same month last year`, `the same period of 2017`."""

import re

from corpus.times.grammar import family
from corpus.times.meaning import Meaning, SamePeriod
from corpus.times.words import number, year_number

_BACK = {"last year": 1, "the previous year": 1, "the prior year": 1, "the year before": 1,
         "the preceding year": 1, "next year": -1, "the following year": -1}  # fmt: skip


def _beside(match: re.Match[str]) -> Meaning:
    """`The same month last year`, `… two years ago`."""
    if match["year_word"]:
        return SamePeriod(match["unit"].lower(), back=_BACK[" ".join(match["year_word"].lower().split())])
    return SamePeriod(match["unit"].lower(), back=round(number(match["number"]) or 1))


def _of_year(match: re.Match[str]) -> Meaning:
    return SamePeriod(match["unit"].lower(), year=year_number(match))


_SAME = r"(?:the )?(?:same|corresponding|comparable|like) (?P<unit>day|week|month|quarter|period|time) "
_OTHER_YEAR = "|".join(sorted(_BACK, key=len, reverse=True))

FAMILY = family(
    "same-period",
    ("same", "corresponding", "comparable", "like"),
    (
        "same-period",
        _SAME
        + rf"(?:of |in |the )?(?:(?P<year_word>{_OTHER_YEAR})\b|{{number}} years? (?:ago|earlier|before)\b)",
        _beside,
    ),
    ("same-period", _SAME + r"(?:of|in) {year}", _of_year),
)

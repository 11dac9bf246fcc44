"""Lends the year that opens a sentence to its months and days: `Last year, the drill was held in December`.

Whoever opens with a year tells of it. A semicolon or a `but` ends what the year is told of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.model import Precision, Sentence
from corpus.times.grammar import Found
from corpus.times.meaning import Counted, Fixed, From, InYear, Meaning, Month, MonthDay, Part, Pull, Turn

_OPENING = 12  # code points from a sentence's start
_ENDS = re.compile(r"[;:“”\"]|\bbut\b|\bthis year\b", re.IGNORECASE)
_POSSESSIVE = ("'s", "’s")


def lend_years(text: str, found: Sequence[Found], sentences: Sequence[Sentence]) -> list[Found]:
    """Returns the expressions of a text, sorted by start, with the years that open their sentences."""
    lent = list(found)
    for sentence, indices in _by_sentence(found, sentences):
        year = found[indices[0]]
        if not _opens(text, year, sentence) or not _is_year(year.meaning):
            continue
        for before, index in pairwise(indices):
            if _ENDS.search(text, found[before].end, found[index].start):
                break
            meaning = _in_year(found[index].meaning, year.meaning)
            lent[index] = replace(found[index], meaning=meaning) if meaning else found[index]
    return lent


def _opens(text: str, found: Found, sentence: Sentence) -> bool:
    return found.start - sentence.start <= _OPENING and text[found.end : found.end + 2] not in _POSSESSIVE


def _by_sentence(
    found: Sequence[Found], sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, list[int]]]:
    """Yields each sentence with the places of its expressions, where it has two or more."""
    index = 0
    for sentence in sentences:
        inside = []
        while index < len(found) and found[index].start < sentence.end:
            if found[index].start >= sentence.start:
                inside.append(index)
            index += 1
        if len(inside) > 1:
            yield sentence, inside


def _is_year(meaning: Meaning) -> bool:
    match meaning:
        case Fixed(value=value):
            return value.precision is Precision.YEAR
        case Turn(unit="year", source=From.PUBLICATION):
            return True
        case Counted(unit="year", count=count, source=source, about=False, anchor=None):
            return count == round(count) and (source is From.PUBLICATION or count < 0)
        case _:
            return False


def _in_year(meaning: Meaning, year: Meaning) -> Meaning | None:
    match meaning:
        case Month(pull=Pull.NONE, near=False) | MonthDay(pull=Pull.NONE, to=None, weekday=None):
            return InYear(meaning, year)
        case Part(whole=whole):
            within = _in_year(whole, year)
            return replace(meaning, whole=within) if within else None
        case _:
            return None

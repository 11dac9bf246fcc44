"""Tells histories from news: a history is told in sequence, and its dates count from each other.

In news a date without a year is the nearest to publication. In a history (`In 1950 … On June 25 … In
September …`) it follows the last date told. A text is taken for a history where the years it names are
mostly far from its publication and little in it is counted from that day, or where publication is unknown.
"""

from collections.abc import Sequence
from datetime import date

from corpus.times import meaning as m
from corpus.times.grammar import Found

_FAR = 2  # years from publication
_ENOUGH = 3  # far dates that a history has at least
_PER_NEWS = 2  # far dates for each expression that counts from publication


def is_history(found: Sequence[Found], published: date | None) -> bool:
    """Returns whether the expressions of a text tell a history rather than news."""
    if published is None:
        return True
    far = sum(_is_far(expression.meaning, published) for expression in found)
    news = sum(_counts_from_publication(expression.meaning) for expression in found)
    return far >= _ENOUGH and far > _PER_NEWS * news


def _is_far(meaning: m.Meaning, published: date) -> bool:
    match meaning:
        case m.Fixed(value=value) if value.first is not None:
            return abs(value.first.year - published.year) >= _FAR
        case m.Part(whole=whole):
            return _is_far(whole, published)
        case m.Range(start=start):
            return _is_far(start, published)
        case _:
            return False


def _counts_from_publication(meaning: m.Meaning) -> bool:
    match meaning:
        case m.Turn(source=source) | m.Counted(source=source):
            return source is m.From.PUBLICATION
        case m.Weekday() | m.Weekend():
            return True
        case _:
            return False

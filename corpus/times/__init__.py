"""Time expressions: found by a grammar of families, resolved against an anchor, explained."""

from collections.abc import Sequence
from datetime import date

from corpus.model import Sentence, TimeExpression


def find_times(text: str, published: date | None, sentences: Sequence[Sentence]) -> list[TimeExpression]:
    """Returns the time expressions of a text, sorted by start and never overlapping."""
    raise NotImplementedError

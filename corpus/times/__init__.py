"""Time expressions: found by a grammar of families, resolved against an anchor, explained."""

from collections.abc import Sequence
from datetime import date

from corpus.model import Sentence, TimeExpression


def find_times(text: str, published: date | None, sentences: Sequence[Sentence]) -> list[TimeExpression]:
    """Returns the time expressions of a text, sorted by start and never overlapping."""
    from corpus.times.dating import date_expressions
    from corpus.times.finding import find_expressions

    return date_expressions(text, published, sentences, find_expressions(text))

"""Sentences of news text, by rule: paragraphs, then quotations, then marks and abbreviations."""

from collections.abc import Iterator
from itertools import pairwise

from corpus.model import Sentence
from corpus.sentences.boundaries import boundaries
from corpus.sentences.lengths import cuts
from corpus.sentences.paragraphs import paragraphs
from corpus.sentences.quotations import quotations

__all__ = ["sentences"]


def sentences(text: str) -> list[Sentence]:
    """Returns the sentences of a text, sorted by start, without the white space around them.

    Offsets are code points into `text`, which may be any text: prose, lists, lines wrapped at a column.
    A quotation that is closed in its paragraph is not broken; what has no end for `lengths.LONGEST` code
    points is, wherever that hurts least.
    """
    found = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in pairwise([start, *_ends(text, start, end), end]):
            sentence = _trimmed(text, first, last, number)
            if sentence.start < sentence.end:
                found.append(sentence)
    return found


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yields where a sentence of a paragraph ends and the next begins, sorted."""
    for first, last in pairwise([start, *_outside_quotations(text, start, end), end]):
        yield from cuts(text, first, last)
        if last < end:
            yield last


def _outside_quotations(text: str, start: int, end: int) -> Iterator[int]:
    quoted = iter(quotations(text, start, end))
    current = next(quoted, None)
    for boundary in boundaries(text, start, end):
        while current and current[1] <= boundary:
            current = next(quoted, None)
        if current is None or not current[0] < boundary < current[1]:
            yield boundary


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, paragraph)

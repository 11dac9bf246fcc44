"""Sentences of news text."""

from corpus.model import Sentence


def sentences(text: str) -> list[Sentence]:
    """Returns the sentences of a text, sorted by start, without the white space around them."""
    raise NotImplementedError

"""Mentions of entities, found by name, office and cue, and linked to the knowledge base."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.model import Entity, Mention, Sentence, TimeExpression


@dataclass(frozen=True, slots=True)
class Linked:
    """The mentions of one text, sorted by start, and the entities that they refer to, sorted by id."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def link(
    text: str,
    published: date | None,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
) -> Linked:
    """Returns the mentions of a text and their entities."""
    raise NotImplementedError

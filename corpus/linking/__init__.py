"""Mentions of entities, found by name, office and cue, and linked to the knowledge base."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from corpus.model import Entity, Mention, Sentence, TimeExpression

if TYPE_CHECKING:
    from corpus.linking.linker import Linker


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
    found = _linker().page(text, published, sentences, times).found
    entities = {each.entity.id: each.entity for each in found}
    return Linked(tuple(each.mention(text) for each in found), tuple(entities[id] for id in sorted(entities)))


@cache
def _linker() -> "Linker":
    from corpus.linking.linker import Linker
    from corpus.linking.load import load_shipped

    return Linker(load_shipped())

"""Tellings that are the same event without a doubt, so that nobody needs to compare them.

A summit is told by hundreds of papers: comparing each with each would take a day's work for a minute's
result. Two tellings are one block where the same two persons meet on the same day, or where the same actors
do the same in nearly the same words, as in the copies of a wire report that editors have touched. Only a few
voices of a block are compared with the rest of the store; which ones, their content alone decides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from corpus import Actor, EntityType, Kind, Role, Status
from store.merge.acts import Act
from store.merge.words import likeness

_LEAST_WORDS = 4
"""Fewer content words may be the same by chance."""

_NEAR = 0.8
"""From this likeness on, words are nearly the same: three in fifteen were changed. Sentences of reports of
their own on one event seldom reach 0.5."""

VOICES = 6
"""So many voices of a block are compared; more of them change the average score by less than a tenth."""

LEADS = 16
"""Of the blocks with one sign, such as all reports of a launch in words of their own, so many are compared
with everything; the others only with these, so that what a crowd tells costs no more than its length."""


class Voice(IntEnum):
    """With whom a passage is compared: nobody; those of its sign that lead; all that may tell the same."""

    SILENT = 0
    ECHO = 1
    LEAD = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """What tells of a passage by itself which block it may belong to.

    `block` names its block while it is alone, '' where it stands for itself; `sign` is what all tellings have
    in common that may join it by their words, '' where words do not matter.
    """

    sign: str
    block: str


@dataclass(frozen=True, slots=True)
class Worded:
    """A passage in a block: its number, its name by content, and its content words, sorted."""

    id: int
    name: str
    words: str


def sign_of(
    value: str,
    kind: Kind,
    status: Status,
    actors: Sequence[Actor],
    types: Sequence[EntityType],
    words: Sequence[str],
    act: Act = Act.NONE,
    deed: str = "",
) -> Sign:
    """Returns what a passage has in common with others of its block; `types` holds the type of each actor.

    `deed` is what the headline says that it does, and with what: a sentence may tell two deeds of a kind.
    """
    denied = status is Status.DENIED
    is_meeting = kind is Kind.CONSULT and _is_exact(value)
    persons = {actor.entity for actor, type_ in zip(actors, types, strict=True) if type_ is EntityType.PERSON}
    if is_meeting and len(persons) > 1:
        everybody = " ".join(sorted({actor.entity for actor in actors}))
        return Sign("", _hash(f"{value} {kind} {act} {denied} {everybody}"))
    if len(words) < _LEAST_WORDS:
        return Sign("", "")
    sides = (" ".join(sorted(actor.entity for actor in actors if actor.role is role)) for role in Role)
    sign = _hash(f"{value} {kind} {deed} {denied} {' | '.join(sides)}")
    return Sign(sign, own_block(sign, " ".join(sorted(words))))


def own_block(sign: str, words: str) -> str:
    """Returns the name of the block of a passage of this sign and these words, sorted, while it is alone."""
    return _hash(f"{sign} {words}")


def joined(sign: str, words: str, blocks: Mapping[str, Iterable[str]]) -> set[str]:
    """Returns the names of the blocks that words belong to; the first of them by name stands for all.

    `blocks` holds for each name the different words, sorted, that passages of this sign have.
    """
    own = content(words)
    near = {
        name
        for name, wordings in blocks.items()
        if any(likeness(own, content(other)) >= _NEAR for other in wordings)
    }
    return near | {own_block(sign, words)}


def voices(block: Iterable[Worded]) -> set[int]:
    """Returns the numbers of the passages that speak for a block: a few, in different words.

    A passage that joins takes the place of another or none, so that all who speak now have been compared
    with each other, whoever came first.
    """
    speaking: dict[str, Worded] = {}
    for passage in block:
        known = speaking.setdefault(passage.words, passage)
        if passage.name < known.name:
            speaking[passage.words] = passage
    chosen = sorted(speaking.values(), key=lambda passage: _hash(passage.words))[:VOICES]
    return {passage.id for passage in chosen}


def leading(blocks: Iterable[str]) -> set[str]:
    """Returns those of the blocks of one sign that lead: as names are hashes, they are as good as drawn."""
    return set(sorted(blocks)[:LEADS])


def content(words: str) -> frozenset[str]:
    """Returns words, without the actors that all tellings of a block have in common."""
    return frozenset(word for word in words.split() if not word.startswith("@@"))


def _hash(content: str) -> str:
    return sha256(content.encode("utf-8", "replace")).hexdigest()[:16]


def _is_exact(value: str) -> bool:
    return len(value) == len("2023-09-13") and "/" not in value

"""Tellings that are the same event without a doubt, so that nobody needs to compare them.

A summit is told by hundreds of papers: comparing each with each would take a day's work for a minute's
result. Two tellings are one block where the same two persons meet on the same day, or where the same
actors do the same in the same words, as in copies of a wire report.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from corpus import Actor, EntityType, Kind, Role, Status
from store.merge.kinds import Nature, nature

_LEAST_WORDS = 4
"""Fewer content words may be the same by chance."""


def block_of(
    value: str,
    kind: Kind,
    status: Status,
    actors: Sequence[Actor],
    types: Sequence[EntityType],
    words: Iterable[str],
) -> str:
    """Returns what all tellings of a block have in common, hashed; '' for a telling that stands for itself.

    `types` holds the type of each actor.
    """
    is_meeting = nature(kind) is Nature.MEETING and _is_exact(value)
    persons = {actor.entity for actor, type_ in zip(actors, types, strict=True) if type_ is EntityType.PERSON}
    if is_meeting and len(persons) > 1:
        content = " ".join(sorted({actor.entity for actor in actors}))
    elif len(sorted_words := sorted(words)) >= _LEAST_WORDS:
        sides = (sorted(actor.entity for actor in actors if actor.role is role) for role in Role)
        content = " | ".join(" ".join(part) for part in (*sides, sorted_words))
    else:
        return ""
    denied = status is Status.DENIED
    return sha256(f"{value} {kind} {denied} {content}".encode("utf-8", "replace")).hexdigest()[:16]


def _is_exact(value: str) -> bool:
    return len(value) == len("2023-09-13") and "/" not in value

"""Headlines where nothing stands before them: one that begins with a pronoun is told whom it means."""

import re

from corpus import Role
from store.model import ActorRow, EventRow

_SINGULAR = frozenset({"he", "she", "it", "his", "her", "its", "who"})
_PLURAL = frozenset({"they", "their"})
PRONOUNS = _SINGULAR | _PLURAL
"""The words, in small letters, at the head of a headline that mean somebody named elsewhere."""

_FIRST_WORD = re.compile(r"\W*(\w+)")


def first_word(headline: str) -> str:
    """Returns the first word of a headline in small letters, '' where it has none."""
    found = _FIRST_WORD.match(headline)
    return found[1].casefold() if found else ""


def meant(row: EventRow) -> str:
    """Returns who the pronoun means with which a headline begins: the source actors; '' for any other."""
    return ", ".join(actor.name for actor in meant_actors(row))


def meant_actors(row: EventRow) -> list[ActorRow]:
    """Returns those whom the pronoun means with which a headline begins; nobody for any other headline."""
    word = first_word(row.headline)
    sources = [actor for actor in row.actors if actor.role is Role.SOURCE]
    if word in _PLURAL:
        return sources
    return sources[:1] if word in _SINGULAR else []


def full_headline(row: EventRow) -> str:
    """Returns the headline, and before it whom its pronoun means."""
    who = meant(row)
    return f"{who} · {row.headline}" if who else row.headline

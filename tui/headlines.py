"""Headlines for the screen: one that begins with a pronoun is told whom it means."""

import re

from corpus import EntityType
from store import headlines
from store.model import ActorRow, EventRow
from tui.cells import safe_line

_SHORT = {
    "european-union": "EU",
    "north-korea": "N. Korea",
    "south-korea": "S. Korea",
    "soviet-union": "USSR",
    "united-kingdom": "UK",
    "united-nations": "UN",
    "united-states": "U.S.",
}
"""The short forms in which newspapers name states and bodies."""

_FAMILY_FIRST = ("CHN", "HKG", "TWN", "VNM")
_KOREAS = ("PRK", "KOR")
_NUMBER = re.compile(r"(?:Jr|Sr)\.?|[IVX]{2,5}")


def meant(row: EventRow) -> str:
    """Returns who the pronoun means with which a headline begins: the source actors; '' for any other."""
    return safe_line(headlines.meant(row))


def full_headline(row: EventRow) -> str:
    """Returns the headline, and before it whom its pronoun means."""
    return safe_line(headlines.full_headline(row))


def meant_in_short(row: EventRow) -> str:
    """Returns whom `meant` tells, by surnames and short forms: for lines with little room."""
    return safe_line(", ".join(_short(actor) for actor in headlines.meant_actors(row)))


def _short(actor: ActorRow) -> str:
    """Returns the short name; the full one of a person whose country, and so whose surname, is unknown."""
    if actor.type is not EntityType.PERSON or actor.country is None:
        return _SHORT.get(actor.entity, actor.name)
    parts = [part for part in actor.name.split() if not _NUMBER.fullmatch(part)] or [actor.name]
    if actor.country in _FAMILY_FIRST or (actor.country in _KOREAS and _is_korean_surname(parts[0])):
        return parts[0]
    particle = (number for number, part in enumerate(parts) if number and part[0].islower())
    return " ".join(parts[next(particle, len(parts) - 1) :])  # de Gaulle, von der Leyen


def _is_korean_surname(word: str) -> bool:
    from corpus.linking.korean import is_family_name  # reads its lists; few lines need them

    return is_family_name(word)

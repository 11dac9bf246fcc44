"""Where a publisher sits, as the knowledge base has its medium."""

from functools import cache

from corpus.linking import all_entities, fingerprint
from corpus.model import EntityType


def country_of(name: str) -> str | None:
    """Returns the country of the medium that bears a name, with or without its article; None for none."""
    return _countries(fingerprint()).get(_folded(name))


@cache
def _countries(_: int) -> dict[str, str]:
    media = [entity for entity in all_entities() if entity.type is EntityType.MEDIUM]
    named = {_folded(alias.text): each.country for each in media for alias in each.aliases}
    named |= {_folded(each.name): each.country for each in media}
    return {name: country for name, country in named.items() if country}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")

"""Who is named in a text in full, by surname."""

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from corpus.linking.korean import is_family_name
from corpus.linking.lexicon import words
from corpus.linking.looks import is_chinese, is_korean
from corpus.linking.variants import fold
from corpus.model import Entity

NUMBER = re.compile(r"(?:Jr|Sr)\.?|[IVX]{2,5}")  # John Paul II, Joseph Biden Jr.
KOREAS = ("PRK", "KOR")


def family_first(name: str, country: str | None = None) -> bool:
    """Tells whether a name begins with the family name: Kim Jong Un, Oh Min-seok, Li Wenhua."""
    first, _, rest = name.partition(" ")
    if not rest:
        return False
    if country in ("CHN", "TWN", "VNM", "HKG"):
        return first.lower() not in words().given
    if country in ("PRK", "KOR"):
        return is_family_name(first)
    return country is None and (is_korean(name) or is_chinese(name))


@lru_cache(maxsize=50_000)
def surname(name: str, country: str | None = None) -> str:
    """Returns the family name of a person, folded."""
    parts = [part for part in name.partition(" of ")[0].split() if not NUMBER.fullmatch(part)] or [name]
    return fold(parts[0] if family_first(name, country) else parts[-1])


def _own_surname(written: str, name: str, country: str | None) -> str:
    """Returns the folded surname of a person as a text spells it in his full name ("Yun Seok-yeol")."""
    words_of = written.split()
    korean = country in KOREAS
    full = len(words_of) == name.count(" ") + 1 or (korean and len(words_of) > 1)
    if not full or len(words_of) < 2 or (korean and not is_family_name(words_of[0])):
        return surname(name, country)
    return surname(written, country)


def _first_name(name: str, country: str | None) -> str | None:
    """Returns the folded given name by which a text may call somebody, "jong-un" of a Korean."""
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    if not family_first(name, country):
        return fold(first)
    return fold(rest).replace(" ", "-") if country in (*KOREAS, None) else None


@lru_cache(maxsize=50_000)
def _called(name: str, country: str | None, written: str) -> tuple[frozenset[str], str | None]:
    """Returns the surnames of who is named in full as it is written, and the first name; all folded."""
    return frozenset((surname(name, country), _own_surname(written, name, country))), _first_name(
        name, country
    )


@dataclass(slots=True)
class Roster:
    """Who is named in a text in full, by surname: in the order of the text, and each of them once by id.

    `by_first` has each of them once by id, too, by the first name, where that stands before the surname.
    """

    bearers: dict[str, list[tuple[int, Entity]]] = field(default_factory=dict)
    different: dict[str, dict[str, Entity]] = field(default_factory=dict)
    by_first: dict[str, dict[str, Entity]] = field(default_factory=dict)

    def enter(self, start: int, entity: Entity, written: str = "") -> None:
        """Notes that the full name of a person starts at an offset, and how the text spells the surname."""
        surnames, first = _called(entity.name, entity.country, written)
        for name in surnames:
            self.bearers.setdefault(name, [])
            self.again(name, start, entity)
        if first is not None:
            self.by_first.setdefault(first, {})[entity.id] = entity

    def again(self, name: str, start: int, entity: Entity) -> None:
        """Notes that a surname at an offset means one of its bearers."""
        bearers = self.bearers.get(name)
        if bearers is not None:
            insort(bearers, (start, entity), key=itemgetter(0))
            self.different.setdefault(name, {}).setdefault(entity.id, entity)

    def nearest(self, name: str, offset: int) -> Entity | None:
        """Returns the bearer of a surname who is named last before an offset, else first behind it."""
        bearers = self.bearers.get(name)
        if not bearers:
            return None
        index = bisect_left(bearers, offset, key=itemgetter(0))
        return bearers[max(0, index - 1)][1]

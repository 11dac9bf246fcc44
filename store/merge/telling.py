"""What the merging of events looks at: one passage's telling of an event."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from corpus import Basis, EntityType, Kind, Precision, Role, Status
from store.merge.acts import Act, act
from store.merge.blocks import Voice
from store.merge.deeds import deed
from store.merge.kinds import Nature, nature
from store.merge.words import stems_of_line

_ABOUT = re.compile(r"\d{4}-\d\d-\d\d[~?%]")


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor of a telling; `entity` is its number in the store, `country` ISO 3166-1 alpha-3."""

    entity: int
    identifier: str
    name: str
    type: EntityType
    country: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage as evidence. `document` is the hash of the document's bytes, `id` the passage's number.

    `id` tells tellings apart inside one store; no decision may depend on how large it is. `words` are the
    content words, see `store.merge.words`; `sign`, `block` and `voice` tell of the certain sameness, see
    `store.merge.blocks`; `family` is that of the document's text, see `store.merge.copies`. `country` is
    where its publisher sits, `city` that of its dateline. `deed` is what is done, see `store.merge.deeds`,
    `nature` what that consists in, and `day` the day that its time is or is about, None for a longer one;
    they follow from the rest.
    """

    id: int
    document: str
    published: date | None
    start: int
    end: int
    value: str
    first: date
    last: date
    precision: Precision
    basis: Basis
    why: str
    kind: Kind
    status: Status
    headline: str
    trigger: str
    place: str | None
    salience: float
    participants: tuple[Participant, ...]
    words: frozenset[str]
    block: str
    family: int
    country: str | None = None
    city: str | None = None
    sign: str = ""
    voice: Voice = Voice.LEAD
    deed: str = field(init=False)
    nature: Nature = field(init=False)
    day: date | None = field(init=False)

    def __post_init__(self) -> None:
        """Finds what is done and on which day, once for all comparisons."""
        object.__setattr__(self, "deed", deed(self.trigger, self.headline, self.words))
        object.__setattr__(self, "nature", self._nature())
        object.__setattr__(self, "day", self._day())

    def _nature(self) -> Nature:
        """Returns what it consists in: what is done by a vote or a signature is no mere word."""
        found = nature(self.kind)
        if not self.deed or found is Nature.DEED:
            return found
        sides = {participant.country for participant in self.participants}
        return Nature.DEED if found is Nature.SPEECH or len(sides) < 2 else found

    def _day(self) -> date | None:
        if self.is_exact:
            return self.first
        return date.fromisoformat(self.value[:-1]) if _ABOUT.fullmatch(self.value) else None

    @property
    def days(self) -> int:
        """How many days its time has."""
        return (self.last - self.first).days + 1

    @property
    def seat(self) -> str | None:
        """By whose clocks its days are counted: the city of the dateline, else the publisher's country."""
        return self.city or self.country

    @property
    def named(self) -> frozenset[str]:
        """The ids of all actors that its passage names."""
        return _named(self.words)

    @property
    def own_words(self) -> frozenset[str]:
        """The content words of the clause that tells the event, which are few of a long sentence's."""
        return self.words & stems_of_line(self.headline)

    @property
    def act(self) -> Act:
        """What those who meet do, see `store.merge.acts`."""
        return act(self.kind, self.trigger, self.headline)

    @property
    def fingerprint(self) -> str:
        """A text that names the telling by its content alone."""
        return f"{self.document}:{self.start}:{self.end}:{self.kind}:{self.trigger}:{self.value}"

    @property
    def is_exact(self) -> bool:
        """Whether it names one certain day: no interval, no `~` or `?` (EDTF, level 1)."""
        return self.first == self.last and self.value[-1:] not in "~?%"


@lru_cache(maxsize=1 << 14)
def _named(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[2:] for word in words if word.startswith("@@"))

"""The filters of the timeline, in the order in which they were set, and the query they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus import Kind
from store.model import Query
from tui.dates import period_title


@dataclass(frozen=True, slots=True)
class ActorFilter:
    """Only events in which an entity takes part."""

    entity: str
    name: str
    country: str | None = None

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"actor {self.name}"


@dataclass(frozen=True, slots=True)
class CountryFilter:
    """Only events in which a state, or a person or body of it or of the states before it, takes part."""

    country: str
    predecessors: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"country {self.country}"

    @property
    def codes(self) -> str | tuple[str, ...]:
        """The code, or all codes of which one must be there."""
        return (self.country, *self.predecessors) if self.predecessors else self.country


@dataclass(frozen=True, slots=True)
class KindFilter:
    """Only events of a kind; several of them widen each other."""

    kind: Kind

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"type {self.kind}"


@dataclass(frozen=True, slots=True)
class PeriodFilter:
    """Only events of which a day lies between two days, both included."""

    first: date
    last: date

    @property
    def label(self) -> str:
        """What the chip says."""
        return period_title(self.first, self.last)


@dataclass(frozen=True, slots=True)
class WordsFilter:
    """Only events whose passages, headlines or titles have the words."""

    words: str

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"words {self.words}"


class Said(StrEnum):
    """What a reader says of events, besides tags; the words of the chip."""

    STARRED = "starred"
    NOTED = "noted"
    IN_BASKET = "in basket"


@dataclass(frozen=True, slots=True)
class SaidFilter:
    """Only events that the reader starred, wrote a note on, or put into the basket."""

    said: Said

    @property
    def label(self) -> str:
        """What the chip says."""
        return self.said.value


@dataclass(frozen=True, slots=True)
class TagFilter:
    """Only events with a tag; of several, with all of them."""

    tag: str

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"#{self.tag}"


Filter = ActorFilter | CountryFilter | KindFilter | PeriodFilter | WordsFilter | SaidFilter | TagFilter


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters that hold at once."""

    parts: tuple[Filter, ...] = ()

    @property
    def query(self) -> Query:
        """The query that the filters make; of periods the last holds."""
        period = next((part for part in reversed(self.parts) if isinstance(part, PeriodFilter)), None)
        return Query(
            words=self.words,
            actors=tuple(part.entity for part in self.parts if isinstance(part, ActorFilter)),
            countries=tuple(part.codes for part in self.parts if isinstance(part, CountryFilter)),
            kinds=tuple(part.kind for part in self.parts if isinstance(part, KindFilter)),
            first=period.first if period else None,
            last=period.last if period else None,
            tags=tuple(part.tag for part in self.parts if isinstance(part, TagFilter)),
            starred=SaidFilter(Said.STARRED) in self.parts,
            noted=SaidFilter(Said.NOTED) in self.parts,
            in_basket=SaidFilter(Said.IN_BASKET) in self.parts,
        )

    @property
    def words(self) -> str:
        """The words that are searched, empty where there are none."""
        return " ".join(part.words for part in self.parts if isinstance(part, WordsFilter))

    def with_words(self, words: str) -> "Filters":
        """Returns the filters with other words, or without any where `words` is blank."""
        return self._replaced(WordsFilter, [WordsFilter(words.strip())] if words.strip() else [])

    def with_actors(self, actors: Iterable[ActorFilter]) -> "Filters":
        """Returns the filters with these actors instead of those before."""
        return self._replaced(ActorFilter, actors)

    def with_kinds(self, kinds: Iterable[KindFilter]) -> "Filters":
        """Returns the filters with these kinds instead of those before."""
        return self._replaced(KindFilter, kinds)

    def with_tags(self, tags: Iterable[TagFilter]) -> "Filters":
        """Returns the filters with these tags instead of those before."""
        return self._replaced(TagFilter, tags)

    def with_period(self, period: PeriodFilter) -> "Filters":
        """Returns the filters with this period instead of the one before."""
        return self._replaced(PeriodFilter, [period])

    def toggled(self, part: Filter) -> "Filters":
        """Returns the filters with `part` added, or without it where it was there."""
        if part in self.parts:
            return Filters(tuple(other for other in self.parts if other != part))
        return Filters((*self.parts, part))

    def without(self, index: int) -> "Filters":
        """Returns the filters without the one at `index`; -1 is the last."""
        parts = list(self.parts)
        del parts[index]
        return Filters(tuple(parts))

    def _replaced(self, kind: type[Filter], new: Iterable[Filter]) -> "Filters":
        """Keeps the order: what stays keeps its place, what is new comes last."""
        wanted = list(new)
        kept = [part for part in self.parts if not isinstance(part, kind) or part in wanted]
        return Filters((*kept, *(part for part in wanted if part not in kept)))

"""The filters of the timeline, in the order in which they were set, and the query they make."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus import EntityType, Kind, Status
from store.facets import Facet
from store.model import Query
from tui.dates import period_title


class Use(StrEnum):
    """How several actors go together."""

    ALL = "and"
    ANY = "or"
    NONE = "without"


@dataclass(frozen=True, slots=True)
class Part:
    """One filter, with the words of its chip."""

    @property
    def value(self) -> str:
        """What is let through."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """What the chip says."""
        return self.value

    @property
    def further(self) -> str:
        """What the chip says behind another one of the same group."""
        return self.label

    @property
    def group(self) -> object:
        """What filters have in common whose chips belong together."""
        return type(self)


@dataclass(frozen=True, slots=True)
class ActorFilter(Part):
    """Only events in which an entity takes part, or one of several, or does not."""

    entity: str
    name: str
    country: str | None = None
    use: Use = Use.ALL

    @property
    def value(self) -> str:
        """What is let through."""
        return {Use.ALL: "", Use.ANY: "any of ", Use.NONE: "without "}[self.use] + self.name

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"actor {self.name}" if self.use is Use.ALL else self.value

    @property
    def further(self) -> str:
        """What the chip says behind another one of the same use."""
        return f"{self.use} {self.name}"

    @property
    def group(self) -> object:
        """Actors that are used alike belong together."""
        return self.use


@dataclass(frozen=True, slots=True)
class CountryFilter(Part):
    """Only events in which a state, or a person or body of it or of the states before it, takes part."""

    country: str
    predecessors: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        """What is let through."""
        return self.country

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"country {self.country}"

    @property
    def further(self) -> str:
        """What the chip says behind another one: all countries must take part."""
        return f"and {self.country}"

    @property
    def codes(self) -> str | tuple[str, ...]:
        """The code, or all codes of which one must be there."""
        return (self.country, *self.predecessors) if self.predecessors else self.country


@dataclass(frozen=True, slots=True)
class ValueFilter(Part):
    """Only events with a value in a facet; several values of one facet widen each other."""

    facet: Facet
    chosen: str

    @property
    def value(self) -> str:
        """What is let through."""
        if self.facet is Facet.SOURCES:
            return f"{self.chosen} sources or more"
        return self.chosen.replace("_", " ") if self.facet is Facet.TYPE else self.chosen

    @property
    def label(self) -> str:
        """What the chip says."""
        return self.value if self.facet is Facet.SOURCES else f"{self.facet} {self.value}"

    @property
    def further(self) -> str:
        """What the chip says behind another one of the same facet."""
        return f"or {self.value}"

    @property
    def group(self) -> object:
        """Values of one facet belong together."""
        return self.facet


@dataclass(frozen=True, slots=True)
class DocumentFilter(Part):
    """Only events that one report tells."""

    document: str
    title: str

    @property
    def value(self) -> str:
        """What is let through."""
        return f"“{self.title}”"

    @property
    def label(self) -> str:
        """What the chip says."""
        return f"report {self.value}"


@dataclass(frozen=True, slots=True)
class PeriodFilter(Part):
    """Only events of which a day lies between two days, both included; without one, on without end."""

    first: date | None
    last: date | None

    @property
    def value(self) -> str:
        """What is let through."""
        if self.first and self.last:
            return period_title(self.first, self.last)
        if self.first:
            return f"from {period_title(self.first, self.first)}"
        return f"until {period_title(self.last, self.last)}" if self.last else "any day"


@dataclass(frozen=True, slots=True)
class WordsFilter(Part):
    """Only events whose passages, headlines or titles have the words."""

    words: str

    @property
    def value(self) -> str:
        """What is let through."""
        return self.words

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
class SaidFilter(Part):
    """Only events that the reader starred, wrote a note on, or put into the basket."""

    said: Said

    @property
    def value(self) -> str:
        """What is let through."""
        return self.said.value


@dataclass(frozen=True, slots=True)
class TagFilter(Part):
    """Only events with a tag; of several, with all of them."""

    tag: str

    @property
    def value(self) -> str:
        """What is let through."""
        return f"#{self.tag}"


Filter = (
    ActorFilter
    | CountryFilter
    | ValueFilter
    | DocumentFilter
    | PeriodFilter
    | WordsFilter
    | SaidFilter
    | TagFilter
)


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters that hold at once, in the order in which they were set."""

    parts: tuple[Filter, ...] = ()

    @property
    def query(self) -> Query:
        """The query that the filters make; of periods the last holds."""
        period = next((part for part in reversed(self.parts) if isinstance(part, PeriodFilter)), None)
        return Query(
            words=self.words,
            actors=self._actors(Use.ALL),
            any_actors=self._actors(Use.ANY),
            without_actors=self._actors(Use.NONE),
            countries=tuple(part.codes for part in self.parts if isinstance(part, CountryFilter)),
            kinds=tuple(map(Kind, self.values(Facet.KIND))),
            statuses=tuple(map(Status, self.values(Facet.STATUS))),
            types=tuple(map(EntityType, self.values(Facet.TYPE))),
            publishers=self.values(Facet.PUBLISHER),
            least_sources=max(map(int, self.values(Facet.SOURCES)), default=1),
            documents=tuple(part.document for part in self.parts if isinstance(part, DocumentFilter)),
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

    @property
    def labels(self) -> tuple[str, ...]:
        """What the chips say, in their order: `actor Kim Jong Un`, `and Vladimir Putin`."""
        labels: list[str] = []
        groups: set[object] = set()
        for part in self.parts:
            labels.append(part.further if part.group in groups else part.label)
            groups.add(part.group)
        return tuple(labels)

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Returns the values of which an event must have one in a facet; none where all may pass."""
        return tuple(
            part.chosen for part in self.parts if isinstance(part, ValueFilter) and part.facet is facet
        )

    def with_words(self, words: str) -> "Filters":
        """Returns the filters with other words, or without any where `words` is blank."""
        return self._replaced(_of(WordsFilter), [WordsFilter(words.strip())] if words.strip() else [])

    def with_actors(self, actors: Iterable[ActorFilter]) -> "Filters":
        """Returns the filters with these actors instead of those before."""
        return self._replaced(_of(ActorFilter), actors)

    def with_countries(self, countries: Iterable[CountryFilter]) -> "Filters":
        """Returns the filters with these countries instead of those before."""
        return self._replaced(_of(CountryFilter), countries)

    def with_values(self, facet: Facet, values: Iterable[str]) -> "Filters":
        """Returns the filters with these values of a facet instead of those before."""
        return self._replaced(
            lambda part: isinstance(part, ValueFilter) and part.facet is facet,
            [ValueFilter(facet, value) for value in values],
        )

    def with_tags(self, tags: Iterable[TagFilter]) -> "Filters":
        """Returns the filters with these tags instead of those before."""
        return self._replaced(_of(TagFilter), tags)

    def with_said(self, said: Iterable[SaidFilter]) -> "Filters":
        """Returns the filters with these instead of those before on what the reader says of events."""
        return self._replaced(_of(SaidFilter), said)

    def with_period(self, period: PeriodFilter) -> "Filters":
        """Returns the filters with this period instead of the one before."""
        return self._replaced(_of(PeriodFilter), [period])

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

    def _actors(self, use: Use) -> tuple[str, ...]:
        actors = (part for part in self.parts if isinstance(part, ActorFilter))
        return tuple(part.entity for part in actors if part.use is use)

    def _replaced(self, is_meant: Callable[[Filter], bool], new: Iterable[Filter]) -> "Filters":
        """Keeps the order: what stays keeps its place, what is new comes last."""
        wanted = list(new)
        kept = [part for part in self.parts if not is_meant(part) or part in wanted]
        return Filters((*kept, *(part for part in wanted if part not in kept)))


def _of(kind: type[Part]) -> Callable[[Filter], bool]:
    return lambda part: isinstance(part, kind)

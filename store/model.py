"""What the store answers with: frozen rows, in the words of the corpus. Nothing here speaks SQL."""

from dataclasses import dataclass
from datetime import date, datetime

from corpus import Basis, EntityType, Kind, Precision, Role, Sense, Status

Period = tuple[date, date]
"""The first and the last day, both included."""

ESTIMATE = "estimate"
"""What `published_from` says of a document whose publication date is an estimate (`store.estimates`)."""


@dataclass(frozen=True, slots=True)
class Query:
    """A filter on events; every part that is given must hold.

    `words` are searched in passages, headlines and titles: each word as a prefix, "quoted words" as a
    phrase. `actors` are entity ids, all of which must take part: a state stands for itself, not for its
    people. Of `any_actors` one must take part, of `without_actors` none. `countries` are ISO 3166-1 alpha-3
    codes: for each, a state, person or body of it must take part; of a tuple of codes, such as a state and
    those before it, one. Of `types` an entity of one must act. An event matches the date range when any of
    its days lies in it (`first` and `last` inclusive).
    `least_sources` counts independent sources, as `EventRow.sources` does. A passage must come from one
    of the `publishers`, and one from one of the `documents` (by `DocumentRow.id`). `tags` are names, all of
    which the event must have.
    """

    words: str = ""
    actors: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    first: date | None = None
    last: date | None = None
    countries: tuple[str | tuple[str, ...], ...] = ()
    any_actors: tuple[str, ...] = ()
    without_actors: tuple[str, ...] = ()
    types: tuple[EntityType, ...] = ()
    statuses: tuple[Status, ...] = ()
    least_sources: int = 1
    tags: tuple[str, ...] = ()
    starred: bool = False
    noted: bool = False
    in_basket: bool = False
    publishers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the user says of an event; `tags` are sorted, `note` is text of any number of lines, or empty."""

    starred: bool = False
    in_basket: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An entity in an event; `verified` is False for one whom nobody has listed or accepted."""

    entity: str
    name: str
    country: str | None
    role: Role
    verified: bool = True
    type: EntityType | None = None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """What a filter shows of an entity."""

    entity: str
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the timeline.

    `key` orders events by first day and then by salience, and names the event until either changes;
    `id` names it for good. `place` is a name. `sources` counts the independent sources
    that tell it: documents with the same text are one.
    """

    key: int
    id: int
    value: str
    first: date
    last: date
    precision: Precision
    basis: Basis
    kind: Kind
    status: Status
    headline: str
    actors: tuple[ActorRow, ...]
    place: str | None
    salience: float
    sources: int
    is_corrected: bool = False
    is_checked: bool = False
    annotations: Annotations = Annotations()


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document without its text; `published_why` is the reason for an estimated publication date."""

    id: str
    title: str | None
    publisher: str | None
    byline: str | None
    published: date | None
    published_from: str | None
    language: str | None
    path: str | None
    url: str | None
    published_why: str | None = None

    @property
    def is_estimated(self) -> bool:
        """Whether the publication date is an estimate."""
        return self.published is not None and self.published_from == ESTIMATE

    @property
    def published_value(self) -> str | None:
        """The publication date as EDTF: `2024-06-21`, of an estimate `2024-06-21~`; None if not known."""
        if self.published is None:
            return None
        return f"{self.published.isoformat()}{'~' if self.is_estimated else ''}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a document to point out: a mention (with `entity` and what it is) or a time."""

    start: int
    end: int
    entity: str | None = None
    name: str | None = None
    type: EntityType | None = None
    country: str | None = None
    sense: Sense | None = None
    why: str | None = None  # of a time expression: why it has its value


@dataclass(frozen=True, slots=True)
class Passage:
    """The evidence for an event in one document.

    `text` is the whole document; `start` and `end` bound the passage in it, `time` the expression that
    dates it (None where the date is inherited). `mentions` and `times` hold the marks of the document.
    `reason` says why it counts as evidence for this event and no other. `copy_of` is the id of the earliest
    document of the event that carries the same text: both are one source.
    """

    id: int
    document: DocumentRow
    text: str
    start: int
    end: int
    value: str
    why: str
    time: tuple[int, int] | None
    mentions: tuple[Mark, ...]
    times: tuple[Mark, ...]
    reason: str = ""
    copy_of: str | None = None

    @property
    def quote(self) -> str:
        """The exact words of the passage."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class EventDetail:
    """An event with all its evidence, the earliest publication first. `why` explains its date.

    `corrections` tell of each field that a user corrected what was there before; a rejected event is not
    on the timeline.
    """

    row: EventRow
    why: str
    passages: tuple[Passage, ...]
    corrections: tuple[str, ...] = ()
    is_rejected: bool = False


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An entity known to the store, the alias that matched, and in how many events it acts.

    `likeness` says how much of what was asked for is in that alias, from 0 to 100: less than 100 for a typing
    error. `verified` is False for a person whom nobody has listed.
    """

    entity: str
    name: str
    type: EntityType
    country: str | None
    matched: str
    events: int
    likeness: float = 100.0
    verified: bool = True

    @property
    def misspelt(self) -> bool:
        """Whether what was asked for is the alias with a typing error."""
        return self.likeness < 100


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many events begin in a month."""

    year: int
    month: int
    events: int


@dataclass(frozen=True, slots=True)
class CountryCount:
    """In how many of the events that begin in a month a country takes part; an event may have several."""

    year: int
    month: int
    country: str
    events: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many events are of a kind."""

    kind: Kind
    events: int


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many events have a value, such as a status, a country or a publisher."""

    value: str
    events: int


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query that a user saved under a name."""

    name: str
    query: Query


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds."""

    path: str
    bytes: int
    schema: int
    documents: int
    undated: int
    events: int
    passages: int
    entities: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Changed:
    """An event that an ingest changed: as it is now, with the value and the sources that it had before.

    Both are None for a new event.
    """

    event: EventRow
    value_before: str | None
    sources_before: int | None


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many events an ingest run made, gave more sources, moved to another date, and took away."""

    new: int
    gained: int
    redated: int
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """An ingest: its number, when it began (UTC), and how many events it changed."""

    id: int
    begun: datetime
    counts: ChangeCounts


@dataclass(frozen=True, slots=True)
class Changes:
    """What an ingest run changed, each in date order; `run` is None in a store without any.

    An event that gained sources and got another date is in both. `begun` is UTC.
    """

    run: int | None
    begun: datetime | None
    new: tuple[Changed, ...]
    gained: tuple[Changed, ...]
    redated: tuple[Changed, ...]

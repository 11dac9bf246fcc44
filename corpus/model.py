"""The words of the house as frozen dataclasses: what flows from documents to the screen.

Offsets are code points into `Document.text`, end exclusive. Days are `datetime.date`. A value is EDTF
(ISO 8601-2), with the first and the last day that it can mean.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.version import EXTRACTION


class Precision(StrEnum):
    """How exact a time is; the last three are vague and have no day."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"


class Basis(StrEnum):
    """Why a date is what it is."""

    EXPLICIT = "explicit"  # the words alone say it
    RELATIVE = "relative"  # the words, counted from an anchor: the publication day or a date told before
    INHERITED = "inherited"  # no words of its own: taken from what stands around it
    CORRECTED = "corrected"  # the user said so


class EntityType(StrEnum):
    """What an entity is; after FollowTheMoney's schemata, in lower case."""

    PERSON = "person"
    STATE = "state"
    PUBLIC_BODY = "public_body"
    ARMED_FORCE = "armed_force"
    PARTY = "party"
    ORGANISATION = "organisation"
    COMPANY = "company"
    MEDIUM = "medium"
    PLACE = "place"
    WEAPON = "weapon"
    EXERCISE = "exercise"
    AGREEMENT = "agreement"


class Sense(StrEnum):
    """Whether a mention means somebody who acts or a place where something is (metonymy)."""

    ACTOR = "actor"
    PLACE = "place"


class Kind(StrEnum):
    """PLOVER's event types (Halterman et al. 2023), and STATEMENT (CAMEO 01/02)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"


class Status(StrEnum):
    """How real an event is, as its passage tells it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ANNOUNCED = "announced"
    ALLEGED = "alleged"
    DENIED = "denied"


class Role(StrEnum):
    """What an actor does in an event."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Document:
    """One source text, cleaned.

    `id` is the caller's, or the first 16 hex digits of `hash`; `hash` is the SHA-256 of the bytes read.
    `published_from` says where the publication date was found: `head`, `metadata`, `url`, `file name`
    or `given`; None when it is not known. `written` is the day of the story's dateline where that is
    another one than the day of publication: `today` and `on Tuesday` count from it. `city` is the dateline's.
    """

    id: str
    hash: str
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    published_from: str | None = None
    language: str | None = None
    path: str | None = None
    url: str | None = None
    written: date | None = None
    city: str | None = None

    @property
    def today(self) -> date | None:
        """The day that the story's relative dates count from: its dateline's, else that of publication."""
        return self.written or self.published


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that names a time (TIMEX3), with its value.

    A vague expression (`now`, `recently`) and one that could not be resolved have no value; `why` says
    so. `rule` names the rule of the grammar and `anchor` the EDTF date it counted from. `time` is the
    time of day as ISO 8601 (`T06:00`, `TMO` for a morning) and `zone` the words that name its zone.
    """

    start: int
    end: int
    text: str
    value: str | None
    first: date | None
    last: date | None
    precision: Precision
    basis: Basis
    why: str
    rule: str
    anchor: str | None = None
    time: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an entity. A weak one counts only where something else in the text supports it."""

    text: str
    language: str = "en"
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A term in an office: `title` as the knowledge base names it, `of` the entity it belongs to.

    `since` and `until` are days, None where the term is open.
    """

    title: str
    of: str | None
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, body, force, party, organisation, company, medium, place, weapon, agreement.

    `country` is ISO 3166-1 alpha-3. `verified` is False for a person found by cues whom nobody listed.
    `lived` holds the years of birth and death, the second None while it is open. `seats` are names of the
    places that mean this entity where they act: its capital, a palace.
    """

    id: str
    name: str
    type: EntityType
    country: str | None = None
    aliases: tuple[Alias, ...] = ()
    offices: tuple[Office, ...] = ()
    verified: bool = True
    lived: tuple[int, int | None] | None = None
    seats: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """The words in a text that refer to an entity.

    `type` is that of the entity, but for a seat of power that acts, which is a public body,
    and for rounds of talks, which are no body: agreements.
    """

    start: int
    end: int
    text: str
    entity: str
    name: str
    type: EntityType
    country: str | None
    sense: Sense = Sense.ACTOR


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity that takes part in an event, and how."""

    entity: str
    name: str
    country: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class Event:
    """What one passage reports: something that happened, or is announced, at a date.

    `start` and `end` bound the passage. `time` bounds the time expression that dates it, None where the
    date is inherited. `trigger` is the word that gives the kind. `attributed_to` is the entity that said
    it, where that is not who did it. `salience` lies between 0 and 1.
    """

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
    actors: tuple[Actor, ...]
    trigger: str
    time: tuple[int, int] | None = None
    place: str | None = None
    attributed_to: str | None = None
    salience: float = 0.0


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one document, each list sorted by offset.

    `entities` holds each entity that is mentioned or acts, sorted by id. `extraction` is the number of the
    extraction that found it (see `corpus.version`).
    """

    document: Document
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    extraction: int = EXTRACTION

"""The knowledge base in memory: who is known, who held which office when, whose body is which."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

from corpus.linking.lexicon import words
from corpus.model import Alias, Entity, EntityType, Office

# The offices that lead a state, the highest first.
LEADING = ("leader", "president", "general-secretary", "prime-minister", "premier", "chancellor", "chairman")
KEPT = 20_000  # answers about a person and a day
LEADS, HOLDS = 20, 10
ELECT = "president-elect"
LONGEST_WAIT = timedelta(days=80)  # between an election and its president's first day


@dataclass(frozen=True, slots=True)
class Record:
    """An entity and what the knowledge base says of it beyond its names.

    `stands_for` is the entity that a place means when it acts, `of` the one that a body belongs to and
    `role` what it is there. `since` and `until` bound its existence (a person's life).
    """

    entity: Entity
    stands_for: str | None = None
    of: str | None = None
    role: str | None = None
    demonyms: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """How texts name an office; `of` limits the words to one entity ("secretary of state")."""

    title: str
    words: tuple[str, ...]
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody's term in an office."""

    person: str
    office: Office

    def holds(self, day: date | None) -> bool:
        """Tells whether the term covers a day; an unknown day is covered by an open term."""
        if day is None:
            return self.office.until is None
        return (self.office.since or date.min) <= day <= (self.office.until or date.max)

    def over(self, day: date | None) -> bool:
        """Tells whether the term has ended by a day; on an unknown day each that ever ends has."""
        return self.office.until is not None and self.office.until <= (day or date.max)


def _elect(term: Term) -> Term | None:
    """Returns the time before a president's term in which he had been elected, None where it is not known."""
    since = term.office.since
    if since is None:
        return None
    return Term(term.person, Office(ELECT, term.office.of, since - LONGEST_WAIT, since))


@dataclass(frozen=True)
class Knowledge:
    """All records by id, the words for offices, and the names that mean nobody."""

    records: Mapping[str, Record]
    offices: tuple[OfficeWords, ...] = ()
    decoys: tuple[str, ...] = ()
    _bodies: dict[tuple[str, str], str] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for record in self.records.values():
            if record.of and record.role:
                self._bodies.setdefault((record.of, record.role), record.entity.id)

    @property
    def entities(self) -> Iterator[Entity]:
        """The entities, in the order of their files."""
        return (record.entity for record in self.records.values())

    @cached_property
    def terms(self) -> dict[tuple[str, str], list[Term]]:
        """The terms in each office, by (title, of), the latest first."""
        found: dict[tuple[str, str], list[Term]] = {}
        for record in self.records.values():
            for office in record.entity.offices:
                if office.of:
                    found.setdefault((office.title, office.of), []).append(Term(record.entity.id, office))
        for (title, of), terms in list(found.items()):
            if title == "president":
                found.setdefault((ELECT, of), []).extend(filter(None, map(_elect, terms)))
        for terms in found.values():
            terms.sort(key=lambda term: term.office.since or date.min, reverse=True)
        return found

    @cached_property
    def keys(self) -> dict[str, list[tuple[str, str]]]:
        """The (title, of) pairs of each title."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key in self.terms:
            found.setdefault(key[0], []).append(key)
        return found

    def only_owner(self, titles: frozenset[str]) -> tuple[str, ...]:
        """Returns the only one that has any of some offices, such as "unification minister"; else nothing."""
        return self._only_owner(titles)

    @cached_property
    def _only_owner(self) -> Callable[[frozenset[str]], tuple[str, ...]]:
        return lru_cache(maxsize=KEPT)(self._one_owner)

    def _one_owner(self, titles: frozenset[str]) -> tuple[str, ...]:
        single = titles - words().shared_offices
        owners = {of for title in single for _, of in self.keys.get(title, ())}
        return tuple(owners) if len(owners) == 1 else ()

    def body(self, of: str, role: str) -> str | None:
        """Returns the id of the body that has a role in a state: (south-korea, foreign-ministry)."""
        return self._bodies.get((of, role))

    def owners(self, id: str) -> tuple[str, ...]:
        """Returns the ids under which an office of this entity may be listed, the nearest first."""
        record = self.records.get(id)
        if record is None:
            return (id,)
        return tuple(dict.fromkeys(each for each in (id, record.stands_for, record.of) if each))

    def holders(self, title: str, of: str, day: date | None) -> list[str]:
        """Returns who held an office on a day, nobody twice; the latest to come into it first."""
        terms = self.terms.get((title, of), ())
        return list(dict.fromkeys(term.person for term in terms if term.holds(day)))

    def neighbour(self, person: str, office: Office, step: int) -> str | None:
        """Returns who held an office before a person's term in it (-1) or after it (1)."""
        terms = self.terms.get((office.title, office.of or ""), [])
        if (own := Term(person, office)) not in terms:
            return None
        at = terms.index(own)
        beside = terms[at + 1 :] if step < 0 else terms[:at][::-1]
        return next((term.person for term in beside if term.person != person), None)

    def offices_on(self, person: str, day: date | None) -> Sequence[Office]:
        """Returns the offices that a person held on a day."""
        return self._offices_on(person, day)

    @cached_property
    def _offices_on(self) -> Callable[[str, date | None], Sequence[Office]]:
        return lru_cache(maxsize=KEPT)(self._offices)

    def _offices(self, person: str, day: date | None) -> Sequence[Office]:
        record = self.records.get(person)
        offices = record.entity.offices if record else ()
        return tuple([office for office in offices if Term(person, office).holds(day)])

    def longer_names(self, id: str, name: str) -> Sequence[str]:
        """Returns the names of an entity that go on behind some words: "Democratic Party of Korea"."""
        return self._longer_names(id, name)

    @cached_property
    def _longer_names(self) -> Callable[[str, str], Sequence[str]]:
        return lru_cache(maxsize=KEPT)(self._going_on)

    def _going_on(self, id: str, name: str) -> Sequence[str]:
        entity = self.records[id].entity
        names = (entity.name, *(alias.text for alias in entity.aliases))
        return tuple([each for each in names if each.startswith(f"{name} ")])

    def rank(self, person: str, day: date | None) -> int:
        """Returns how likely a surname alone means a person.

        It is more than LEADS for who leads a state on that day, HOLDS for who has another office then, less
        for offices before or after it, 0 for none.
        """
        return self._ranks(person, day)

    @cached_property
    def _ranks(self) -> Callable[[str, date | None], int]:
        """The ranks that were asked for last; a text asks for the same few again and again."""
        return lru_cache(maxsize=KEPT)(self._rank)

    def _rank(self, person: str, day: date | None) -> int:
        record = self.records.get(person)
        offices = record.entity.offices if record else ()
        held = self.offices_on(person, day)
        if leading := self._leading(held):
            return LEADS + leading
        return HOLDS if held else self._leading(offices) or bool(offices)

    def is_noted(self, entity: Entity) -> bool:
        """Tells whether somebody ever led a state or had another office whose holder needs no first name."""
        noted = any(office.title in words().noted_offices for office in entity.offices)
        return noted or self.led(entity) > 0

    def led(self, entity: Entity) -> int:
        """Returns how high somebody ever stood at the head of a state, 0 for never."""
        return self._leading(entity.offices)

    def _leading(self, offices: Iterable[Office]) -> int:
        ranks = (
            len(LEADING) - LEADING.index(office.title)
            for office in offices
            if office.title in LEADING and self._is_state(office.of)
        )
        return max(ranks, default=0)

    def _is_state(self, id: str | None) -> bool:
        record = self.records.get(id or "")
        return record is not None and record.entity.type is EntityType.STATE

    def extended(self, other: "Knowledge") -> "Knowledge":
        """Returns this knowledge with another's added; where both know an id, the other's counts."""
        return Knowledge(
            seated({**self.records, **other.records}),
            self.offices + other.offices,
            tuple(dict.fromkeys((*self.decoys, *other.decoys))),
        )


def seated(records: Mapping[str, Record]) -> dict[str, Record]:
    """Returns the records, each entity with the names of the places that stand for it."""
    seats: dict[str, list[Alias]] = {}
    for record in records.values():
        if record.stands_for:
            names = (Alias(record.entity.name), *record.entity.aliases)
            seats.setdefault(record.stands_for, []).extend(replace(name, weak=True) for name in names)
    return {id: _with_seats(record, tuple(seats.get(id, ()))) for id, record in records.items()}


def _with_seats(record: Record, seats: tuple[Alias, ...]) -> Record:
    if seats == record.entity.seats:
        return record
    return replace(record, entity=replace(record.entity, seats=seats))

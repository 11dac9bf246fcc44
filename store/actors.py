"""Finds actors by any of their names, in any script, as one types, also with typing errors."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Self

from corpus import Alias, Entity, EntityType, StoreError, UsageError
from store.model import ActorCount, Query
from store.sanitise import clean_line
from store.search import is_unfiltered, select

_LEAST_SIMILAR = 78.0
"""RapidFuzz's ratio from which a misspelt name counts as found: one wrong letter in four, two in eight."""

_MOST_MISSPELT = 50

_LEAST_LETTERS = 3
"""Shorter patterns are never taken for misspelt."""

_CANDIDATES = 8

_REMEMBERED = 1 << 16
"""Names kept folded, some megabytes: an index is made anew with each letter that is typed."""

_AFTER_INITIAL = re.compile(r"\.(?=\w\w)")
"""The point in `N.Korea`, which parts two words, unlike those in `U.S.A.`"""

_ENTITIES = """
    SELECT id, identifier, name, type, country, verified FROM entity WHERE meant IS NULL AND NOT dismissed
"""
_NAMES = """
    SELECT coalesce(meant, id) AS who, name.name, weak FROM (
        SELECT id AS entity, name, 0 AS weak, meant IS NOT NULL AS alias FROM entity
        UNION ALL SELECT entity, text, weak, 1 FROM alias
        UNION ALL SELECT entity, name, 0, 1 FROM unlisted
    ) AS name JOIN entity ON entity.id = name.entity
    WHERE NOT dismissed ORDER BY who, weak, alias, length(name.name), name.name
"""


def fold(name: str) -> str:
    """Returns a name as lower-case words without marks, hyphens and points: `Kim Jong-ŭn` is `kim jong un`.

    An article goes as well: `the Kremlin` is `kremlin`. Hangul falls apart into its letters (NFKD), so that
    a half-typed syllable is a prefix.
    """
    letters = []
    for letter in unicodedata.normalize("NFKD", _AFTER_INITIAL.sub(" ", name)).casefold():
        if letter.isalnum():
            letters.append(letter)
        elif not unicodedata.combining(letter) and letter not in ".'’ʼ":
            letters.append(" ")
    return " ".join("".join(letters).split()).removeprefix("the ")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of an entity: as written, folded, without spaces, and so from each word on, after `|`."""

    entity: int
    text: str
    folded: str
    joined: str
    starts: str
    weak: bool


@dataclass(frozen=True, slots=True)
class _Known:
    identifier: str
    name: str
    type: EntityType
    country: str | None
    verified: bool


class ActorIndex:
    """The names of entities, by their numbers, in memory: some ten thousand, read in some milliseconds."""

    def __init__(self, entities: dict[int, _Known], names: Iterable[tuple[int, str, int]]) -> None:
        self._entities = entities
        self._names = [_name(*row) for row in names]
        self._actors_by_name = {
            name.joined for name in self._names if entities[name.entity].type is not EntityType.PLACE
        }

    @classmethod
    def of_store(cls, connection: sqlite3.Connection) -> Self:
        """Returns the index of all whom a store knows."""
        rows = connection.execute(_ENTITIES)
        entities = {
            number: _Known(identifier, clean_line(name), EntityType(type_), country, bool(verified))
            for number, identifier, name, type_, country, verified in rows
        }
        return cls(entities, connection.execute(_NAMES))

    @classmethod
    def of_entities(cls, entities: Sequence[Entity]) -> Self:
        """Returns the index of some entities, numbered by their places in the list."""
        known = {
            number: _Known(each.id, clean_line(each.name), each.type, each.country, each.verified)
            for number, each in enumerate(entities)
        }
        aliases = [(Alias(each.name), *each.aliases, *each.seats) for each in entities]
        names = ((number, a.text, int(a.weak)) for number, named in enumerate(aliases) for a in named)
        return cls(known, names)

    def search(self, pattern: str, events: dict[int, int], limit: int | None) -> list[ActorCount]:
        """Returns the actors whose names match, the most events first; misspelt only where none match.

        Whoever is called just that comes before all; signs without a letter are nobody's name.
        """
        if pattern.strip() and not fold(pattern):
            return []
        matched = {entity: (name, 100.0) for entity, name in self._matching(fold(pattern)).items()}
        found = [
            self._counted(entity, name, events, likeness)
            for entity, (name, likeness) in (matched or self._misspelt(fold(pattern))).items()
            if events.get(entity) or not self._stands_for_another(entity)
        ]
        return in_order(found, pattern)[:limit]

    def closest(self, name: str, events: dict[int, int]) -> list[ActorCount]:
        """Returns those who act whose names are the most like a misspelt one; nobody where none is."""
        acting = {e: found for e, found in self._misspelt(fold(name)).items() if events.get(e)}
        most = max((score for _, score in acting.values()), default=0.0)
        return [
            self._counted(entity, text, events, score)
            for entity, (text, score) in sorted(acting.items())
            if score == most
        ]

    def _stands_for_another(self, entity: int) -> bool:
        """Tells whether a place has the name of somebody who acts, as a capital has of its state."""
        known = self._entities[entity]
        return known.type is EntityType.PLACE and fold(known.name).replace(" ", "") in self._actors_by_name

    def named(self, name: str, events: dict[int, int]) -> list[ActorCount]:
        """Returns the entities that a name means: the first of these ways that leads to somebody who acts.

        The identifier; a whole name; a whole name that is weak; some of the words of a name; their
        beginnings. Nobody, where none of them leads to an entity.
        """
        ways = [self._ways(known, fold(name)) for known in self._names]
        found: dict[int, str] = {}
        for way in range(4):
            matched = [known for known, of in zip(self._names, ways, strict=True) if of == way]
            here = {known.entity: known.text for known in sorted(matched, key=_longest_first)}
            found = found or here
            acting = {entity: text for entity, text in here.items() if events.get(entity)}
            if acting:
                found = acting
                break
        found = {n: e.name for n, e in self._entities.items() if e.identifier == name} or found
        return [self._counted(entity, text, events) for entity, text in sorted(found.items())]

    def _ways(self, known: _Name, pattern: str) -> int | None:
        """Returns in which way, from 0, a pattern means a name; None where it does not."""
        squashed, words = pattern.replace(" ", ""), pattern.split()
        if not squashed or not _matches(known, squashed, words):
            return None
        if known.joined == squashed:
            return int(known.weak)
        return 2 if set(words) <= set(known.folded.split()) else 3

    def _matching(self, pattern: str) -> dict[int, str]:
        """Returns the best matching name of each entity: for nothing typed, its own."""
        squashed, words = pattern.replace(" ", ""), pattern.split()
        found: dict[int, str] = {}
        for name in self._names:
            if name.entity not in found and _matches(name, squashed, words):
                found[name.entity] = name.text
        return found

    def _misspelt(self, pattern: str) -> dict[int, tuple[str, float]]:
        """Returns the entities with a name, or for one word typed a word of a name, that is much like it.

        With each, the name and how much alike it is, from 0 to 100.
        """
        if len(pattern) < _LEAST_LETTERS:
            return {}
        from rapidfuzz import fuzz, process

        choices = [
            (name, text)
            for name in self._names
            for text in (name.folded.split() if " " not in pattern else [name.folded])
        ]
        texts = [text for _, text in choices]
        alike = process.extract(
            pattern, texts, scorer=fuzz.ratio, score_cutoff=_LEAST_SIMILAR, limit=_MOST_MISSPELT
        )
        found = [(choices[index][0], score) for _, score, index in reversed(alike)]
        return {name.entity: (name.text, score) for name, score in found}

    def _counted(
        self, entity: int, matched: str, events: dict[int, int], likeness: float = 100.0
    ) -> ActorCount:
        known = self._entities[entity]
        return ActorCount(
            *(known.identifier, known.name, known.type, known.country, clean_line(matched)),
            *(events.get(entity, 0), likeness, known.verified),
        )


@lru_cache(_REMEMBERED)
def _name(entity: int, text: str, weak: int) -> _Name:
    folded = fold(text)
    words = folded.split()
    starts = "".join(f"|{''.join(words[i:])}" for i in range(len(words)))
    return _Name(entity, text, folded, "".join(words), starts, bool(weak))


class ActorFinder:
    """Finds actors as one types, in memory alone: those of a store, with their events under a query."""

    def __init__(self, index: ActorIndex, events: dict[int, int]) -> None:
        self._index = index
        self._events = events

    def search(
        self, pattern: str, limit: int, *, country: str | None = None, type: EntityType | None = None
    ) -> list[ActorCount]:
        """Returns the actors whose names match, the busiest first; without a pattern only those who act."""
        found = (
            actor
            for actor in self._index.search(pattern, self._events, None)
            if (pattern or actor.events) and country in (None, actor.country) and type in (None, actor.type)
        )
        return list(islice(found, limit))


def in_order(found: Iterable[ActorCount], pattern: str) -> list[ActorCount]:
    """Returns those who act first, whoever is called just what was typed before the busiest."""

    def place(actor: ActorCount) -> tuple[bool, bool, float, int, str, str]:
        nearness = not _is_called(actor, pattern), -actor.likeness
        return not actor.events, *nearness, -actor.events, actor.name, actor.entity

    return sorted(found, key=place)


def _is_called(actor: ActorCount, pattern: str) -> bool:
    """Tells whether what was typed is a whole name of an actor, however it is written."""
    return pattern != "" and fold(pattern) in (fold(actor.name), fold(actor.matched))


def _longest_first(name: _Name) -> tuple[int, str]:
    return -len(name.text), name.text


def _matches(name: _Name, squashed: str, words: list[str]) -> bool:
    """Tells whether the pattern begins at a word of the name, or its words begin words of the name."""
    if f"|{squashed}" in name.starts:
        return True
    return len(words) > 1 and all(f" {word}" in f" {name.folded}" for word in words)


def event_counts(connection: sqlite3.Connection, query: Query) -> dict[int, int]:
    """Returns in how many events of a query each entity acts, by its number."""
    if is_unfiltered(query):
        return dict(connection.execute("SELECT entity, events FROM actor_count"))
    selection = select(query)
    statement = selection.inside("SELECT entity, count(*) FROM event_actor WHERE key IN", "GROUP BY entity")
    return dict(connection.execute(statement, selection.parameters))


def chosen(
    name: str,
    candidates: Iterable[ActorCount],
    closest: Sequence[ActorCount],
    similar: Iterable[ActorCount],
) -> ActorCount:
    """Returns the one actor that a name means; among namesakes the only one who acts.

    Where nobody bears the name, it is the only one of the `closest`. `UsageError` names the candidates where
    there are several, `StoreError` similar names where none is.
    """
    exact = list(candidates)
    acting = [actor for actor in exact if actor.events] or exact
    if len(acting) == 1:
        return acting[0]
    if acting:
        listed = ", ".join(actor.entity for actor in acting[:_CANDIDATES])
        raise UsageError(f"“{name}” may be one of several actors: {listed}; name one of these")
    if len(closest) == 1:
        return closest[0]
    close = [f"{actor.name} ({actor.entity})" for actor in similar]
    hint = f"did you mean {', '.join(close[:_CANDIDATES])}?" if close else "`dateline actors` lists them"
    raise StoreError(f"nobody named “{name}” is in this store; {hint}")

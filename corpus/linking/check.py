"""Says what is wrong with an entity file, line by line: the rules of corpus/entities/README.md."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from corpus.errors import InvalidEntities
from corpus.linking.clashes import clashes
from corpus.linking.knowledge import Knowledge
from corpus.linking.lexicon import body_words
from corpus.linking.lines import Lines
from corpus.linking.load import load, read_tables
from corpus.model import EntityType

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COUNTRY = re.compile(r"[A-Z]{3}")
TYPES = frozenset(EntityType)
WITH_CITIZENS = (
    EntityType.STATE,
    EntityType.PLACE,
    EntityType.ORGANISATION,
    EntityType.PARTY,
    EntityType.ARMED_FORCE,
)
TEXTS = ("id", "name", "type", "country", "stands_for", "of", "role")
LISTS = ("aliases", "weak", "ko", "ru", "demonyms")
ENTITY_KEYS = frozenset((*TEXTS, *LISTS, "lived", "since", "until", "offices"))
OFFICE_KEYS = frozenset(("title", "of", "words"))
TERM_KEYS = frozenset(("title", "of", "since", "until"))


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in a file, and in which line (from 1)."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


def check_entities(path: Path, known: Knowledge | None = None) -> list[Problem]:
    """Returns what is wrong with an entity file, sorted by line; an empty list where nothing is.

    `known` is the knowledge that the file adds to; it may name its entities and offices, and override them.
    """
    return check_files([path], known)


def check_files(paths: Sequence[Path], known: Knowledge | None = None) -> list[Problem]:
    """Returns what is wrong with some entity files that are read together, sorted by file and line."""
    base = known or Knowledge({})
    problems: list[Problem] = []
    files: list[tuple[Path, Lines, Mapping[str, Any]]] = []
    for path in paths:
        try:
            files.append((path, Lines(path.read_text(encoding="utf-8")), read_tables(path)))
        except (InvalidEntities, OSError, UnicodeDecodeError) as error:
            problems.append(_unreadable(path, error))
    ids = {str(entity.get("id")) for _, _, tables in files for entity in _listed(tables, "entity")}
    titles = {office.title for office in base.offices}
    titles |= {str(office.get("title")) for _, _, tables in files for office in _listed(tables, "office")}
    seen: dict[str, tuple[Path, int]] = {}
    for path, lines, tables in files:
        file = File(path, lines, ids | set(base.records), titles, seen)
        problems += (Problem(path, line, text) for line, text in file.problems(tables))
    if not problems:
        problems += _clashes(paths, base, {path: lines for path, lines, _ in files})
    return sorted(problems)


def _unreadable(path: Path, error: Exception) -> Problem:
    text = str(error).removeprefix(f"{path}: ")
    line = re.search(r"line (\d+)", text)
    if line or "end of document" not in text:
        return Problem(path, int(line[1]) if line else 1, text)
    return Problem(path, len(path.read_text(encoding="utf-8").splitlines()), text)


@dataclass(frozen=True, slots=True)
class File:
    """One file that is checked: its lines, and the ids and offices that it may name."""

    path: Path
    lines: Lines
    ids: set[str]
    titles: set[str]
    seen: dict[str, tuple[Path, int]]

    def problems(self, tables: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
        """Yields line and text of each problem with the form of the file."""
        for key in tables.keys() - {"entity", "office", "decoys"}:
            yield (
                self.lines.key(0, key),
                f"unknown table or key “{key}”; a file holds [[entity]], [[office]] and decoys",
            )
        for key in ("entity", "office"):
            if key in tables and not _listed(tables, key):
                yield self.lines.key(0, key), f"“{key}” is written [[{key}]]"
        if not _are_texts(tables.get("decoys", [])):
            yield self.lines.key(0, "decoys"), "“decoys” is a list of texts"
        for index, table in enumerate(_listed(tables, "entity")):
            start = self.lines.table("entity", index)
            for key, text in self._entity(table, start):
                yield self.lines.key(start, key), text
        for index, table in enumerate(_listed(tables, "office")):
            start = self.lines.table("office", index)
            for key, text in self._office(table):
                yield self.lines.key(start, key), text

    def _entity(self, table: Mapping[str, Any], start: int) -> Iterator[tuple[str, str]]:
        yield from _unknown(table, ENTITY_KEYS)
        for key in ("id", "name", "type"):
            if key not in table:
                yield key, f"an entity needs “{key}”"
        id, type = table.get("id"), table.get("type")
        if isinstance(id, str):
            yield from self._id(id, start)
        if type is not None and str(type) not in TYPES:
            yield "type", f"“{type}” is no type; there are {', '.join(sorted(TYPES))}"
        yield from _texts(table, TEXTS)
        yield from _lists(table)
        if isinstance(country := table.get("country"), str) and not COUNTRY.fullmatch(country):
            yield "country", f"“{country}” is no country code of three capitals (ISO 3166-1 alpha-3)"
        for key in ("stands_for", "of"):
            if isinstance(other := table.get(key), str) and other not in self.ids:
                yield key, f"no entity has the id “{other}”"
        if isinstance(role := table.get("role"), str) and role not in set(body_words().roles.values()):
            yield (
                "role",
                f"“{role}” is no role; there are {', '.join(sorted(set(body_words().roles.values())))}",
            )
        yield from _period(table)
        yield from self._terms(table.get("offices", []))

    def _id(self, id: str, start: int) -> Iterator[tuple[str, str]]:
        if not ID.fullmatch(id):
            yield "id", f"“{id}” is no id: lower-case ASCII words joined by hyphens"
        if id in self.seen:
            path, line = self.seen[id]
            yield "id", f"the id “{id}” is taken ({path.name}, line {line})"
        self.seen.setdefault(id, (self.path, start))

    def _terms(self, terms: object) -> Iterator[tuple[str, str]]:
        if not isinstance(terms, list) or not all(isinstance(term, dict) for term in terms):
            yield "offices", "“offices” is a list of terms: { title = …, of = …, since = …, until = … }"
            return
        for term in terms:
            yield from (("offices", text) for _, text in _unknown(term, TERM_KEYS))
            if str(term.get("title")) not in self.titles:
                yield "offices", f"no office has the title “{term.get('title')}”"
            if "of" in term and str(term["of"]) not in self.ids:
                yield "offices", f"no entity has the id “{term['of']}”"
            yield from (("offices", text) for _, text in _period(term))

    def _office(self, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        yield from _unknown(table, OFFICE_KEYS)
        yield from _texts(table, ("title", "of"))
        if "title" not in table or not isinstance(table.get("words"), list):
            yield "title", "an office needs “title” and “words”"
            return
        if not _are_texts(table["words"]):
            yield "words", "“words” is a list of texts"
        if isinstance(of := table.get("of"), str) and of not in self.ids:
            yield "of", f"no entity has the id “{of}”"


def _listed(tables: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """Returns the tables of an array of tables, nothing where the file has something else there."""
    found = tables.get(key, [])
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)


def _unknown(table: Mapping[str, Any], keys: frozenset[str]) -> Iterator[tuple[str, str]]:
    for key in table.keys() - keys:
        yield key, f"unknown key “{key}”; there are {', '.join(sorted(keys))}"


def _texts(table: Mapping[str, Any], keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key in keys:
        if key in table and (not isinstance(table[key], str) or not table[key].strip()):
            yield key, f"“{key}” is a text"


def _lists(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in LISTS:
        if not _are_texts(table.get(key, [])):
            yield key, f"“{key}” is a list of texts"
    if table.get("demonyms") and table.get("type") not in WITH_CITIZENS:
        yield "demonyms", "only a state, a place or a body has demonyms"


def _period(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("since", "until"):
        value = table.get(key)
        if value is not None and not _is_day(value):
            yield key, f"“{key}” is a day (2017-05-10) or a year (2017)"
            return
    lived = table.get("lived", [])
    if not isinstance(lived, list) or len(lived) > 2 or any(not isinstance(year, int) for year in lived):
        yield "lived", "“lived” is the year of birth, and that of death where it is known: [1912, 1994]"
    since, until = table.get("since"), table.get("until")
    if since is not None and until is not None and _year(until) < _year(since):
        yield "until", f"it ends ({until}) before it begins ({since})"
    if isinstance(since, date) and isinstance(until, date) and until < since:
        yield "until", f"it ends ({until}) before it begins ({since})"


def _is_day(value: object) -> bool:
    is_year = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000
    return is_year or (isinstance(value, date) and not isinstance(value, datetime))


def _year(value: date | int) -> int:
    return value.year if isinstance(value, date) else value


def _clashes(paths: Sequence[Path], base: Knowledge, lines: Mapping[Path, Lines]) -> Iterator[Problem]:
    """Yields the names and terms of the files that clash with each other or with the base."""
    added = load(paths)
    where = {id: (path, line) for path in paths for id, line in lines[path].ids().items()}
    for id, name, text in clashes(base.extended(added), set(added.records)):
        path, line = where[id]
        yield Problem(path, lines[path].value(line, name), text)

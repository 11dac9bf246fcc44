"""From the words and options of a command to a query of the store."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypedDict, TypeVar

import click

from corpus import EntityType, Kind, Status, StoreError, UsageError
from store import ActorCount, Query, Store
from store.facets import Facet
from store.notes.checking import spelt
from tui.commands.options import default_store, plain
from tui.opening import bring_up_to_date

_LISTED = 12
"""So many names are told where none was found."""

_ALL_HOLD = ("actors", "without_actors", "countries", "tags")
"""The parts of a query of which all that are named must hold, so that more of them narrow it."""

Period = tuple[date, date] | None
"""The first and last day of what `--from` or `--to` names; None where it is not given."""


def open_for_reading(path: Path) -> Store:
    """Opens a store that must be there; one of an older dateline is brought up to date first.

    Raises `StoreError` with the way out where there is none, or where it cannot be read.
    """
    if not path.exists():
        raise StoreError(f"there is no store at {path}; make one with: dateline ingest FOLDER --store {path}")
    bring_up_to_date(path)
    return Store.open(path, read_only=True)


def open_for_writing(path: Path) -> Store:
    """Opens a store, or makes it; the user's own data folder is made as well."""
    if path == default_store():
        path.parent.mkdir(parents=True, exist_ok=True)
    return Store.open(path)


class Given(TypedDict):
    """What the options of `tui.commands.options.FILTERS` give to a command."""

    words: tuple[str, ...]
    actors: tuple[str, ...]
    any_actors: tuple[str, ...]
    without_actors: tuple[str, ...]
    countries: tuple[str, ...]
    types: tuple[str, ...]
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    publishers: tuple[str, ...]
    sources: int
    tags: tuple[str, ...]
    starred: bool
    noted: bool
    basket: bool
    saved: str | None
    since: Period
    until: Period


def query_of(store: Store, given: Given) -> Query:
    """Returns the query that the options ask for; names are resolved in the store."""
    told = _told(store, given)
    return _both(store.saved_query(given["saved"]), told) if given["saved"] else told


def _told(store: Store, given: Given) -> Query:
    first = given["since"][0] if given["since"] else None
    last = given["until"][1] if given["until"] else None
    if first and last and first > last:
        raise UsageError(f"--from {first} lies after --to {last}; exchange them")
    return Query(
        words=" ".join(f'"{word}"' if " " in word else word for word in given["words"]),
        actors=_actors(store, given["actors"]),
        any_actors=_actors(store, given["any_actors"]),
        without_actors=_actors(store, given["without_actors"]),
        countries=tuple(_country(store, code) for code in given["countries"]),
        types=tuple(type_of(name) for name in given["types"]),
        kinds=tuple(_one_of(Kind, "--kind", name.upper()) for name in given["kinds"]),
        statuses=tuple(_one_of(Status, "--status", name.casefold()) for name in given["statuses"]),
        least_sources=given["sources"],
        publishers=tuple(name for part in given["publishers"] for name in _publishers(store, part)),
        tags=tuple(_tag(store, name) for name in given["tags"]),
        starred=given["starred"],
        noted=given["noted"],
        in_basket=given["basket"],
        first=first,
        last=last,
    )


def _both(saved: Query, told: Query) -> Query:
    """Returns a saved query with what is told besides; of parts that would widen it, what is told holds."""
    words = f"{saved.words} {told.words}".strip()
    together = {name: getattr(saved, name) + getattr(told, name) for name in _ALL_HOLD}
    changed = {
        field.name: getattr(told, field.name)
        for field in fields(Query)
        if getattr(told, field.name) != field.default
    }
    return replace(saved, **changed | together, words=words)


def _tag(store: Store, name: str) -> str:
    """Returns the tag of that name as it is spelt; raises `UsageError` with those that there are."""
    known = [tag.name for tag in store.tags()]
    found = spelt(" ".join(name.split()).removeprefix("#"), known)
    if found not in known:
        there = f"there is: {', '.join(known)}" if known else "no event has one"
        raise UsageError(f"no event has the tag “{name}”; {there}")
    return found


def _publishers(store: Store, part: str) -> list[str]:
    """Returns the publishers of that name in any case, or else those with it in their names."""
    known = [each.value for each in store.facet(Facet.PUBLISHER)]
    wanted = part.casefold().strip()
    exact = [name for name in known if name.casefold() == wanted]
    found = exact or [name for name in known if wanted and wanted in name.casefold()]
    if not found:
        some = ", ".join(map(plain, known[:_LISTED])) or "none with a name"
        raise StoreError(f"no publisher “{part}” is in this store; there is: {some}")
    return found


def country_of(code: str) -> str:
    """Returns the code of a country in capitals; raises `UsageError` for what cannot be one."""
    if len(code) != 3 or not code.isalpha():
        raise UsageError(f"--country takes a code of three letters such as PRK or USA, not “{code}”")
    return code.upper()


def known_country(code: str) -> str:
    """Returns the code of a country in capitals; raises `UsageError` for one that no known entity has."""
    from corpus import known_entities  # reads all of its files: a third of a second

    if (found := country_of(code)) not in {entity.country for entity in known_entities()}:
        way_out = "find the code of a country by its name: dateline actors NAME"
        raise UsageError(f"--country “{code}” is the code of no country that dateline knows; {way_out}")
    return found


def _country(store: Store, code: str) -> str:
    """Returns the code of a country that acts in the store, or at least is known."""
    found = country_of(code)
    return found if store.page(Query(countries=(found,)), limit=1) else known_country(code)


def type_of(name: str) -> EntityType:
    """Returns the type of entity that is named: `public body`, `public-body` and `PUBLIC_BODY` are one."""
    return _one_of(EntityType, "--type", re.sub(r"[\s-]+", "_", name.strip().casefold()))


E = TypeVar("E", bound=StrEnum)


def _one_of(choices: type[E], option: str, name: str) -> E:
    try:
        return choices(name)
    except ValueError:
        raise UsageError(f"{option} “{name}” is none of {', '.join(choices)}") from None


def _actors(store: Store, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(_resolved(store, name).entity for name in names)


def _resolved(store: Store, name: str) -> ActorCount:
    """Returns the actor that is meant, and tells the reader where a typing error was forgiven."""
    actor = store.resolve_actor(name)
    if actor.misspelt:
        click.echo(plain(f"“{name}” is read as {actor.matched} ({actor.entity})."), err=True)
    return actor

"""From the words and options of a command to a query of the store."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from corpus import Kind, StoreError, UsageError
from store import Query, Store
from tui.commands.options import default_store

Period = tuple[date, date] | None
"""The first and last day of what `--from` or `--to` names; None where it is not given."""


def open_for_reading(path: Path) -> Store:
    """Opens a store that must be there; raises `StoreError` with the way out where it is not."""
    if not path.exists():
        raise StoreError(f"there is no store at {path}; make one with: dateline ingest FOLDER --store {path}")
    return Store.open(path, read_only=True)


def open_for_writing(path: Path) -> Store:
    """Opens a store, or makes it; the user's own data folder is made as well."""
    if path == default_store():
        path.parent.mkdir(parents=True, exist_ok=True)
    return Store.open(path)


def query_of(
    store: Store,
    words: Sequence[str],
    actors: Sequence[str],
    countries: Sequence[str],
    kinds: Sequence[str],
    since: Period,
    until: Period,
) -> Query:
    """Returns the query that the options ask for; names of actors are resolved in the store."""
    first = since[0] if since else None
    last = until[1] if until else None
    if first and last and first > last:
        raise UsageError(f"--from {first} lies after --to {last}; exchange them")
    return Query(
        words=" ".join(f'"{word}"' if " " in word else word for word in words),
        actors=tuple(store.resolve_actor(name).entity for name in actors),
        countries=tuple(_country(code) for code in countries),
        kinds=tuple(_kind(name) for name in kinds),
        first=first,
        last=last,
    )


def _country(code: str) -> str:
    if len(code) != 3 or not code.isalpha():
        raise UsageError(f"--country takes a code of three letters such as PRK or USA, not “{code}”")
    return code.upper()


def _kind(name: str) -> Kind:
    try:
        return Kind(name.upper())
    except ValueError:
        raise UsageError(f"--kind “{name}” is none of {', '.join(Kind)}") from None

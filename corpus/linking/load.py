"""Reads the knowledge base: the TOML files whose form corpus/entities/README.md describes."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import InvalidEntities
from corpus.linking.knowledge import Knowledge, OfficeWords, Record, seated
from corpus.model import Alias, Entity, EntityType, Office

SHIPPED = Path(__file__).parent.parent / "entities"


def load(paths: Iterable[Path]) -> Knowledge:
    """Returns the knowledge of some files together; a later file overrides an earlier one, id by id.

    Raises `InvalidEntities` for a file that cannot be read or an entry without id, name or a type.
    """
    records: dict[str, Record] = {}
    offices: list[OfficeWords] = []
    decoys: list[str] = []
    for path in paths:
        tables = read_tables(path)
        try:
            records.update((table["id"], record(table)) for table in tables.get("entity", ()))
            offices += [office_words(table) for table in tables.get("office", ())]
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise InvalidEntities(
                f"{path}: an entry breaks the form ({error!r}); see `dateline actors check {path}`"
            ) from error
        decoys += tables.get("decoys", ())
    return Knowledge(seated(records), tuple(offices), tuple(decoys))


@cache
def load_shipped() -> Knowledge:
    """Returns the knowledge base that dateline ships; it is read once."""
    return load(sorted(SHIPPED.glob("*.toml")))


def read_tables(path: Path) -> Mapping[str, Any]:
    """Returns the tables of a TOML file; raises `InvalidEntities` where it cannot be read or parsed."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidEntities(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidEntities(f"{path}: is not valid TOML ({error})") from error


def record(table: Mapping[str, Any]) -> Record:
    """Returns the record of an `[[entity]]` table; raises KeyError or ValueError where it breaks the form."""
    since, until = table.get("since"), table.get("until")
    born, died = (*table.get("lived", ()), None, None)[:2]
    if born is not None:
        since, until = born, died
    return Record(
        Entity(
            id=table["id"],
            name=table["name"],
            type=EntityType(table["type"]),
            country=table.get("country"),
            aliases=tuple(aliases(table)),
            offices=tuple(office(each) for each in table.get("offices", ())),
            lived=None if born is None else (born, died),
        ),
        stands_for=table.get("stands_for"),
        of=table.get("of"),
        role=table.get("role"),
        demonyms=tuple(table.get("demonyms", ())),
        since=first_day(since),
        until=last_day(until),
    )


def aliases(table: Mapping[str, Any]) -> Iterable[Alias]:
    """Yields the names that a table lists, the display name not among them."""
    yield from (Alias(text) for text in table.get("aliases", ()))
    yield from (Alias(text, weak=True) for text in table.get("weak", ()))
    yield from (Alias(text, language) for language in ("ko", "ru") for text in table.get(language, ()))


def office(table: Mapping[str, Any]) -> Office:
    """Returns a term in an office."""
    return Office(
        table["title"], table.get("of"), first_day(table.get("since")), last_day(table.get("until"))
    )


def office_words(table: Mapping[str, Any]) -> OfficeWords:
    """Returns the words of an `[[office]]` table."""
    return OfficeWords(table["title"], tuple(table["words"]), table.get("of"))


def first_day(value: date | int | None) -> date | None:
    """Returns a day as it is, and the first day of a year."""
    return date(value, 1, 1) if isinstance(value, int) else value


def last_day(value: date | int | None) -> date | None:
    """Returns a day as it is, and the last day of a year."""
    return date(value, 12, 31) if isinstance(value, int) else value

"""Events and actors as tables: fitted to a terminal, and in a pipe a line each with tabs between."""

from collections.abc import Iterable, Mapping, Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus import Office
from store import EventRow, Unlisted
from store.directory import Listed
from store.sanitise import clean_line
from tui.annotations import signs
from tui.commands.options import plain

Column = tuple[str, str]
"""The name of a column and its style."""


def print_events(rows: Iterable[EventRow]) -> None:
    """Prints a line an event: date, kind, actors, headline, number of sources, and its number."""
    columns = (
        ("date", "cyan"),
        ("kind", "magenta"),
        ("actors", "green"),
        ("event", ""),
        ("sources", "dim"),
        ("number", "dim"),
    )
    _print(columns, map(_event_cells, rows))


def _event_cells(row: EventRow) -> tuple[str, ...]:
    sources = ", ".join(actor.name for actor in row.actors if actor.role == "source")
    targets = ", ".join(actor.name for actor in row.actors if actor.role == "target")
    actors = f"{sources} → {targets}" if targets else sources
    headline = row.headline if row.status == "happened" else f"{row.headline} ({row.status})"
    said = f"{headline} {signs(row.annotations)}".rstrip()
    sources_told = f"×{row.sources}" if row.sources > 1 else ""
    return row.value, row.kind, actors, said, sources_told, str(row.id)


def print_actors(rows: Iterable[Listed], names: Mapping[str, str], *, asked: bool) -> None:
    """Prints a line an actor: events, name, type, country, years, the alias that matched, id, offices.

    `names` holds the names of entities by id, for those whom an office belongs to.
    """
    columns = (
        ("events", "cyan"),
        ("name", ""),
        ("type", "magenta"),
        ("country", "green"),
        ("lived", ""),
        ("as", "dim"),
        ("id", "dim"),
        ("offices", ""),
    )
    _print(columns, (_actor_cells(row, names, asked=asked) for row in rows))


def print_unlisted(people: Iterable[Unlisted], quotes: Iterable[str]) -> None:
    """Prints a line for each whom nobody listed, with words of a document around the name."""
    columns = (
        *(("events", "cyan"), ("documents", "cyan"), ("name", ""), ("type", "magenta"), ("country", "green")),
        *(("said", ""), ("id", "dim"), ("as in", "dim")),
    )
    _print(columns, map(_unlisted_cells, people, quotes))


def _unlisted_cells(each: Unlisted, quote: str) -> tuple[str, ...]:
    type_ = each.type.replace("_", " ")
    counts = str(each.events), str(each.documents)
    return *counts, each.name, type_, each.country or "", each.said, each.entity, quote


def _actor_cells(row: Listed, names: Mapping[str, str], *, asked: bool) -> tuple[str, ...]:
    actor = row.actor
    return (
        str(actor.events),
        actor.name if actor.verified else f"{actor.name} (unverified)",
        actor.type.replace("_", " "),
        actor.country or "",
        _years(*row.lived) if row.lived else "",
        actor.matched if asked and actor.matched != actor.name else "",
        actor.entity,
        ", ".join(_office(office, names) for office in row.offices),
    )


def _office(office: Office, names: Mapping[str, str]) -> str:
    title = office.title.replace("-", " ")
    named = f"{title} of {names.get(office.of, office.of)}" if office.of else title
    since, until = (day.year if day else None for day in (office.since, office.until))
    return f"{named} {_years(since, until)}" if since or until else named


def _years(since: int | None, until: int | None) -> str:
    return str(since) if since == until and since else f"{since or ''}–{until or ''}"


def _print(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Prints a table that fits the terminal; in a pipe all of it, unpadded."""
    console = Console()
    if not console.is_terminal:
        for cells in ([name for name, _ in columns], *rows):
            click.echo("\t".join(clean_line(cell) for cell in cells))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, style in columns:
        table.add_column(name, style=style, no_wrap=True, overflow="ellipsis")
    for cells in rows:
        table.add_row(*(Text(plain(cell)) for cell in cells))
    console.print(table)

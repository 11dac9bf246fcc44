"""Events and actors as tables for people: fitted to a terminal, untrimmed in a pipe."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus import Office
from store import EventRow
from store.directory import Listed
from tui.annotations import signs
from tui.commands.options import plain

PIPE_WIDTH = 100_000
"""Columns to lay a table out in when nobody's screen limits it."""


def console() -> Console:
    """Returns a console on standard output that trims only what a terminal cannot show."""
    fitted = Console()
    return fitted if fitted.is_terminal else Console(width=PIPE_WIDTH)


def print_events(rows: Iterable[EventRow]) -> None:
    """Prints a line an event: date, kind, actors, headline, number of sources, and its number."""
    table = _table(
        ("date", "cyan"),
        ("kind", "magenta"),
        ("actors", "green"),
        ("event", ""),
        ("sources", "dim"),
        ("number", "dim"),
    )
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in _event_cells(row)))
    console().print(table)


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
    table = _table(
        ("events", "cyan"),
        ("name", ""),
        ("type", "magenta"),
        ("country", "green"),
        ("lived", ""),
        ("as", "dim"),
        ("id", "dim"),
        ("offices", ""),
    )
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in _actor_cells(row, names, asked=asked)))
    console().print(table)


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


def _table(*columns: tuple[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, style in columns:
        table.add_column(name, style=style, no_wrap=True, overflow="ellipsis")
    return table

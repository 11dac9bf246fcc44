"""Events and actors as tables for people: fitted to a terminal, untrimmed in a pipe."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from store import ActorCount, EventRow
from tui.commands.options import plain

PIPE_WIDTH = 100_000
"""Columns to lay a table out in when nobody's screen limits it."""


def console() -> Console:
    """Returns a console on standard output that trims only what a terminal cannot show."""
    fitted = Console()
    return fitted if fitted.is_terminal else Console(width=PIPE_WIDTH)


def print_events(rows: Iterable[EventRow]) -> None:
    """Prints a line an event: date, kind, actors, headline, number of sources."""
    table = _table(
        ("date", "cyan"), ("kind", "magenta"), ("actors", "green"), ("event", ""), ("sources", "dim")
    )
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in _event_cells(row)))
    console().print(table)


def _event_cells(row: EventRow) -> tuple[str, ...]:
    sources = ", ".join(actor.name for actor in row.actors if actor.role == "source")
    targets = ", ".join(actor.name for actor in row.actors if actor.role == "target")
    actors = f"{sources} → {targets}" if targets else sources
    headline = row.headline if row.status == "happened" else f"{row.headline} ({row.status})"
    return row.value, row.kind, actors, headline, f"×{row.sources}" if row.sources > 1 else ""


def print_actors(rows: Iterable[ActorCount], *, asked: bool) -> None:
    """Prints a line an actor: events, name, type, country, the alias that matched what was asked, id."""
    table = _table(
        ("events", "cyan"),
        ("name", ""),
        ("type", "magenta"),
        ("country", "green"),
        ("as", "dim"),
        ("id", "dim"),
    )
    for row in rows:
        matched = row.matched if asked and row.matched != row.name else ""
        cells = (str(row.events), row.name, row.type, row.country or "", matched, row.entity)
        table.add_row(*(Text(plain(cell)) for cell in cells))
    console().print(table)


def _table(*columns: tuple[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, style in columns:
        table.add_column(name, style=style, no_wrap=True, overflow="ellipsis")
    return table

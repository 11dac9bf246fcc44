"""`dateline actors`: who is known, under which names, with how many events."""

from pathlib import Path

import click

from tui.commands.filters import open_for_reading
from tui.commands.options import store_option


@click.command(
    "actors",
    short_help="List who is known, and under which names.",
    epilog="""\b
Examples:
  dateline actors             everybody, the busiest first
  dateline actors kim         all whose names match
  dateline actors 김정은       in any script
""",
)
@click.argument("name", required=False, default="")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N")
@store_option
def command(name: str, limit: int, store_path: Path) -> None:
    """List the actors of the store, or those whose NAME or alias matches, with their events."""
    from tui.commands.tables import print_actors

    with open_for_reading(store_path) as store:
        rows = store.actors(name, limit=limit)
        print_actors(rows, asked=bool(name))
    if not rows:
        click.echo(f"Nobody is known as “{name}”; all are listed by: dateline actors", err=True)

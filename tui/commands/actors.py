"""`dateline actors`: who is known, under which names, with how many events."""

from pathlib import Path

import click
from click_default_group import DefaultGroup

from tui.commands.filters import open_for_reading
from tui.commands.options import plain, store_option
from tui.commands.tables import print_actors


@click.group(
    "actors",
    cls=DefaultGroup,
    default="list",
    default_if_no_args=True,
    short_help="List who is known, and under which names.",
    epilog="""\b
Examples:
  dateline actors                   everybody, the busiest first
  dateline actors kim               all whose names match
  dateline actors 김정은             in any script
  dateline actors check mine.toml   say what is wrong with a file of entities
""",
)
def command() -> None:
    """List the actors of the store, or those whose NAME or alias matches, with their events."""


@click.command("list")
@click.argument("name", required=False, default="")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N")
@store_option
def list_actors(name: str, limit: int, store_path: Path) -> None:
    """List the actors of the store, or those whose NAME or alias matches: what `dateline actors` does."""
    with open_for_reading(store_path) as store:
        rows = store.actors(name, limit=limit)
        print_actors(rows, asked=bool(name))
    if not rows:
        click.echo(f"Nobody is known as “{plain(name)}”; all are listed by: dateline actors", err=True)


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Say what is wrong with a FILE of entities, by line; status 2 where anything is."""
    from corpus import entity_problems

    problems = entity_problems(file)
    for problem in problems:
        click.echo(plain(problem), err=True)
    if problems:
        click.get_current_context().exit(2)
    click.echo(f"{plain(str(file))} is in order.")


command.add_command(list_actors)
command.add_command(check)

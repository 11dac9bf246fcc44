"""`dateline store`: look after the file."""

from pathlib import Path

import click

from tui.commands.filters import open_for_reading
from tui.commands.options import plain, store_option


@click.group(
    "store",
    short_help="Look after the store: stats, check, backup.",
    epilog="""\b
Examples:
  dateline store stats
  dateline store check
  dateline store backup copy.db
""",
)
def command() -> None:
    """Look after the file that holds the timeline."""


@command.command("stats")
@store_option
def stats(store_path: Path) -> None:
    """Say what the store holds."""
    with open_for_reading(store_path) as store:
        found = store.stats()
    span = f"{found.first} to {found.last}" if found.first else "none"
    lines = {
        "store": found.path,
        "size": f"{found.bytes / 1_000_000:.1f} MB",
        "schema": str(found.schema),
        "documents": f"{found.documents} ({found.undated} without a publication date)",
        "events": str(found.events),
        "passages": str(found.passages),
        "entities": str(found.entities),
        "days": span,
    }
    for name, value in lines.items():
        click.echo(f"{name:10} {plain(value)}")


@command.command("check")
@store_option
def check(store_path: Path) -> None:
    """Test that the store is whole; exits with status 2 and lists the problems where it is not."""
    with open_for_reading(store_path) as store:
        problems = store.check()
    for problem in problems:
        click.echo(plain(problem), err=True)
    if problems:
        click.get_current_context().exit(2)
    click.echo("The store is whole.")


@command.command("backup")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@store_option
def backup(target: Path, store_path: Path) -> None:
    """Copy the store to TARGET, also while others use it; a file that is there is not overwritten."""
    with open_for_reading(store_path) as store:
        store.backup(target)
    click.echo(f"Copied to {plain(str(target))}")

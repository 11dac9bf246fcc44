"""`dateline store`: look after the file."""

from pathlib import Path

import click

from corpus import UsageError
from store import Changed, Store
from tui.commands.filters import open_for_reading
from tui.commands.options import plain, plain_line, store_option


@click.group(
    "store",
    short_help="Look after the store: stats, changes, check, backup.",
    epilog="""\b
Examples:
  dateline store stats
  dateline store changes        what the last ingest changed
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
        click.echo(f"{name:10} {plain_line(value)}")


@command.command("changes")
@click.option("--run", type=click.IntRange(min=1), metavar="N", help="An earlier ingest, by its number.")
@store_option
def changes(run: int | None, store_path: Path) -> None:
    """List what the last ingest changed: new events, those that gained sources, those that changed date."""
    with open_for_reading(store_path) as store:
        found = store.changes(run)
        if found.run is None and run is not None:
            raise UsageError(f"no ingest {run} is remembered; {_remembered(store)}")
    if found.run is None:
        click.echo("Nothing has been ingested yet.", err=True)
        return
    click.echo(f"ingest {found.run}, {found.begun:%Y-%m-%d %H:%M} UTC")
    for heading, changed in (
        ("new", found.new),
        ("gained sources", found.gained),
        ("changed date", found.redated),
    ):
        click.echo(f"{heading}: {len(changed)}")
        for change in changed:
            click.echo(plain(f"  {_changed(change)}"))


def _remembered(store: Store) -> str:
    """Returns which ingests are remembered, in words."""
    numbers = ", ".join(str(each.id) for each in store.runs())
    return f"remembered: {numbers}" if numbers else "there was none yet"


def _changed(change: Changed) -> str:
    """Returns a line that tells how an event changed: `2023-09-13 (was 2023-09-12)  Kim meets Putin`."""
    row, was = change.event, change.value_before
    date = row.value if was in (None, row.value) else f"{row.value} (was {was})"
    more = (change.sources_before or row.sources) < row.sources
    sources = f"  ×{row.sources} (was {change.sources_before})" if more else ""
    return f"{date}  {row.headline}{sources}  event {row.id}"


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
    click.echo(f"Copied to {plain_line(str(target))}")

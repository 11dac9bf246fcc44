"""`dateline journal`: the corrections, whether they show, and the way back."""

from pathlib import Path

import click
from click_default_group import DefaultGroup

from store import JournalEntry, State
from tui.commands.correct import open_for_correcting, told
from tui.commands.filters import open_for_reading
from tui.commands.options import plain, store_option
from tui.commands.tables import print_events

_NOTES = {
    State.IN_FORCE: "",
    State.UNDONE: " (undone)",
    State.ORPHANED: " (orphaned: its passage is not told now)",
}


@click.group(
    "journal",
    cls=DefaultGroup,
    default="list",
    default_if_no_args=True,
    short_help="List corrections; undo and redo them.",
    epilog="""\b
Examples:
  dateline journal             all corrections, the newest first
  dateline journal undo        take the last one back
  dateline journal redo        and make it again
  dateline journal rejected    the events that were rejected
""",
)
def command() -> None:
    """List the corrections of the store, and undo or redo them."""


@click.command("list")
@store_option
def list_corrections(store_path: Path) -> None:
    """List all corrections, the newest first: what `dateline journal` does."""
    with open_for_reading(store_path) as store:
        entries = store.journal()
    for entry in entries:
        for line in _lines(entry):
            click.echo(plain(line))
    if not entries:
        click.echo("Nothing has been corrected; see: dateline correct --help", err=True)


@click.command("undo")
@store_option
def undo(store_path: Path) -> None:
    """Take the newest correction back."""
    with open_for_correcting(store_path) as store:
        click.echo(f"undone: {told(store.undo())}")


@click.command("redo")
@store_option
def redo(store_path: Path) -> None:
    """Make the correction again that was undone last."""
    with open_for_correcting(store_path) as store:
        click.echo(f"redone: {told(store.redo())}")


@click.command("rejected")
@store_option
def rejected(store_path: Path) -> None:
    """List the events that were rejected; `dateline correct EVENT --accept` brings one back."""
    with open_for_reading(store_path) as store:
        rows = store.rejected()
    if rows:
        print_events(rows)
    else:
        click.echo("No event has been rejected.", err=True)


def _lines(entry: JournalEntry) -> tuple[str, str]:
    """Returns what a correction says, and the words that it hangs on."""
    of = ", ".join(filter(None, (f"“{entry.quotes[0]}”" if entry.quotes else "", entry.title)))
    was = f", was {entry.before}" if entry.before else ""
    return f"{entry.made:%Y-%m-%d %H:%M}  {told(entry)}{was}{_NOTES[entry.state]}", f"    {of}"


for part in (list_corrections, undo, redo, rejected):
    command.add_command(part)

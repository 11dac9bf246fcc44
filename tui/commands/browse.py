"""`dateline browse`: the timeline itself; the same as `dateline` alone."""

import gc
import os
import sys
from pathlib import Path

import click

from tui.commands.options import store_option
from tui.configuration import read_configuration


@click.command(
    "browse",
    short_help="Open the timeline.",
    epilog="""\b
Examples:
  dateline browse
  dateline browse --store project.db
""",
)
@store_option
def command(store_path: Path) -> None:
    """Open the timeline of a store.

    Where there is no store yet, one is built from the documents that dateline ships. When the output is
    not a terminal, the timeline is printed as a table instead.
    """
    if _in_browser() or all(stream and stream.isatty() for stream in (sys.stdout, sys.stdin)):
        gc.disable()  # what is loaded stays; the app lets the collector work when it has started
        from tui.app import run

        run(store_path, wishes=read_configuration())
    else:
        _print_timeline(store_path)


def _in_browser() -> bool:
    """Tells whether `dateline serve` runs this for a page."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def _print_timeline(store_path: Path) -> None:
    from store import Query
    from tui.building import Progress, bundled
    from tui.commands.filters import open_for_reading
    from tui.commands.tables import print_events

    if not store_path.exists():
        bundled(store_path)(Progress())
    with open_for_reading(store_path) as store:
        view = store.view(Query())
        print_events(view.rows(0, len(view)))

"""`dateline search`: the events that match words, actors, kinds and dates."""

from pathlib import Path
from typing import Unpack

import click

from store.export import export_csv, export_jsonl
from tui.commands.filters import Given, open_for_reading, query_of
from tui.commands.options import filter_options, store_option
from tui.commands.tables import print_events

FORMATS = {"jsonl": export_jsonl, "csv": export_csv}
"""How events with their sources are written for other programs."""


@click.command(
    "search",
    short_help="Find events.",
    epilog="""\b
Examples:
  dateline search missile                                words; endings do not matter
  dateline search "hydrogen bomb" --from 2017 --to 2017  a phrase, in a period
  dateline search --actor putin --actor "Kim Jong Un"    events of both
  dateline search --any-actor lavrov --any-actor blinken --without zelensky
  dateline search --type armed_force --status announced --sources 2
  dateline search --kind SANCTION --format csv > s.csv
  dateline search --format jsonl | jq .headline
""",
)
@filter_options
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than the first N.")
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True
)
@store_option
def command(
    limit: int | None,
    form: str,
    store_path: Path,
    **filters: Unpack[Given],
) -> None:
    """Find the events that hold all the WORDS and pass all the filters, in the order of their dates."""
    with open_for_reading(store_path) as store:
        view = store.view(query_of(store, filters))
        rows = view.rows(0, min(len(view), limit or len(view)))
        if form == "table":
            print_events(rows)
        else:
            details = (store.event(row.id) for row in rows)
            click.echo(FORMATS[form](details), nl=False)
    if not rows:
        click.echo("No event matches; take a filter away, or see who is known: dateline actors", err=True)

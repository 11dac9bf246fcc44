"""`dateline export`: events with their sources, as Markdown, JSON or CSV."""

from pathlib import Path
from typing import Unpack

import click

from corpus import UsageError
from store.export import export_csv, export_json, export_markdown
from tui.commands.filters import Given, open_for_reading, query_of
from tui.commands.options import filter_options, plain, store_option

FORMATS = {"markdown": export_markdown, "json": export_json, "csv": export_csv}
"""How events with their sources are written."""


@click.command(
    "export",
    short_help="Write events with their sources to Markdown, JSON or CSV.",
    epilog="""\b
Examples:
  dateline export --from 2023-09 --to 2023-09 --output september.md
  dateline export --actor "Kim Jong Un" > kim.md
  dateline export --format csv --output all.csv
""",
)
@filter_options
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json", "csv"]), default="markdown", show_default=True
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write; standard output without it.",
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@store_option
def command(
    form: str,
    output: Path | None,
    force: bool,
    store_path: Path,
    **filters: Unpack[Given],
) -> None:
    """Write the events that match, with the exact words of their sources, as a document."""
    if output and output.exists() and not force:
        raise UsageError(f"{output} is there already; name another file, or add --force to overwrite it")
    with open_for_reading(store_path) as store:
        query = query_of(store, filters)
        count = store.count(query)
        written = FORMATS[form](store.details(query))
    if not output:
        click.echo(written, nl=False)
        return
    _write(output, written)
    click.echo(f"{count} events written to {plain(str(output))}", err=True)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror}); name a file in a folder that is there and is yours"
        ) from None

"""`dateline export`: events with their sources, as Markdown, JSON or CSV."""

from pathlib import Path

import click

from corpus import UsageError
from tui.commands.filters import Period, open_for_reading, query_of
from tui.commands.options import filter_options, plain, store_option


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
    words: tuple[str, ...],
    actors: tuple[str, ...],
    countries: tuple[str, ...],
    kinds: tuple[str, ...],
    since: Period,
    until: Period,
    form: str,
    output: Path | None,
    force: bool,
    store_path: Path,
) -> None:
    """Write the events that match, with the exact words of their sources, as a document."""
    if output and output.exists() and not force:
        raise UsageError(f"{output} is there already; name another file, or add --force to overwrite it")

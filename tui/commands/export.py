"""`dateline export`: events with their sources, as a document, data, a calendar or a picture."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Unpack

import click

from corpus import UsageError
from store import EventDetail
from store.export import Form, Layout, Style, parts
from tui.cells import counted
from tui.commands.filters import Given, open_for_reading, query_of
from tui.commands.options import filter_options, plain_line, store_option
from tui.configuration import read_configuration
from tui.files import spare_store, write_whole

_LONG = 2000
"""Events from which the writing takes more than a moment."""


@click.command(
    "export",
    short_help="Write events with their sources: Markdown, JSON, CSV, a calendar or a picture.",
    epilog="""\b
Examples:
  dateline export --from 2023-09 --to 2023-09 --output september.md
  dateline export --actor "Kim Jong Un" --layout table --mermaid > kim.md
  dateline export --basket --layout actors --output basket.md
  dateline export --format csv --output all.csv
  dateline export --format ics --tag summits --output summits.ics
  dateline export --format svg --from 2018 --to 2018 --output 2018.svg
""",
)
@filter_options
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form if form is not Form.JSONL]),
    default=Form.MARKDOWN.value,
    show_default=True,
    help="ics is a calendar, svg a picture.",
)
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    help="How Markdown arranges the events: chronology unless it is said.",
)
@click.option("--mermaid", is_flag=True, help="A Mermaid timeline at the head of the Markdown.")
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
    layout: str | None,
    mermaid: bool,
    output: Path | None,
    force: bool,
    store_path: Path,
    **filters: Unpack[Given],
) -> None:
    """Write the events that match, with the exact words of their sources."""
    style = _style(Form(form), layout, mermaid=mermaid)
    if output:
        spare_store(output, store_path)
    if output and output.exists() and not force:
        raise UsageError(f"{output} is there already; name another file, or add --force to overwrite it")
    with open_for_reading(store_path) as store:
        query = query_of(store, filters)
        if not output:
            for part in parts(store.details(query), style):
                click.echo(part, nl=False)
            return
        count = store.count(query)
        with _progress(store.details(query), count) as details:
            _write(output, parts(details, style))
    click.echo(f"{counted(count, 'event')} written to {plain_line(str(output))}", err=True)


def _style(form: Form, layout: str | None, *, mermaid: bool) -> Style:
    """Returns how the export is to look; the lanes of a picture are those of the configuration."""
    if form is not Form.MARKDOWN and (layout or mermaid):
        raise UsageError(f"--layout and --mermaid are for Markdown, not for {form}; leave them out")
    lanes = read_configuration().lanes or Style().lanes
    return Style(form, Layout(layout or Layout.CHRONOLOGY), mermaid, lanes)


def _progress(details: Iterator[EventDetail], count: int) -> AbstractContextManager[Iterable[EventDetail]]:
    """Shows how far a long export has come, where somebody watches."""
    if count < _LONG or not (sys.stderr and sys.stderr.isatty()):
        return nullcontext(details)
    return click.progressbar(details, count, label="Writing", file=sys.stderr)


def _write(path: Path, told: Iterable[str]) -> None:
    try:
        write_whole(path, told)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror}); name a file in a folder that is there and is yours"
        ) from None

"""`dateline ingest`: documents into the store, with progress and an account at the end."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column
from rich.text import Text

from corpus import UnreadableDocument, unread, use_entities
from tui.cells import counted
from tui.commands.filters import open_for_writing
from tui.commands.options import (
    entities_options,
    format_option,
    jobs_option,
    plain_line,
    published_option,
    store_option,
)
from tui.commands.sources import count_files, jobs_for, sources_of
from tui.configuration import own_entities, read_configuration
from tui.ingesting import Step, Summary, ingest
from tui.reading import Source

SHOWN = 10
"""How many names of one sort the account lists before it says “and N more”."""


@click.command(
    "ingest",
    short_help="Read documents into the store.",
    epilog="""\b
Examples:
  dateline ingest articles/                       every document below a folder
  dateline ingest page.html notes.md              single files
  dateline ingest story.txt --published 2024-06-21
  curl -s URL | dateline ingest -                 standard input
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@published_option
@click.option(
    "--estimate/--no-estimate",
    default=None,
    show_default="as config.toml says, else --estimate",
    help="Estimate when undated documents appeared from the dated events that they retell, or take all "
    "estimates back.",
)
@format_option
@jobs_option
@entities_options
@store_option
def command(
    paths: tuple[str, ...],
    published: date | None,
    estimate: bool | None,
    input_format: str,
    jobs: int | None,
    entity_files: tuple[Path, ...],
    model: str | None,
    store_path: Path,
) -> None:
    """Read documents into the store: text, Markdown and HTML files, whole folders, or - for standard input.

    Each document is written as a whole or not at all, so an ingest that was stopped goes on where it left off
    when it is given the same paths again. What has been read before and has not changed is left alone.
    """
    allowed = read_configuration().estimate if estimate is None else estimate
    use_entities(own_entities(entity_files), model)
    sources = sources_of(paths)
    total = count_files(sources)
    if total == 0 and not store_path.exists():
        _refuse(sources)
    with open_for_writing(store_path) as store, _progress(total) as stepped:
        summary = ingest(
            sources,
            store,
            published=published,
            json_lines=input_format == "jsonl",
            estimate=allowed,
            jobs=jobs_for(sources, jobs),
            stepped=stepped,
        )
    for line in account(summary):
        click.echo(plain_line(line))
    if any(skipped.named for skipped in summary.skipped):
        click.get_current_context().exit(2)


def _refuse(sources: Sequence[Source]) -> None:
    """Says why nothing can be read; no store is made, so that a first `dateline` still builds its own."""
    reasons = [plain_line(str(each)) for source in sources for each in unread(source)]
    raise UnreadableDocument("\n".join(reasons) or "nothing to read")


class _Meter:
    """Shows each step on the progress bar."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def __call__(self, step: Step) -> None:
        self._progress.update(
            self._task,
            completed=step.read,
            events=_new(step.events),
            document=Text(plain_line(step.name)),
        )


@contextmanager
def _progress(total: int | None) -> Iterator[_Meter]:
    rest = Column(ratio=1, no_wrap=True, overflow="ellipsis")  # the numbers are never cut for a name
    columns = (
        BarColumn(bar_width=12),
        MofNCompleteColumn(),
        TextColumn("documents · {task.fields[events]}"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[document]}", markup=False, style="dim", table_column=rest),
    )
    console = Console(stderr=True)
    shown = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not shown, expand=True) as progress:
        yield _Meter(progress, progress.add_task("ingest", total=total, events=_new(0), document=""))


def account(summary: Summary) -> Iterator[str]:
    """Yields the lines that say what an ingest did."""
    yield (
        f"{summary.read} read: {summary.added} added, {summary.updated} updated, "
        f"{summary.unchanged} unchanged, {len(summary.skipped)} skipped"
    )
    yield f"{_new(summary.new)}, {summary.gained} gained sources, {summary.redated} changed date"
    if summary.gone:
        are = "is" if summary.gone == 1 else "are"
        yield f"{counted(summary.gone, 'event')} {are} no longer told by any document"
    yield from _listed("publication date estimated (--published DATE corrects it)", summary.estimated)
    yield from _listed("no publication date (give it with --published DATE)", summary.undated)
    yield from _listed("no event found", summary.eventless)
    yield from _listed("skipped", [skipped.reason for skipped in summary.skipped])


def _new(number: int) -> str:
    return counted(number, "new event")


def _listed(heading: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{heading}: {len(names)}"
        yield from (f"  {name}" for name in names[:SHOWN])
    if len(names) > SHOWN:
        yield f"  and {len(names) - SHOWN} more"

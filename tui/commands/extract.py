"""`dateline extract`: documents in, JSON Lines out; no store is touched."""

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from corpus import use_entities
from tui.commands.options import (
    entities_options,
    format_option,
    jobs_option,
    plain_line,
    published_option,
)
from tui.commands.sources import jobs_for, sources_of
from tui.configuration import own_entities
from tui.processes import in_order
from tui.reading import extract, tasks


@click.command(
    "extract",
    short_help="Print dates, actors and events as JSON Lines.",
    epilog="""\b
Examples:
  dateline extract article.html                    one object, on one line
  dateline extract articles/ | jq '.events[].headline'
  cat story.txt | dateline extract - --published 2024-06-21
  dateline extract --input-format jsonl texts.jsonl > dated.jsonl
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@published_option
@format_option
@jobs_option
@entities_options
def command(
    paths: tuple[str, ...],
    published: date | None,
    input_format: str,
    jobs: int | None,
    entity_files: tuple[Path, ...],
    model: str | None,
) -> None:
    """Read documents and print what is in them: one JSON object a document, in the order given.

    PATH is a file, a folder, or - for standard input. Each object holds the cleaned text, and its time
    expressions, mentions and events with offsets (code points) into that text.
    """
    use_entities(own_entities(entity_files), model)
    is_complete = True
    sources = sources_of(paths)
    found = tasks(sources, published=published, json_lines=input_format == "jsonl")
    with closing(in_order(extract, found, jobs_for(sources, jobs))) as lines:
        for _, line in lines:
            if line.json is not None:
                click.echo(line.json)
            if line.failure is not None:
                click.echo(f"dateline: {plain_line(line.failure.reason)}", err=True)
                is_complete = is_complete and not line.failure.named
    if not is_complete:
        click.get_current_context().exit(2)

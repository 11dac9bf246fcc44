"""`dateline extract`: documents in, JSON Lines out; no store is touched."""

import json
from datetime import date
from pathlib import Path

import click

from corpus import analyse, analysis_as_json, use_entities
from tui.commands.options import entities_options, format_option, plain_line, published_option
from tui.commands.sources import sources_of
from tui.configuration import own_entities
from tui.ingesting import Skipped, documents, failed


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
@entities_options
def command(
    paths: tuple[str, ...],
    published: date | None,
    input_format: str,
    entity_files: tuple[Path, ...],
    model: str | None,
) -> None:
    """Read documents and print what is in them: one JSON object a document, in the order given.

    PATH is a file, a folder, or - for standard input. Each object holds the cleaned text, and its time
    expressions, mentions and events with offsets (code points) into that text.
    """
    use_entities(own_entities(entity_files), model)
    is_complete = True

    def skip(skipped: Skipped) -> None:
        nonlocal is_complete
        is_complete = is_complete and not skipped.named
        click.echo(f"dateline: {plain_line(skipped.reason)}", err=True)

    found = documents(
        sources_of(paths), published=published, json_lines=input_format == "jsonl", skipped=skip
    )
    for document in found:
        try:
            line = json.dumps(analysis_as_json(analyse(document)), ensure_ascii=False)
        except Exception as error:  # one document must not cost the reader all the others
            skip(failed(document, error))
        else:
            click.echo(line)
    if not is_complete:
        click.get_current_context().exit(2)

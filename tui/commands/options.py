"""Options that several sub-commands share, and how they are read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

F = TypeVar("F", bound=Callable[..., Any])


def plain(text: str) -> str:
    """Returns `text` with what would act on a terminal made visible."""
    from store.sanitise import clean_text

    return clean_text(text)


def plain_line(text: str) -> str:
    """Returns the same on one line: a break in the name of a file is a space."""
    from store.sanitise import clean_line

    return clean_line(text)


def default_store() -> Path:
    """Returns the path of the user's own store."""
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False) / "timeline.db"


class Words(click.ParamType[str]):
    """Words in any script, also where the locale cannot read them (`LC_ALL=C`)."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Returns the words of UTF-8 that Python gives as escaped bytes where the locale knows no letters."""
        return str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class Period(click.ParamType[tuple[date, date]]):
    """A period that a user types, as its first and last day."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """Returns the first and the last day that `value` names."""
        from corpus import parse_period

        return parse_period(str(value), date.today())


class Publication(click.ParamType[date]):
    """A publication date that a user types."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Returns the day that `value` names."""
        from corpus import parse_publication

        return parse_publication(str(value))


def _innermost(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    """A store named before the sub-command holds for it, unless it names one itself."""
    assert param.name is not None
    named = ctx.get_parameter_source(param.name) is ParameterSource.COMMANDLINE
    if named:
        ctx.find_root().meta["dateline.store"] = value
    outer = ctx.meta.get("dateline.store", value)
    return outer if isinstance(outer, Path) else value


def store_option(function: F) -> F:
    """Adds `--store FILE`."""
    return click.option(
        "--store",
        "store_path",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="DATELINE_STORE",
        default=default_store,
        show_default="the user's data folder",
        show_envvar=True,
        metavar="FILE",
        callback=_innermost,
        help="The store to use.",
    )(function)


def published_option(function: F) -> F:
    """Adds `--published DATE`."""
    return click.option(
        "--published",
        type=Publication(),
        metavar="DATE",
        help="When the documents appeared that do not say it themselves.",
    )(function)


def format_option(function: F) -> F:
    """Adds `--input-format`."""
    return click.option(
        "--input-format",
        type=click.Choice(["auto", "jsonl"]),
        default="auto",
        show_default=True,
        help="jsonl: one object a line with “text”, and if known “id”, “title”, “published”, “publisher”, "
        "“url”, “language”; its text is taken as it is.",
    )(function)


def entities_options(function: F) -> F:
    """Adds `--entities FILE` and `--model NAME`."""
    files = click.option(
        "--entities",
        "entity_files",
        multiple=True,
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        metavar="FILE",
        help="Entities of your own (TOML), besides those in the configuration folder; they add and override.",
    )
    model = click.option(
        "--model",
        metavar="NAME",
        help="A trained spaCy pipeline that is installed, by name or path; it adds what it finds.",
    )
    return files(model(function))


def jobs_option(function: F) -> F:
    """Adds `--jobs N`."""
    from tui.processes import MOST

    return click.option(
        "--jobs",
        type=click.IntRange(min=1, max=MOST),
        default=None,
        show_default="one for each core, at most 8, where there are documents enough; 1 for standard input",
        metavar="N",
        help="Processes that read at the same time; what comes of it is the same.",
    )(function)


FILTERS = (
    click.argument("words", nargs=-1, type=Words()),
    click.option(
        "--actor",
        "actors",
        multiple=True,
        type=Words(),
        metavar="NAME",
        help="Events in which this actor takes part, under any name; repeat it for several who all act.",
    ),
    click.option(
        "--any-actor",
        "any_actors",
        multiple=True,
        type=Words(),
        metavar="NAME",
        help="Repeat it for several of whom one at least takes part.",
    ),
    click.option(
        "--without",
        "without_actors",
        multiple=True,
        type=Words(),
        metavar="NAME",
        help="No events in which this actor takes part; repeat it for several.",
    ),
    click.option(
        "--country",
        "countries",
        multiple=True,
        metavar="CODE",
        help="Events with an actor of this country: PRK, KOR, RUS, USA …",
    ),
    click.option(
        "--type",
        "types",
        multiple=True,
        metavar="TYPE",
        help="Events with an actor of this type: person, state, armed_force …; repeat it for any of several.",
    ),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        metavar="KIND",
        help="CONSULT, SANCTION, STATEMENT …; repeat it for any of several.",
    ),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        metavar="STATUS",
        help="happened, ongoing, announced, alleged or denied; repeat it for any of several.",
    ),
    click.option(
        "--publisher",
        "publishers",
        multiple=True,
        type=Words(),
        metavar="NAME",
        help="Events that this publisher tells, by its name or a part of it; repeat it for any of several.",
    ),
    click.option(
        "--sources",
        type=click.IntRange(min=1),
        default=1,
        metavar="N",
        help="Events that N independent sources tell, or more.",
    ),
    click.option(
        "--from",
        "since",
        type=Period(),
        metavar="DATE",
        help="Not before: 2023, 2023-09, “14 Sep 2023”, “last month”.",
    ),
    click.option(
        "--to", "until", type=Period(), metavar="DATE", help="Not after, the whole of that period included."
    ),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        type=Words(),
        metavar="NAME",
        help="Events with this tag; repeat it for all of them.",
    ),
    click.option("--starred", is_flag=True, help="Starred events."),
    click.option("--noted", is_flag=True, help="Events with a note."),
    click.option("--basket", is_flag=True, help="Events in the basket."),
    click.option(
        "--saved",
        type=Words(),
        metavar="NAME",
        help="A search saved in the timeline; other filters narrow it.",
    ),
)
"""The filters that `search` and `export` share."""


def filter_options(function: F) -> F:
    """Adds all filters on events to a command."""
    for option in reversed(FILTERS):
        function = option(function)
    return function

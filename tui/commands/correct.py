"""`dateline correct`: what the user knows better than the documents, kept in the journal."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypedDict, TypeVar, Unpack

import click
from click_default_group import DefaultGroup

from corpus import Kind, Role, Status, StoreError, UsageError
from store import (
    Accept,
    Annotations,
    Change,
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
    EventDetail,
    JournalEntry,
    Part,
    Reject,
    Store,
)
from tui.commands.filters import open_for_reading
from tui.commands.options import Words, plain, store_option

E = TypeVar("E", bound=StrEnum)


class Wanted(TypedDict):
    """The options of a correction as the user gave them; None or nothing for those that were not given."""

    value: str | None
    kind: str | None
    status: str | None
    headline: str | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    without: tuple[str, ...]
    reject: bool
    accept: bool


def open_for_correcting(path: Path) -> Store:
    """Opens a store that must be there for writing; raises `StoreError` where it is not."""
    if not path.exists():
        raise StoreError(f"there is no store at {path}; make one with: dateline ingest FOLDER --store {path}")
    return Store.open(path)


@click.group(
    "correct",
    cls=DefaultGroup,
    default="event",
    short_help="Say what an event really is.",
    epilog="""\b
Examples:
  dateline correct 12                           show event 12, its passages and their numbers
  dateline correct event --help                 all that can be said of an event
  dateline correct 12 --date 2023-09-13         or 2023-09, 2023, 199X, 2023-09-12/2023-09-17, 2023-09~
  dateline correct 12 --kind CONSULT --status happened --headline "Kim meets Putin"
  dateline correct 12 --source "Kim Jong Un" --target Putin --without Lavrov
  dateline correct 12 --reject                  not an event: off the timeline, and kept
  dateline correct 12 --accept                  checked, and right
  dateline correct merge 12 15                  one event
  dateline correct split 12 34                  passage 34 tells an event of its own
  dateline journal undo                         take the last correction back
""",
)
def command() -> None:
    """Correct an EVENT, by its number. What you say stays when its documents are read again."""


@click.command("event", short_help="Correct the date, kind, status, headline or actors of an event.")
@click.argument("number", type=int, metavar="EVENT")
@click.option(
    "--date", "value", type=Words(), metavar="EDTF", help="2023-09-13, 2023-09, 2023, 2023-09-12/2023-09-17 …"
)
@click.option("--kind", metavar="KIND", help="CONSULT, SANCTION, STATEMENT …")
@click.option("--status", metavar="STATUS", help="happened, ongoing, announced, alleged or denied.")
@click.option("--headline", type=Words(), metavar="WORDS", help="The line that the timeline shows.")
@click.option(
    "--source", "sources", multiple=True, type=Words(), metavar="NAME", help="Somebody who acts; repeatable."
)
@click.option(
    "--target", "targets", multiple=True, type=Words(), metavar="NAME", help="Somebody acted on; repeatable."
)
@click.option(
    "--without", multiple=True, type=Words(), metavar="NAME", help="Somebody who takes no part; repeatable."
)
@click.option("--reject", is_flag=True, help="It is no event: take it off the timeline.")
@click.option("--accept", is_flag=True, help="It is right as it stands; takes back --reject.")
@store_option
def event(number: int, store_path: Path, **wanted: Unpack[Wanted]) -> None:
    """Correct EVENT; without an option show it, with its passages and their numbers."""
    if wanted["reject"] and wanted["accept"]:
        raise UsageError("an event cannot be both rejected and accepted; take one of the two away")
    if all(value in (None, (), False) for value in wanted.values()):
        with open_for_reading(store_path) as store:
            _echo(_shown(store.event(number)))
        return
    with open_for_correcting(store_path) as store:
        changes = list(_changes(store, wanted))
        store.refuse_unfit(number, changes)  # all of them or none
        for change in changes:
            click.echo(told(store.correct(number, change)))


@click.command("merge", short_help="Make several events one.")
@click.argument("numbers", type=int, nargs=-1, required=True, metavar="EVENT EVENT…")
@store_option
def merge(numbers: tuple[int, ...], store_path: Path) -> None:
    """Make two or more EVENTs one, also with the documents that will tell any of them later."""
    with open_for_correcting(store_path) as store:
        click.echo(told(store.merge(numbers)))


@click.command("split", short_help="Make passages an event of their own.")
@click.argument("number", type=int, metavar="EVENT")
@click.argument("passages", type=int, nargs=-1, required=True, metavar="PASSAGE…")
@store_option
def split(number: int, passages: tuple[int, ...], store_path: Path) -> None:
    """Make each PASSAGE of EVENT, together, another event; `dateline correct EVENT` shows their numbers."""
    with open_for_correcting(store_path) as store:
        click.echo(told(store.split(number, *passages)))


def told(entry: JournalEntry) -> str:
    """Returns a line that tells of a correction: its sort, what it says, and of which event."""
    of = f"event {entry.event}" if entry.event is not None else f"“{entry.quotes[0]}”"
    return plain(f"{entry.change}: {of}: {entry.what}")


def _changes(store: Store, wanted: Wanted) -> Iterator[Change]:
    if wanted["value"] is not None:
        yield ChangeDate(wanted["value"])
    if wanted["kind"] is not None:
        yield ChangeKind(_member(Kind, "--kind", wanted["kind"].upper()))
    if wanted["status"] is not None:
        yield ChangeStatus(_member(Status, "--status", wanted["status"].lower()))
    if wanted["headline"] is not None:
        yield ChangeHeadline(wanted["headline"])
    if wanted["sources"] or wanted["targets"] or wanted["without"]:
        away = tuple(_entity(store, name) for name in wanted["without"])
        cast = {Role.SOURCE: wanted["sources"], Role.TARGET: wanted["targets"]}
        parts = tuple(Part(_entity(store, name), role) for role, names in cast.items() for name in names)
        if both := {part.entity for part in parts} & set(away):
            raise UsageError(f"{', '.join(sorted(both))} cannot act and take no part; leave one out")
        yield ChangeActors(parts, away)
    if wanted["reject"] or wanted["accept"]:
        yield Reject() if wanted["reject"] else Accept()


def _member(members: type[E], option: str, name: str) -> E:
    try:
        return members(name)
    except ValueError:
        raise UsageError(f"{option} “{name}” is none of {', '.join(members)}") from None


def _entity(store: Store, name: str) -> str:
    return store.resolve_actor(name).entity


def _shown(detail: EventDetail) -> Iterator[str]:
    row = detail.row
    rejected = " · rejected" if detail.is_rejected else ""
    yield f"event {row.id} · {row.value} · {row.kind} · {row.status}{rejected}"
    yield row.headline
    yield f"date: {detail.why}"
    yield from (f"actor: {actor.name} ({actor.entity}), {actor.role}" for actor in row.actors)
    yield from detail.corrections
    yield from _said(row.annotations)
    for passage in detail.passages:
        document = passage.document
        source = " · ".join(
            filter(None, (document.publisher, document.title, document.published_value or ""))
        )
        yield f"passage {passage.id} · {source}"
        yield f"  {' '.join(passage.quote.split())}"


def _said(said: Annotations) -> Iterator[str]:
    """Yields what the user says of an event, a line for each sort."""
    marks = (("starred", said.starred), ("in the basket", said.in_basket))
    yield from (told for told, is_so in marks if is_so)
    if said.tags:
        yield f"tags: {', '.join(said.tags)}"
    if said.note:
        yield f"note: {' '.join(said.note.split())}"


def _echo(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(plain(line))


for part in (event, merge, split):
    command.add_command(part)

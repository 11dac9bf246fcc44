"""`dateline star`, `tag`, `note` and `basket`: what the user says of events, kept with their words."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from corpus import UsageError
from store import Annotation, Kept, Sort, Store
from tui.commands.correct import open_for_correcting
from tui.commands.filters import open_for_reading
from tui.commands.options import Words, plain, store_option

_NUMBERS = click.argument("numbers", type=int, nargs=-1, metavar="[EVENT]…")
_NONE = {
    Sort.STAR: "No event is starred; star one with: dateline star EVENT",
    Sort.TAG: "No event has a tag; tag one with: dateline tag EVENT --add NAME",
    Sort.NOTE: "No event has a note; write one with: dateline note EVENT WORDS",
    Sort.BASKET: "The basket is empty; put an event into it with: dateline basket EVENT",
}
_DID = {
    Sort.STAR: ("starred", "took the star from"),
    Sort.BASKET: ("put into the basket:", "took out of the basket:"),
}


@click.command(
    "star",
    short_help="Star events, or list those that are.",
    epilog="""\b
Examples:
  dateline star                 the starred events, also those whose words are gone
  dateline star 12 15           star two events, by the numbers that `dateline search` shows
  dateline star 12 --remove     and take a star away
  dateline search --starred     find them again
""",
)
@_NUMBERS
@click.option("--remove", is_flag=True, help="Take the stars away.")
@store_option
def star(numbers: tuple[int, ...], remove: bool, store_path: Path) -> None:
    """Star EVENTs; without any, list the starred ones."""
    _mark(Sort.STAR, numbers, remove, store_path)


@click.command(
    "basket",
    short_help="Put events into the basket, or list what is in it.",
    epilog="""\b
Examples:
  dateline basket               what is in it
  dateline basket 12 15         put two events into it
  dateline basket 12 --remove   take one out
  dateline export --basket      write what is in it
""",
)
@_NUMBERS
@click.option("--remove", is_flag=True, help="Take the events out of the basket.")
@store_option
def basket(numbers: tuple[int, ...], remove: bool, store_path: Path) -> None:
    """Put EVENTs into the basket; without any, list what is in it. It stays as it is from day to day."""
    _mark(Sort.BASKET, numbers, remove, store_path)


@click.command(
    "tag",
    short_help="Tag events, or list the tags.",
    epilog="""\b
Examples:
  dateline tag                                   the tags, with how many events have each
  dateline tag 12 15 --add "arms trade"          tag two events
  dateline tag 12 --remove "arms trade"          take a tag away
  dateline search --tag "arms trade"             find them again
""",
)
@_NUMBERS
@click.option(
    "--add", "added", multiple=True, type=Words(), metavar="NAME", help="A tag to add; repeat it for several."
)
@click.option(
    "--remove", "removed", multiple=True, type=Words(), metavar="NAME", help="A tag to take away; repeatable."
)
@store_option
def tag(numbers: tuple[int, ...], added: tuple[str, ...], removed: tuple[str, ...], store_path: Path) -> None:
    """Tag EVENTs; without any, list the tags."""
    if not numbers:
        if added or removed:
            raise UsageError("name the events to tag, by the numbers that `dateline search` shows")
        _list_tags(store_path)
        return
    if not added and not removed:
        raise UsageError("say which tag: --add NAME or --remove NAME")
    with open_for_correcting(store_path) as store:
        _check(store, numbers)
        for name in removed:
            _tell(f"took “{name}” from", store.annotate(numbers, Annotation(Sort.TAG, name), remove=True))
        for name in added:
            _tell(f"tagged “{name}”:", store.annotate(numbers, Annotation(Sort.TAG, name)))


@click.command(
    "note",
    short_help="Write a note on an event, or list the notes.",
    epilog="""\b
Examples:
  dateline note                           all notes, also those whose words are gone
  dateline note 12                        the note on event 12
  dateline note 12 "Who paid for this?"   write one, in place of the one before
  dateline note 12 --remove               and take it away
  dateline search --noted                 find events with a note
""",
)
@click.argument("number", type=int, required=False, metavar="[EVENT]")
@click.argument("words", nargs=-1, type=Words())
@click.option("--remove", is_flag=True, help="Take the note away.")
@store_option
def note(number: int | None, words: tuple[str, ...], remove: bool, store_path: Path) -> None:
    """Write WORDS as a note on EVENT; without words show it, without an event list all notes."""
    if words and remove:
        raise UsageError("a note is either written or taken away; leave out WORDS or --remove")
    if words and not " ".join(words).strip():
        raise UsageError("a note without words says nothing; --remove takes one away")
    if number is None:
        _list(Sort.NOTE, store_path)
    elif words or remove:
        with open_for_correcting(store_path) as store:
            before = store.event(number).row.annotations.note
            changed = store.annotate([number], Annotation(Sort.NOTE, " ".join(words)), remove=remove)
            _tell("took the note from" if remove else "noted on", changed)
        if before and changed:
            click.echo(plain(f"The note was: {before}"), err=True)
    else:
        with open_for_reading(store_path) as store:
            text = store.event(number).row.annotations.note
        click.echo(plain(text) if text else f"There is no note on event {number}.", err=not text)


def _mark(sort: Sort, numbers: tuple[int, ...], remove: bool, store_path: Path) -> None:
    """Says something of events that has no words of its own, or lists those of which it is said."""
    if not numbers:
        if remove:
            raise UsageError("name the events, by the numbers that `dateline search` shows")
        _list(sort, store_path)
        return
    with open_for_correcting(store_path) as store:
        _check(store, numbers)
        changed = store.annotate(numbers, Annotation(sort), remove=remove)
    _tell(_DID[sort][remove], changed)


def _check(store: Store, numbers: Iterable[int]) -> None:
    """Raises `StoreError` for a number that no event has."""
    for number in numbers:
        store.event(number)


def _tell(did: str, changed: int) -> None:
    click.echo(plain(f"{did} {changed:,} event{'' if changed == 1 else 's'}"))


def _list(sort: Sort, store_path: Path) -> None:
    with open_for_reading(store_path) as store:
        kept = store.kept(sort)
    for line in (line for each in kept for line in _lines(each)):
        click.echo(plain(line))
    if not kept:
        click.echo(_NONE[sort], err=True)


def _lines(kept: Kept) -> Iterator[str]:
    """Returns the event with its number and, where there are any, the words of the user below it."""
    where = f"event {kept.event}" if kept.event is not None else "not on the timeline"
    yield f"{kept.value}  {kept.headline}  ({where})"
    if kept.event is None:
        yield f"    “{kept.quote}”{f', {kept.title}' if kept.title else ''}"
    yield from (f"    {line}" for line in kept.annotation.text.splitlines())


def _list_tags(store_path: Path) -> None:
    with open_for_reading(store_path) as store:
        tags = {tag.name: tag.events for tag in store.tags()}
        lost = {each.annotation.text for each in store.kept(Sort.TAG)} - tags.keys()
    for name, events in (tags | dict.fromkeys(sorted(lost), 0)).items():
        click.echo(plain(f"{events:>6,}  {name}"))
    if not tags and not lost:
        click.echo(_NONE[Sort.TAG], err=True)

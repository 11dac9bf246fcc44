"""`dateline actors unverified`, `accept`, `merge`, `reject`: who those are whom nobody listed."""

from pathlib import Path

import click

from corpus import EntityType, StoreError, UsageError, known_entities, use_entities
from store import ActorCount, JournalEntry, Nobody, Same, Store, Verify
from store.actors import ActorIndex, fold
from tui.commands.correct import open_for_correcting
from tui.commands.filters import country_of, open_for_reading, type_of
from tui.commands.options import Words, plain, store_option
from tui.commands.tables import print_unlisted
from tui.configuration import own_entities


@click.command("unverified", short_help="List those whom nobody listed.")
@click.option("--all", "everybody", is_flag=True, help="Also those whom you accepted, merged or rejected.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N")
@store_option
def unverified(everybody: bool, limit: int, store_path: Path) -> None:
    """List the people and bodies whom documents name and nobody listed, the busiest first."""
    with open_for_reading(store_path) as store:
        found = [each for each in store.unlisted() if everybody or each.is_open]
        quotes = [store.quote_of(each.entity) for each in found[:limit]]
    if found:
        print_unlisted(found[:limit], quotes)
    else:
        click.echo("Everybody is listed or verified.", err=True)
    if len(found) > limit:
        click.echo(f"and {len(found) - limit} more; see them with --limit {len(found)}", err=True)


@click.command("accept", short_help="Say that an unverified name is right.")
@click.argument("name", type=Words())
@click.option("--name", "proper", type=Words(), metavar="NAME", help="The name as it should be shown.")
@click.option("--country", metavar="CODE", help="PRK, KOR, RUS, USA …")
@click.option("--type", "type_", metavar="TYPE", help="person, organisation, company, public_body …")
@store_option
def accept(name: str, proper: str | None, country: str | None, type_: str | None, store_path: Path) -> None:
    """Accept NAME, whom nobody listed, as verified; takes back a rejection or a merge."""
    said = Verify(
        " ".join(proper.split()) if proper else None,
        type_of(type_) if type_ else None,
        country_of(country) if country else None,
    )
    with open_for_correcting(store_path) as store:
        click.echo(_told(store.identify(store.resolve_unlisted(name).entity, said)))


@click.command("merge", short_help="Say that an unverified name is somebody else.")
@click.argument("name", type=Words())
@click.argument("other", type=Words())
@store_option
def merge(name: str, other: str, store_path: Path) -> None:
    """Make NAME, whom nobody listed, one with OTHER, who is listed or in the store."""
    with open_for_correcting(store_path) as store:
        who = store.resolve_unlisted(name).entity
        click.echo(_told(store.identify(who, target(store, other))))


@click.command("reject", short_help="Say that an unverified name is nobody.")
@click.argument("name", type=Words())
@store_option
def reject(name: str, store_path: Path) -> None:
    """Reject NAME, whom nobody listed: it is nobody who could act, and is mentioned no more."""
    with open_for_correcting(store_path) as store:
        click.echo(_told(store.identify(store.resolve_unlisted(name).entity, Nobody())))


def target(store: Store, name: str) -> Same:
    """Returns the one with whom somebody is to be merged: of the store, or else of all who are listed.

    Raises `UsageError` where several bear the name, `StoreError` where nobody does.
    """
    found = [actor for actor in store.actors(name, limit=None) if _is_called(actor, name)]
    if not found:
        use_entities(own_entities(()))
        known = ActorIndex.of_entities(list(known_entities())).search(name, {}, None)
        found = [actor for actor in known if _is_called(actor, name)]
    if len(found) == 1:
        actor = found[0]
        return Same(actor.entity, actor.name, EntityType(actor.type), actor.country)
    if found:
        listed = ", ".join(actor.entity for actor in found)
        raise UsageError(f"“{name}” may be one of several: {listed}; name one of these")
    raise StoreError(f"nobody is known as “{name}”; `dateline actors NAME` lists all whose names match")


def _is_called(actor: ActorCount, name: str) -> bool:
    """Tells whether a name is a whole one of an actor, or the identifier."""
    return name == actor.entity or fold(name) in (fold(actor.name), fold(actor.matched))


def _told(entry: JournalEntry) -> str:
    return plain(f"{entry.quotes[0]} {entry.what}")


PARTS: tuple[click.Command, ...] = (unverified, accept, merge, reject)

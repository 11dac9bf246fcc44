"""`dateline actors`: who is known, under which names, with how many events."""

from pathlib import Path

import click
from click_default_group import DefaultGroup

from corpus import known_entities, use_entities
from store import ActorCount
from store.directory import directory
from tui.commands import verifying
from tui.commands.filters import known_country, open_for_reading, type_of
from tui.commands.options import Words, plain, store_option
from tui.commands.tables import print_actors
from tui.configuration import own_entities


@click.group(
    "actors",
    cls=DefaultGroup,
    default="list",
    default_if_no_args=True,
    short_help="List who is known, and under which names.",
    epilog="""\b
Examples:
  dateline actors                   everybody, the busiest first
  dateline actors list --help       all options of that list
  dateline actors kim               all whose names match, with their years and offices
  dateline actors park --country KOR --type person
  dateline actors 김정은             in any script
  dateline actors unverified        people and bodies whom nobody listed, as the documents name them
  dateline actors accept "Oh Min-seok" --country KOR
  dateline actors merge "Min-seok Oh" "Oh Min-seok"
  dateline actors reject "Ships Monday"
  dateline actors check mine.toml   say what is wrong with a file of entities
""",
)
def command() -> None:
    """List the actors of the store, or all whose NAME or alias matches, also those without events yet."""


@click.command("list")
@click.argument("name", required=False, default="", type=Words())
@click.option("--country", "countries", multiple=True, metavar="CODE", help="PRK, KOR, RUS, USA …")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="person, state, armed_force …")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N")
@store_option
def list_actors(
    name: str, countries: tuple[str, ...], types: tuple[str, ...], limit: int, store_path: Path
) -> None:
    """List the actors of the store, or all whose NAME or alias matches: what `dateline actors` does.

    Those with events come first, the busiest first; then those whom dateline knows and the store does not.
    """
    use_entities(own_entities(()))
    known = known_entities()
    found = directory(
        name,
        known,
        _stored(name, store_path),
        countries=[known_country(code) for code in countries],
        types=[type_of(type_) for type_ in types],
    )
    if found:
        print_actors(found[:limit], {entity.id: entity.name for entity in known}, asked=bool(name))
    if len(found) > limit:
        click.echo(f"and {len(found) - limit} more; see them with --limit {len(found)}", err=True)
    if not found:
        whom = f"as “{plain(name)}”" if name else "here"
        click.echo(f"Nobody is known {whom}; all with events are listed by: dateline actors", err=True)


def _stored(name: str, path: Path) -> list[ActorCount]:
    """Returns the actors of the store whose names match; none where there is no store and a name to find."""
    if name and not path.exists():
        return []
    with open_for_reading(path) as store:
        return store.actors(name, limit=None)


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def check(file: Path) -> None:
    """Say what is wrong with a FILE of entities, by line; status 2 where anything is."""
    from corpus import entity_problems

    problems = entity_problems(file)
    for problem in problems:
        click.echo(plain(problem), err=True)
    if problems:
        click.get_current_context().exit(2)
    click.echo(f"{plain(str(file))} is in order.")


for part in (list_actors, check, *verifying.PARTS):
    command.add_command(part)

"""The picker of actors: several at once with and, or, without; only people, only one country."""

import asyncio
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Label

from corpus import EntityType, StoreError
from store import ActorCount, Query, Store
from store.actors import ActorFinder
from store.search import is_unfiltered
from tui.bindings import PICKING_ACTORS, bindings
from tui.cells import safe_line
from tui.filters import ActorFilter, Filters, Use
from tui.keymap import keymap_of
from tui.screens.choices import Choice
from tui.screens.picker import Find, Picker

ACTORS_LISTED = 200
"""More names than this are not listed; typing narrows them."""

MARKS = {Use.ALL: "&", Use.ANY: "|", Use.NONE: "!"}
"""How an actor is ticked, by how it is used."""

_USES = {mark: use for use, mark in MARKS.items()}


class ActorPicker(Picker):
    """Picks actors of the events of a query, who are read in a thread.

    Under a filter they are listed before their events are counted, which takes a while in a large store.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(PICKING_ACTORS, priority=True)
    DEFAULT_CSS = """
    ActorPicker Label { height: 1; width: 1fr; }
    ActorPicker #picked { color: $accent; }
    ActorPicker #narrowed { color: $text-muted; }
    """

    def __init__(self, store: Path, query: Query, ticked: Iterable[ActorFilter]) -> None:
        choices = [Choice(a.entity, a.name, colour=a.country, mark=MARKS[a.use]) for a in ticked]
        super().__init__(
            "Actors",
            "a name in any script: kim, 김정은, Путин …",
            None,
            choices,
            prepare=self._read,
            marks=tuple(MARKS.values()),
        )
        self._store = store
        self._query = query
        self._finder: ActorFinder | None = None
        self._is_counted = is_unfiltered(query)
        self._counting: Store | None = None
        self._types: list[EntityType | None] = [None]
        self._countries: list[str | None] = [None]

    def reserved(self) -> Collection[str]:
        """Returns the keys that tick an actor in one way."""
        keys = keymap_of(self.app)
        return {name for key in PICKING_ACTORS for name in keys[key.id].keys.split(",")}

    def below(self) -> ComposeResult:
        """Says below the list what narrows it."""
        yield Label(id="picked")
        yield Label(self._narrowing, id="narrowed")

    def on_mount(self) -> None:
        """Says who is ticked already."""
        self.ticked()

    def ticked(self) -> None:
        """Says who is ticked, also of those whom the list does not show now."""
        self.query_one("#picked", Label).update(self._picked)

    def hint(self) -> str:
        """Returns what the keys do, for the lower edge."""
        return (
            f"Enter apply · {keymap_of(self.app)['picking.tick'].label} & and  | or  ! without · Esc cancel"
        )

    def action_type(self) -> None:
        """Shows only actors of the next type."""
        self._types.append(self._types.pop(0))
        self._narrowed()

    def action_country(self) -> None:
        """Shows only actors of the next country."""
        self._countries.append(self._countries.pop(0))
        self._narrowed()

    def loaded(self) -> None:
        """Counts the events of the actors under the filters."""
        if not self._is_counted:
            self.run_worker(self._count())

    def on_unmount(self) -> None:
        """Stops counting."""
        counting = self._counting
        if counting is not None:
            with suppress(Exception):  # it may have been closed this instant
                counting.interrupt()

    def _read(self) -> Find:
        with Store.open(self._store, create=False, read_only=True) as store:
            self._finder = store.actor_finder()
        acting = self._finder.search("", 1_000_000)
        self._types = [None, *dict.fromkeys(actor.type for actor in acting)]
        self._countries = [None, *dict.fromkeys(actor.country for actor in acting if actor.country)]
        return self._matching

    async def _count(self) -> None:
        with suppress(StoreError):
            self._finder = await asyncio.to_thread(self._read_counts)
            self._is_counted = True
            self.search(keep=True)

    def _read_counts(self) -> ActorFinder:
        with Store.open(self._store, create=False, read_only=True) as store:
            self._counting = store
            try:
                return store.actor_finder(self._query)
            finally:
                self._counting = None

    def _matching(self, pattern: str) -> list[Choice]:
        assert self._finder
        found = self._finder.search(
            pattern.strip(), ACTORS_LISTED, type=self._types[0], country=self._countries[0]
        )
        choices = [_choice(actor, bool(pattern.strip())) for actor in found]
        return choices if self._is_counted else [replace(choice, count=None) for choice in choices]

    def _narrowed(self) -> None:
        self._touched = self._touched or bool(self.query_one(Input).value)
        self.query_one("#narrowed", Label).update(self._narrowing)
        self.search()

    @property
    def _picked(self) -> Content:
        labels = Filters(tuple(filters_of(self._choices.ticked.values()))).labels
        return Content(" · ".join(map(safe_line, labels)))

    @property
    def _narrowing(self) -> Content:
        keys = keymap_of(self.app)
        type_, country = self._types[0], self._countries[0]
        told = (
            f"{keys['picking.type'].label} type: {type_.replace('_', ' ') if type_ else 'any'}",
            f"{keys['picking.country'].label} country: {country or 'any'}",
        )
        return Content("   ".join(told))


def filters_of(choices: Iterable[Choice]) -> list[ActorFilter]:
    """Returns the filters that picked actors make."""
    return [
        ActorFilter(choice.id, choice.name, choice.colour, _USES.get(choice.mark, Use.ALL))
        for choice in choices
    ]


def _choice(actor: ActorCount, searched: bool) -> Choice:
    """Returns an actor with the alias that was found where its name does not show it, and what it is."""
    alias = f"as {actor.matched}" if searched and actor.matched != actor.name else None
    facts = (alias, actor.type.replace("_", " "), actor.country, None if actor.verified else "unverified")
    note = " · ".join(fact for fact in facts if fact)
    return Choice(actor.entity, actor.name, note, actor.events, actor.country)

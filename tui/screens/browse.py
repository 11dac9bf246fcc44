"""The main screen: what the panes show, and what the reader is asked in dialogs."""

import re
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from corpus import InvalidDate, Kind, StoreError, parse_day, parse_period
from store import ActorCount
from tui.bars.words import Words
from tui.bindings import FIND, READ, bindings
from tui.filters import ActorFilter, KindFilter, PeriodFilter
from tui.kinds import LOOKS
from tui.screens.choices import Choice
from tui.screens.picker import Picker
from tui.screens.prompt import Prompt
from tui.screens.taking import Taking

ACTORS_LISTED = 200
"""More names than this are not listed; typing narrows them."""


class Browse(Taking):
    """The panes with the actions that open a dialog."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((*FIND, *READ))

    def action_find_words(self) -> None:
        """Searches words."""
        self.query_one(Words).open(self.filters)

    def action_find_actor(self) -> None:
        """Picks actors."""
        before = [part for part in self.filters.parts if isinstance(part, ActorFilter)]
        ticked = [Choice(part.entity, part.name, colour=part.country) for part in before]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                actors = [ActorFilter(choice.id, choice.name, choice.colour) for choice in choices]
                self.apply(self.filters.with_actors(actors))

        picker = Picker("Actors", "a name in any script: kim, 김정은, Путин …", self._actors, ticked)
        self.app.push_screen(picker, picked)

    def action_find_kind(self) -> None:
        """Picks kinds."""
        ticked = [Choice(part.kind, part.kind) for part in self.filters.parts if isinstance(part, KindFilter)]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                kinds = [KindFilter(Kind(choice.id)) for choice in choices]
                self.apply(self.filters.with_kinds(kinds))

        picker = Picker("Types of events", "a type: sanction, consult …", self._kinds, ticked)
        self.app.push_screen(picker, picked)

    def action_find_day(self) -> None:
        """Asks for a date and goes to the first event on or after it."""
        hint = "2018 · june 2018 · 14 Sep 2023 · last month"
        prompt = Prompt("Jump to a date", hint, _day, "is not a date that can be read. Try:")
        self.app.push_screen(prompt, self._jump)

    def action_find_period(self) -> None:
        """Asks for a period and shows only its events."""
        hint = "2018 · june 2018 · 2017 to 2019 · 2023-09-01 to today"
        prompt = Prompt("Only events of a period", hint, _period, "is not a period that can be read. Try:")
        self.app.push_screen(prompt, self._narrow)

    def _narrow(self, period: PeriodFilter | None) -> None:
        if period is not None:
            self.apply(self.filters.with_period(period))

    def _jump(self, day: date | None) -> None:
        if day is not None and len(self.timeline.rows):
            self.go_to(day)

    def _actors(self, pattern: str) -> list[Choice]:
        """Returns the actors that match, with the events that are left when each is added to the filters."""
        try:
            found = self.store.actors(pattern, self.filters.query, limit=ACTORS_LISTED)
        except StoreError as error:
            self.complain(error)
            return []
        return [_choice(actor, bool(pattern.strip())) for actor in found]

    def _kinds(self, pattern: str) -> list[Choice]:
        """Returns the kinds that match, with their events under the other filters."""
        wanted = pattern.strip().upper()
        try:
            found = self.store.kinds(self.filters.with_kinds(()).query)
        except StoreError as error:
            self.complain(error)
            return []
        return [
            Choice(
                id=row.kind,
                name=f"{LOOKS[row.kind].glyph} {row.kind}",
                note=LOOKS[row.kind].tone,
                count=row.events,
                colour=LOOKS[row.kind].tone,
            )
            for row in found
            if wanted in row.kind
        ]


def _choice(actor: ActorCount, searched: bool) -> Choice:
    """Returns an actor with what it is, and the alias that was found where its name does not show it."""
    alias = actor.matched if searched and actor.matched != actor.name else None
    facts = (actor.type.replace("_", " "), actor.country, alias)
    note = " · ".join(fact for fact in facts if fact)
    return Choice(actor.entity, actor.name, note, actor.events, actor.country)


def _day(line: str) -> date | None:
    return parse_day(line, date.today())


def _period(line: str) -> PeriodFilter | None:
    """Reads one period, or two with `to` or `..` between them."""
    today = date.today()
    try:
        periods = [parse_period(part, today) for part in re.split(r"\s+to\s+|\s*(?:\.\.|–)\s*", line)]
    except InvalidDate:
        return None
    first, last = periods[0][0], periods[-1][1]
    return PeriodFilter(first, last) if first <= last and len(periods) <= 2 else None

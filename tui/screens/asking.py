"""What the main screen asks of the reader, each in a dialog, and what it does with the answer."""

from datetime import date
from typing import TYPE_CHECKING

from textual.screen import Screen

from corpus import Kind, StoreError, parse_day
from store import Query
from tui.bars.words import Words
from tui.dates import long_day
from tui.filters import ActorFilter, KindFilter
from tui.kinds import LOOKS
from tui.screens.choices import Choice
from tui.screens.help import Help
from tui.screens.picker import Picker
from tui.screens.prompt import Prompt

if TYPE_CHECKING:
    from tui.screens.browse import Browse

ACTORS_LISTED = 200
"""More names than this are not listed; typing narrows them."""


class Asking:
    """The actions of `Browse` that open a dialog."""

    def action_find_words(self: "Browse") -> None:
        """Searches words."""
        self.query_one(Words).open(self.filters)

    def action_find_actor(self: "Browse") -> None:
        """Picks actors."""
        before = [part for part in self.filters.parts if isinstance(part, ActorFilter)]
        ticked = [Choice(part.entity, part.name, country=part.country) for part in before]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                actors = [ActorFilter(choice.id, choice.name, choice.country) for choice in choices]
                self.apply(self.filters.with_actors(actors))

        picker = Picker("Actors", "a name in any script: kim, 김정은, Путин …", self._actors, ticked)
        self.app.push_screen(picker, picked)

    def action_find_kind(self: "Browse") -> None:
        """Picks kinds."""
        ticked = [Choice(part.kind, part.kind) for part in self.filters.parts if isinstance(part, KindFilter)]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                kinds = [KindFilter(Kind(choice.id)) for choice in choices]
                self.apply(self.filters.with_kinds(kinds))

        picker = Picker("Types of events", "a type: sanction, consult …", self._kinds, ticked)
        self.app.push_screen(picker, picked)

    def action_find_day(self: "Browse") -> None:
        """Asks for a date and goes to the first event on or after it."""
        hint = "2018 · june 2018 · 14 Sep 2023 · last month"
        prompt = Prompt("Jump to a date", hint, _day, "is not a date that can be read. Try:")
        self.app.push_screen(prompt, self._jump)

    def action_help(self: "Browse") -> None:
        """Shows all keys."""
        self.app.push_screen(Help())

    def _jump(self: "Browse", day: date | None) -> None:
        rows = self.timeline.rows
        if day is None or not len(rows):
            return
        index = rows.find(day)
        self.timeline.go(index, centred=True)
        if index == len(rows):
            self.notify(f"No event on or after {long_day(day)}; this is the last.", markup=False)

    def _actors(self: "Browse", pattern: str) -> list[Choice]:
        """Returns the actors that match, each with the alias that did, the busiest first."""
        try:
            found = self.store.actors(pattern, limit=ACTORS_LISTED)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return []
        return [
            Choice(
                id=actor.entity,
                name=actor.name,
                note=" · ".join(
                    part
                    for part in (
                        actor.type.replace("_", " "),
                        actor.country,
                        actor.matched if actor.matched not in ("", actor.name) else None,
                    )
                    if part
                ),
                count=actor.events,
                country=actor.country,
            )
            for actor in found
        ]

    def _kinds(self: "Browse", pattern: str) -> list[Choice]:
        wanted = pattern.strip().upper()
        found = self.store.kinds(Query())
        return [
            Choice(id=row.kind, name=f"{LOOKS[row.kind].glyph} {row.kind}", note=LOOKS[row.kind].tone, count=row.events)
            for row in found
            if wanted in row.kind
        ]


def _day(line: str) -> date | None:
    return parse_day(line, date.today())

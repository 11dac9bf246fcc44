"""What a reader looks for: the dialogs of filters, and the places of searched words."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from store.facets import Facet
from tui.bars.words import Words
from tui.dates import long_day
from tui.facets import TITLES, finder
from tui.filters import ActorFilter, CountryFilter, Filters, PeriodFilter, Said, SaidFilter
from tui.keymap import keymap_of
from tui.periods import typed_day, typed_period
from tui.screens import picker_actors
from tui.screens.choices import Choice
from tui.screens.filtering import FilterMenu
from tui.screens.picker import Picker
from tui.screens.picker_actors import ActorPicker
from tui.screens.prompt import Prompt
from tui.screens.relating import Relating
from tui.screens.saved import Saved
from tui.timeline.feed import PATIENCE

_DATES = "2018 · june 2018 · 14 Sep 2023 · last month"
_PERIODS = "2018 · june 2018 · 2017 to 2019 · since 2022 · until may 2018"


class Finding(Saved, Relating):
    """The panes with all that narrows them."""

    def apply(self, filters: Filters, *, patience: float = PATIENCE) -> None:
        """Shows the events that other filters let through, and the keys that are of use then."""
        super().apply(filters, patience=patience)
        self.show_keys()

    @property
    def urgent_keys(self) -> Sequence[str]:
        """The keys of the places of searched words, and the way back from a filter."""
        hits = ("hits.next",) if self.timeline.searched else ()
        return (*hits, "find.widen") if self.filters.parts else hits

    def action_find_words(self) -> None:
        """Searches words."""
        self.query_one(Words).open(self.filters)

    def action_find_actor(self) -> None:
        """Picks actors."""
        before = [part for part in self.filters.parts if isinstance(part, ActorFilter)]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                self.apply(self.filters.with_actors(picker_actors.filters_of(choices)))

        self.app.push_screen(ActorPicker(self.store.path, self.filters.query, before), picked)

    def action_find_value(self, facet: str) -> None:
        """Picks values of a facet, such as kinds or publishers."""
        by = Facet(facet)
        others = self.filters.with_values(by, ())
        ticked = [Choice(value, value) for value in self.filters.values(by)]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                self.apply(self.filters.with_values(by, [choice.id for choice in choices]))

        prepare = partial(finder, self.store.path, by, others.query)
        self.app.push_screen(Picker(*TITLES[by], None, ticked, prepare=prepare), picked)

    def action_find_country(self) -> None:
        """Picks countries that must take part."""
        before = [part for part in self.filters.parts if isinstance(part, CountryFilter)]
        ticked = [Choice(part.country, part.country) for part in before]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                self.apply(self.filters.with_countries(map(self._country, (choice.id for choice in choices))))

        prepare = partial(finder, self.store.path, Facet.COUNTRY, self.filters.query)
        self.app.push_screen(Picker(*TITLES[Facet.COUNTRY], None, ticked, prepare=prepare), picked)

    def action_find_marked(self) -> None:
        """Picks what the reader must have said of events: a star, a note, a place in the basket."""
        ticked = [Choice(part.said, part.said) for part in self.filters.parts if isinstance(part, SaidFilter)]
        all_of_them = [Choice(said, said) for said in Said]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                self.apply(self.filters.with_said(SaidFilter(Said(choice.id)) for choice in choices))

        def find(pattern: str) -> list[Choice]:
            return [each for each in all_of_them if pattern.strip().casefold() in each.name]

        self.app.push_screen(Picker("Marked by you", "starred, noted …", find, ticked), picked)

    def action_find_day(self) -> None:
        """Asks for a date and goes to the first event on or after it."""
        complaint = "is not a date that can be read. Try:"
        self.app.push_screen(Prompt("Jump to a date", _DATES, typed_day, complaint, long_day), self._jump)

    def action_find_period(self) -> None:
        """Asks for a period and shows only its events."""
        complaint = "is not a period that can be read. Try:"
        prompt = Prompt(
            "Only events of a period", _PERIODS, typed_period, complaint, lambda period: period.label
        )
        self.app.push_screen(prompt, self._narrow)

    def action_filters(self) -> None:
        """Shows all filters in one place."""
        menu = FilterMenu(lambda: self.filters, self._act, self.apply, keymap_of(self.app))
        self.app.push_screen(menu, lambda action: self._act(action) if action else None)

    def action_clear(self) -> None:
        """Removes all filters."""
        if self.filters.parts:
            self.apply(Filters())

    def action_hit(self, step: int) -> None:
        """Goes to the next or the previous place of the searched words, also in another event."""
        if self.timeline.searched is None:
            key = keymap_of(self.app)["find.words"].label
            self.notify(f"No words are searched; {key} searches some.", markup=False)
        else:
            self._when_told(lambda: self._hit(step))

    def _hit(self, step: int) -> None:
        if self.source.open_hit(step):
            self.explain()
            return
        before = self.timeline.cursor
        self._step(step)
        if self.timeline.cursor == before:
            self.app.clear_notifications()
            self.notify("No more places of these words.", markup=False)
        else:
            self._when_told(lambda: self._enter(step))

    def _enter(self, step: int) -> None:
        """Goes to the first or the last place in an event; where its text has none, its headline has."""
        self.source.open_hit(step, entering=True)
        self.explain()

    def _act(self, action: str) -> None:
        self.app.call_later(self.run_action, action)

    def _country(self, code: str) -> CountryFilter:
        return CountryFilter(code, self._lanes.predecessors(code))

    def _jump(self, day: date | None) -> None:
        if day is not None and len(self.timeline.rows):
            self.go_to(day)

    def _narrow(self, period: PeriodFilter | None) -> None:
        if period is not None:
            self.apply(self.filters.with_period(period))

"""What a reader looks for: the dialogs of filters, saved searches, related events, and the way back."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from corpus import DatelineError, InvalidDate, StoreError, parse_day, parse_period
from store.facets import Facet
from tui.bars.words import Words
from tui.dates import long_day
from tui.facets import TITLES, finder
from tui.filters import ActorFilter, CountryFilter, Filters, PeriodFilter, Said, SaidFilter
from tui.keymap import keymap_of
from tui.related import Relation, counted, relations
from tui.saving import filters_of, forget, save
from tui.screens import picker_actors
from tui.screens.choices import Choice
from tui.screens.filtering import FilterMenu
from tui.screens.menu import Menu
from tui.screens.picker import Picker
from tui.screens.picker_actors import ActorPicker
from tui.screens.prompt import Prompt
from tui.screens.showing import Showing
from tui.timeline.feed import PATIENCE

_DATES = "2018 · june 2018 · 14 Sep 2023 · last month"
_PERIODS = "2018 · june 2018 · 2017 to 2019 · since 2022 · until may 2018"


class Finding(Showing):
    """The panes with all that narrows them."""

    _before_related: tuple[Filters, Filters] | None = None
    """The filters of related events, and those to go back to."""

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
        self.app.push_screen(Prompt("Jump to a date", _DATES, _day, complaint, long_day), self._jump)

    def action_find_period(self) -> None:
        """Asks for a period and shows only its events."""
        complaint = "is not a period that can be read. Try:"
        prompt = Prompt("Only events of a period", _PERIODS, _period, complaint, lambda period: period.label)
        self.app.push_screen(prompt, self._narrow)

    def action_filters(self) -> None:
        """Shows all filters in one place."""
        menu = FilterMenu(lambda: self.filters, self._act, self.apply, keymap_of(self.app))
        self.app.push_screen(menu, lambda action: self._act(action) if action else None)

    def action_clear(self) -> None:
        """Removes all filters."""
        if self.filters.parts:
            self.apply(Filters())

    def action_save(self) -> None:
        """Asks for a name and saves the filters under it."""
        if not self.filters.parts:
            self.notify("There is no filter to save yet.", markup=False)
            return
        hint = "Opens again from the filters, the palette, and dateline search --saved NAME."
        prompt: Prompt[str] = Prompt("Save the filters as", hint, str, "")
        self.app.push_screen(prompt, lambda name: self._save(name) if name else None)

    def action_saved(self) -> None:
        """Opens filters that were saved."""
        keys = keymap_of(self.app)
        hint = f"Enter open · {keys['menu.remove'].label} delete · Esc cancel"
        how = f"{keys['find.filters'].label} and {keys['menu.save'].label}"
        empty = f"Nothing is saved yet: set filters, then {how}."
        menu = Menu("Saved searches", hint, self._saved(), empty=empty, remove=self._forget)
        self.app.push_screen(menu, lambda name: self.open_saved(name) if name else None)

    def open_saved(self, name: str) -> None:
        """Shows the events of filters that were saved under a name."""
        try:
            self.apply(filters_of(self.store, self.store.saved_query(name)))
        except StoreError as error:
            self.complain(error)

    def action_related(self) -> None:
        """Offers what else happened around the event under the cursor."""
        self._when_told(self._offer_related)

    def _offer_related(self) -> None:
        row = self.timeline.row
        if row is None:
            return
        found = list(relations(row, self.source.passage))
        choices = [Choice(str(n), each.title, each.note, colour=each.colour) for n, each in enumerate(found)]
        menu = Menu("Related to this event", "Enter show · Esc cancel", choices)
        self.app.push_screen(menu, lambda id: self._relate(found[int(id)]) if id else None)

        def show(counts: list[tuple[int, int]]) -> None:
            menu.show([_counted(*pair) for pair in zip(choices, counts, strict=True)])

        self.feed.counts.ask("related", lambda store: counted(store, found, row.key), show)

    def action_back(self) -> None:
        """Gives up the range that was begun, or goes back from related events."""
        if self.timeline.selection.anchor is not None:
            self.timeline.action_cancel()
        elif self._is_related:
            self.action_widen()

    def action_hit(self, step: int) -> None:
        """Goes to the next or the previous place of the searched words, also in another event."""
        if self.timeline.searched is None:
            key = keymap_of(self.app)["find.words"].label
            self.notify(f"No words are searched; {key} searches some.", markup=False)
        else:
            self._when_told(lambda: self._hit(step))

    def action_widen(self) -> None:
        """Takes the last filter away; from related events, goes back to what was shown before them."""
        if self._before_related and self._is_related:
            self.apply(self._before_related[1])
        else:
            super().action_widen()

    @property
    def _is_related(self) -> bool:
        return self._before_related is not None and self._before_related[0] == self.filters

    def _relate(self, relation: Relation) -> None:
        before = self.filters
        self.apply(relation.filters)
        self._before_related = (relation.filters, before)

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
        self.run_worker(self.run_action(action), group="action")

    def _country(self, code: str) -> CountryFilter:
        return CountryFilter(code, self._lanes.predecessors(code))

    def _jump(self, day: date | None) -> None:
        if day is not None and len(self.timeline.rows):
            self.go_to(day)

    def _narrow(self, period: PeriodFilter | None) -> None:
        if period is not None:
            self.apply(self.filters.with_period(period))

    def _saved(self) -> list[Choice]:
        try:
            found = self.store.saved_queries()
            return [
                Choice(each.name, each.name, " · ".join(filters_of(self.store, each.query).labels))
                for each in found
            ]
        except StoreError as error:
            self.complain(error)
            return []

    def _save(self, name: str) -> None:
        self._keep(partial(save, self.store.path, name, self.filters), f"Saved as “{name}”.")

    def _forget(self, name: str) -> list[Choice]:
        left = [choice for choice in self._saved() if choice.id != name]
        self._keep(partial(forget, self.store.path, name), f"Deleted “{name}”.")
        return left

    def _keep(self, work: Callable[[], None], told: str) -> None:
        """Writes to the store in a thread, as another program may hold it; then says what was done."""

        async def write() -> None:
            try:
                await asyncio.to_thread(work)
            except DatelineError as error:
                self.notify(str(error), severity="error", markup=False, timeout=10)
            else:
                self.notify(told, markup=False)

        self.run_worker(write(), group="saving")


_TWO = re.compile(r"\s+(?:to|and)\s+|\s*(?:\.\.|–)\s*")
"""What stands between two periods."""


def _counted(choice: Choice, counts: tuple[int, int]) -> Choice:
    before, after = counts
    told = f"{before:,} earlier, {after:,} later"
    return replace(choice, note=f"{choice.note} · {told}" if choice.note else told)


def _day(line: str) -> date | None:
    return parse_day(line, date.today())


def _period(line: str) -> PeriodFilter | None:
    """Reads one period, two with `to` or `..` between them, or one with `since` or `until` before it."""
    today = date.today()
    open_end = re.fullmatch(r"(since|from|after|until|till|before)\s+(.+)", line.strip(), re.IGNORECASE)
    try:
        if open_end and not _TWO.search(line):
            first, last = parse_period(open_end[2], today)
            return _OPEN[open_end[1].lower()](first, last)
        line = re.sub(r"^(from|between)\s+", "", line.strip(), flags=re.IGNORECASE)
        periods = [parse_period(part, today) for part in _TWO.split(line)]
    except (InvalidDate, OverflowError):
        return None
    first, last = periods[0][0], periods[-1][1]
    return PeriodFilter(first, last) if first <= last and len(periods) <= 2 else None


def _before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 1))


def _after(day: date) -> date:
    return date.fromordinal(min(date.max.toordinal(), day.toordinal() + 1))


_OPEN: dict[str, Callable[[date, date], PeriodFilter]] = {
    "since": lambda first, last: PeriodFilter(first, None),
    "from": lambda first, last: PeriodFilter(first, None),
    "after": lambda first, last: PeriodFilter(_after(last), None),
    "until": lambda first, last: PeriodFilter(None, last),
    "till": lambda first, last: PeriodFilter(None, last),
    "before": lambda first, last: PeriodFilter(None, _before(first)),
}
"""What a word before a period makes of it."""

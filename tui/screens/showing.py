"""What the panes show: the events that the filters let through, and all that belongs to the cursor."""

from collections.abc import Sequence
from datetime import date

from textual import on

from corpus import StoreError
from store import EventRow, Query, Store
from store.chronology import day_of, first_key
from store.model import Period
from tui.bars.chips import Chips
from tui.bindings import IN_EMPTY_RESULT, IN_EMPTY_STORE
from tui.cells import counted, safe_line
from tui.dates import long_day
from tui.filters import CountryFilter, Filters
from tui.keymap import keymap_of
from tui.lanes import Lanes
from tui.matching import matcher
from tui.memory import Place
from tui.reader import Answered
from tui.screens.telling import Telling
from tui.timeline.feed import PATIENCE, Shaped
from tui.timeline.near import END
from tui.timeline.zoom import Item, PeriodRow, Zoom

POLL_SECONDS = 2.0
"""How often the store is asked whether another program has changed it."""

START_PATIENCE = 0.1
"""Seconds that the first screen waits for its events, so that it is painted once."""

MARKED_AT_ONCE = 20_000
"""More events than this would take seconds to mark."""


class Showing(Telling):
    """The panes with a store in them: shows events near the cursor, and their sources."""

    def __init__(self, store: Store, lanes: Lanes, place: Place) -> None:
        super().__init__(store, lanes, alone=place.alone)
        self.filters = place.filters
        self.feed.place = place.key
        self._zoom = place.zoom
        self._version = 0

    def on_mount(self) -> None:
        """Tells what the store holds and puts the cursor on the last event."""
        self.set_interval(POLL_SECONDS, self._poll)
        self.timeline.focus()
        try:
            self._version = self.store.version()
        except StoreError as error:
            self.complain(error)
        self._count(patience=START_PATIENCE)
        self.apply(self.filters, patience=START_PATIENCE)

    def on_unmount(self) -> None:
        """Ends the threads."""
        self.feed.close()

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return Place(self.feed.place, self.filters, self.has_class("-alone"), self._zoom)

    @property
    def timeline_keys(self) -> Sequence[str]:
        """The ids of the keys that are of use in the timeline; few where nothing is shown."""
        if self.timeline.rows.events == 0:
            return IN_EMPTY_RESULT if self.filters.parts else IN_EMPTY_STORE
        return super().timeline_keys

    def apply(self, filters: Filters, *, patience: float = PATIENCE) -> None:
        """Shows the events that other filters let through, near the one under the cursor."""
        self.filters = filters
        self.query_one(Chips).show(filters)
        self.timeline.empty = self._empty_state()
        self.timeline.point_out(matcher(filters.words))
        self.feed.show(self.timeline, filters.query, self._zoom, self.feed.place, patience=patience)
        self._tell_place()

    def look(self, step: int) -> None:
        """Shows the timeline from nearer or farther, at the same event or at the period that holds it."""
        zoom = self._zoom - step
        if not Zoom.DAY <= zoom <= Zoom.DECADE:
            return
        item = self.timeline.item if self.timeline.rows.zoom is self._zoom else None
        if item and not (isinstance(item, PeriodRow) and _holds(item, self.feed.place)):
            self.feed.place = item.key
        self._zoom = Zoom(zoom)
        self.feed.look(self._zoom, self.feed.place)

    def seek(self, key: int) -> None:
        """Goes to the first item at or after a key."""
        self.feed.seek(key)

    def go_to(self, day: date) -> None:
        """Puts the cursor on the first event on or after a day."""
        self.feed.seek(first_key(day), lambda: self.missed(day))

    def follow(self, by_reader: bool) -> None:
        """Shows what belongs to the cursor."""
        item = self.timeline.item
        if item and (by_reader or self.feed.place is None):
            self.feed.place = item.key
        self.feed.follow()
        self.shape.point(item.first if item else None, self.timeline.in_sight)
        self._tell_place()
        self.tell()

    def shaped(self, shaped: Shaped) -> None:
        """Shows how the events lie along the months."""
        self.shape.show(shaped, self.filters.query)

    def remove_filter(self, index: int) -> None:
        """Takes one filter away."""
        self.apply(self.filters.without(index))

    def mark(self, items: range) -> None:
        """Marks the events among some items."""
        rows = self.timeline.rows
        if rows.events is None and len(items) == len(rows):
            self.notify("The events are still being counted; try again in a moment.", markup=False)
        elif not self._too_many(len(items)):
            self.feed.take(items, self._mark)

    def mark_period(self, period: PeriodRow) -> None:
        """Marks all events of a period."""
        if not self._too_many(period.events):
            self.feed.take_period(period, self._mark)

    def action_widen(self) -> None:
        """Takes the last filter away."""
        if self.filters.parts:
            self.remove_filter(-1)

    def action_country(self, number: int) -> None:
        """Shows only the events of a lane's country, or no longer only those."""
        if number <= len(self._lanes.countries):
            country = self._lanes.countries[number - 1]
            wanted = CountryFilter(country, self._lanes.predecessors(country))
            self.apply(self.filters.toggled(wanted))

    @on(Answered)
    def deliver(self, event: Answered) -> None:
        """Takes what a thread has found."""
        event.deliver()

    def search(self, words: str, before: Filters) -> None:
        """Shows the results of words as they are typed."""
        self.apply(before.with_words(words))

    def missed(self, day: date) -> None:
        """Says that nothing follows a day."""
        self.notify(f"No event on or after {long_day(day)}; this is the last.", markup=False)

    def _poll(self) -> None:
        """Shows what another program has written to the store meanwhile."""
        try:
            version = self.store.version()
        except StoreError as error:
            self.complain(error)
            return
        if version != self._version:
            self._version = version
            self.apply(self.filters)
            self._count(before=self.header.facts.events)

    def _count(self, *, before: int | None = None, patience: float = 0.0) -> None:
        """Tells how many events the store holds, and how many it gained."""

        def counted_events(found: tuple[int, Period | None, int]) -> None:
            events, span, basket = found
            self.shape.span = span
            years = (span[0].year, span[1].year) if span else None
            self.header.tell(events=events, years=years, basket=basket)
            if before is not None and events > before:
                key, gained = keymap_of(self.app)["correct.changes"].label, events - before
                self.notify(f"The store has {counted(gained, 'new event')} · {key} shows them.", markup=False)

        self.feed.counts.ask("facts", _facts, counted_events, patience=patience)

    def _tell_place(self) -> None:
        rows, timeline = self.timeline.rows, self.timeline
        self.show_keys()
        counted_all = rows.events is not None and not self.feed.is_opening
        place = timeline.cursor + 1 if timeline.item and rows.zoom is Zoom.DAY else 0
        self.header.tell(
            place=place,
            shown=rows.events if counted_all else None,
            zoom=rows.zoom,
            marked=len(timeline.selection),
        )

    def _too_many(self, events: int) -> bool:
        """Tells whether so many events cannot be marked, and says so."""
        if events > MARKED_AT_ONCE:
            key = keymap_of(self.app)["take.export"].label
            told = f"Too many to mark at once: narrow them first, or export all with {key}."
            self.notify(told, markup=False)
        return events > MARKED_AT_ONCE

    def _mark(self, items: Sequence[Item]) -> None:
        self.timeline.selection.add(item for item in items if isinstance(item, EventRow))
        self.timeline.marked()

    def _empty_state(self) -> tuple[str, ...]:
        keys = keymap_of(self.app)
        if not self.filters.parts:
            return (
                "This store has no events yet.",
                "",
                f"Quit with {keys['app.quit'].label}, then read some documents:",
                f"dateline ingest PATH --store {safe_line(str(self.store.path))}",
            )
        return (
            "No event matches all of these filters.",
            *(["Words are searched in headlines, passages and titles."] if self.filters.words else []),
            "",
            f"{keys['find.widen'].label}  remove the last one ({safe_line(self.filters.labels[-1])})",
            f"{keys['find.words'].label}  other words      {keys['find.actor'].label}  other actors",
        )


def _holds(period: PeriodRow, place: int | None) -> bool:
    """Tells whether a place is in a period."""
    return place is not None and place < END and period.first <= day_of(place) <= period.last


def _facts(store: Store) -> tuple[int, Period | None, int]:
    """Returns how many events a store has, their first and last day, and how many are in the basket."""
    return store.count(), store.span(), store.count(Query(in_basket=True))

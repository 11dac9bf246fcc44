"""What the panes show: the events that the filters let through, and all that belongs to the cursor."""

import gc
from datetime import date
from time import monotonic

from textual import on

from corpus import StoreError
from store import EventDetail, EventRow, Store
from tui.bars.chips import Chips
from tui.bars.explanation import Explanation
from tui.bars.shape import Shape
from tui.bars.words import Words
from tui.cells import counted, safe_line
from tui.filters import CountryFilter, Filters
from tui.keymap import keymap_of
from tui.lanes import Lanes
from tui.matching import Matcher, matcher
from tui.memory import Place
from tui.screens.panes import Panes
from tui.screens.reading import Reading
from tui.timeline.rows import Rows
from tui.timeline.steady import Steady

QUIET_SECONDS = 0.04
"""Events that follow each other faster than this share one change of the source pane."""

POLL_SECONDS = 2.0
"""How often the store is asked whether another program has changed it."""


class Showing(Panes):
    """The panes with a store in them: shows events near the cursor, and their sources."""

    def __init__(self, store: Store, lanes: Lanes, place: Place) -> None:
        super().__init__(lanes, alone=place.alone)
        self.store = store
        self.filters = place.filters
        self.detail: EventDetail | None = None
        self._place = place.key  # of the event that the reader, not a filter, went to
        self._shown: tuple[EventRow | None, Matcher | None] = (None, None)
        self._span: tuple[date, date] | None = None
        self._version = 0
        self._changed_at = 0.0
        self._waiting = False

    def on_mount(self) -> None:
        """Tells what the store holds and puts the cursor on the last event."""
        self.set_interval(POLL_SECONDS, self._poll)
        self.timeline.focus()
        self._return()
        self.call_after_refresh(self._freeze)

    def _return(self) -> None:
        """Goes to where the reader left the store, or to the last event."""
        known = self._place is not None
        try:
            self._count()
            self._version = self.store.version()
        except StoreError as error:
            self.complain(error)
        self.apply(self.filters)
        if not known:
            self.timeline.action_last()

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return Place(self._place, self.filters, self.has_class("-alone"))

    def apply(self, filters: Filters) -> None:
        """Shows the events that other filters let through, near the one under the cursor."""
        place = self._place
        self.filters = filters
        try:
            rows = Rows(Steady(self.store.view(filters.query), self.complain))
        except StoreError as error:
            self.complain(error)
            return
        self.query_one(Chips).show(filters)
        self.timeline.empty = self._empty_state()
        self.timeline.searched = matcher(filters.words)
        self.timeline.show(rows, place)
        self._place = place
        if self._span:
            self.query_one(Shape).ask(self.store.path, filters.query, self._span)

    def go_to(self, day: date) -> None:
        """Puts the cursor on the first event on or after a day."""
        self.timeline.go(self.timeline.rows.find(day), centred=True)

    @property
    def settled(self) -> bool:
        """Whether all that belongs to the cursor is shown."""
        return not self._waiting

    def remove_filter(self, index: int) -> None:
        """Takes one filter away."""
        self.apply(self.filters.without(index))

    def follow(self) -> None:
        """Shows what belongs to the cursor: at once, or a moment later where keys flood in."""
        timeline = self.timeline
        row = timeline.row
        place = timeline.cursor + 1 if row else 0
        self._place = row.key if row else self._place
        self.query_one(Shape).point(row.first if row else None)
        self.header.tell(place=place, shown=len(timeline.rows), marked=len(timeline.selection))
        if self._waiting:
            return
        rest = QUIET_SECONDS - (monotonic() - self._changed_at)
        if rest <= 0:
            self._show_event()
        else:
            self._waiting = True
            self.set_timer(rest, self._show_event)

    def _show_event(self) -> None:
        self._waiting = False
        self._changed_at = monotonic()
        row = self.timeline.row
        shown = (row, self.timeline.searched)
        if shown == self._shown:
            return
        self._shown = shown
        self.detail = self._read(row.id) if row else None
        self.source.show(self.detail, self.timeline.searched)
        self._explain()

    def _read(self, event: int) -> EventDetail | None:
        try:
            return self.store.event(event)
        except StoreError as error:
            self.complain(error)
            return None

    def _explain(self) -> None:
        self.query_one(Explanation).show(self.timeline.row, self.source.passage)

    def action_source(self, step: int) -> None:
        """Goes to the next or the previous source of the event."""
        self._show_event()
        self.source.open(self.source.source + step)
        self._explain()

    def action_read(self) -> None:
        """Reads the sources on the full screen."""
        self._show_event()
        if self.detail is not None:
            self.app.push_screen(
                Reading(
                    self.detail, self.header.facts, self.timeline.searched, self.source.source, self._step
                ),
                self._read_back,
            )

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

    @on(Words.Changed)
    def search(self, event: Words.Changed) -> None:
        """Shows the results of the words as they are typed."""
        self.apply(event.before.with_words(event.words))

    @on(Words.Closed)
    def close_search(self) -> None:
        """Returns from the words to the timeline."""
        self.timeline.focus()

    def _freeze(self) -> None:
        """Keeps what start-up made out of the garbage collector's walks, which cost keypresses."""
        gc.freeze()

    def _poll(self) -> None:
        """Shows what another program has written to the store meanwhile."""
        before = self.header.facts.events
        try:
            version = self.store.version()
            if version == self._version:
                return
            self._version = version
            self._count()
        except StoreError as error:
            self.complain(error)
            return
        self.apply(self.filters)
        gained = self.header.facts.events - before
        if gained > 0:
            self.notify(f"The store has {counted(gained, 'new event')}.", markup=False)

    def _count(self) -> None:
        stats = self.store.stats()
        years = (stats.first.year, stats.last.year) if stats.first and stats.last else None
        self._span = (stats.first, stats.last) if stats.first and stats.last else None
        self.header.tell(events=stats.events, years=years)

    def _step(self, step: int) -> tuple[EventDetail | None, int, int]:
        """Moves the timeline below the full screen."""
        self.timeline.go(self.timeline.cursor + step)
        self._show_event()
        return self.detail, self.timeline.cursor + 1, len(self.timeline.rows)

    def _read_back(self, source: int | None) -> None:
        self.source.open(source or 0)
        self._explain()

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
            "",
            f"{keys['find.widen'].label}  remove the last one ({safe_line(self.filters.parts[-1].label)})",
            f"{keys['find.words'].label}  other words      {keys['find.actor'].label}  other actors",
        )

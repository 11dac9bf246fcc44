"""Brings the events of a query to the timeline: the first page at once, the rest when it has been listed."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from corpus import StoreError
from store import CountryCount, EventRow, MonthCount, Query, Store
from store.chronology import key_after
from store.search import is_unfiltered
from tui.reader import Answered, Reader
from tui.timeline.near import END, PAGE, NearRows, Pages, pages_near
from tui.timeline.periods import PeriodView
from tui.timeline.rows import Blocks, ItemView, Listing, Rows, blocks_around, read_block
from tui.timeline.zoom import Item, PeriodRow, Zoom

PATIENCE = 0.008
"""Seconds that a key waits for what it asked, so that both are painted together."""

_REACH = 50
"""Items read on both sides of the cursor when a view is opened."""


class List(Protocol):
    """The widget that shows the items."""

    rows: Listing
    cursor: int

    def show(self, rows: Listing, cursor: int) -> None:
        """Shows other items."""

    def go(self, index: int, centred: bool = False) -> None:
        """Puts the cursor on an item."""

    def arrived(self, before: int = 0) -> None:
        """Shows items that were missing; `before` is how many of them stand before all others."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """How the events of a query lie along the months; by country it is counted later."""

    months: Sequence[MonthCount]
    countries: Sequence[CountryCount] | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    keys: "array[int]"
    months: Sequence[MonthCount]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A view with its length and events, the position of the place in it, and what stands around that."""

    view: ItemView
    length: int
    events: int
    cursor: int
    blocks: Blocks


class Feed:
    """Answers what a list shows, from two threads: one reads pages, the other lists and counts.

    `shaped` is told how the events lie along the months. `place` is the key of what the reader, not a filter,
    went to.
    """

    def __init__(
        self,
        path: Path,
        post: Callable[[Answered], object],
        complain: Callable[[StoreError], None],
        shaped: Callable[[Shaped], None],
    ) -> None:
        self.pages = Reader(path, post, complain)
        self.counts = Reader(path, post, complain)
        self.query = Query()
        self.zoom = Zoom.DAY
        self._shaped = shaped
        self._list: List | None = None
        self.place: int | None = None
        self._keys: array[int] | None = None

    @property
    def is_opening(self) -> bool:
        """Whether the events that were asked for are not all there yet."""
        return self.pages.is_asked("rows") or self.counts.is_asked("keys")

    @property
    def settled(self) -> bool:
        """Whether all that was asked has been answered."""
        return not (self.pages.is_busy or self.counts.is_busy)

    def show(
        self, onto: List, query: Query, zoom: Zoom, place: int | None, *, patience: float = PATIENCE
    ) -> None:
        """Brings the items of a query to a list, with the cursor at a key; None is the end."""
        self._list, self.query, self.zoom, self.place = onto, query, zoom, place
        self._keys = None
        self.pages.drop()
        self.counts.drop(but="facts")
        self._open(patience)
        if is_unfiltered(query):
            self.counts.ask(
                "shape", lambda store: Shaped(store.months(), store.country_counts()), self._shaped
            )
        else:
            self.counts.ask("keys", partial(_list_keys, query=query), self._listed)

    def look(self, zoom: Zoom, place: int | None) -> None:
        """Shows the same events from nearer or farther."""
        self.zoom, self.place = zoom, place
        self._open(PATIENCE)

    def seek(self, key: int, missed: Callable[[], None] = lambda: None) -> None:
        """Goes to the first item at or after a key; `missed` is called where there is none."""
        self.place = key
        rows = self._list.rows if self._list else None
        if isinstance(rows, Rows) and not self.pages.is_asked("rows"):
            found = partial(self._go, missed)
            if key in (0, END):  # where the ends are needs no asking, so that no answer overtakes a later key
                self.pages.take_back("seek")
                found(0 if key == 0 else len(rows))
                return
            self.pages.ask("seek", lambda store: rows.view.position(key), found, patience=PATIENCE)
        else:
            self._open(PATIENCE, missed)

    def follow(self) -> None:
        """Reads on where the cursor comes near the end of what was read."""
        rows = self._list.rows if self._list else None
        if self._list is None or not isinstance(rows, NearRows) or self.pages.is_busy or not len(rows):
            return
        if rows.lacks_before(self._list.cursor):
            first = rows[0].key
            self.pages.ask(
                "before",
                lambda store: store.page(self.query, before=first, limit=PAGE),
                partial(self._grow_before, rows),
            )
        elif rows.lacks_after(self._list.cursor):
            last = rows[len(rows) - 1].key
            self.pages.ask(
                "after",
                lambda store: store.page(self.query, after=last, limit=PAGE),
                partial(self._grow_after, rows),
            )

    def take(self, items: range, then: Callable[[Sequence[Item]], None]) -> None:
        """Reads some items of the list."""
        rows = self._list.rows if self._list else None
        if isinstance(rows, Rows):
            self.pages.ask(
                "take", lambda store: rows.view.rows(items.start, items.stop), then, patience=PATIENCE
            )
        elif isinstance(rows, NearRows):
            then([rows[index] for index in items])

    def take_period(self, period: PeriodRow, then: Callable[[Sequence[Item]], None]) -> None:
        """Reads all events that begin in a period."""
        after, before = period.key - 1, key_after(period.last)
        query = self.query

        def find(store: Store) -> list[EventRow]:
            return store.page(query, after=after, before=before, limit=period.events)

        self.pages.ask("take", find, then, patience=PATIENCE)

    def close(self) -> None:
        """Ends the threads."""
        self.pages.close()
        self.counts.close()

    def _go(self, missed: Callable[[], None], index: int) -> None:
        assert self._list
        if index >= len(self._list.rows):
            missed()
        self._list.go(index, centred=True)

    def _open(self, patience: float, missed: Callable[[], None] = lambda: None) -> None:
        """Asks for the items around the place: of the whole list where there is one, else of a first page."""
        place = self.place
        if self._keys is not None or is_unfiltered(self.query):
            find = partial(_open, query=self.query, keys=self._keys, zoom=self.zoom, place=place)
            self.pages.ask("rows", find, partial(self._opened, place, self.zoom), patience=patience)
        elif self.zoom is Zoom.DAY:
            near = partial(pages_near, query=self.query, key=END if place is None else place)
            self.pages.ask("rows", near, partial(self._near, place, missed), patience=patience)

    def _opened(self, asked: int | None, zoom: Zoom, opened: _Opened) -> None:
        assert self._list
        rows = Rows(opened.view, opened.length, zoom, opened.events, opened.blocks)
        rows.load = partial(self._load, rows)
        self._list.show(rows, opened.cursor)
        self._settle(asked)

    def _near(self, asked: int | None, missed: Callable[[], None], pages: Pages) -> None:
        assert self._list
        rows = NearRows(pages)
        self._list.show(rows, rows.cursor)
        if not pages.after:
            missed()
        self._settle(asked)

    def _settle(self, asked: int | None) -> None:
        """Goes to where the reader has gone since these items were asked for; the end is the last of them."""
        assert self._list
        if self.place is not None and asked is not None and self.place != asked:
            self.seek(self.place)
        elif self.place == END and len(self._list.rows) and (last := self._list.rows[self._list.cursor]):
            self.place = last.key

    def _load(self, rows: Rows, number: int) -> None:
        topic, late = f"block {number}", False

        def put(items: Sequence[Item]) -> None:
            rows.put(number, items)
            if late and self._list:
                self._list.arrived()

        if not self.pages.is_asked(topic):
            patience = 0.0 if self.pages.is_busy else PATIENCE
            self.pages.ask(topic, lambda store: read_block(rows.view, number), put, patience=patience)
        late = True

    def _listed(self, listed: _Listed) -> None:
        """Puts the whole list in the place of the first page."""
        self._keys = listed.keys
        self._shaped(Shaped(listed.months))
        self._open(PATIENCE)
        query = self.query
        self.counts.ask(
            "shape", lambda store: Shaped(listed.months, store.country_counts(query)), self._shaped
        )

    def _grow_before(self, rows: NearRows, more: Sequence[EventRow]) -> None:
        if self._list and self._list.rows is rows:
            self._list.arrived(rows.put_before(more))

    def _grow_after(self, rows: NearRows, more: Sequence[EventRow]) -> None:
        if self._list and self._list.rows is rows:
            rows.put_after(more)
            self._list.arrived()


def _list_keys(store: Store, query: Query) -> _Listed:
    keys = store.keys(query)
    return _Listed(keys, store.view(query, keys).months())


def _open(store: Store, query: Query, keys: "array[int] | None", zoom: Zoom, place: int | None) -> _Opened:
    events = store.view(query, keys)
    view: ItemView = PeriodView(events, zoom) if zoom else events
    length = len(view)
    position = view.position(place) if place is not None else length
    cursor = max(0, min(position, length - 1))
    return _Opened(view, length, len(events), cursor, blocks_around(view, cursor, _REACH))

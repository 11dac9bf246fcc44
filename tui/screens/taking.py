"""What a reader takes away: exports to a file, and copies in the clipboard."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from corpus import StoreError
from store import EventDetail, Query, Store
from store.chronology import key_after
from tui import clipboard
from tui.bindings import TAKE, bindings
from tui.cells import counted
from tui.dates import period_title
from tui.exporting import Offer
from tui.lanes import Lanes
from tui.memory import Place
from tui.screens.keeping import Keeping
from tui.screens.reading import Reading
from tui.timeline.zoom import PeriodRow

if TYPE_CHECKING:
    from store.export import Style
    from tui.screens.export import Written

COPIED_AT_ONCE = 1000
"""More events than this are too long for any clipboard of a terminal."""


class Taking(Keeping):
    """The panes with what can be taken away from them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(TAKE)

    def __init__(self, store: Store, lanes: Lanes, place: Place) -> None:
        super().__init__(store, lanes, place)
        self._style: Style | None = None

    def action_export(self) -> None:
        """Exports events to a file that the reader names, at first in the form of the last time."""
        from store.export import Style
        from tui.screens.export import Export

        try:
            offers = list(self._offers())
        except StoreError as error:
            self.complain(error)
            return
        if offers:
            style = self._style or Style(lanes=self._lanes.countries)
            self.app.push_screen(Export(self.store.path, offers, style), self._exported)
        else:
            self.notify("There is no event to export.", markup=False)

    def action_copy(self) -> None:
        """Copies the targets as Markdown."""
        self._copy(_markdown, f"{counted(len(self.targets), 'event')} as Markdown")

    def action_cite(self) -> None:
        """Copies a citation of the source that is open or, of several events, of the first source of each."""
        from store.export.citation import citation

        reading = self.app.screen
        pane = reading.pane if isinstance(reading, Reading) else self.source
        targets, passage = self.targets, pane.passage
        if len(targets) == 1 and self.timeline.row and targets[0] == self.timeline.row.id and passage:
            clipboard.copy(self, citation(passage), "a citation")
            return
        self._copy(_citations, counted(len(targets), "citation"))

    def _copy(self, told: Callable[[Iterable[EventDetail]], str], what: str) -> None:
        """Copies what is told of the targets; they are read in a thread."""
        targets = self.targets
        if len(targets) > COPIED_AT_ONCE:
            self.notify(f"{what} are too many to copy: export them instead.", markup=False)
        elif targets:
            self.run_worker(self._copied(partial(_read, self.store.path, targets, told), what), group="copy")

    async def _copied(self, read: Callable[[], str], what: str) -> None:
        try:
            clipboard.copy(self, await asyncio.to_thread(read), what)
        except StoreError as error:
            self.complain(error)

    def _exported(self, written: "Written | None") -> None:
        if written is not None:
            self._style = written.style
            told = f"Wrote {counted(written.events, 'event')} to {written.path}"
            self.notify(told, markup=False, timeout=8)

    def _offers(self) -> Iterator[Offer]:
        """Yields what can be exported, the most likely first."""
        marked, row, rows = self.timeline.selection, self.timeline.row, self.timeline.rows
        if len(marked):
            yield Offer(f"{len(marked):,} marked", len(marked), *marked.span, events=marked.ids)
        if row is not None:
            yield Offer("this event", 1, row.first, row.last, events=(row.id,))
        if isinstance(self.timeline.item, PeriodRow):
            yield self._period(self.timeline.item)
        if len(rows) > 1:
            first, last = self._ends()
            yield Offer(
                label=f"all {rows.events:,} shown" if rows.events else "all that is shown",
                number=rows.events,
                first=first,
                last=last,
                query=self.filters.query,
                about=self._about_query(),
            )
        yield from self._basket()

    def _period(self, period: PeriodRow) -> Offer:
        """Returns the events of a period that the filters let through: those with a day in it."""
        query = self.filters.query
        first, last = max(query.first or date.min, period.first), min(query.last or date.max, period.last)
        within = replace(query, first=first, last=last)
        about = self._about_query(period_title(first, last))
        label = f"this {period.zoom.label}"
        return Offer(label, self.store.count(within), first, last, query=within, about=about)

    def _about_query(self, *more: str) -> str:
        """Returns what the filters say, as the beginning of a sentence."""
        told = " · ".join((*(part.label for part in self.filters.parts), *more))
        return f"{told[:1].upper()}{told[1:]}"

    def _ends(self) -> tuple[date, date]:
        """Returns the first day of the first item that is shown, and the last day of the last one."""
        rows, query = self.timeline.rows, self.filters.query
        first, last = rows[0], rows[len(rows) - 1]
        heads = [first] if first else self.store.page(query, limit=1)
        tails = [last] if last else self.store.page(query, before=key_after(date.max), limit=1)
        # Another program may have taken all of it away since it was shown.
        begin = min((item.first for item in heads), default=date.min)
        return begin, max((item.last for item in tails), default=begin)

    def _basket(self) -> Iterator[Offer]:
        """Yields what is in the basket, if anything is."""
        query = Query(in_basket=True)
        basket = self.store.view(query)
        if len(basket):
            first, last = basket.rows(0, 1)[0], basket.rows(len(basket) - 1, len(basket))[0]
            yield Offer(f"basket ({len(basket):,})", len(basket), first.first, last.last, query=query)


def _read(path: Path, events: Sequence[int], told: Callable[[Iterable[EventDetail]], str]) -> str:
    with Store.open(path, create=False, read_only=True) as store:
        return told(store.events(events))


def _markdown(details: Iterable[EventDetail]) -> str:
    from store.export.citation import event_markdown

    return event_markdown(details)


def _citations(details: Iterable[EventDetail]) -> str:
    from store.export.citation import citation

    return "\n".join(citation(detail.passages[0]) for detail in details)

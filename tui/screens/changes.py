"""What the last ingests changed: new events, those that gained sources, those with another date."""

import asyncio
from collections.abc import Iterator, Sequence

from store import Changed, Run, Store
from store import Changes as Noted
from tui.bindings_correct import IN_CHANGES
from tui.cells import counted
from tui.correcting import asked
from tui.dates import moment
from tui.screens.event_items import event_item
from tui.screens.items import Item
from tui.screens.listing import Listing

_OF_A_RUN = 300
"""Events listed of one run; an ingest of everything changed more than anybody reads."""


class Changes(Listing):
    """Lists runs, the latest first, each with what it changed."""

    KEYS = IN_CHANGES
    EMPTY = "No ingest has changed anything yet."

    async def load(self) -> None:
        """Reads the runs."""
        runs = await asyncio.to_thread(asked, self._path, _read)
        items = [item for run, noted in runs for item in _items(run, noted)]
        self.show("What the last ingests changed", counted(len(runs), "ingest"), items)
        if self.items.cursor == 0:
            self.items.go(0)

    def event_of(self, item: Item) -> int | None:
        """Returns the event of a line."""
        return int(item.id.split()[-1])


def _read(store: Store) -> list[tuple[Run, Noted]]:
    """Returns the runs that changed something, with what they changed."""
    changed = [run for run in store.runs() if run.counts.new or run.counts.gained or run.counts.redated]
    return [(run, store.changes(run.id, limit=_OF_A_RUN)) for run in changed]


def _items(run: Run, noted: Noted) -> Iterator[Item]:
    counts = run.counts
    summary = " · ".join(
        told
        for number, told in (
            (counts.new, counted(counts.new, "new event")),
            (counts.gained, f"{counts.gained:,} gained sources"),
            (counts.redated, f"{counts.redated:,} changed date"),
        )
        if number
    )
    yield Item(f"run {run.id}", ((moment(run.begun), "primary"), (summary, "muted")), is_heading=True)
    yield from _part(run, "new", noted.new)
    yield from _part(run, "gained", noted.gained)
    yield from _part(run, "redated", noted.redated)
    listed = len({change.event.id for change in (*noted.new, *noted.gained, *noted.redated)})
    if listed >= _OF_A_RUN:
        yield Item(f"more {run.id}", (("… and more; the timeline has them all", "muted"),), is_heading=True)


def _part(run: Run, sort: str, changes: Sequence[Changed]) -> Iterator[Item]:
    for change in changes:
        yield event_item(change.event, _note(sort, change), prefix=f"{run.id} {sort} ")


def _note(sort: str, change: Changed) -> str:
    match sort:
        case "gained":
            return f"{change.sources_before} → {change.event.sources} sources"
        case "redated":
            return f"was {change.value_before}"
    return "new"

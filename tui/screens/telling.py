"""What tells of the event under the cursor: its sources, beside the timeline or on the full screen."""

from collections.abc import Callable
from time import monotonic

from store import EventDetail, EventRow, Store
from tui.bars.explanation import Explanation
from tui.cells import counted
from tui.keymap import keymap_of
from tui.lanes import Lanes
from tui.matching import Matcher
from tui.screens.panes import Panes
from tui.screens.reading import Reading
from tui.timeline.feed import PATIENCE, Feed
from tui.timeline.zoom import PeriodRow
from tui.timers import SureTimers

QUIET_SECONDS = 0.04
"""Events that follow each other faster than this share one change of the source pane."""


class Telling(SureTimers, Panes):
    """The panes with the sources of the event under the cursor, which a thread reads."""

    def __init__(self, store: Store, lanes: Lanes, *, alone: bool) -> None:
        super().__init__(lanes, alone=alone)
        self.store = store
        self.detail: EventDetail | None = None
        self.feed = Feed(store.path, self.post_message, self.complain, self.shaped)
        self._told: tuple[EventRow | PeriodRow | None, Matcher | None] = (None, None)
        self._told_at = 0.0
        self._waiting = False
        self._then: Callable[[], None] | None = None

    @property
    def settled(self) -> bool:
        """Whether all that belongs to the cursor is shown."""
        return not self._waiting and self.feed.settled

    def tell(self) -> None:
        """Shows the sources of the event under the cursor: at once, or a moment later where keys flood in."""
        rest = QUIET_SECONDS - (monotonic() - self._told_at)
        if self._waiting:
            return
        if rest <= 0:
            self._tell_now()
        else:
            self._waiting = True
            self.set_timer(rest, self._tell_now)

    def action_source(self, step: int) -> None:
        """Goes to the next or the previous source of the event."""
        self._when_told(lambda: self._open(self.source.source + step))

    def action_read(self) -> None:
        """Reads the sources on the full screen; goes to the events of a period."""
        if isinstance(self.timeline.item, PeriodRow):
            self.timeline.action_zoom(1)
        else:
            self._when_told(self._read)

    def _tell_now(self) -> None:
        self._waiting = False
        self._told_at = monotonic()
        item, searched = self.timeline.item, self.timeline.searched
        if (item, searched) == self._told:
            return
        self._told = (item, searched)
        if isinstance(item, EventRow):
            number = item.id
            self.feed.pages.ask("event", lambda store: store.event(number), self._show, patience=PATIENCE)
        else:
            self._show(None, self._about(item) if item else ())

    def _show(self, detail: EventDetail | None, note: tuple[str, ...] = ()) -> None:
        self.detail = detail
        self.source.show(detail, self.timeline.searched, note)
        self.explain()
        reading = self.app.screen
        if detail and isinstance(reading, Reading):
            reading.tell(detail, self.header.facts)
        then, self._then = self._then, None
        if then and detail:
            then()

    def _about(self, period: PeriodRow) -> tuple[str, ...]:
        """Returns what stands beside a period instead of sources."""
        keys = keymap_of(self.app)
        return (
            period.zoom.title(period.first),
            counted(period.events, "event"),
            "",
            f"{keys['read.full'].names}  go to them",
            f"{keys['timeline.mark'].names}  mark them",
        )

    def _when_told(self, action: Callable[[], None]) -> None:
        """Does something with the sources of the event under the cursor, once they are there."""
        self._tell_now()
        if self.feed.pages.is_asked("event"):
            self._then = action
        elif self.detail is not None:
            action()

    def _in_turn(self, action: Callable[[], None]) -> None:
        """Does something after what still waits for the sources of an event, if anything does."""
        if self._then is None:
            action()
            return
        before = self._then

        def both() -> None:
            before()
            action()

        self._then = both

    def _open(self, source: int) -> None:
        self.source.open(source)
        self.explain()

    def _read(self) -> None:
        assert self.detail
        searched, source = self.timeline.searched, self.source.source
        reading = Reading(self.detail, self.header.facts, searched, source, self._step)
        self.app.push_screen(reading, lambda source: self._open(source or 0))

    def _step(self, step: int) -> None:
        """Moves the timeline below the full screen to another event."""
        rows, index = self.timeline.rows, self.timeline.cursor + step
        while 0 <= index < len(rows) and isinstance(rows[index], PeriodRow):
            index += step
        if 0 <= index < len(rows):
            self.timeline.go(index)

    def explain(self) -> None:
        """Explains the event by the passage that is read."""
        corrections = self.detail.corrections if self.detail else ()
        self.query_one(Explanation).show(self.timeline.row, self.source.passage, corrections)

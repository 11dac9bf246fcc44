"""Full-screen reading: the sources of an event with nothing beside them."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from store.model import EventDetail
from tui.bars.explanation import Explanation
from tui.bars.header import Facts, Header
from tui.bars.keys import KeyLine
from tui.bindings import HITS, IN_READING, LEAVING, READ, READING, TAKE, bindings
from tui.bindings_correct import CORRECT, WHILE_READING
from tui.keymap import keymap_of
from tui.matching import Matcher
from tui.source.pane import SourcePane

_BELOW = tuple(
    replace(key, action=f"below({key.action!r})")
    for key in (*TAKE, *(key for key in CORRECT if key.id in WHILE_READING))
)
"""Keys that do to the event what they do in the timeline."""

_LEAVING = tuple(replace(key, action=f"leave({key.action!r})") for key in LEAVING)
"""Keys that return to the timeline first, and do there what they do."""


class Reading(Screen[int]):
    """Shows an event and steps to its neighbours; answers which source was read last.

    `step` moves the cursor of the timeline; `tell` then shows the event that it stands on.
    """

    HELP_GROUP = "On the full screen"
    BINDINGS: ClassVar[list[BindingType]] = bindings((*READ[:2], *HITS, *READING, *_BELOW, *_LEAVING))
    DEFAULT_CSS = """
    Reading SourcePane { height: 1fr; }
    Reading Explanation { height: 2; }
    """

    def __init__(
        self,
        detail: EventDetail,
        facts: Facts,
        searched: Matcher | None,
        source: int,
        step: Callable[[int], None],
    ) -> None:
        super().__init__()
        self._detail = detail
        self._facts = facts
        self._searched = searched
        self._source = source
        self._step = step
        self._entering = 0  # the direction in which the reader goes to words in another event

    def compose(self) -> ComposeResult:
        """Puts the pane between the header and the explanation."""
        yield Header()
        yield SourcePane()
        yield Explanation()
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows the event at the source that was read beside the timeline."""
        self.query_one(KeyLine).show(keymap_of(self.app).hints(IN_READING))
        self.tell(self._detail, self._facts)
        self.call_after_refresh(self._open, self._source)

    def tell(self, detail: EventDetail, facts: Facts) -> None:
        """Shows an event and its place."""
        self._detail = detail
        self.pane.show(detail, self._searched)
        header = self.query_one(Header)
        header.facts = facts
        header.refresh()
        if self._entering:
            self.pane.open_hit(self._entering, entering=True)
            self._entering = 0
        self._explain()

    def action_source(self, step: int) -> None:
        """Goes to the next or the previous source."""
        self._open(self.pane.source + step)

    def action_hit(self, step: int) -> None:
        """Goes to the next or the previous place of the searched words, also in another event."""
        if self._searched is None:
            self.notify("No words are searched.", markup=False)
        elif self.pane.open_hit(step):
            self._explain()
        else:
            self._entering = step
            self._step(step)

    def action_event(self, step: int) -> None:
        """Goes to the next or the previous event of the timeline."""
        self._entering = 0
        self._step(step)

    async def action_below(self, action: str) -> None:
        """Does something to the event in the timeline, which lies below."""
        await self.app.run_action(action, self.app.screen_stack[-2])

    async def action_leave(self, action: str) -> None:
        """Returns to the timeline and does something there."""
        below = self.app.screen_stack[-2]
        self.action_back()
        await self.app.run_action(action, below)

    def action_back(self) -> None:
        """Returns to the timeline."""
        self.dismiss(self.pane.source)

    def _open(self, source: int) -> None:
        self.pane.open(source)
        self._explain()

    def _explain(self) -> None:
        self.query_one(Explanation).show(self._detail.row, self.pane.passage, self._detail.corrections)

    @property
    def pane(self) -> SourcePane:
        """The sources."""
        return self.query_one(SourcePane)

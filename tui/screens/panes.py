"""The panes: the timeline, the source beside it, and the bars around them."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Input

from corpus import StoreError
from tui.bars.chips import Chips
from tui.bars.explanation import Explanation
from tui.bars.header import Header
from tui.bars.keys import KeyLine
from tui.bars.shape import Shape
from tui.bars.words import Words
from tui.bindings import IN_PERIODS, IN_SOURCE, IN_TIMELINE, IN_WORDS
from tui.filters import Filters
from tui.key import Key
from tui.keymap import keymap_of
from tui.lanes import Lanes
from tui.source.pane import SourcePane
from tui.timeline.feed import Shaped
from tui.timeline.widget import Timeline
from tui.timeline.zoom import PeriodRow

SIDE_BY_SIDE = 110
"""The width from which the source stands beside the timeline instead of below it."""

_WIDTHS = [(0, "-narrow"), (SIDE_BY_SIDE, "-wide")]
_HEIGHTS = [(0, "-flat"), (14, "-low"), (20, "-high"), (24, "-medium"), (30, "-tall"), (46, "-huge")]


class Panes(Screen[None]):
    """Lays out the two panes and the bars, and says which keys are at work in them."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    DEFAULT_CSS = """
    Panes #panes { height: 1fr; }
    Panes #shape { display: none; height: 1; }
    Panes.-high #shape, Panes.-medium #shape { display: block; }
    Panes.-tall #shape { display: block; height: 3; }
    Panes.-huge #shape { display: block; height: 4; }
    Panes.-wide #panes { layout: horizontal; }
    Panes.-wide #timeline { width: 62%; height: 1fr; }
    Panes.-wide #source { width: 1fr; height: 1fr; border-left: solid $border; }
    Panes.-narrow #panes { layout: vertical; }
    Panes.-narrow #timeline { width: 1fr; height: 1fr; }
    Panes.-narrow #source { width: 1fr; height: 1fr; }
    Panes.-alone #source, Panes.-flat #source { display: none; }
    Panes.-narrow.-high #timeline { height: 2fr; }
    Panes.-narrow #explanation { height: 2; }
    Panes.-narrow.-low #explanation { height: 1; }
    Panes Toast { padding: 0 1; }
    Panes ToastRack { margin-bottom: 2; }
    Panes.-narrow ToastRack { margin-bottom: 3; }
    Panes.-flat #chips, Panes.-flat #explanation { display: none; }
    """

    def __init__(self, lanes: Lanes, *, alone: bool) -> None:
        super().__init__(classes="-alone" if alone else None)
        self._lanes = lanes
        self._complaint = ""

    def compose(self) -> ComposeResult:
        """Puts the bars above and below the two panes, as they fit the terminal from the first paint on."""
        width, height = self.app.size
        for length, breakpoints in ((width, _WIDTHS), (height, _HEIGHTS)):
            self.add_class([name for least, name in breakpoints if length >= least][-1])
        yield Header(id="header")
        yield Shape(self._lanes, self.go_to, id="shape")
        yield Chips(self.remove_filter, id="chips")
        yield Words(self.search, id="words")
        with Container(id="panes"):
            yield Timeline(self._lanes, self, id="timeline")
            yield SourcePane(id="source")
        yield Explanation(id="explanation")
        yield KeyLine(id="keys")

    def go_to(self, day: date) -> None:
        """Puts the cursor on the first event on or after a day."""
        raise NotImplementedError

    def search(self, words: str, before: Filters) -> None:
        """Shows the results of words as they are typed."""
        raise NotImplementedError

    def remove_filter(self, index: int) -> None:
        """Takes one filter away."""
        raise NotImplementedError

    def follow(self, by_reader: bool) -> None:
        """Shows what belongs to the cursor."""
        raise NotImplementedError

    def seek(self, key: int) -> None:
        """Goes to the first item at or after a key."""
        raise NotImplementedError

    def step(self, step: int) -> None:
        """Goes to the next or the previous column of the histogram that has events."""
        day = self.shape.step(step)
        if day is not None:
            self.go_to(day)

    def look(self, step: int) -> None:
        """Shows the timeline from nearer (1) or farther (-1)."""
        raise NotImplementedError

    def mark(self, items: range) -> None:
        """Marks the events among some items."""
        raise NotImplementedError

    def mark_period(self, period: PeriodRow) -> None:
        """Marks all events of a period."""
        raise NotImplementedError

    def shaped(self, shaped: Shaped) -> None:
        """Shows how the events lie along the months."""
        raise NotImplementedError

    @property
    def timeline(self) -> Timeline:
        """The list of events."""
        return self.query_one("#timeline", Timeline)

    @property
    def source(self) -> SourcePane:
        """The pane of the sources."""
        return self.query_one("#source", SourcePane)

    @property
    def shape(self) -> Shape:
        """The histogram."""
        return self.query_one("#shape", Shape)

    @property
    def header(self) -> Header:
        """The first line."""
        return self.query_one("#header", Header)

    def complain(self, error: StoreError) -> None:
        """Says what is wrong with the store, the same thing once until something else is."""
        if str(error) != self._complaint:
            self._complaint = str(error)
            self.notify(self._complaint, severity="error", markup=False, timeout=20)

    def on_descendant_focus(self) -> None:
        """Shows the keys of the place that has the focus now."""
        self.show_keys()
        self.timeline.refresh()
        self.source.refresh()

    def show_keys(self) -> None:
        """Shows the keys that are useful next."""
        self.query_one(KeyLine).show(self._keys())

    @property
    def timeline_keys(self) -> Sequence[str]:
        """The ids of the keys that are of use in the timeline, the most useful first."""
        return (*self.urgent_keys, *(IN_PERIODS if self.timeline.rows.zoom else IN_TIMELINE))

    @property
    def urgent_keys(self) -> Sequence[str]:
        """The ids of the keys that what is shown now makes the most useful."""
        return ()

    def _keys(self) -> list[Key]:
        ids: Sequence[str]
        match self.focused:
            case SourcePane():
                ids = (*self.urgent_keys, *IN_SOURCE)
            case Input():
                ids = IN_WORDS
            case _:
                ids = self.timeline_keys
        return keymap_of(self.app).hints(list(dict.fromkeys(ids)))

    def action_switch(self) -> None:
        """Goes between the timeline and the source."""
        beside = self.source.display and self.timeline.has_focus
        (self.source if beside else self.timeline).focus()

    def action_pane(self) -> None:
        """Shows or hides the source."""
        self.toggle_class("-alone")
        self.timeline.focus()

"""The first line: what the store holds, what is shown of it, and where the cursor stands."""

from dataclasses import dataclass, replace

from rich.segment import Segment

from tui.annotations import BASKET
from tui.bars.bar import BOLD, Bar, spread
from tui.cells import counted
from tui.theme import Ink
from tui.timeline.zoom import Zoom


@dataclass(frozen=True, slots=True)
class Facts:
    """What the header tells: `years` is the first and the last year of the store, `place` counts from 1.

    `shown` is how many events the filters let through, None while they are counted.
    """

    events: int = 0
    years: tuple[int, int] | None = None
    shown: int | None = 0
    place: int = 0
    zoom: Zoom = Zoom.DAY
    marked: int = 0
    basket: int = 0


class Header(Bar):
    """Shows the facts of the store and of the place in it."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.facts = Facts()

    def tell(self, **changes: object) -> None:
        """Changes some of the facts."""
        facts = replace(self.facts, **changes)  # type: ignore[arg-type]  # names and types are checked by Facts
        if facts != self.facts:
            self.facts = facts
            self.refresh()

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the header."""
        facts = self.facts
        left = [Segment(" dateline ", ink["accent"] + BOLD), Segment(f" {counted(facts.events, 'event')}")]
        if facts.years:
            first, last = facts.years
            years = str(first) if first == last else f"{first}–{last}"
            left.append(Segment(f" · {years}", ink["muted"]))
        right = []
        if facts.basket:
            right.append(Segment(f"{BASKET} {facts.basket:,} in basket   ", ink["muted"]))
        if facts.marked:
            right.append(Segment(f"✓ {facts.marked:,} marked   ", ink["marked"] + BOLD))
        right.append(Segment(_shown(facts), ink["muted"]))
        return spread(left, right, width)


def _shown(facts: Facts) -> str:
    """Returns how much is shown: the place in it, or the level from farther away."""
    if facts.shown is None:
        return "counting… "
    if facts.zoom:
        return f"by {facts.zoom.label} · {counted(facts.shown, 'event')} "
    return f"{facts.place:,} of {facts.shown:,} " if facts.shown else ""

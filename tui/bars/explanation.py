"""The line that explains the event under the cursor: why its date is what it is, who did what to whom."""

from itertools import chain

from rich.cells import cell_len
from rich.segment import Segment

from corpus import Basis, Role, Status
from store.model import ActorRow, EventRow, Passage
from tui.bars.bar import BOLD, Bar, spread
from tui.cells import fit, safe_line
from tui.dates import long_date
from tui.kinds import LOOKS
from tui.theme import Ink


class Explanation(Bar):
    """Shows the date with its reason, and kind, source and target; on two lines where it is high enough."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._row: EventRow | None = None
        self._passage: Passage | None = None
        self._corrections: tuple[str, ...] = ()

    def show(self, row: EventRow | None, passage: Passage | None, corrections: tuple[str, ...] = ()) -> None:
        """Explains an event by the passage that is read, and by what was corrected."""
        self._row = row
        self._passage = passage
        self._corrections = corrections
        self.refresh()

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns the explanation, or one of its two halves."""
        if self._row is None:
            return []
        what = _what(self._row, ink)
        if self.size.height > 1:
            return self._when(ink, width) if y == 0 else [Segment(" "), *what]
        return spread(
            self._when(ink, width - Segment.get_line_length(what) - 2), [*what, Segment(" ")], width
        )

    def _when(self, ink: Ink, width: int) -> list[Segment]:
        assert self._row
        row = self._row
        day = f" {long_date(row.value, row.first, row.last, row.precision)}"
        why = _cut(_why(row, self._passage, self._corrections), width - cell_len(day))
        return [Segment(day, ink["time"] + BOLD), Segment(why, ink["muted"])]


def _why(row: EventRow, passage: Passage | None, corrections: tuple[str, ...]) -> str:
    """Returns the reason; where the passage is less exact than the event, also what it says itself.

    Behind it stands what was corrected; a corrected date has no other reason.
    """
    date_first = sorted(corrections, key=lambda line: not line.startswith("date "))
    corrected = f" ± {safe_line(' · '.join(date_first))}" if corrections else ""
    if row.basis is Basis.CORRECTED or passage is None or not passage.why:
        return corrected
    here = "" if passage.value == row.value else f" · here {safe_line(passage.value)}"
    return f"{here} ← {safe_line(passage.why)}{corrected}"


def _what(row: EventRow, ink: Ink) -> list[Segment]:
    """Returns `SANCTION · USA → RUS`, with what is not yet or not surely so."""
    look = LOOKS[row.kind]
    status = "" if row.status is Status.HAPPENED else f" ({row.status})"
    sources = [actor for actor in row.actors if actor.role is Role.SOURCE]
    targets = [actor for actor in row.actors if actor.role is Role.TARGET]
    arrow = [Segment(" ↔ " if look.mutual else " → ", ink[look.tone])] if targets else []
    return [
        Segment(f"{look.glyph} {row.kind}{status}", ink[look.tone] + BOLD),
        *([Segment(" · ", ink["faint"])] if row.actors else []),
        *_names(sources, ink),
        *arrow,
        *_names(targets, ink),
    ]


def _names(actors: list[ActorRow], ink: Ink) -> list[Segment]:
    """Returns the names of actors, each in the colour of its country."""
    named = [_name(actor, ink) for actor in actors]
    separated = [[*part, Segment(", ", ink["faint"])] for part in named[:-1]] + named[-1:]
    return list(chain.from_iterable(separated))


def _name(actor: ActorRow, ink: Ink) -> list[Segment]:
    """Returns a name, with a question mark where nobody has listed or accepted its bearer."""
    doubt = [] if actor.verified else [Segment("?", ink["accent"])]
    return [Segment(safe_line(actor.name), ink.country(actor.country)), *doubt]


def _cut(text: str, width: int) -> str:
    return text if cell_len(text) <= width else fit(text, width)

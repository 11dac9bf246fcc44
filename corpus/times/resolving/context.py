"""What an expression is resolved against, and what comes out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from corpus.model import Basis, Precision
from corpus.times.anchors import Narrative
from corpus.times.meaning import Meaning, Pull
from corpus.times.told import Told
from corpus.times.value import Value, day


@dataclass(frozen=True, slots=True)
class Resolution:
    """A value with its reasons: `anchor` is what it was counted from, `detail` refines the rule's name."""

    value: Value
    basis: Basis
    anchor: Value | None = None
    told: Told | None = None
    detail: str = ""


class Unresolved(Exception):
    """An expression lacks its anchor; carries the precision that its words have."""

    def __init__(self, precision: Precision, *, told: bool = False) -> None:
        super().__init__(precision)
        self.precision = precision
        self.told = told


class NoTime(Exception):
    """What looked like a time is none in its clause."""


@dataclass(frozen=True, slots=True)
class Context:
    """The publication day, what was told before, and the way in which the clause points."""

    published: date | None
    narrative: Narrative
    clause: Callable[[], Pull]  # which way the clause points
    done: Callable[[], bool]  # whether the verb before it says what was done in it
    lead: Pull | None  # of the words right before the expression
    resolve: Callable[[Meaning, "Context"], Resolution] = field(repr=False)
    here: int = 0  # where the expression stands
    opens: bool = False  # the expression opens its sentence
    about: str = ""  # the words after `a day after`: the event that sets the anchor
    event: Told | None = None  # the date that those words tell themselves
    zone: str | None = None  # told with the expression: `local time`, `KST`
    page: date | None = None  # the publication day, where `published` is the dateline's

    def pull(self) -> Pull:
        """Returns which way the clause points: what was intended is ahead."""
        pull = self.clause()
        return Pull.FUTURE if pull in (Pull.INTENDED, Pull.DECIDED) else pull

    def today(self, precision: Precision) -> date:
        """Returns the publication day; raises Unresolved where it is not known."""
        if self.published is None:
            raise Unresolved(precision)
        return self.published

    def relative(self, value: Value, detail: str = "") -> Resolution:
        """Returns a value that was counted from the publication day."""
        anchor = day(self.published) if self.published else None
        return Resolution(value, Basis.RELATIVE, anchor, detail=detail)

    def told(self, precision: Precision) -> tuple[Value, Told | None]:
        """Returns the last value told that is as exact as a precision, else the publication day.

        Raises Unresolved where the paragraph has told only what is coarser.
        """
        told = self.narrative.last(precision, self.about)
        if told is not None:
            return told.value, told
        if self.published is None or self.narrative.tells_here():
            raise Unresolved(precision, told=True)
        return day(self.published), None

    def from_told(self, value: Value, told: Told | None, detail: str = "") -> Resolution:
        """Returns a value that was counted from one told before, or from the publication day."""
        if told is None:
            return self.relative(value, detail)
        return Resolution(value, Basis.RELATIVE, told.value, told, detail)

"""The date of an event, with its reason: told, or taken from what stands around it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.model import Basis, Precision, TimeExpression

_MARGIN = timedelta(days=1)  # on either side of a day that is only near
_UNDATED = "no date of its own"
_TOGETHER = f"{_UNDATED}; told together with "


@dataclass(frozen=True, slots=True)
class Dated:
    """A date for an event, and why; `beside` bounds the words of a date that another act was told with."""

    value: str
    first: date
    last: date
    precision: Precision
    basis: Basis
    why: str
    time: tuple[int, int] | None
    beside: tuple[int, int] | None = None

    @property
    def day(self) -> date:
        """The day meant, of a date that is told by the day, also where it is only near."""
        return self.first if self.first == self.last else self.first + _MARGIN


def told(time: TimeExpression) -> Dated | None:
    """Returns the date that a time expression gives to the act of its clause."""
    if time.value is None or time.first is None or time.last is None:
        return None
    return Dated(
        time.value, time.first, time.last, time.precision, time.basis, time.why, (time.start, time.end)
    )


def shared(time: TimeExpression) -> Dated | None:
    """Returns the date of the act before, for one that is told in the same breath: "met … and signed"."""
    own = told(time)
    if own is None:
        return None
    why = f"{_TOGETHER}{time.why}"
    return Dated(own.value, own.first, own.last, own.precision, Basis.INHERITED, why, None, own.time)


def together(when: Dated) -> Dated:
    """Returns the date of what an act was done at: "made a trip in May, during which he met Putin"."""
    why = f"{_TOGETHER}{when.why.removeprefix(_TOGETHER)}"
    return replace(when, basis=Basis.INHERITED, why=why, time=None, beside=when.beside or when.time)


def about(day: date, why: str) -> Dated:
    """Returns a day that an act without a date is near: when it was reported."""
    return Dated(
        f"{day.isoformat()}~", day - _MARGIN, day + _MARGIN, Precision.DAY, Basis.INHERITED, why, None
    )


def spoken(time: TimeExpression, news: tuple[date, str]) -> Dated:
    """Returns the day of quoted words that say "today": that of the news that they are part of."""
    day, why = news
    told_by = f"“{time.text}”, in words of the day of the news: {why}"
    span = (time.start, time.end)
    return Dated(day.isoformat(), day, day, Precision.DAY, Basis.RELATIVE, told_by, span)


def resumed(when: Dated) -> Dated:
    """Returns the date of an act that goes on from the one told before: near its day, or in its month."""
    why = f"{_UNDATED}; goes on from {when.why.removeprefix(_TOGETHER)}"
    if when.precision is Precision.DAY:
        return about(when.day, why)
    return Dated(when.value, when.first, when.last, when.precision, Basis.INHERITED, why, None)


def reported(time: TimeExpression) -> Dated | None:
    """Returns the day of the report, as an estimate of the day of what is reported."""
    if time.first is None or time.first != time.last:
        return None
    return about(time.first, f"{_UNDATED}; reported {time.why}")


def declared(time: TimeExpression) -> Dated | None:
    """Returns the day of an announcement for what it brings about: "announced that it was withdrawing"."""
    own = told(time)
    if own is None:
        return None
    why = f"the day it was announced: {time.why}"
    return Dated(own.value, own.first, own.last, own.precision, Basis.INHERITED, why, None, own.time)

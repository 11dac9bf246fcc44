"""How near the reader looks: at every event, or at months, years and decades with what stands out in them."""

from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import IntEnum

from store.chronology import first_key
from store.model import EventRow
from tui.dates import month_title


class Zoom(IntEnum):
    """A level; the higher, the farther away."""

    DAY = 0
    MONTH = 1
    YEAR = 2
    DECADE = 3

    @property
    def label(self) -> str:
        """The level in a word."""
        return self.name.lower()

    @property
    def most(self) -> int:
        """How many events of a period are shown."""
        return (0, 3, 5, 8)[self]

    def start(self, day: date) -> date:
        """Returns the first day of the period that holds a day."""
        match self:
            case Zoom.DAY:
                return day
            case Zoom.MONTH:
                return day.replace(day=1)
            case Zoom.YEAR:
                return day.replace(month=1, day=1)
            case Zoom.DECADE:
                return date(max(1, day.year - day.year % 10), 1, 1)

    def after(self, day: date) -> date:
        """Returns the first day of the period that follows; the last day of all where there is none."""
        begin = self.start(day)
        match self:
            case Zoom.DAY:
                return begin if begin == date.max else date.fromordinal(begin.toordinal() + 1)
            case Zoom.MONTH if begin.month < 12:
                return begin.replace(month=begin.month + 1)
            case Zoom.DECADE:
                year = begin.year - begin.year % 10 + 10
            case _:
                year = begin.year + 1
        return date(year, 1, 1) if year <= MAXYEAR else date.max

    def last(self, day: date) -> date:
        """Returns the last day of the period that holds a day."""
        after = self.after(day)
        return after if after == date.max else date.fromordinal(after.toordinal() - 1)

    def title(self, day: date) -> str:
        """Returns the name of the period that holds a day: `2023 · September`, `2023`, `2020s`."""
        if self is Zoom.DECADE:
            return f"{day.year - day.year % 10}s"
        return str(day.year) if self is Zoom.YEAR else month_title(day)


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period that has events: `first` and `last` are its days, `shown` of its `events` stand below it."""

    zoom: Zoom
    first: date
    last: date
    events: int
    shown: int

    @property
    def key(self) -> int:
        """The place where the period begins, among the keys of events."""
        return first_key(self.first)

    @property
    def rest(self) -> int:
        """How many of its events are not shown."""
        return self.events - self.shown


Item = EventRow | PeriodRow
"""What a line of the timeline stands for."""

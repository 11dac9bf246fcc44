"""What a time expression says before anybody asks when: the grammar's answer, not yet a date."""

from dataclasses import dataclass
from enum import Enum

from corpus.model import Precision
from corpus.times.value import Value


class Pull(Enum):
    """Which way an expression or its clause points in time."""

    PAST = "past"
    FUTURE = "future"
    INTENDED = "intended"  # a past verb whose object is still to come: agreed to meet, planned to
    DECIDED = "decided"  # the same where the object is no appointment: offered to resign, vowed to answer
    NONE = "none"


class From(Enum):
    """What a relative expression counts from."""

    PUBLICATION = "publication"  # today, last year, three days ago
    STORY = "story"  # the end of the year: told where the clause tells the past
    EITHER = "either"  # the next day, the next year: told where something was, unless the clause points ahead
    TOLD = "told"  # that day, a year earlier: the last date told


class Portion(Enum):
    """The part of a time that is meant: thirds narrow the days, halves change the value."""

    EARLY = 1
    MIDDLE = 2
    LATE = 3
    FIRST_HALF = -1
    SECOND_HALF = -2
    GONE = 10  # earlier this month: up to the day of publication
    REST = 20  # later this year: from the day of publication


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that the words alone give."""

    value: Value


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month with no year; `to` is the last day of a span (`Sept. 12-17`)."""

    month: int
    day: int
    to: tuple[int, int] | None = None
    pull: Pull = Pull.NONE
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that names something of a year (`the June 15 declaration`), unless that year is still to come."""

    month: int
    day: int
    year: int


@dataclass(frozen=True, slots=True)
class DayOnly:
    """A day of a month that was named before (`the 25th`), or of one beside it (`the 12th of last month`).

    A weekday beside it decides the month (`Friday the 13th`).
    """

    day: int
    month: "Meaning | None" = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month with no year (`March`, `last June`)."""

    month: int
    pull: Pull = Pull.NONE
    near: bool = False  # `this May`: in the year of publication


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday; `weeks` counts weeks from that of publication (`Friday next week`)."""

    weekday: int
    pull: Pull = Pull.NONE
    strict: bool = False  # `last Friday`: not the day of publication itself
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend, with the clause to say whether the last or the next."""


@dataclass(frozen=True, slots=True)
class WeekdayAfter:
    """A weekday counted from the last date told (`the following Friday`), or from one beside it."""

    weekday: int
    back: bool = False
    itself: bool = False  # the day told may be meant itself: `that Friday`
    anchor: "Meaning | None" = None  # `the Monday after Easter`


@dataclass(frozen=True, slots=True)
class Season:
    """A season with no year."""

    season: int
    pull: Pull = Pull.NONE
    near: bool = False


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter (or half) with no year."""

    number: int
    half: bool = False
    pull: Pull = Pull.NONE
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The quarter that is being reported on (`the quarter`), or the same one `years` before.

    With `of`, that of a given year (`the 1988 quarter`). With `else_year`, a text that reports on no quarter
    means a year (`year-earlier profit`).
    """

    years: int = 0
    of: int | None = None
    else_year: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """The quarter that ends on a day or in a month (`the quarter ended July 31`)."""

    end: "Meaning"


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The time told last, so many years back or in a given year (`the same month last year`)."""

    unit: str
    back: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday with no year."""

    name: str
    pull: Pull = Pull.NONE


@dataclass(frozen=True, slots=True)
class Turn:
    """The unit that lies `count` units from the anchor's own: last year -1, this week 0, tomorrow 1."""

    unit: str
    count: int
    source: From = From.PUBLICATION
    told: bool = False  # nothing but what was told can be meant: `that day`


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units before (negative) or after an anchor: three days ago, two months later."""

    unit: str
    count: float
    source: From
    about: bool = False
    comparing: bool = False  # `a year earlier` beside the figures of a quarter
    anchor: "Meaning | None" = None  # `two days after March 3`
    grain: str | None = None  # the unit that is meant: `ten years ago this week`


@dataclass(frozen=True, slots=True)
class InYear:
    """A month, season, quarter, half or holiday in a year that is itself relative (`June last year`)."""

    what: "Month | MonthDay | Season | Quarter | Feast"
    years: "Meaning"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of another time: early September, the end of the year."""

    whole: "Meaning"
    portion: Portion


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another."""

    start: "Meaning"
    end: "Meaning"


@dataclass(frozen=True, slots=True)
class About:
    """Around another time."""

    whole: "Meaning"


@dataclass(frozen=True, slots=True)
class NthOf:
    """A week (no weekday) or a weekday counted inside a month; -1 is the last."""

    month: "Meaning"
    number: int
    weekday: int | None


@dataclass(frozen=True, slots=True)
class NthDay:
    """A day counted inside a month or a year; -1 is the last."""

    whole: "Meaning"
    number: int


@dataclass(frozen=True, slots=True)
class MonthAfter:
    """A month counted from the last date told (`the following June`)."""

    month: int
    back: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """A time that is meant only where the clause points ahead (`will report in two weeks`)."""

    counted: Counted


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week or weekend that holds a day (`the week of October 9`)."""

    day: "Meaning"
    unit: str = "week"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without days: now, recently, soon; a `doubtful` one must point the way its clause does."""

    precision: Precision
    doubtful: bool = False


Meaning = (
    Fixed
    | MonthDay
    | NamedDay
    | DayOnly
    | Month
    | Weekday
    | WeekdayAfter
    | Weekend
    | Season
    | Quarter
    | Period
    | Ended
    | SamePeriod
    | Feast
    | Turn
    | Counted
    | InYear
    | Part
    | Range
    | NthOf
    | NthDay
    | MonthAfter
    | Ahead
    | WeekOf
    | About
    | Vague
)

"""dateparser, asked for what it answers well: a calendar day that the grammar has found.

It takes half a millisecond a string, so the grammar hands it one spelling of each calendar day and
month (`13 September`) in a leap year and remembers the answer: at most 378 questions in a lifetime.
It is not asked about anaphora, weekdays, parts, quarters or holidays, which it does not know or gets
wrong. It is imported with the first question.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_LEAP_YEAR = 2000


@cache
def month_day(month: int, day: int) -> tuple[int, int] | None:
    """Returns (month, day) where the calendar has such a day, None otherwise (31 June)."""
    answer = _parser().get_date_data(f"{day} {_NAMES[month - 1]} {_LEAP_YEAR}")
    parsed = answer.date_obj
    if parsed is None or answer.period != "day" or (parsed.month, parsed.day) != (month, day):
        return None
    return parsed.month, parsed.day


@cache
def _parser() -> "DateDataParser":
    from dateparser.date import DateDataParser

    return DateDataParser(languages=["en"], settings={"TIMEZONE": "UTC", "STRICT_PARSING": True})


_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip

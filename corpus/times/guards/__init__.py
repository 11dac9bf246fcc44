"""What looks like a time and is none: names, verbs, and numbers of other things."""

from corpus.times.guards.names import (
    is_calendar_day,
    is_day_of_month,
    is_month,
    is_season,
    is_title,
    is_weekday,
)
from corpus.times.guards.numbers import is_short_year, is_year

__all__ = [
    "is_calendar_day",
    "is_day_of_month",
    "is_month",
    "is_season",
    "is_short_year",
    "is_title",
    "is_weekday",
    "is_year",
]

"""The units of the calendar: which one holds a day, and the same day some units away."""

from datetime import date, timedelta

from corpus.times import value as v
from corpus.times.value import Value

_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def unit_value(unit: str, day: date) -> Value:
    """Returns the calendar unit that holds a day."""
    match unit:
        case "week" | "fortnight":
            return v.week(day)
        case "weekend":
            return v.weekend(day)
        case "month":
            return v.month(day.year, day.month)
        case "quarter":
            return v.quarter(day.year, (day.month + 2) // 3)
        case "half":
            return v.half(day.year, (day.month + 5) // 6)
        case "year":
            return v.year(day.year)
        case "decade":
            return v.decade(day.year)
        case "century":
            return v.century((day.year - 1) // 100 + 1)
        case _:
            return v.day(day)


def shift(day: date, unit: str, count: int) -> date:
    """Returns the day a number of units later (earlier where negative); a month's end is kept."""
    if unit in _DAYS_IN:
        return day + timedelta(days=count * _DAYS_IN[unit])
    year, month = v.add_months(day.year, day.month, count * _MONTHS_IN[unit])
    return date(year, month, min(day.day, v.month_bounds(year, month)[1].day))

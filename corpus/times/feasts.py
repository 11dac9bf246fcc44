"""Holidays and the day each falls on in a year.

A fixed day is (month, day). `nth` counts weekdays of a month (the fourth Thursday of November; -1 is the
last). `easter` counts days from Easter Sunday of the western church. The lunar holidays of Korea stand in
a table, as the Korea Astronomy and Space Science Institute gives them.
"""

from collections.abc import Callable
from datetime import date, timedelta

_Finder = Callable[[int], date | None]


def easter_sunday(year: int) -> date:
    """Returns Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> _Finder:
    return lambda year: date(year, month, day)


def _nth(number: int, weekday: int, month: int, plus: int = 0) -> _Finder:
    def find(year: int) -> date:
        if number < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return last - timedelta(days=(last.weekday() - weekday) % 7) + timedelta(days=plus)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1) + plus)

    return find


def _easter(offset: int) -> _Finder:
    return lambda year: easter_sunday(year) + timedelta(days=offset)


def _table(days: str) -> _Finder:
    known = {day.year: day for day in map(date.fromisoformat, days.split())}
    return known.get


_SEOLLAL = _table(
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 "
    "2009-01-26 "
    "2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 "
    "2019-02-05 "
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17"
)
_CHUSEOK = _table(
    "2000-09-12 2001-10-01 2002-09-21 2003-09-11 2004-09-28 2005-09-18 2006-10-06 2007-09-25 2008-09-14 "
    "2009-10-03 "
    "2010-09-22 2011-09-12 2012-09-30 2013-09-19 2014-09-08 2015-09-27 2016-09-15 2017-10-04 2018-09-24 "
    "2019-09-13 "
    "2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25"
)
_THANKSGIVING = _nth(4, 3, 11)

FEASTS: dict[str, _Finder] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year's": _fixed(1, 1),
    "orthodox christmas": _fixed(1, 7),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "valentine's day": _fixed(2, 14),
    "st. patrick's day": _fixed(3, 17),
    "may day": _fixed(5, 1),
    "halloween": _fixed(10, 31),
    "bastille day": _fixed(7, 14),
    "earth day": _fixed(4, 22),
    "martin luther king jr. day": _nth(3, 0, 1),
    "martin luther king day": _nth(3, 0, 1),
    "presidents' day": _nth(3, 0, 2),
    "presidents day": _nth(3, 0, 2),
    "inauguration day": _fixed(1, 20),
    "memorial day": _nth(-1, 0, 5),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "independence day": _fixed(7, 4),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "election day": _nth(1, 0, 11, plus=1),
    "veterans day": _fixed(11, 11),
    "veterans' day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "thanksgiving day": _THANKSGIVING,
    "thanksgiving": _THANKSGIVING,
    "black friday": _nth(4, 3, 11, plus=1),
    "mother's day": _nth(2, 6, 5),
    "father's day": _nth(3, 6, 6),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "holy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    # Korea
    "lunar new year": _SEOLLAL,
    "lunar new year's day": _SEOLLAL,
    "seollal": _SEOLLAL,
    "chuseok": _CHUSEOK,
    "independence movement day": _fixed(3, 1),
    "liberation day": _fixed(8, 15),
    "armed forces day": _fixed(10, 1),
    "national foundation day": _fixed(10, 3),
    "hangul day": _fixed(10, 9),
    "hangeul day": _fixed(10, 9),
    "day of the shining star": _fixed(2, 16),
    "day of the sun": _fixed(4, 15),
    # Russia
    "defender of the fatherland day": _fixed(2, 23),
    "international women's day": _fixed(3, 8),
    "victory day": _fixed(5, 9),
    "russia day": _fixed(6, 12),
    "unity day": _fixed(11, 4),
}


def feast_day(name: str, year: int) -> date | None:
    """Returns the day of a holiday in a year, None where the table does not reach."""
    return FEASTS[name](year)

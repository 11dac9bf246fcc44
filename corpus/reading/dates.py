"""Written dates of publication: one at a place in a text, with its year, in English, Korean or Russian."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST = date(1900, 1, 1)
LATEST_AHEAD = timedelta(days=2)  # a paper of tomorrow's date, on the other side of the date line

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января янв январь",
            "february feb февраля фев февр февраль",
            "march mar марта мар март",
            "april apr апреля апр апрель",
            "may мая май",
            "june jun июня июн июнь",
            "july jul июля июл июль",
            "august aug августа авг август",
            "september sept sep сентября сент сен сентябрь",
            "october oct октября окт октябрь",
            "november nov ноября нояб ноя ноябрь",
            "december dec декабря дек декабрь",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|[월화수목금토일]요일))"
)
_DATE = re.compile(
    rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?(?:"
    r"(?P<y1>\d{4})(?P<s1>[-/.])\s?(?P<m1>\d{1,2})(?P=s1)\s?(?P<d1>\d{1,2})(?!\d)\.?(?!\d)"
    r"|(?P<y2>\d{4})\s?[년年]\s?(?P<m2>\d{1,2})\s?[월月]\s?(?P<d2>\d{1,2})\s?[일日]"
    rf"|(?P<m3>{_MONTH})\s{{0,3}}(?P<d3>{_DAY})\.?(?:\s?,\s{{0,3}}|\s{{1,3}})(?:{WEEKDAY},?\s{{1,3}})?(?P<y3>\d{{4}})\b"
    rf"|(?P<d4>{_DAY})(?:\s+of)?[\s.-]{{1,3}}(?P<m4>{_MONTH}),?[\s-]{{1,3}}(?P<y4>\d{{4}})\b(?:\s?(?:г\.|года\b))?"
    r"|(?P<d5>\d{1,2})(?P<s5>[./-])(?P<m5>\d{1,2})(?P=s5)(?P<y5>\d{4})(?!\d)"
    r")(?:\s?\([월화수목금토일]\))?",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    rf"(?:{WEEKDAY},?\s+)?(?:(?P<m1>{_MONTH})\s?(?P<d1>{_DAY})|(?P<d2>{_DAY})\s(?P<m2>{_MONTH}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text; `day` is None where it is ambiguous or cannot be one of publication."""

    day: date | None
    end: int
    numeric: bool  # year first, as programs write it


def date_at(text: str, at: int, *, american: bool = False) -> WrittenDate | None:
    """Returns the full date that begins at an offset, None where there is none.

    `american` says that `09/05/2017` is the fifth of September; else such a date is ambiguous.
    """
    found = _DATE.match(text, at)
    if found is None:
        return None
    parts = found.groupdict()
    kind = next(number for number in "12345" if parts[f"y{number}"])
    year, month, day = parts[f"y{kind}"], parts[f"m{kind}"], parts[f"d{kind}"]
    if kind == "5":
        return WrittenDate(
            _numeric_day(int(year), int(day), int(month), parts["s5"], american), found.end(), False
        )
    number = int(month) if month.isdigit() else month_number(month)
    return WrittenDate(plausible(int(year), number, int(re.sub(r"\D", "", day))), found.end(), kind == "1")


def first_date(text: str) -> int | None:
    """Returns where the first full date of a text begins, with its weekday, None where there is none."""
    found = _DATE.search(text)
    return found.start() if found else None


def month_and_day_at(text: str, at: int) -> tuple[int, int, int] | None:
    """Returns month, day and end of a date without a year that begins at an offset."""
    found = _PARTIAL.match(text, at)
    if found is None:
        return None
    month, day = found["m1"] or found["m2"], found["d1"] or found["d2"]
    return month_number(month), int(re.sub(r"\D", "", day)), found.end()


def month_number(name: str) -> int:
    """Returns the number of a month by its name, with or without a full stop."""
    return _MONTHS[name.rstrip(".").lower()]


def plausible(year: int, month: int, day: int) -> date | None:
    """Returns the day if an article can have appeared on it, else None."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found <= date.today() + LATEST_AHEAD else None


def _numeric_day(year: int, first: int, second: int, separator: str, american: bool) -> date | None:
    if first > 12 or first == second:
        return plausible(year, second, first)
    if second > 12 or (american and separator == "/"):
        return plausible(year, first, second)
    return plausible(year, second, first) if separator == "." else None

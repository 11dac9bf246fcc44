"""Dates in an article's address or in the name of its file."""

import re
from datetime import date

from corpus.reading.dates import month_number, plausible

_YEAR, _MONTH, _DAY = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_LOOSE_MONTH, _LOOSE_DAY = r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_IN_ADDRESS = (
    re.compile(rf"/{_YEAR}/{_LOOSE_MONTH}/{_LOOSE_DAY}(?=[/\W_]|$)"),
    re.compile(rf"/{_YEAR}/(?P<m>[a-z]{{3,9}})/{_LOOSE_DAY}(?=/)"),
    re.compile(rf"(?<![0-9A-Za-z]){_YEAR}(?P<s>[-_.]){_MONTH}(?P=s){_DAY}(?![0-9A-Za-z])"),
    re.compile(rf"(?<![0-9A-Za-z]){_YEAR}{_MONTH}{_DAY}(?![0-9A-Za-z])"),
    re.compile(rf"(?:/[A-Z]{{3}}|[=/]){_YEAR}{_MONTH}{_DAY}\d{{4,10}}(?!\d)"),
)
_IN_NAME = (
    re.compile(rf"(?<![0-9A-Za-z]){_YEAR}(?P<s>[-_.]){_MONTH}(?P=s){_DAY}(?![0-9A-SU-Za-z])"),
    re.compile(rf"(?<![0-9A-Za-z]){_YEAR}{_MONTH}{_DAY}(?![0-9A-SU-Za-z])"),
    re.compile(
        rf"(?<![0-9A-Za-z])(?P<d>0[1-9]|[12]\d|3[01])(?P<s>[-_.])(?P<m>0[1-9]|1[0-2])(?P=s){_YEAR}(?![0-9A-Za-z])"
    ),
)
_YEAR_PATH = re.compile(rf"/{_YEAR}/")


def date_in_address(url: str) -> date | None:
    """Returns the day that a URL names, as in `/2023/09/14/` or `/2023/sep/14/`."""
    return _first(_IN_ADDRESS, url)


def date_in_file_name(name: str) -> date | None:
    """Returns the day that a file's name names, as in `2023-09-14-kim.txt` or `20230914_kim.html`."""
    return _first(_IN_NAME, name.rsplit("/", 1)[-1])


def year_in_address(url: str) -> int | None:
    """Returns the year that a URL names, as in `/2023/`."""
    found = _YEAR_PATH.search(url)
    return int(found["y"]) if found else None


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> date | None:
    for pattern in patterns:
        for found in pattern.finditer(text):
            day = _day(found)
            if day:
                return day
    return None


def _day(found: re.Match[str]) -> date | None:
    try:
        month = int(found["m"]) if found["m"].isdigit() else month_number(found["m"])
    except KeyError:
        return None
    return plausible(int(found["y"]), month, int(found["d"]))

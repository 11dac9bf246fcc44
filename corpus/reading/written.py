"""The day on which a story was written, as its dateline tells it: it may lie before that of publication."""

import re
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from corpus.reading.dateline import LONGEST_DATELINE, Dateline, dateline_of, is_dateline
from corpus.reading.dates import month_and_day_at, plausible
from corpus.sentences.paragraphs import paragraphs

_HEAD = 4  # paragraphs in which a dateline may stand: titles and a byline come before it
_BEYOND = 8 * LONGEST_DATELINE  # code points of a paragraph that are looked at
_AHEAD = timedelta(days=1)  # a morning in Seoul is the evening before where the page is published
_BACK = timedelta(days=31)  # a dateline without a year that lies further back is of another year
_TODAY = re.compile(r"\btoday \((?=[A-Z\d])", re.IGNORECASE)


class YearlessDateline(NamedTuple):
    """The words of a dateline, with the month and the day that it names."""

    words: str
    month_and_day: tuple[int, int]


def written_on(dateline: Dateline | None, published: date | None) -> date | None:
    """Returns the day of a dateline, None where it names none or the day of publication itself.

    A year that is missing is that of the publication, or the one before it.
    """
    if dateline is None:
        return None
    day = dateline.day
    if day is None and dateline.month_and_day and published:
        day = _before(published, *dateline.month_and_day)
    if day is None or day == published or (published and day > published + _AHEAD):
        return None
    return day


def written_in(text: str, published: date | None) -> date | None:
    """Returns the same for the dateline that stands at the head of a text taken as it is."""
    found = _first_dateline(text)
    return written_on(found[1] if found else None, published)


def yearless_dateline(text: str) -> YearlessDateline | None:
    """Returns the dateline at the head of a text that names a day without its year, None for any other.

    So does a lead that tells it behind "today": “issued today (Sept. 15)”.
    """
    found = _first_dateline(text)
    if found is None or found[1].month_and_day is None:
        return None if found and found[1].day else _today_in(text)
    start, dateline = found
    return YearlessDateline(text[start : start + dateline.end].strip(" .-–—"), found[1].month_and_day)


def _today_in(text: str) -> YearlessDateline | None:
    for found in _TODAY.finditer(text[: _HEAD * _BEYOND]):
        told = month_and_day_at(text, found.end())
        if told and text.startswith(")", told[2]):
            return YearlessDateline(text[found.start() : told[2] + 1], (told[0], told[1]))
    return None


def _first_dateline(text: str) -> tuple[int, Dateline] | None:
    """Returns the first dateline among the paragraphs at the head of a text, and where it begins."""
    head = text[: _HEAD * _BEYOND]
    for start, end in islice(paragraphs(head), _HEAD):
        begin = head[start : min(end, start + _BEYOND)]
        if found := dateline_of(f"{begin} A" if is_dateline(begin) else begin):
            return start, found
    return None


def _before(published: date, month: int, day: int) -> date | None:
    years = (plausible(year, month, day) for year in (published.year + 1, published.year, published.year - 1))
    return next((told for told in years if told and -_AHEAD <= published - told <= _BACK), None)

"""The year of a dateline or of the news, where it is told without: from the full dates around the story."""

import re
from datetime import date, timedelta

from corpus.cleaning import Block, Form
from corpus.reading.dateline import Dateline
from corpus.reading.dates import date_at, first_date, month_and_day_at, plausible

HEAD_LINES = 10  # further down a full date is part of the story, up to its last paragraph
NEAR = timedelta(days=31)  # between a dateline and what a page prints of its making
RECENT = timedelta(days=366)  # between a weekday with its date and the older picture beside the story

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(
    r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\.?(?:,\s|\s?\()(?=[^\W\d_]{3}|\d)", re.IGNORECASE
)
_YEAR = re.compile(r",?\s+\d{4}\b")
_TO_COME = re.compile(r"\b(?:will|would|to be|due|scheduled|planned|plans|expected|set)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s")
_LEAD = 3  # paragraphs that may tell the day of the news


def year_beside(page: list[Block], dateline: Dateline | None) -> int | None:
    """Returns the year that brings a dateline near the only full date of the head and the tail.

    The date may stand in a caption, a notice or a line of labels, but not in prose, nor in a title of the
    past: one that is further from the dateline than a month counts for nothing. None where there is no such
    date, or more than one year.
    """
    if dateline is None or dateline.month_and_day is None:
        return None
    days = [day for block in _around(page) if (day := _day_in(block.text))]
    years = {year for day in days for year in _near_years(day, dateline.month_and_day)}
    return years.pop() if len(years) == 1 else None


def news_day(page: list[Block], year: int | None) -> date | None:
    """Returns the day that the lead tells with its weekday, but no year: “said on Monday (Sept 4)”.

    Its year is the one that the page tells, or one that lies at most a year behind a full date around the
    story, such as that of an older picture. None where the weekday is that of no such year, or of several.
    """
    told = next(filter(None, (_weekday_in(block.text) for block in _prose(page)[:_LEAD])), None)
    if told is None:
        return None
    weekday, month_and_day = told
    days = [day for block in _around(page) if (day := _day_in(block.text))]
    found = {year} if year else {each for day in days for each in (day.year, day.year + 1)}
    fitting = {day for each in found if (day := plausible(each, *month_and_day)) and day.weekday() == weekday}
    near = {day for day in fitting if year or any(-NEAR <= day - other <= RECENT for other in days)}
    return near.pop() if len(near) == 1 else None


def _prose(page: list[Block]) -> list[Block]:
    return [block for block in page if block.form is Form.PROSE]


def _weekday_in(text: str) -> tuple[int, tuple[int, int]] | None:
    """Returns the weekday, and the month and the day beside it, of what has happened by a text; else None."""
    for found in _WEEKDAY.finditer(text):
        told = month_and_day_at(text, found.end())
        sentence = _SENTENCE_END.split(text[: found.start()])[-1]
        if told and not _YEAR.match(text, told[2]) and not _TO_COME.search(sentence):
            return _WEEKDAYS.index(found["day"].lower()), (told[0], told[1])
    return None


def _around(page: list[Block]) -> list[Block]:
    """Returns what is no prose in the head and after the last paragraph."""
    last = max((at for at, block in enumerate(page) if block.form is Form.PROSE), default=len(page))
    return [
        block for block in [*page[: min(HEAD_LINES, last)], *page[last + 1 :]] if block.form is not Form.PROSE
    ]


def _day_in(text: str) -> date | None:
    start = first_date(text)
    found = date_at(text, start) if start is not None else None
    return found.day if found else None


def _near_years(day: date, month_and_day: tuple[int, int]) -> list[int]:
    """Returns the years, the day's own or one beside it, in which the dateline comes near the day."""
    candidates = ((year, plausible(year, *month_and_day)) for year in (day.year - 1, day.year, day.year + 1))
    return [year for year, told in candidates if told and abs(told - day) <= NEAR]

"""The year of a dateline that has none, from the one full date that stands around the story."""

from datetime import date, timedelta

from corpus.cleaning import Block, Form
from corpus.reading.dateline import Dateline
from corpus.reading.dates import date_at, first_date, plausible

HEAD_LINES = 10  # further down a full date is part of the story, up to its last paragraph
NEAR = timedelta(days=31)  # between a dateline and what a page prints of its making


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

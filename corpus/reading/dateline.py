"""The dateline: the words before a story's first sentence that say where, when and through which agency."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.reading.dates import date_at, month_and_day_at
from corpus.reading.publishers import publisher_at

LONGEST_DATELINE = 110  # code points

_CAPITALS = r"[A-ZА-Я][A-ZА-Я.'’-]{2,}(?:[ /-][A-ZА-Я.'’]{1,}){0,3}"
_WRITTEN = r"[A-Z][a-z’'.-]+(?:[ -][A-Z][a-z’'.-]+){0,2}"
_NO_DATE = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)"
_REGION = rf"(?:,\s(?:{_NO_DATE}{_WRITTEN}|[A-Z]\.[A-Z]\.))?"
_PLACE = re.compile(rf"(?P<capitals>{_CAPITALS}){_REGION}(?=\W)|(?P<written>{_WRITTEN}){_REGION}(?=\W)")
_BETWEEN = re.compile(r"[\s,.]{0,3}")
_AGENCY = re.compile(r"[(\[/]\s?(?P<name>[^()\[\]/]{2,40})\s?[)\]/]")
_DASH = re.compile(r"[\s.]{0,3}(?:-{1,3}|[–—―]|=|:(?=\s))\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `month_and_day` stands where the year is missing.

    `end` is where the story begins.
    """

    end: int
    day: date | None = None
    month_and_day: tuple[int, int] | None = None
    publisher: str | None = None


def dateline_of(text: str) -> Dateline | None:
    """Returns the dateline that a paragraph begins with, None where there is none.

    Known forms: `SEOUL, Sept. 14 (Yonhap) --`, `MOSCOW, June 20, 2024 —`, `(Reuters) -`, `SEOUL (AP) —`,
    `MOSCOW, September 14. /TASS/.`, `Tokyo, 14 September (Kyodo) –`, `WASHINGTON —`.
    """
    text = text[:LONGEST_DATELINE]
    place = _PLACE.match(text)
    at = _BETWEEN.match(text, place.end()).end() if place else 0  # type: ignore[union-attr]  # matches anything
    full = date_at(text, at) if place else None
    partial = month_and_day_at(text, at) if place and not full else None
    at = full.end if full else partial[2] if partial else at
    agency = _agency_at(text, _BETWEEN.match(text, at).end())  # type: ignore[union-attr]  # matches anything
    at = agency[1] if agency else at
    dash = _DASH.match(text, at)
    if dash is None and not (agency and text[at - 1] == "/"):
        return None
    if not (full or partial or agency or (place and place["capitals"] and dash and ":" not in dash[0])):
        return None
    end = dash.end() if dash else at + len(text[at:]) - len(text[at:].lstrip(" ."))
    if not text[end : end + 1].strip() or text[end].islower():
        return None
    return Dateline(
        end, full.day if full else None, partial[:2] if partial else None, agency[0] if agency else None
    )


def _agency_at(text: str, at: int) -> tuple[str, int] | None:
    found = _AGENCY.match(text, at)
    if found is None:
        return None
    named = publisher_at(found["name"].strip(), 0)
    return (named[0], found.end()) if named else None

"""The dateline: the words before a story's first sentence that say where, when and through which agency."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from corpus.reading.cities import cities
from corpus.reading.dates import WrittenDate, date_at, month_and_day_at
from corpus.reading.publishers import is_publisher, publisher_at

LONGEST_DATELINE = 110  # code points

_CAPITALS = r"[A-ZА-Я][A-ZА-Я.'’-]{2,}(?:[ /-][A-ZА-Я.'’]{1,}){0,3}"
_WRITTEN = r"[A-Z][a-z’'.-]+(?:[ -][A-Z][a-z’'.-]+){0,2}"
_NO_DATE = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)"
_REGION = rf"(?:,\s(?P<region>{_NO_DATE}{_WRITTEN}|[A-Z]\.[A-Z]\.)|\s/{_WRITTEN}/)?"
_PLACE = re.compile(rf"(?:(?P<capitals>{_CAPITALS})|{_WRITTEN}){_REGION}(?=\W)")
_BETWEEN = re.compile(r"[\s,.]{0,3}")
_APART = re.compile(r"\s?[-–—:(]\s?")
_AGENCY = re.compile(r"(?:[(\[]\s?(?P<name>[^()\[\]]{2,40})\s?[)\]]|/\s?(?P<between>[^()\[\]/]{2,40})\s?/)")
_NAME = re.compile(
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w.&’'-]*(?:[ /][A-Z][\w.&’'-]*){0,2}"
)
_KOREAN = re.compile(
    r"[(\[](?:[가-힣·]{2,12}\s?=\s?)?(?P<name>[가-힣A-Za-z0-9]{2,12})[)\]]\s*"
    r"(?:[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3}\s?(?:특파원|기자)\s?)?=\s*"
)
_CREDIT = re.compile(r"\((?P<name>[A-Z][\w.&’' -]{1,30})\)\s*[-–—]{0,2}\s*(?=[A-Z“\"])")
_DASH = re.compile(r"[\s.]{0,3}(?:-{1,3}|[–—―_]|=|:(?=\s))\s*")
_STOP = re.compile(r"\.\s+(?=[A-Z“\"])")
_SPACED_DASH = re.compile(r"\s+(?:-{1,3}|[–—―])\s+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `month_and_day` stands where the year is missing.

    `end` is where the story begins, `city` the place as `cities.toml` names it, None for one unknown there.
    """

    end: int
    day: date | None = None
    month_and_day: tuple[int, int] | None = None
    publisher: str | None = None
    city: str | None = None


def dateline_of(text: str) -> Dateline | None:
    """Returns the dateline that a paragraph begins with, None where there is none.

    Known forms: `SEOUL, Sept. 14 (Yonhap) --`, `MOSCOW, June 20, 2024 —`, `(Reuters) -`, `SEOUL (AP) —`,
    `ARTYOM /Primorye Region/, September 14. /TASS/.`, `Tokyo, 14 September (Kyodo) –`, `WASHINGTON —`,
    `TOKYO (Sept. 13): `, `Sept. 13 (UPI) --`, `Seoul: `, and a city in capitals before
    a story that begins with a capital letter.
    """
    text = text[:LONGEST_DATELINE]
    place = _PLACE.match(text) if month_and_day_at(text, 0) is None else None
    found = _korean(text) or _credit(text) or _marked(text, place) or _city(text)
    if found is None or not text[found.end : found.end + 1].strip() or text[found.end].islower():
        return None
    return replace(found, city=_city_at(text))


def is_dateline(text: str) -> bool:
    """Whether a line is a dateline and nothing else, its story in the next."""
    found = dateline_of(f"{text} A") if len(text) < LONGEST_DATELINE else None
    return found is not None and found.end == len(text) + 1


def _korean(text: str) -> Dateline | None:
    """The Korean form: `(서울=연합뉴스) 홍길동 기자 = `."""
    found = _KOREAN.match(text)
    return Dateline(found.end(), publisher=found["name"]) if found else None


def _credit(text: str) -> Dateline | None:
    """An agency in brackets and no mark after it: `(MENAFN- Bulletin) The minister …`."""
    found = _CREDIT.match(text)
    name = found["name"].strip() if found else ""
    known = is_publisher(name) or any(
        word.isupper() and len(word) > 2 for word in name.replace("-", " ").split()
    )
    return Dateline(found.end(), publisher=name) if found and known else None


def _marked(text: str, place: re.Match[str] | None) -> Dateline | None:
    """A place, a day or an agency, and the mark that ends them."""
    at, full, partial = _day_beside(text, place)
    agency = _agency_at(
        text, _past(_BETWEEN, text, at), any_name=bool(place and (place["capitals"] or full or partial))
    )
    at = agency[1] if agency else at
    dash = _DASH.match(text, at)
    dated = full or partial
    if dash is None and not (agency or (dated and _STOP.match(text, at))):
        return None
    if dash is None and text[at - 1] != "/" and not (dated and _is_known_place(place, text)):
        return None
    if not (agency or (place and (dated or _is_dateline_place(place, text)))):
        return None
    named = publisher_at(text, dash.end()) if dash and not agency else None
    if named and text[named[1] : named[1] + 1] == ".":
        agency, dash = (named[0], named[1] + 1), None
        at = named[1] + 1
    end = dash.end() if dash else at + len(text[at:]) - len(text[at:].lstrip(" ."))
    return Dateline(
        end, full.day if full else None, partial[:2] if partial else None, agency[0] if agency else None
    )


def _day_beside(
    text: str, place: re.Match[str] | None
) -> tuple[int, WrittenDate | None, tuple[int, int, int] | None]:
    """Returns where the day after the place ends, and the day with or without its year."""
    beside = [_past(_BETWEEN, text, place.end()), _past(_APART, text, place.end())] if place else [0]
    for at in beside:
        full = date_at(text, at)
        partial = None if full else month_and_day_at(text, at)
        end = full.end if full else partial[2] if partial else None
        if end is not None:
            bracketed = text[at - 1 : at] == "(" and text[end : end + 1] == ")"
            return end + bracketed, full, partial
    return beside[0], None, None


def _is_dateline_place(place: re.Match[str], text: str) -> bool:
    """Whether a place alone, before a spaced dash, is a dateline: in capitals, or with its country."""
    return _SPACED_DASH.match(text, place.end()) is not None and bool(place["capitals"] or place["region"])


def _is_known_place(place: re.Match[str] | None, text: str) -> bool:
    return place is not None and bool(place["capitals"] or _city_at(text))


def _city(text: str) -> Dateline | None:
    """A known city before a colon or a spaced dash; or in capitals, the mark lost."""
    found = _cities().match(text)
    if found is None:
        return None
    return Dateline(found.end()) if found["mark"].strip() or found["city"].isupper() else None


def _city_at(text: str) -> str | None:
    """Returns the known city that a dateline begins with, as the table writes it."""
    return next((city for city in _longest_first() if _begins_with(text, city)), None)


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(cities(), key=lambda city: (-len(city), city)))


def _begins_with(text: str, city: str) -> bool:
    named, after = text[: len(city)], text[len(city) : len(city) + 1]
    return named in (city, city.upper()) and not after.isalnum()


@cache
def _cities() -> re.Pattern[str]:
    names = sorted(cities(), key=len, reverse=True)
    either = "|".join(re.escape(name) for city in names for name in (city, city.upper()))
    return re.compile(
        rf"(?P<city>{either})(?:\s?/\s?(?:{either}))?(?P<mark>\s?:\s?|\s(?:-{{1,2}}|[–—―])\s|\s(?=[A-Z][a-z.]))"
    )


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _agency_at(text: str, at: int, *, any_name: bool) -> tuple[str, int] | None:
    """The agency in brackets: a known one, or any name where the place before it is in capitals."""
    found = _AGENCY.match(text, at)
    if found is None:
        return None
    name = (found["name"] or found["between"]).strip()
    named = publisher_at(name, 0)
    if named is None and any_name and _NAME.fullmatch(name):
        return name, found.end()
    return (named[0], found.end()) if named else None

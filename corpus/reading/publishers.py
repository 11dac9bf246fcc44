"""Who published an article, as its own words say it."""

import re
import tomllib
from functools import cache
from pathlib import Path

from corpus.reading.dates import first_date

MASTHEAD_WORDS = 5  # without `of` and `the`; a longer line is a title
LONGEST_NOTICE = 120  # code points; further on a year belongs to something else

_SOURCE = re.compile(
    r"(?:source|sources|via|출처|источник)\s*[:：]\s*(?P<name>[^\n|,;]{2,60})(?:;.{0,60})?$", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\))?|©|\(c\)|ⓒ|저작권자\s*(?:©|ⓒ|\(c\)))\s*(?:by\s+)?(?P<year>(?:19|20)\d\d)?(?:\s?[-–]\s?(?:\d{4}))?"
    r"[\s,]*(?:by\s+)?(?P<name>[^\W\d_][^\n.,|;]{1,60})?",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s*(?:all rights|inc\b|llc\b|ltd\b|limited\b|plc\b|gmbh\b|co\.?(?:,|$)|무단|—|–| - |\().*$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?<=\w)(?:\s(?:&|and))?,?\s(?:(?:publishing|media|news(?:paper)?)\s)?(?:company|companies|group|holdings?|pty|pte|(?<!broadcasting\s)corp(?:oration|\.)?)$",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"[\s,(]+(?P<year>(?:19|20)\d\d)(?:\s?[-–]\s?(?:\d{2}|\d{4}))?(?=\W*(?:$|[.;]))")
_TITLE_END = re.compile(r"\s+(?:[|»·]|[-–—])\s+(?P<name>[^|»·–—]{2,40})$")
_BAR_END = re.compile(r"\s+\|\s+(?P<name>[^|]{2,40})$")
_JOINING = frozenset({"of", "and", "&"})


@cache
def _listed(kind: str) -> tuple[str, ...]:
    table = tomllib.loads(Path(__file__).with_name("publishers.toml").read_text(encoding="utf-8"))
    return tuple(map(str, table[kind]))


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in _listed(kind))


@cache
def _name_pattern() -> re.Pattern[str]:
    names = sorted((*_listed("agencies"), *_listed("media")), key=len, reverse=True)
    either = "|".join(map(re.escape, names))
    return re.compile(rf"(?:{either})(?!\w)")


def publisher_at(text: str, at: int) -> tuple[str, int] | None:
    """Returns the medium whose name begins at an offset, and where the name ends."""
    found = _name_pattern().match(text, at)
    return (found[0], found.end()) if found else None


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's."""
    return name.strip().casefold() in _names("agencies")


def is_publisher(name: str) -> bool:
    """Whether a name is a known medium's."""
    key = name.strip().casefold()
    return key in _names("agencies") or key in _names("media")


def sounds_like_publisher(name: str) -> bool:
    """Whether a name ends as those of papers, stations and their desks do: `Wire Desk`, `Pacific Mail`."""
    return name.strip().rsplit(" ", 1)[-1].casefold() in _names("last_words")


def is_masthead(text: str) -> bool:
    """Whether a line at the head is the name of a paper or a station: `THE DAILY BULLETIN`, `Harbor Tribune`.

    A known name, or a few words in capitals the last of which such names end in, and no title or section
    does: `World News` is none.
    """
    name = text.strip("()[] ")
    if is_publisher(name):
        return True
    words = [word for word in name.split() if word.lower() not in _JOINING]
    last = words[-1].rsplit("-", 1)[-1] if words else ""
    if not 2 <= len(words) <= MASTHEAD_WORDS or not all(word[0].isupper() for word in words):
        return False
    if not re.fullmatch(r"[\w’'&. -]+", name):
        return False
    return last.casefold() in _names("masthead_words") or (
        words[0].casefold() == "the" and sounds_like_publisher(last)
    )


def publisher_in_notice(text: str) -> str | None:
    """Returns the publisher that a line such as `Source: Reuters` or `© 2023 …` names."""
    source = _SOURCE.match(text)
    if source and source["name"].strip()[:1].isupper() and "http" not in source["name"]:
        return source["name"].strip()
    notice = _COPYRIGHT.match(text)
    name = _LAST_YEAR.sub("", _AFTER_NAME.sub("", notice["name"] or "")).strip() if notice else ""
    name = _COMPANY.sub("", name)
    return (
        name if len(name) > 1 and name.count(" ") < 6 and (name[0].isupper() or not name.isascii()) else None
    )


def year_in_notice(text: str) -> int | None:
    """Returns the year of a line such as `© 2023 The Daily Bulletin` or `© TASS 2016`."""
    notice = _COPYRIGHT.match(text)
    if notice is None:
        return None
    year = notice["year"] or ((last := _LAST_YEAR.search(text[:LONGEST_NOTICE])) and last["year"])
    return int(year) if year else None


def without_publisher(title: str) -> tuple[str, str | None]:
    """Returns a page's title without the medium's name at its end, and that name."""
    found = _TITLE_END.search(title)
    if found and first_date(found["name"]) is not None:
        return title, None
    if found and (is_publisher(found["name"]) or (_BAR_END.search(title) and found["name"].count(" ") < 5)):
        return title[: found.start()].strip(), found["name"].strip()
    return title, None

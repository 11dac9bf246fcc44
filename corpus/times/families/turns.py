"""Calendar units beside the present one: `last week`, `this year`, `next month`, `the coming weekend`."""

import re

from corpus.model import Precision
from corpus.times.families.ways import TOLD, normal
from corpus.times.grammar import family
from corpus.times.guards import is_title
from corpus.times.meaning import From, Meaning, Part, Portion, Turn, Vague, Weekend
from corpus.times.words import UNITS

_COUNTS = {"last": -1, "past": -1, "this past": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
           "this coming": 1, "upcoming": 1, "present": 0}  # fmt: skip


_IN_YEAR = re.compile(r"\sin\s\d{4}\b")
_TO = re.compile(r"\bto\s\Z")
_OWN = re.compile(r"(?:\b(?:his|her|their|its|my|our|your)|['’]s)\s\Z", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\sof\s(?!this|last|next|\d)")


def _turn(match: re.Match[str]) -> Meaning | None:
    last, fiscal = match["way"].lower() in ("last", "past"), "fiscal" in match.group().lower()
    if match["unit"].lower() == "day" and _IN_YEAR.match(match.string, match.end()):
        return None  # this day in 1953
    if last and _OWN.search(match.string, max(0, match.start() - 12), match.start()) and not fiscal:
        return None  # his last year in office
    if is_title(match) or (last and _OF_SOMETHING.match(match.string, match.end())):
        return None
    way, unit = normal(match["way"]), UNITS[match["unit"].lower()]
    to_this = _TO.search(match.string, max(0, match.start() - 3), match.start()) is not None
    if unit == "day" and (way == "present" or (way == "this" and to_this)):
        return Vague(Precision.PRESENT)  # to this day
    return Turn(unit, _COUNTS[way])


def _told(match: re.Match[str]) -> Meaning:
    way = normal(match["way"])
    source = From.EITHER if way == "the next" else From.TOLD
    return Turn(UNITS[match["unit"].lower()], TOLD[way], source, told=way.startswith("that"))


def _within(match: re.Match[str]) -> Meaning:
    return Part(
        Turn(UNITS[match["unit"].lower()], _COUNTS[normal(match["way"])]),
        Portion.GONE if match["side"].lower() == "earlier" else Portion.REST,
    )


def _weekend(match: re.Match[str]) -> Meaning:
    return Weekend()


def _running_year(match: re.Match[str]) -> Meaning:
    return Turn("year", 0)


def _within_running(match: re.Match[str]) -> Meaning:
    portion = Portion.GONE if match["side"].lower() == "earlier" else Portion.REST
    return Part(Turn(UNITS[match["unit"].lower()], 0), portion)


def _beyond(match: re.Match[str]) -> Meaning:
    return Turn(UNITS[match["unit"].lower()], -2 if match["side"].lower().startswith("before") else 2)


def _told_part(match: re.Match[str]) -> Meaning:
    """`That morning`, `the next evening`: a part of a day is dated as its day."""
    return Turn("day", TOLD[normal(match["way"])], From.TOLD)


_WAYS = "|".join(sorted(_COUNTS, key=len, reverse=True))
_TOLD_WAYS = "|".join(sorted(TOLD, key=len, reverse=True))
_UNIT = r"(?P<unit>day|week|fortnight|weekend|month|quarter|year|decade|century)\b(?!-)"

FAMILY = family(
    "turn",
    (*UNITS, "morning", "afternoon", "evening", "night"),
    ("unit-part", rf"(?P<side>earlier|later) (?P<way>this|next|last) {_UNIT}", _within),
    (
        "unit-part",
        r"(?P<side>earlier|later) in the (?P<unit>week|month|year|decade|century)\b",
        _within_running,
    ),
    ("unit", rf"(?:the (?!next\b))?(?P<way>{_WAYS}) (?:fiscal |calendar |full )?{_UNIT}", _turn),
    ("unit-beyond", r"the (?P<unit>week|month|year) (?P<side>before last|after next)\b", _beyond),
    ("unit-told", rf"(?:earlier |later |early |late )?(?P<way>{_TOLD_WAYS}) {_UNIT}", _told),
    (
        "unit-told",
        rf"(?:earlier |later |early |late )?(?P<way>{_TOLD_WAYS}) (?:morning|afternoon|evening|night)\b",
        _told_part,
    ),
    (
        "unit",
        r"(?:for|during|of) the (?:full |whole )?year\b(?![-'’]| end(?:ed|ing)| \w+ thousand)",
        _running_year,
    ),
    ("weekend", r"(?:over )?the weekend\b(?!-| of (?:the )?\w+\.? \d)", _weekend),
)

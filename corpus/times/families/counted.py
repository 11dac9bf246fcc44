"""Counted units: `three days ago`, `nearly two years earlier`, `a week after`, `in two months`."""

import re
from dataclasses import replace

from corpus.model import Precision
from corpus.times.grammar import family
from corpus.times.meaning import Ahead, Counted, From, Meaning, Pull, Range, Turn, Vague, Weekday
from corpus.times.words import UNITS, number, weekday_number, word_set

_ABOUT = (
    r"(?P<about>(?:about|around|roughly|some|nearly|almost|approximately|more than|over|less than|at least|"
    r"just over|just under|just|only|under|fewer than|barely|exactly) )?"
)
_COUNT = (
    r"(?:{number}(?P<half>[-\s]and[-\s]a[-\s]half)?|(?P<couple>a couple(?: of)?|couple of)"
    r"|(?P<few>several|a few|some|many|a number of|few))"
)
_EVENT = re.compile(
    r"\s(?:he|she|it|they|we|I|you|the|a|an|its|his|her|their|our|that|this|these|those|last|next|yesterday|today|and|but|or|while"
    r"|[A-Z]\S*|\d+)\b|[.,;]|\s*\Z"
)
_DATED = re.compile(
    r"\s(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"yesterday|today)\b)"
)
_FIRST_IN = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|last|\w+est|most|least|time|times)\b[^.,;]*\Z", re.IGNORECASE
)
_APPROXIMATE = re.compile(r"\b(?:nearly|almost|barely|about|around|over|than|least)\s\Z", re.IGNORECASE)
_COMPARED = re.compile(r"\sthan\b")
_IS = re.compile(
    r"\b(?:came|comes|come|was|is|were|are|happened|occurred|follow(?:s|ed)|took place|falls|fell)"
    r"(?: (?:just|only|little|more|than|barely|some|less)){0,3}\s\Z"
)
_TO_THE = re.compile(r"\bto (?:the )?\Z")  # a year to the day after
_LASTING = re.compile(r"\b(?:for|lasted|spent|took|within)\s\Z")
_EXACT = ("just ", "only ", "exactly ")


def _count(match: re.Match[str]) -> float | None:
    if match["couple"]:
        return 2
    if match["few"] or not match["number"]:
        return None
    counted = number(match["number"])
    return counted + 0.5 if counted is not None and (match["half"] or match["plus"]) else counted


def _counted(match: re.Match[str], sign: int, source: From) -> Meaning | None:
    unit = UNITS[match["unit"].lower()]
    count = None if (match["so"] or "").endswith("two") else _count(match)
    if (count is None or count > 9999) and source is From.TOLD:
        return None
    if count is None or count > 9999:
        return Vague(Precision.PAST if sign < 0 else Precision.FUTURE)
    about = bool(match["so"] or match["orso"]) or (
        bool(match["about"]) and match["about"].lower() not in _EXACT
    )
    comparing = unit == "year" and sign < 0 and match["number"] in ("a", "A") and not about
    counted = Counted(unit, sign * count, source, about, comparing)
    return _between(counted, number(match["low"]) or 0) if match.groupdict().get("low") else counted


def _between(most: Counted, least: float) -> Meaning | None:
    """`Two or three weeks ago`: from the one to the other."""
    if not 0 < least < abs(most.count):
        return None
    fewer = replace(most, count=least if most.count > 0 else -least)
    return Range(fewer, most) if most.count > 0 else Range(most, fewer)


def _ago(match: re.Match[str]) -> Meaning | None:
    return _counted(match, -1, From.PUBLICATION)


def _from_now(match: re.Match[str]) -> Meaning | None:
    return _counted(match, 1, From.PUBLICATION)


def _within(match: re.Match[str]) -> Meaning | None:
    """`In two weeks`, where the clause points ahead; else it is how long something takes."""
    if _FIRST_IN.search(match.string, max(0, match.start() - 40), match.start()):
        return None
    counted = _counted(match, 1, From.PUBLICATION)
    return Ahead(counted) if isinstance(counted, Counted) else None


def _earlier(match: re.Match[str]) -> Meaning | None:
    return _counted(match, -1, From.TOLD) if _counts_from_something(match) else None


def _later(match: re.Match[str]) -> Meaning | None:
    return _counted(match, 1, From.TOLD) if _counts_from_something(match) else None


def _counts_from_something(match: re.Match[str]) -> bool:
    """Tells whether `two days after` is a point in time: not `for two days before`, `nearly a year after`."""
    text = match.string
    if not match.group().lower().endswith(("after", "before", "prior to")):
        return not _COMPARED.match(text, match.end())
    dated = _DATED.match(text, match.end())
    if not dated and _IS.search(text, max(0, match.start() - 30), match.start()):
        return False  # it came two days after the raid: that says when the raid was
    vague = match["about"] and match["about"].lower() not in _EXACT
    if not dated and (vague or _APPROXIMATE.search(text, max(0, match.start() - 12), match.start())):
        return False
    lasting = _LASTING.search(text, max(0, match.start() - 12), match.start())
    return bool(_EVENT.match(text, match.end())) and not lasting


def _from_day(match: re.Match[str]) -> Meaning | None:
    """`A week from Friday`, `ten days from today`: exact days."""
    count = _count(match)
    if count is None or match["unit"].lower() not in ("day", "week"):
        return None
    anchor = Weekday(weekday_number(match["weekday"]), Pull.FUTURE) if match["weekday"] else Turn("day", 0)
    return Counted("day", count * (7 if match["unit"].lower() == "week" else 1), From.TOLD, anchor=anchor)


def _next_to(match: re.Match[str]) -> Meaning | None:
    """`The day after the summit`, `the week before Christmas`: one unit from what follows."""
    if _TO_THE.search(match.string, max(0, match.start() - 8), match.start()) or not _EVENT.match(
        match.string, match.end()
    ):
        return None
    return Counted(
        UNITS[(match["unit"] or "day").lower()], -1 if match["side"].lower() == "before" else 1, From.TOLD
    )


_LOW = r"(?:{number:low}(?: or | to |(?<=\d)[-–]))?"
_COUNTED = _COUNT + r"(?P<orso> or so)?[-\s]{unit}s?(?P<so> or (?:so|more|two))?(?P<plus> and a half)?"
_UNITS = _ABOUT + _COUNTED
_SPREAD = _ABOUT + _LOW + _COUNTED

FAMILY = family(
    "counted",
    word_set(
        "days weeks months years week month year decade decades ago earlier later before after afterward "
        "afterwards previously now today hence prior"
    ),
    ("ago", _SPREAD + r"[-\s]ago\b", _ago),
    ("from-now", _UNITS + r" (?:from now|hence)\b", _from_now),
    ("from-day", _UNITS + r" from (?:today|{weekday})", _from_day),
    (
        "in",
        r"in " + _UNITS + r"(?:['’] time)?\b(?! (?:of|with|for|later|earlier|ago|before|after)\b|-)",
        _within,
    ),
    ("earlier", _SPREAD + r"[-\s](?:earlier|before|previously|prior(?: to)?)\b", _earlier),
    ("later", _SPREAD + r" (?:later|after|afterwards?)\b", _later),
    (
        "next-to",
        r"(?:the |a )?(?:{unit}|(?P<part>night|morning|afternoon|evening)) (?P<side>before|"
        r"after)\b(?! (?:last|next)\b(?! {weekday}))",
        _next_to,
    ),
)

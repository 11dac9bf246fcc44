"""Time of day and zone, kept beside the date: `at 6 a.m. local time on Friday`, `Tuesday night`, `17:38 KST`.

A clock time alone is no time expression of ours; it joins the date that stands beside it. The time is
written as ISO 8601 has it (`T06:00`), a part of the day as TIMEX3 has it (`TMO`, `TAF`, `TEV`, `TNI`).
"""

import re
from dataclasses import replace

from corpus.times.grammar import Found

_ZONES = (
    r"local time|(?:Seoul|Pyongyang|Moscow|Washington|Beijing|Tokyo|London|Eastern|Korean?|Korea Standard|"
    r"Eastern Standard|Eastern Daylight|Pacific|Central|Mountain|Greenwich Mean|Kyiv|Vladivostok) "
    r"(?:[Tt]ime|standard time|daylight time)|"
    r"GMT|UTC|KST|JST|MSK|EST|EDT|ET|CST|PST|PDT|CET|CEST|BST"
)
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?!\d|:)"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?= (?:hours|GMT|UTC|KST|JST))(?: hours)?"
    r"|(?P<word>noon|midday|midnight)"
)
_ELSEWHERE = (
    r"(?:\s\(\d{1,2}[:.]?\d{0,2}(?:\s?[ap]\.?m\.?)? (?:[A-Z]{3,4}|[A-Z][a-z]+ time)\))?"  # (0600 GMT)
)
_TIME = rf"(?:{_CLOCK})(?:\s\(?(?P<zone>{_ZONES})\)?(?!\w))?{_ELSEWHERE}"
_PART = r"(?P<part>(?:early |late |mid-?)?(?:morning|afternoon|evening|night)|dawn|dusk)"
_BEFORE = re.compile(
    rf"(?:\bat (?:about |around )?)?(?<![\w:.])(?:{_TIME})(?:,? on|,| of)?\s\Z", re.IGNORECASE
)
_PART_BEFORE = re.compile(rf"\b(?:on|in) the {_PART} of\s\Z", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:,| at| around| by| about|,? shortly (?:after|before)| -| –| —)*\s+(?:{_TIME})(?!\w)", re.IGNORECASE
)
_ZONE = rf" (?P<there>{_ZONES})(?!\w)"  # without a clock time
_PART_AFTER = re.compile(rf"(?: in the|,)? {_PART}\b(?:,? at (?:{_TIME})|{_ZONE})?", re.IGNORECASE)
_ZONE_AFTER = re.compile(rf",?{_ZONE}", re.IGNORECASE)
_STAMP = re.compile(
    r"T(?P<hour24>[01]\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?P<zone>Z|[+-]\d\d:\d\d)?"
)
_REACH = 45
_PARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "night": "TNI",
}
_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}
_WORD_TIMES = {
    "tonight": "TNI",
    "last night": "TNI",
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    " night": "TNI",
}


def with_time_of_day(text: str, found: Found) -> Found:
    """Returns the expression with the time of day beside it, if there is one, in its span."""
    timed = _with(found, _after(text, found.end))
    before = _before(text, found.start)
    if before and (timed.time is None or timed.time.startswith("TM") or timed.time in _PARTS.values()):
        return replace(_with(timed, before), start=before.start())
    return timed if timed.time else replace(timed, time=_own(text[found.start : found.end].lower()))


def _with(found: Found, clock: re.Match[str] | None) -> Found:
    if clock is None:
        return found
    said = clock.groupdict()
    zone = said.get("zone") or said.get("there") or found.zone
    is_timed = any(said.get(name) for name in ("hour", "hour24", "military", "word", "part"))
    time = _iso(clock) if is_timed else found.time
    return replace(found, end=max(found.end, clock.end()), time=time, zone=zone)


def _after(text: str, end: int) -> re.Match[str] | None:
    patterns = (_PART_AFTER, _AFTER, _STAMP, _ZONE_AFTER)
    return next((clock for pattern in patterns if (clock := pattern.match(text, end))), None)


def _before(text: str, start: int) -> re.Match[str] | None:
    reach = max(0, start - _REACH)
    before = _BEFORE.search(text, reach, start) or _PART_BEFORE.search(text, reach, start)
    return before if before and before.group().strip() else None


def _own(words: str) -> str | None:
    """Returns the part of the day that an expression names itself: `tonight`, `this morning`."""
    return next((time for ending, time in _WORD_TIMES.items() if words.endswith(ending)), None)


def _iso(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("hour"):
        hour = (
            int(groups["hour"]) % 12 if groups["hour"] and int(groups["hour"]) <= 12 else int(groups["hour"])
        )
        afternoon = groups["half"].lower().startswith("p") and hour < 12
        return f"T{hour + 12 * afternoon:02d}:{groups['minute'] or '00'}"
    if groups.get("hour24"):
        return f"T{int(groups['hour24']):02d}:{groups['minute24']}"
    if groups.get("military"):
        return f"T{groups['military'][:2]}:{groups['military'][2:]}"
    if groups.get("word"):
        return _WORDS[groups["word"].lower()]
    return _PARTS[re.split(r"[\s-]", groups["part"].lower())[-1].removeprefix("mid")]

"""What looks like a time and is none: names, verbs, numbers of other things.

Each guard looks at the words around a match. The tables name the classes of words that decide.
"""

import re

from corpus.times.words import year_number

_BEFORE = re.compile(r"([\w’'.$€£¥₩-]+)[\s(\[“\"]+\Z|([$€£¥₩#-])\Z")
_AFTER = re.compile(r"\s+([\w’'-]+)")

_TIME_PREPOSITIONS = frozenset(
    "in since until till by from through during before after late early mid last next this of throughout around "
    "between and for last, to end beginning start middle".split()
)
_NAME_MONTHS = frozenset(("april", "may", "june", "august", "jan", "mar", "march", "dec", "sep"))
_FULL_AMBIGUOUS = frozenset(("may", "march"))
_ABBREVIATED = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())


def word_before(text: str, start: int) -> str:
    """Returns the word (or the sign) right before an offset, as written; empty where there is none."""
    match = _BEFORE.search(text, max(0, start - 40), start)
    return (match[1] or match[2]) if match else ""


def word_after(text: str, end: int) -> str:
    """Returns the word after an offset, as written; empty where punctuation comes first."""
    match = _AFTER.match(text, end, end + 40)
    return match[1] if match else ""


def is_month(match: re.Match[str]) -> bool:
    """Tells whether a month name that stands alone means a month: not `April Lee`, `may`, `march`."""
    text, word = match.string, match["month"]
    bare = word.rstrip(".").lower()
    if not word[0].isupper():
        return False
    before = word_before(text, match.start()).rstrip(",")
    if bare in _ABBREVIATED:
        return word.endswith(".") and before.lower() in _TIME_PREPOSITIONS
    if bare not in _NAME_MONTHS or before.lower() in _TIME_PREPOSITIONS:
        return (
            before != "to"
            or bare not in _NAME_MONTHS
            or "according" not in text[max(0, match.start() - 14) : match.start()]
        )
    after = word_after(text, match.end())
    if after[:1].isupper() or before[:1].isupper():
        return False
    return bare not in _FULL_AMBIGUOUS


_WEEKDAY_NAMES = frozenset(
    "black bloody good ash holy fat super ruby shrove maundy palm cyber giving".split()
)
_AFTER_WEEKDAY_NAMES = frozenset(
    "times telegraph mirror mail express herald globe star post tribune service harbor islands edition".split()
)
_SETS = frozenset("every each most".split())


def is_weekday(match: re.Match[str]) -> bool:
    """Tells whether a weekday that stands alone means a day: not `Sun`, `sat`, `Black Friday`, `every Monday`."""
    text, word = match.string, match["weekday"]
    before = word_before(text, match.start())
    if before.lower() in _SETS or not (word[0].isupper() or word.lower().endswith("day")):
        return False
    if before.lower() in _WEEKDAY_NAMES and before[0].isupper():
        return False
    if not word.lower().rstrip(".").endswith("day"):
        return (
            word.lower().rstrip(".") in ("tues", "thurs", "thu", "tue", "wed", "fri")
            and word[0].isupper()
            and (word.endswith(".") or before.lower() in _TIME_PREPOSITIONS or before.lower() == "on")
        )
    return word_after(text, match.end()).lower() not in _AFTER_WEEKDAY_NAMES


_NUMBER_OF = frozenset(
    "resolution resolutions no nos number numbers flight room page pages section sections article model line "
    "highway route act chapter unscr res bill law directive order regulation decree rule route channel suite "
    "box psalm verse job gate unit bus train boeing airbus roughly approximately total top base zip code".split()
)
_COUNTED_NOUNS = frozenset(
    "troops people men women soldiers meters metres kilometers kilometres km miles feet yards tons tonnes dollars "
    "percent votes points members workers employees jobs children students families homes houses hours gmt "
    "shares years days months weeks miles-per-hour mph kg kilograms pounds refugees prisoners protesters "
    "demonstrators deaths casualties victims cases warheads missiles rounds shells rockets companies firms "
    "delegates seats square cubic million billion trillion degrees megawatts megahertz mhz watts horsepower "
    "utc et est edt kst jst bst cet officials officers civilians marines sailors passengers others local".split()
)
_YEAR_PREPOSITIONS = frozenset(
    "in since of by until till from to through before after during between and year".split()
)
_EARLIEST_BARE_YEAR = 1500


def is_year(match: re.Match[str]) -> bool:
    """Tells whether four digits are a year: not `Resolution 2270`, `1500 troops`, `$2000`, `2000 GMT`."""
    text, start = match.string, match.start("year")
    before = word_before(text, match.start()).lower()
    if before[-1:] in ("$", "€", "£", "¥", "₩", "#", "-") or (start and text[start - 1] in "+.,:/-–$€£¥₩#"):
        return before == "mid-" or (start > 3 and text[start - 4 : start].lower() in ("mid-", "pre-", "ost-"))
    if before.rstrip(".") in _NUMBER_OF or word_after(text, match.end()).lower() in _COUNTED_NOUNS:
        return False
    if text[match.end() : match.end() + 1] in ("%", "°"):
        return False
    return year_number(match) >= _EARLIEST_BARE_YEAR or before in _YEAR_PREPOSITIONS


def is_short_year(match: re.Match[str]) -> bool:
    """Tells whether digits behind an apostrophe are a year (`in '98`), not a quotation or feet."""
    text, mark = match.string, match.start() - 1
    before = word_before(text, mark).lower()
    return text[mark + 3 : mark + 4] not in ("'", "’", '"', "%") and (
        before in _YEAR_PREPOSITIONS or before in _TIME_PREPOSITIONS
    )


_SEASON_CONTEXT = frozenset(
    "in the this last next of since until by during through early late mid from for to every".split()
)
_NOT_SEASONS = frozenset("arab prague cold nuclear hot colorado palm silver free".split())


def is_season(match: re.Match[str]) -> bool:
    """Tells whether a season's name that stands alone means a season: not `Arab Spring`, `fall`, `springs`."""
    text, word = match.string, match["season"].lower()
    before = word_before(text, match.start()).lower()
    led = match.group()[:4].lower() == "the "
    if before in _NOT_SEASONS or before in _SETS:
        return False
    if word == "fall":  # mostly a verb, or a defeat
        return (
            not led
            and before in ("in", "this", "last", "since", "until", "by", "early", "late")
            and word_after(text, match.end()).lower() != "of"
        )
    if word == "spring" and not led:
        return before in ("in", "since", "until", "by", "during", "early", "late", "through")
    return led or before in _SEASON_CONTEXT

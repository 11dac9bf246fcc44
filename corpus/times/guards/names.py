"""Names and verbs that are spelled like months, weekdays and seasons: `April Lee`, `may`, `Arab Spring`."""

import re
from functools import lru_cache

from corpus.times.guards.neighbours import DETERMINERS, TIME_PREPOSITIONS, word_after, word_before
from corpus.times.words import MONTHS, ORDINALS, WEEKDAYS, alternatives, word_set

_PERSONS = frozenset(("april", "may", "june", "august", "march"))  # months that are names of people too
_SHORT = word_set("jan feb mar apr jun jul aug sept sep oct nov dec")
_SHORT_NAMES = frozenset(("jan", "mar", "jun", "dec", "sep", "apr"))
_AFTER_MARCH = word_set("on of for against to toward towards past past through from")
_SURNAME_MAY = re.compile(
    r"\b(?!(?:In|By|On|Last|Next|This|Since|Until|From|The|Early|Late|Mid|And|Before|After|To)\b)"
    r"[A-Z][a-z]+\.? May\b(?! \d)"
)
_BOUNDED = re.compile(
    rf"\b(?:from .*|years?|months|weeks|quarter|half|\d{{4}}|(?:{alternatives(MONTHS)})\.?) to\s\Z",
    re.IGNORECASE,
)
_TITLES = word_set(
    "gen lt col maj capt sgt adm mr mrs ms miss dr sir dame lady judge justice president minister chancellor "
    "secretary senator sen rep gov ambassador reporter spokesman spokeswoman"
)
_JOINED = frozenset(("and", "or", "for", "with"))
_JOINED_TIMES = re.compile(rf"(?:\b(?:{alternatives(MONTHS)})\.?|\d) (?:and|or)\s\Z", re.IGNORECASE)
_PARTS_OF_MONTHS = re.compile(r"\b(?:mid|early|late)-\Z", re.IGNORECASE)
_OTHER_MONTHS = "|".join(month for month in MONTHS if len(month) > 3)
_LISTED_AFTER = re.compile(
    rf"(?:,| and| or|,? to|-|–)\s?(?:{_OTHER_MONTHS})\b(?! (?-i:[A-Z]))", re.IGNORECASE
)
_LISTED_BEFORE = re.compile(rf"\b(?:{_OTHER_MONTHS})(?:,| and| or|,? to|-|–)\s?\Z", re.IGNORECASE)
_SURE = word_set("in since until last next this early late mid during throughout")

_WEEKDAY_EPITHETS = word_set(
    "black bloody good ash holy fat super ruby shrove maundy palm cyber giving casual red"
)
_AFTER_WEEKDAY = word_set(
    "times telegraph mirror mail express herald globe star post tribune service harbor islands edition "
    "supplement"
)
_SETS = word_set("every each most")
_RECURRING = re.compile(
    r"(?:,? (?:and|or) \w+day)?\s(?:nights|mornings|evenings|afternoons)\b|\s(?:of|in) (?:each|every)\b"
)
_ANY = frozenset(("a", "an", "any", "some", "one"))
_BEFORE_SHORT_DAY = word_set("on by until since from last next this")

_SEASON_LEADS = word_set("in the this last next of since until by during through early late mid from for to")
_SEASONAL = ("olympic", "games", "paralympic", "sport", "holiday", "vacation", "school", "palace")
_SEASON_EPITHETS = word_set("arab prague cold nuclear hot colorado palm silver free")
_FALL_LEADS = word_set("in for during this last since until by early late next")
_SPRING_LEADS = word_set("from to and in since until by during early late through this last next")

_PARTS_OF_DAYS = re.compile(r"\b(?:morning|afternoon|evening|night|early|late) of\s\Z", re.IGNORECASE)
_AFTER_DAY_OF_MONTH = word_set(
    "and or that when in at to with for by of but after before as while where there"
)


def is_month(match: re.Match[str]) -> bool:
    """Tells whether a month name that stands alone means a month."""
    text, word = match.string, match["month"]
    bare = word.rstrip(".").lower()
    if not word[0].isupper():
        return False
    before = word_before(text, match.start())
    if before.lower() in _SETS or (before.isdigit() and len(before) < 3):
        return False
    if _PARTS_OF_MONTHS.search(text, max(0, match.start() - 6), match.start()):
        return True
    led = before.lower() in TIME_PREPOSITIONS
    if bare in _SHORT:
        return led and (word.endswith(".") or bare not in _SHORT_NAMES)
    if bare not in _PERSONS:
        return before.lower() != "black"
    after = word_after(text, match.end())
    if bare == "may" and _is_listed(text, match.start(), match.end()):
        return True
    if _is_given_name(text, match.start(), before, after):
        return False
    if bare == "march" and after in _AFTER_MARCH and not led:
        return False
    if before.lower() == "to" and _BOUNDED.search(text, max(0, match.start() - 40), match.start()):
        return True  # from January to May
    if bare == "may" and _names_may(text):
        return before.lower() in _SURE
    if led:
        return True
    if before.lower() in DETERMINERS or before.endswith(("’s", "'s")):
        return not after[:1].isupper() or bare == "march"
    if after[:1].isupper() or before[:1].isupper() or before.lower() in ("said", "to", "with", "told"):
        return False
    return bare not in ("may", "march")


def _is_listed(text: str, start: int, end: int) -> bool:
    """Tells whether a word stands among months: `March, May and June 2018`."""
    before = _LISTED_BEFORE.search(text, max(0, start - 16), start)
    alone = not word_after(text, end)[:1].isupper()
    return _LISTED_AFTER.match(text, end) is not None or (before is not None and alone)


def _is_given_name(text: str, start: int, before: str, after: str) -> bool:
    """Tells whether a month names a person: `Gen. April Glaspie`, the second in `April Lee and June Park`."""
    if before[:1].isupper() and before.rstrip(".").lower() in _TITLES:
        return True
    if after.istitle() and after.lower() in ORDINALS:
        return True  # the March First Movement
    joined = before in _JOINED and after[:1].isupper()
    times = _JOINED_TIMES.search(text, max(0, start - 20), start)
    return joined and not (times and not (times.group().startswith("May") and _names_may(text)))


@lru_cache(maxsize=8)
def _names_may(text: str) -> bool:
    """Tells whether a text speaks of a person called May."""
    return _SURNAME_MAY.search(text) is not None


def is_title(match: re.Match[str]) -> bool:
    """Tells whether pointing words are a title: ABC's “This Week”, “Last Year at Marienbad”."""
    text, start = match.string, match.start()
    inside = start > 0 and text[start - 1] in "\"“‘'`"
    return inside and match.group().istitle() and match.group().count(" ") > 0


def is_weekday(match: re.Match[str]) -> bool:
    """Tells whether a weekday that stands alone means a day: not `Sun`, `Black Friday`, `every Monday`."""
    text, word = match.string, match["weekday"]
    bare = word.lower().rstrip(".")
    before = word_before(text, match.start())
    if before.lower() in _SETS or bare not in WEEKDAYS or _is_any(match, before):
        return False
    if before.lower() in _WEEKDAY_EPITHETS and before[0].isupper():
        return False
    if not bare.endswith("day"):
        dotted = text[match.end() : match.end() + 1] == "." or word.endswith(".")
        sure = bare in ("tues", "thurs", "thur") or (dotted and bare not in ("sun", "sat"))
        return word[0].isupper() and (before.lower() in _BEFORE_SHORT_DAY or sure) and bare != "sun"
    return word_after(text, match.end()).lower() not in _AFTER_WEEKDAY and not _RECURRING.match(
        text, match.end()
    )


def _is_any(match: re.Match[str], before: str) -> bool:
    """Tells whether no certain day is meant: `on a Tuesday`, `a Sunday in June`; not `a Friday raid`."""
    after = word_after(match.string, match.end())
    return before.lower() in _ANY and (not after or after in _AFTER_DAY_OF_MONTH)


def is_season(match: re.Match[str]) -> bool:
    """Tells whether a season's name that stands alone means a season: not `Arab Spring`, `fall`."""
    text, word = match.string, match["season"].lower()
    before = word_before(text, match.start()).lower()
    after = word_after(text, match.end())
    led = match.group()[:4].lower() == "the "
    if before in _SEASON_EPITHETS or before in _SETS or after.lower().startswith(_SEASONAL):
        return False
    if match["season"][0].isupper() and after[:1].isupper():
        return False  # the Spring Festival
    if word == "fall":  # mostly a verb, or a defeat
        return before in _FALL_LEADS and after.lower() != "of"
    if word == "spring" and not led:
        return before in _SPRING_LEADS
    return led or before in _SEASON_LEADS


def is_calendar_day(match: re.Match[str]) -> bool:
    """Tells whether a month and a number are a day: not `Long March 5`, `in May 12 soldiers died`."""
    before = word_before(match.string, match.start())
    named = match["month"].lower() in ("may", "march") and match["month"][0].islower()  # he may 10 times over
    if before == "Long" or named:
        return False
    if (
        match.group()[-1].isalpha()
        and match.group().istitle()
        and word_after(match.string, match.end()).istitle()
    ):
        return False  # the March First Movement
    counts = before.lower() == "in" and match.group()[-1].isdigit() and word_after(match.string, match.end())
    return not counts


def is_day_of_month(match: re.Match[str]) -> bool:
    """Tells whether `the 15th` is a day: not the 15th floor, the 38th parallel, the 2nd Infantry Division."""
    text, end = match.string, match.end()
    part = _PARTS_OF_DAYS.search(text, max(0, match.start() - 14), match.start())
    if not part and not match.group().lower().startswith("on "):
        return False
    if text[end : end + 1] in ("", ",", ".", ";", ":", ")") or text[end : end + 2] == " (":
        return True
    return bool(part) or word_after(text, end) in _AFTER_DAY_OF_MONTH

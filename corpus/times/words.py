"""The words of English time expressions, and the small pattern language the families write rules in.

A pattern is a regular expression in which `{name}` stands for a fragment below and captures it under
that name (`{month}`, and a second one as `{month:month2}`), and a space stands for white space with at
most one line break. Matching ignores case; a family that cares looks at the match.
"""

import re
from collections.abc import Iterable

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "wed": 2, "thursday": 3,
    "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23,
           "winter": 24, "wintertime": 24}  # fmt: skip
UNITS = {
    "day": "day", "week": "week", "fortnight": "fortnight", "weekend": "weekend", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "centurie": "century",
}  # fmt: skip
ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip


def alternatives(words: Iterable[str]) -> str:
    """Returns a pattern that matches any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def word_set(words: str) -> frozenset[str]:
    """Returns the words of a string as a set."""
    return frozenset(words.split())


_SHORT_MONTHS = word_set("jan feb mar apr jun jul aug sept sep oct nov dec")
_SHORT_DAYS = frozenset(day for day in WEEKDAYS if not day.endswith("day"))
_ONES = alternatives(ONES)
_TENS = alternatives(TENS)
_ORDINAL_WORD = rf"(?:twenty|thirty)[-\s](?:{alternatives(ORDINALS)})|{alternatives(ORDINALS)}"
_DECADE_WORDS = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"

FRAGMENTS = {
    "month": (
        rf"(?:(?:{alternatives(MONTHS.keys() - _SHORT_MONTHS)})\b|(?:{alternatives(_SHORT_MONTHS)})\b\.?)"
    ),
    "weekday": (
        rf"(?:(?:{alternatives(WEEKDAYS.keys() - _SHORT_DAYS)})\b"
        rf"|(?:{alternatives(_SHORT_DAYS)})\b(?:\.(?=,? \w))?)"
    ),
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![.:/]\d|,\d{3}(?!\d)|[%°])",
    "dayword": rf"(?:{_ORDINAL_WORD})\b",
    "year": (
        r"(?:(?:1\d|20)\d\d\b(?![.,:/]\d|[%°])"
        rf"|nineteen (?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|hundred)\b|two thousand(?:(?: and)? (?:{_ONES}))?\b)"
    ),
    "shortyear": r"['’‘`]\d\d\b",
    "season": rf"(?:{alternatives(SEASONS)})\b",
    "unit": r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century|centurie)",
    "number": (
        rf"(?:(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d)?)\b|(?:{_TENS})(?:[-\s](?:{_ONES}))?\b|"
        rf"(?:{_ONES})\b"
        rf"|(?:a|one|two|three|four|five|six|several) (?:dozen|hundred|thousand)\b|half an?\b|an?\b)"
    ),
    "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL_WORD})\b",
    "decadeword": rf"(?:{_DECADE_WORDS})\b",
}
DECADE_WORDS = dict(zip(_DECADE_WORDS.split("|"), range(20, 100, 10), strict=True))

_SLOT = re.compile(r"\{([a-z]+)(?::([a-z0-9]+))?\}")
_GAP = r"(?:[ \t\xa0\u2009\u202f]+(?:\n[ \t]*)?|\n[ \t]*)"


def pattern(source: str) -> re.Pattern[str]:
    """Returns the compiled form of a pattern in the language of this module."""

    def slot(match: re.Match[str]) -> str:
        return f"(?P<{match[2] or match[1]}>{FRAGMENTS[match[1]]})"

    with_gaps = re.sub(r"(?<!\\) ", lambda _: _GAP, _SLOT.sub(slot, source))
    return re.compile(rf"(?<!\w)(?:{with_gaps})", re.IGNORECASE)


def year_number(match: re.Match[str]) -> int:
    """Returns the year that a match has as `year` (digits or spoken) or `shortyear` (`'98`)."""
    groups = match.groupdict()
    if groups.get("shortyear"):
        return full_year(int(groups["shortyear"][1:]))
    year = groups["year"]
    if year.isdigit():
        return int(year)
    words = re.split(r"[-\s]+", year.lower())
    base = 1900 if words[0] == "nineteen" else 2000
    return base + sum(TENS.get(word, ONES.get(word, 0)) for word in words[1:])


def full_year(short: int) -> int:
    """Returns the year that two digits mean: 41 to 99 lie in the twentieth century."""
    return short + (1900 if short > 40 else 2000)


def month_number(word: str) -> int:
    """Returns the number of a month as text spells it (`Sept.`)."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """Returns the number of a weekday as text spells it, Monday 0."""
    return WEEKDAYS[word.lower().rstrip(".")]


def ordinal_number(word: str) -> int:
    """Returns the number of an ordinal: `third`, `21st`, `twenty-first`."""
    if word[0].isdigit():  # with or without its ending
        return int(re.sub(r"\D", "", word))
    parts = re.split(r"[-\s]+", word.lower())
    return sum(TENS.get(part, ORDINALS.get(part, 0)) for part in parts)


_MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000}


def number(word: str) -> float | None:
    """Returns the number that a word or digits name, None for `several dozen` and the like."""
    text = word.lower()
    if text[0].isdigit():
        return float(text.replace(",", ""))
    if text.startswith("half"):
        return 0.5
    total: float = 0
    for part in re.split(r"[-\s]+", text):
        if part in _MULTIPLES:
            total = max(total, 1) * _MULTIPLES[part]
        elif part in ("a", "an"):
            total = 1
        elif part in ONES or part in TENS:
            total += ONES.get(part, 0) + TENS.get(part, 0)
        else:
            return None
    return total

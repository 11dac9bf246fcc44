"""Decades and centuries: `the 1990s`, `the late '80s`, `the nineties`, `the 20th century`, `this decade`."""

import re

from corpus.times import value
from corpus.times.grammar import DIGITS, YEAR, family
from corpus.times.meaning import Fixed, Meaning
from corpus.times.words import DECADE_WORDS, ordinal_number

_DEGREES = re.compile(
    r"\b(?:temperatures?|degrees|highs|lows|mercury|thermometers?|Fahrenheit)\b", re.IGNORECASE
)


def _decade(match: re.Match[str]) -> Meaning:
    start = int(match["start"])
    if start % 100 == 0 and start < 2000:
        return Fixed(value.century(start // 100 + 1))  # the 1800s
    return Fixed(value.decade(start))


def _short(match: re.Match[str]) -> Meaning | None:
    if _DEGREES.search(match.string, max(0, match.start() - 60), match.start()):
        return None
    short = int(match["start"])
    return Fixed(value.decade(short + (1900 if short > 10 else 2000)))


def _word(match: re.Match[str]) -> Meaning | None:
    before = match.string[max(0, match.start() - 24) : match.start()].lower()
    if re.search(
        r"\b(?:his|her|their|my|our|your|in the (?:low|high|upper|mid))[- ](?:early |mid[- ]?|late )?\Z",
        before,
    ):
        return None  # an age, or degrees
    base = 1900 if not match["prefix"] or match["prefix"].lower() == "nineteen" else 1800
    return Fixed(value.decade(base + DECADE_WORDS[match["decadeword"].lower()]))


def _century(match: re.Match[str]) -> Meaning | None:
    number = ordinal_number(match["ordinal"])
    return Fixed(value.century(number)) if 1 <= number <= 21 else None


def _decade_of_century(match: re.Match[str]) -> Meaning | None:
    century = ordinal_number(match["ordinal"])
    decade = 10 if match["nth"].lower() in ("last", "final") else ordinal_number(match["nth"])
    if not (1 <= decade <= 10 and 2 <= century <= 21):
        return None
    return Fixed(value.decade((century - 1) * 100 + (decade - 1) * 10))


_NTH = r"(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)"

FAMILY = family(
    "decade",
    (YEAR, DIGITS, "century", *DECADE_WORDS),
    ("decade", r"(?:the )?(?P<start>1\d\d0|20\d0)['’]?s\b", _decade),
    ("decade", r"the (?P<start>[2-9]0)['’]?s\b", _short),
    ("decade", r"(?:the )?['’‘`](?P<start>\d0)['’]?s\b", _short),
    ("decade", r"the (?:(?P<prefix>nineteen|eighteen)[-\s])?{decadeword}", _word),
    (
        "decade-of-century",
        rf"(?:the )?{_NTH} decade of (?:the )?{{ordinal}}[-\s]century\b",
        _decade_of_century,
    ),
    ("century", r"(?:the )?{ordinal}[-\s]century\b", _century),
)

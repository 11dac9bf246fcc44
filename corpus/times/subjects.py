"""What a date is told of: its own sentence, a thing (`a 2018 pact`), or something at the side of it."""

import re

from corpus.model import Precision
from corpus.times.grammar import Found
from corpus.times.value import Value

_DETERMINED = re.compile(r"\b(?:an?|the|its|their|his|her|this|that|another|\w+['’]s)\s\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s(?!in\b|at\b|on\b|and\b|when\b|after\b|before\b|as\b|for\b|with\b)[A-Za-z]\w+")
_DETERMINER_REACH = 12
_CLAUSE_REACH = 160
_PERFECT = re.compile(
    r"\bhad(?: \w+){0,2}? (?:\w+ed|be(?:en|gun)|come|gone|met|left|held|made|taken|sent|said|told|won|lost)\b"
)
_ASIDE = re.compile(
    r"[–—][^–—]*[–—]|\([^)]*\)|,\s(?:who|which)\b[^,]*,"
)  # "Kim – who had led troops – ruled"
_OF_A_THING = re.compile(r"\b(?:of|since|until|till|than|from|like|dated|before|after)\s\Z", re.IGNORECASE)
_SIDE_CLAUSE = re.compile(
    r"\b(?:which|who|whom|whose|that|when|where|while|since|born)\b|[(“\"]", re.IGNORECASE
)


def describes(text: str, found: Found, value: Value) -> bool:
    """Tells whether a date only describes a thing (`suspended a 2018 pact`) and tells no time."""
    if value.precision not in (Precision.YEAR, Precision.DAY):
        return False
    before = _DETERMINED.search(text, max(0, found.start - _DETERMINER_REACH), found.start)
    return before is not None and _NOUN.match(text, found.end) is not None


def looks_back(text: str, found: Found, start: int) -> bool:
    """Tells whether the clause before a date looks back from the story: `they had last met in 2019`."""
    reach = max(start, found.start - _CLAUSE_REACH)
    if _PERFECT.search(text, reach, found.start) is None:
        return False
    return _PERFECT.search(_ASIDE.sub(" ", text[reach : found.start])) is not None


def dates_its_sentence(text: str, found: Found, start: int) -> bool:
    """Tells whether a date says when that happened which its sentence tells; `start` is the sentence's."""
    if _OF_A_THING.search(text, max(start, found.start - _DETERMINER_REACH), found.start):
        return False
    return _SIDE_CLAUSE.search(text, max(start, found.start - _CLAUSE_REACH), found.start) is None

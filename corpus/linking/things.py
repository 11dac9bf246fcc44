"""Surnames that are ordinary words: "Rice said", but "Rice prices rose"."""

import re

from corpus.linking.lexicon import words
from corpus.linking.page import Page
from corpus.linking.segments import Segment

BEHIND = re.compile(r" ([a-z]+|\d+)\b(?: ([A-Za-z]+))?")
THE = re.compile(r"\b(?:[Tt]he|[Aa]|[Aa]n|[Nn]o|[Aa]ny|[Tt]his|[Tt]hat|[Ee]very|[Mm]ore) $")
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
OWN = frozenset({"his", "her", "their", "other", "several", "two", "three", "top", "senior", "the"})


def is_thing(page: Page, segment: Segment) -> bool:
    """Tells whether a lone word that is a surname too is its common word here.

    It is where what follows makes a word of it ("Power outages", "Ban on exports") at the start of a sentence
    or behind an article, where a capital or an article tells nothing of a person.
    """
    told = words().things.get(segment.words[0].lower)
    behind = BEHIND.match(page.text, segment.end) if told else None
    if told is None or behind is None or segment.titled:
        return False
    if not segment.opens and not THE.search(page.text, max(0, segment.start - 6), segment.start):
        return False
    word, following = behind[1], behind[2] or ""
    if word == "on":
        return "on" in told and following.lower() not in DAYS
    if word == "and":
        return "and" in told and following.islower() and following not in OWN
    return word in told or (word.isdigit() and "0" in told)

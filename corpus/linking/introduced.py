"""Bodies that a text introduces with their acronym: "the Korea Welding Initiative of Busan (KWIB)"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.linking.bodies import unlisted
from corpus.linking.lexicon import body_words
from corpus.linking.page import BODIES, Found, How, Page
from corpus.model import Entity, EntityType

BRACKETED = re.compile(r" \((?:the )?([A-Z][A-Za-z&]{1,8})\)")
WORD = re.compile(r"[\w&.’'-]+")
SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "&", "against"})
OWNING = ("", "'s", "’s")
LONGEST = 110  # code points of a name
LEAST = 3  # letters of an acronym


def read_introduced(page: Page) -> None:
    """Adds the bodies whose initials are the acronym in the brackets behind them; the longest name counts."""
    for bracketed in BRACKETED.finditer(page.text):
        letters = [letter for letter in bracketed[1] if letter.isupper()]
        start = _spelt(page.text, bracketed.start(), letters) if len(letters) >= LEAST else None
        if start is None or not _may_be_body(page, start, bracketed.start()):
            continue
        name = page.text[start : bracketed.start()]
        page.replace(Found(start, bracketed.start(), unlisted(name, EntityType.ORGANISATION), How.CUE))


def read_mixed_acronyms(page: Page) -> None:
    """Adds what is short for a body in small letters too, where the text says so: "… Industry (MoRI)"."""
    for bracketed in BRACKETED.finditer(page.text):
        named = page.ends.get(bracketed.start())
        short = bracketed[1]
        if named is None or named.entity.type not in BODIES or short.isupper() or short[1:].islower():
            continue
        if _spelt(page.text, named.end, [letter for letter in short if letter.isupper()]) != named.start:
            continue
        for again in re.finditer(rf"\b{re.escape(short)}\b", page.text):
            if again.start() not in page.taken and again.start() not in page.inside:
                page.add(Found(*again.span(), named.entity, How.CUE))


def settle_acronyms(page: Page) -> None:
    """Gives a known acronym the meaning that the text gives it: "Ministry of State Security (MSS)"."""
    told: dict[str, Entity] = {}
    for found in page.found:
        if found.entity.type not in BODIES or not page.text.startswith(" (", found.end):
            continue
        short = page.at.get(found.end + 2)
        if short is None or short.entity.type not in BODIES or not found.entity.verified:
            continue
        letters = page.text[short.start : short.end]
        if letters.isupper() and _spelt(page.text, found.end, letters) == found.start:
            told[letters] = found.entity
    for found in page.found if told else ():
        found.entity = told.get(page.text[found.start : found.end], found.entity)


def _spelt(text: str, end: int, letters: Sequence[str]) -> int | None:
    """Returns where the words begin whose initials are some letters, read backwards from an offset."""
    left = list(letters)
    begin = text.rfind("\n", max(0, end - LONGEST), end) + 1 or max(0, end - LONGEST)
    told = list(WORD.finditer(text, begin, end))
    if not told or told[-1].end() != end:
        return None
    for word in reversed(told):
        parts = [part for part in re.split(r"-", word[0]) if part]
        initials = [part[0] for part in parts if part[0].isupper()]
        if not initials and word[0] not in SMALL:
            return None
        for initial in reversed(initials[: len(left)] if len(initials) <= len(left) else initials[:1]):
            if initial != left.pop():
                return None
        if not left:
            return word.start()
    return None


def _may_be_body(page: Page, start: int, end: int) -> bool:
    """Tells whether a stretch may be a body: nobody known ends there, no word tells a treaty or a weapon."""
    told = {word[0].lower() for word in WORD.finditer(page.text, start, end)}
    if len(told) < 2 or not body_words().no_body_kinds.isdisjoint(told):
        return False
    inside = (page.at[at] for at in range(start, end) if at in page.at)
    named = list(takewhile(lambda found: found.end <= end, inside))
    return all(each.entity.type is not EntityType.PERSON for each in named) and not any(
        page.text[each.end : end] in OWNING and (each.start <= start or each.entity.verified)
        for each in named
    )

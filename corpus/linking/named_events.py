"""Names of elections and civil wars, which a country is only a part of: "1967 South Korean election"."""

import re
from collections.abc import Iterator

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# Shortened names are how papers tell whose election it was: "the 2024 U.S. presidential election".
NAME = r"(?!U\.?S\.?\b|UK\b|U\.K\.|EU\b)[A-Z][\w.'’-]+(?: (?:of |and |the )?[A-Z][\w.'’-]+){0,5}"
KIND = (
    "general|federal|presidential|parliamentary|legislative|gubernatorial|provincial|territorial|municipal|mayoral|local"
    "|regional|state|special|snap|constitutional|leadership|primary|runoff|senatorial|independence|council|assembly|by"
)
VOTE = r"(?:elections?|referendums?|primar(?:y|ies))\b(?: in (?:the )?[A-Z]\w+)?"
ELECTION = re.compile(rf"\b(?:(?:{MONTH}) )?(?:1[789]|20)\d\d ({NAME}(?: (?:{KIND}))*[ -]{VOTE})")
WAR = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)? (?:Civil War|Revolution|Uprising|War of Independence)\b")
ELECTIONS, WARS = (
    ("election", " referendum", " primar"),
    (" Civil War", " Revolution", " Uprising", " of Independence"),
)


def named_events(text: str) -> Iterator[tuple[int, int]]:
    """Yields where the names of elections, behind their years, and of civil wars begin and end."""
    if any(word in text for word in ELECTIONS):
        yield from (election.span(1) for election in ELECTION.finditer(text))
    if any(word in text for word in WARS):
        yield from (war.span() for war in WAR.finditer(text))

"""Ships that bear somebody's name: "the carrier Ronald Reagan", "the Ronald Reagan sailed"."""

import re

from corpus.linking.lexicon import words

WORD_BEFORE = re.compile(r"([\w/]+) (?:the )?$")
ARTICLE = ("the ", "The ")
# Behind the name: no noun, as "the Kim Jong Un regime" has one.
SAILS = re.compile(
    r"(?: (?:is|was|has|had|will|would|sailed|left|arrived|docked|entered|moved|returned|took|carries|carried"
    r"|and|in|at|on|from|to|off|into|near|with|by|strike|battle|carrier)\b|[.,;)])"
)


def is_ship(text: str, start: int, end: int) -> bool:
    """Tells whether a person's full name is that of a ship there."""
    if " " not in text[start:end]:
        return False
    if text.startswith(ARTICLE, max(0, start - 4)) and SAILS.match(text, end):
        return True
    before = WORD_BEFORE.search(text, max(0, start - 16), start)
    return before is not None and (before[1] in words().vessels or before[1] in ("USS", "HMS", "ROKS"))

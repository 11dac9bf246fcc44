"""Ships that bear somebody's name: "the carrier Ronald Reagan", "the Ronald Reagan sailed"."""

import re

from corpus.linking.around import word_before
from corpus.linking.lexicon import words

NAVIES = frozenset({"USS", "HMS", "ROKS"})
# Behind the name: no noun, as "the Kim Jong Un regime" has one.
SAILS = re.compile(
    r"(?: (?:is|was|has|had|will|would|sailed|left|arrived|docked|entered|moved|returned|took|carries|carried"
    r"|and|in|at|on|from|to|off|into|near|with|by|strike|battle|carrier)\b|[.,;)])"
)


def is_ship(text: str, start: int, end: int) -> bool:
    """Tells whether a person's full name is that of a ship there."""
    if " " not in text[start:end]:
        return False
    before = word_before(text, start)
    if before in ("the", "The"):
        if SAILS.match(text, end):
            return True
        before = word_before(text, start - len("the "))
    return before in words().vessels or before in NAVIES

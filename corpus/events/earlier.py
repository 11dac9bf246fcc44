"""Words that tell of the past: "at the time", "during his campaign", "during the Korean War"."""

from collections.abc import Sequence
from functools import cache

from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token

_OWNING = {"his", "her", "its", "their"}
_IN = {"during", "in", "throughout", "under"}
_REACH = 5  # tokens from "during" to "War"


@cache
def _retrospective() -> tuple[str, ...]:
    """The words that tell of the past, each between blanks."""
    return tuple(f" {sign} " for sign in lexicon().mood["retrospective"])


def told_as_earlier(words: Sequence[Token]) -> bool:
    """Whether words set an act in the past, as in "At the time Seoul praised it"."""
    text = f" {' '.join(token.low for token in words)} "
    if any(map(text.__contains__, _retrospective())):
        return True
    led = (words[k + 1 : k + _REACH] for k in range(len(words)) if words[k].low in _IN)
    return any(_is_era(phrase) or any(map(_names_war, phrase)) for phrase in led)


def _is_era(phrase: Sequence[Token]) -> bool:
    """As in "His campaign", "her first term"."""
    eras = lexicon().mood["eras"]
    return len(phrase) > 1 and phrase[0].low in _OWNING and any(token.low in eras for token in phrase[1:4])


def _names_war(token: Token) -> bool:
    """As in "The Korean War", "the Cold War", which are over."""
    return (token.low == "war" and token.proper) or (
        token.mention is not None and token.mention.text.endswith(" War")
    )

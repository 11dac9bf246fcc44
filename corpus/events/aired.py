"""Where words came out: "in an interview aired on Sunday" only tells the day of what was said."""

from collections.abc import Collection, Sequence

from corpus.events.content import COMMAS
from corpus.events.lexicon import NO_THINGS, lexicon
from corpus.events.tokens import Token

_NOUN_REACH = 7  # tokens from "interview" to "aired": "in an interview with CBS News that was broadcast"
_LEAD_REACH = 5  # tokens from "in" to "interview"
_DAY_REACH = 6  # tokens from "aired" to its day
_LEADING = {"in", "during", "on"}
_LINKS = {"that", "which", "was", "were"}


def unmark_airing(tokens: Sequence[Token], spoken: Collection[str]) -> None:
    """Takes from the participle, and from the "that was" before it, that they are verbs.

    `spoken` are the words of the sentence, in lower case.
    """
    aired = lexicon().aired
    if aired.isdisjoint(spoken):
        return
    for i, token in enumerate(tokens):
        if token.low in aired and not token.quoted and _is_of_words(tokens, i) and _has_day(tokens, i):
            start = i
            while tokens[start - 1].low in _LINKS:
                start -= 1
            for airing in tokens[start : i + 1]:
                airing.lemma, airing.forms, airing.classes = "", frozenset(), NO_THINGS


def _is_of_words(tokens: Sequence[Token], i: int) -> bool:
    """Whether "in an interview", "in a long statement" stands before, and no verb or mark between."""
    for k in range(i - 1, max(i - _NOUN_REACH, 0), -1):
        token = tokens[k]
        if token.low in lexicon().airing:
            return any(t.low in _LEADING for t in tokens[max(0, k - _LEAD_REACH) : k])
        if token.low in COMMAS or token.time or (token.forms and token.low not in _LINKS):
            return False
    return False


def _has_day(tokens: Sequence[Token], i: int) -> bool:
    """Whether its day stands behind it."""
    for token in tokens[i + 1 : i + 1 + _DAY_REACH]:
        if token.time or token.low in COMMAS:
            return token.time is not None
    return False

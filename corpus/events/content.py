"""What is said: where it begins when no "that" opens it, and whether a verb follows."""

from collections.abc import Sequence

from corpus.events.finite import before
from corpus.events.inflection import Form
from corpus.events.tokens import Token

COMMAS = {",", ";", "!", "?", ":", "—", "–", "--", "-", "…", ")", "]"}
_ROUGHLY = {"about", "around", "over", "under", "up"}


def verb_ahead(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether a finite verb comes before the next mark or opener."""
    for k in range(i + 1, len(tokens)):
        if finite[k]:
            return True
        stops = (k > i + 1 and tokens[k].classes & {"subordinator", "relative"}) or tokens[k].low == "what"
        if stops or tokens[k].low in COMMAS:
            return False
    return False


def _says(tokens: Sequence[Token], i: int) -> bool:
    """Whether an -ing form is a verb, unlike in "the warning came"."""
    return Form.ING in tokens[i].forms and not (i and tokens[i - 1].classes & {"determiner"})


def _perfect(tokens: Sequence[Token], i: int) -> bool:
    return Form.PARTICIPLE in tokens[i].forms and i > 0 and "have" in tokens[i - 1].classes


def content_after(tokens: Sequence[Token], finite: Sequence[bool], verb: int) -> int:
    """Where what is said begins when no "that" opens it: "said on Friday the North had fired"; else -1."""
    passive = verb > 0 and "be" in tokens[verb - 1].classes
    if passive and verb + 1 < len(tokens) and Form.PARTICIPLE in tokens[verb + 1].forms:
        return -1  # "were reported killed"
    i, opened = verb + 1, False
    while i < len(tokens):
        token = tokens[i]
        if token.low in COMMAS or token.low == "that":
            return -1
        if token.time or token.classes & {"adverb"}:
            i += 1
        elif "preposition" in token.classes and not _roughly(tokens, i):
            i, opened = _past_phrase(tokens, i + 1), True
        elif tokens[verb].lemma == "tell" and not opened:
            i, opened = _past_phrase(tokens, i), True
        else:
            return i if verb_ahead(tokens, finite, i - 1) and not _and_verb(tokens, finite, i) else -1
    return -1


def _roughly(tokens: Sequence[Token], i: int) -> bool:
    """As in "Said about 30 officers were hurt"."""
    behind = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return tokens[i].low in _ROUGHLY and behind[:1].isdigit()


def _and_verb(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether the next verb stands right behind an "and": "announced the tariffs and suspended them"."""
    verb = next(k for k in range(i, len(tokens)) if finite[k])
    return "coordinator" in tokens[before(tokens, verb)].classes and verb > i


def _past_phrase(tokens: Sequence[Token], i: int) -> int:
    """Returns the end of the noun phrase that begins at `i`."""
    first = True
    while i < len(tokens):
        token = tokens[i]
        ends = (
            token.classes & {"determiner", "pronoun", "preposition", "relative", "subordinator"}
            or token.mention
            or token.time
        )
        if token.low in COMMAS or (ends and not first):
            return i
        i += 1
        if token.mention and not token.owner:
            return i
        first = first and bool(token.classes & {"determiner"} or token.owner)
    return i


def speaks(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of saying that is not finite is a verb all the same: "saying", "has said"."""
    return _says(tokens, i) or _perfect(tokens, i)

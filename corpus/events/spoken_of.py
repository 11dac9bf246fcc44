"""Days of what somebody speaks of: "condemned Sunday's test", "near the site of Monday's attack".

Such a day is that of the thing, not of who speaks of it: he did so later, or on the day of the news.
"""

from collections.abc import Sequence

from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.model import Kind, Precision

_WITHIN = {"at", "in", "during"}  # what is done at Monday's meeting is done on Monday
_BEHIND = {"after", "following"}  # and who speaks after Monday's talks does so then
_REACTING = {Kind.ACCUSE, Kind.SUPPORT, Kind.REJECT, Kind.REQUEST, Kind.THREATEN, Kind.STATEMENT}
_PHRASE = 5  # tokens of a noun phrase behind its day


def is_spoken_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether the time at token `i` is that of a thing that a verb speaks of or a preposition leads to."""
    start = _phrase_start(tokens, i)
    if start < 1:
        return False
    before = tokens[start - 1]
    if before.low in _BEHIND:
        return not _is_meeting(tokens, i)
    if before.low in _WITHIN:
        return False
    return "preposition" in before.classes or _only_reacts(before)


def _phrase_start(tokens: Sequence[Token], i: int) -> int:
    """Where the noun phrase begins whose day is token `i`, or -1: "Sunday's test", "the Sept. 3 test"."""
    time = tokens[i].time
    if time is None or time.precision is not Precision.DAY:
        return -1
    if tokens[i].owner:
        return i
    led = i > 0 and ("determiner" in tokens[i - 1].classes or tokens[i - 1].owner)
    return i - 1 if led and _is_event(tokens, i) else -1


def _is_event(tokens: Sequence[Token], i: int) -> bool:
    for token in tokens[i + 1 : i + _PHRASE]:
        if token.low in lexicon().nouns:
            return True
        if token.classes or not token.word:
            return False
    return False


def _is_meeting(tokens: Sequence[Token], i: int) -> bool:
    return any("talks" in token.things for token in tokens[i + 1 : i + _PHRASE])


def _only_reacts(verb: Token) -> bool:
    """Whether a verb says something of its object and does nothing to it, unlike "attended", "signed"."""
    if not verb.lemma or verb.lemma in lexicon().mood["attending"]:
        return False
    rule = lexicon().verbs.get(verb.lemma)
    return verb.lemma in lexicon().report or (rule is not None and rule.kind in _REACTING)

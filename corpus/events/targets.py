"""What stands behind a verb or a noun: its object and its prepositional phrases, with the actors in them."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.events.groups import Group, groups
from corpus.events.inflection import Form
from corpus.events.tokens import Token, counts_least

# What follows these tells of something else: "fired … in response to North Korea's launch over Japan".
_ADJUNCTS = {
    "after",
    "following",
    "amid",
    "despite",
    "before",
    "during",
    "since",
    "because",
    "due",
    "ahead",
    "while",
}
_CHARGES = {"charge", "charges", "suspicion", "suspicions", "allegations", "accusations"}
_NOWHERE = "*"  # after a time nothing is governed until the next preposition
_WITHIN = "**"  # inside of what another preposition leads to: "over remarks on Taiwan"
_TOPICS = frozenset({"over", "about", "regarding", "concerning"})
_QUALIFYING = frozenset({"on", "against", "in", "into", "inside", "toward", "towards", "with"})


class Governed(NamedTuple):
    """A group with the preposition that leads to it, "" for the object itself."""

    preposition: str
    group: Group


def governed(
    tokens: Sequence[Token], finite: Sequence[bool], start: int, end: int, *, after_noun: bool = False
) -> list[Governed]:
    """Returns the groups between two tokens behind a verb, or behind a noun, up to the next verb."""
    stop = _stop(tokens, finite, start, end)
    if not after_noun:
        stop = next((i for i in range(start, stop - 1) if _tells_deed(tokens, i)), stop)
    found: list[Governed] = []
    at, preposition = start, _NOWHERE if after_noun else ""
    for group in groups(tokens, finite, start, stop, places=True):
        for i in range(at, group.start):
            if _describes(tokens, i):
                preposition = _WITHIN  # "a factory built with Chinese help"
            if not counts_least(tokens, i):
                preposition = _next(tokens[i], preposition, after_noun=after_noun)
        found.append(Governed(preposition, group))
        at = group.end
        owns = tokens[group.end - 1].owner or any(t.owner for t in tokens[group.start : group.end])
        if preposition and preposition != _NOWHERE and owns and not after_noun:
            preposition = _WITHIN  # "in support of Russia's war on Ukraine"
        if not preposition:
            preposition = _NOWHERE if after_noun else ""
    return found


def _next(token: Token, preposition: str, *, after_noun: bool) -> str:
    if token.time:
        return _NOWHERE
    if preposition in {_WITHIN, *_TOPICS} and token.low in _QUALIFYING:
        return _WITHIN
    if token.classes & {"preposition", "subordinator"}:
        keeps = token.low == "of" and not after_noun
        return preposition if keeps else token.low
    return preposition


def _stop(tokens: Sequence[Token], finite: Sequence[bool], start: int, end: int) -> int:
    for i in range(start, end):
        if (
            (finite[i] and not (i > start and _describes(tokens, i)))
            or tokens[i].low in _ADJUNCTS
            or (tokens[i].low == "response" and tokens[i - 1].low == "in")
            or (tokens[i].low in _CHARGES and tokens[i - 1].low in {"on", "over"})
        ):
            return i
        infinitive = tokens[i].low == "to" and i + 1 < end and Form.BASE in tokens[i + 1].forms
        if infinitive and not tokens[i + 1].things:
            return i
    return end


def _tells_deed(tokens: Sequence[Token], i: int) -> bool:
    """Whether what follows is done by the object, not to it: "accused the party [of siding with Japan]"."""
    behind = tokens[i + 1]
    return tokens[i].low == "of" and (Form.ING in behind.forms or behind.low == "being") and not behind.things


def _describes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle only describes the noun before it: "lorries fitted for mine clearance"."""
    left = tokens[i - 1]
    plain = left.word and not left.classes and not left.forms
    behind = i + 1 < len(tokens) and "preposition" in tokens[i + 1].classes
    return plain and behind and Form.PARTICIPLE in tokens[i].forms


def choose(found: Sequence[Governed], order: Sequence[str]) -> Group | None:
    """Returns the group that the first fitting preposition of `order` leads to."""
    for preposition in order:
        for entry in found:
            if entry.preposition == preposition:
                return entry.group
    return None

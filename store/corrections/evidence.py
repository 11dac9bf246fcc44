"""Finds the passage again that a correction hangs on, by its words and by which of its events was meant."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 4
"""A passage of fewer words may stand in another one by chance."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Tells an event from the others of its passage; `nth` counts from 0 those that are alike in the rest."""

    kind: str
    trigger: str
    actors: tuple[str, ...]
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a passage of a document tells: the passage's number, start, words, and the sign."""

    passage: int
    start: int
    quote: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a correction hangs on: words of a document, and the sign of the event that they tell.

    `document` is the hash of the document's bytes, `start` the offset where the words stood, `others` the
    signs of the other events that they told at that time.
    """

    document: str
    title: str | None
    quote: str
    start: int
    sign: Sign
    others: tuple[Sign, ...]


def evidence_of(told: Told, document: str, title: str | None, all_told: Iterable[Told]) -> Evidence:
    """Returns the evidence that a passage gives; `all_told` holds all that its document tells."""
    others = (o.sign for o in all_told if o.passage != told.passage and _plain(o.quote) == _plain(told.quote))
    return Evidence(document, title, told.quote, told.start, told.sign, tuple(others))


def find(evidence: Evidence, all_told: Sequence[Told]) -> int | None:
    """Returns the number of the passage that the evidence means, None where its words are gone.

    The words must be the same but for marks and spaces, or one a part of the other, since a newer
    extraction may end sentences elsewhere. What was another event of these words is never taken for it;
    what is no other may have got another kind, trigger or actors since.
    """
    words, own = _plain(evidence.quote), evidence.sign
    others = set(evidence.others) - {own}
    candidates = [told for told in all_told if told.sign not in others and _alike(words, _plain(told.quote))]

    def fitness(told: Told) -> tuple[bool, bool, bool, bool, bool, int, int]:
        sign = told.sign
        same = (sign.kind == own.kind, sign.trigger == own.trigger, sign.actors == own.actors)
        exact = _plain(told.quote) == words
        return (exact, *same, sign.nth == own.nth, -abs(told.start - evidence.start), -sign.nth)

    return max(candidates, key=fitness).passage if candidates else None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return short.count(" ") + 1 >= _LEAST_WORDS and f" {short} " in f" {long} "

"""Commas between two adjectives of one noun, which part no clauses: "his private, armoured train"."""

import re
from collections.abc import Sequence

from corpus.events.inflection import Form
from corpus.events.tokens import Token

_ADJECTIVE = re.compile(
    r"(?:ed|ate|al|ic|ive|ous|ful|ent|ant|ar|ry|ly|less|long|short|big|small|large|new|old|wide)$"
)
_LEADING = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "more"})


def parts_adjectives(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Tells whether the comma at token `i` stands between two adjectives of a noun behind them.

    The first has an article before it, and no verb follows the noun, as in "in the capital, media reported".
    """
    if i < 2 or i + 2 >= len(tokens) or tokens[i - 2].low not in _LEADING:
        return False
    first, second = tokens[i - 1], tokens[i + 1]
    if not (first.word and first.classes <= {"adverb"} and _is_plain(second)):
        return False
    if not _ADJECTIVE.search(first.low):
        return False
    stop = i + 2  # a participle may be the second: "armoured"
    while stop < len(tokens) and _is_plain(tokens[stop]) and not finite[stop]:
        stop += 1
    return stop > i + 2 and Form.ING not in second.forms and not (stop < len(tokens) and finite[stop])


def _is_plain(token: Token) -> bool:
    return token.word and not token.classes and not token.quoted

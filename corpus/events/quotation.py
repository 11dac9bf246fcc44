"""Quoted words: what stands between quotation marks is said, not told."""

import re
from collections.abc import Sequence

from corpus.events.finite import finite_verbs
from corpus.events.inflection import Form
from corpus.events.tokens import Token

_OPENING, _CLOSING, _STRAIGHT = "“«", "”»", '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}]")
_ALL = frozenset(_OPENING + _CLOSING + _STRAIGHT)
_SINGLE = {"‘": "’", "'": "'"}  # British marks; the closing one is an apostrophe, too
_HALVES = {"'", "`", "``", "''"}  # of ``these''
_SENTENCE_ENDS = {",", ".", "!", "?", "…"}
_OWN = {
    "i",
    "we",
    "us",
    "our",
    "my",
    "me",
    "you",
    "your",
    "ours",
    "if",
    "should",
    "must",
    "would",
    "could",
    "not",
}
_SHORT = 6  # words; a shorter quotation is part of the sentence around it


def opens_quotation(text: str, start: int, end: int, inside: bool) -> bool:
    """Whether a quotation is still open at the end of a stretch of text."""
    for mark in _MARKS.findall(text, start, end):
        if mark in _OPENING:
            inside = True
        elif mark in _CLOSING:
            inside = False
        elif mark == _STRAIGHT:
            inside = not inside
    return inside


def mark_quoted(tokens: list[Token], inside: bool) -> None:
    """Marks the tokens of long quotations, and takes the marks of short ones out of the list.

    `inside` tells that the sentence begins within a quotation.
    """
    spoken = {token.low for token in tokens}
    if not _SINGLE.keys().isdisjoint(spoken):
        _double(tokens)
        spoken.update([token.low for token in tokens])
    if not inside and _ALL.isdisjoint(spoken):
        return
    spans = _spans(tokens, inside)
    for start, end in spans:
        words = tokens[start:end]
        sentence = bool(words) and words[-1].low in _SENTENCE_ENDS
        if start > 0 and end < len(tokens) and _reports_an_act(words):
            continue
        if (inside and start == 0) or sentence or (len(words) >= _SHORT and any(finite_verbs(words))):
            for token in words:
                token.quoted = True
    tokens[:] = [token for token in tokens if token.quoted or token.low not in _ALL]


def _double(tokens: Sequence[Token]) -> None:
    """Makes double marks of the single ones around words that end in a mark: ‘We will not yield,’ he said."""
    for i, token in enumerate(tokens):
        closing = _SINGLE.get(token.low)
        if closing is None or token.word:
            continue
        doubled = any(other.low in _HALVES for other in (*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + 2]))
        if doubled or (i and tokens[i - 1].low in _SENTENCE_ENDS - {","}):
            continue
        ends = range(i + 2, len(tokens))
        end = next((k for k in ends if tokens[k].low == closing and tokens[k - 1].low in _SENTENCE_ENDS), -1)
        if end > 0 and not (end + 1 < len(tokens) and tokens[end + 1].low in _HALVES):
            token.low = tokens[end].low = _STRAIGHT


def _reports_an_act(words: Sequence[Token]) -> bool:
    """As in ““The President received the minister at the Kremlin,” his spokesman said”: told, not argued.

    Nobody speaks of himself, and the first verb is in the past behind a name, or told for a day to come:
    "Putin will visit Pyongyang in May".
    """
    if len(words) < _SHORT or any(token.low in _OWN for token in words):
        return False
    finite = finite_verbs(words)
    verb = next((i for i, is_verb in enumerate(finite) if is_verb), -1)
    past = verb > 0 and Form.PAST in words[verb].forms and not words[verb].classes
    planned = verb > 0 and "will" in words[verb].classes and any(token.time for token in words[verb:])
    return (past or planned) and any(token.mention for token in words[:verb])


def _spans(tokens: Sequence[Token], inside: bool) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0 if inside else -1
    for i, token in enumerate(tokens):
        if not token.low or token.word:
            continue
        if start < 0 and (token.low in _OPENING or token.low == _STRAIGHT):
            start = i + 1
        elif start >= 0 and (token.low in _CLOSING or token.low == _STRAIGHT):
            spans.append((start, i))
            start = -1
    if start >= 0:
        spans.append((start, len(tokens)))
    return spans

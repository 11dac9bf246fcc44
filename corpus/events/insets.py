"""Insets: "fired what it said was a satellite" fires a satellite, whoever says so."""

from collections.abc import Collection, Sequence

from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token

_REACH = 6  # tokens between "what" and the end of its verbs
_LINKS = {"be", "have", "been", "being"}


def unmark_insets(tokens: Sequence[Token], spoken: Collection[str]) -> None:
    """Takes from the verbs behind an object's "what" that they are verbs: they open no clause.

    `spoken` are the words of the sentence, in lower case.
    """
    if "what" not in spoken:
        return
    for i, token in enumerate(tokens):
        if i and token.low == "what" and not token.quoted:
            for k in range(i, _end(tokens, i)):
                tokens[k].lemma, tokens[k].forms, tokens[k].classes = "", frozenset(), frozenset()


def _end(tokens: Sequence[Token], what: int) -> int:
    """Where the inset ends: behind the verb of naming and the "was", "to be" or "as" that goes with it."""
    stop = min(len(tokens), what + _REACH)
    names = lexicon().report | lexicon().inset
    spot = next((k for k in range(what + 1, stop) if tokens[k].lemma in names or _links(tokens[k])), -1)
    if spot < 0 or any(not (t.word or t.mention or t.low == ".") for t in tokens[what:spot]):
        return what
    end = spot + 1
    while end < len(tokens) and (_links(tokens[end]) or tokens[end].low in {"to", "as", "like"}):
        end += 1
    return end if end < len(tokens) and not _goes_on(tokens, end) else what


def _links(token: Token) -> bool:
    return bool(token.classes & {"be", "have"}) or token.low in _LINKS


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether the "what" is a subject or object of its own: "what was agreed", "what he said on Monday"."""
    return bool(tokens[end].forms & {Form.PARTICIPLE, Form.ING}) or tokens[end].time is not None

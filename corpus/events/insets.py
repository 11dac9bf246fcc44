"""Insets: "fired what it said was a satellite" fires a satellite; "jets – the F-35 – to Seoul" go there."""

from collections.abc import Collection, Sequence

from corpus.events.groups import ACTING
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token

_REACH = 6  # tokens between "what" and the end of its verbs
_DASHES = {"–", "—"}
_ASIDE = 8  # tokens of an aside between two dashes
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


def drop_asides(tokens: list[Token]) -> None:
    """Takes what two dashes set apart out of the list, where it tells no act and names nobody who acts."""
    i = 1
    while i < len(tokens) - 2:
        if tokens[i].low in _DASHES and not tokens[i].quoted:
            closing = (k for k in range(i + 2, min(i + _ASIDE, len(tokens) - 1)) if tokens[k].low in _DASHES)
            end = next(closing, -1)
            if end > 0 and not any(map(_tells, tokens[i + 1 : end])):
                del tokens[i : end + 1]
                continue
        i += 1


def _tells(token: Token) -> bool:
    """Whether a token may tell an act, or who did it and when."""
    acting = token.mention is not None and token.mention.type in ACTING
    return acting or token.time is not None or bool(token.forms or token.classes & {"be", "have", "relative"})


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

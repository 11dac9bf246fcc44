"""Verbs that only help to tell another one: "went on to accuse", "succeeded in detaining"."""

from collections.abc import Collection, Sequence

from corpus.events.inflection import Form
from corpus.events.lexicon import NO_THINGS, lexicon
from corpus.events.subjects import ASKED
from corpus.events.tokens import Token

_HELPING = frozenset({"adverb", "helping"})
_PLAIN = frozenset({"verb"})
_DEEDS = {Form.BASE, Form.ING}


def unmark_helping(tokens: Sequence[Token], spoken: Collection[str]) -> None:
    """Gives the deed the tense of the verb that helps it, which then is no more than an adverb.

    So too the "asked" with which a sentence begins: it only tells why somebody said something. `spoken` are
    the words of the sentence, in lower case.
    """
    if tokens and tokens[0].low in ASKED:
        tokens[0].lemma, tokens[0].forms, tokens[0].classes = "", frozenset(), NO_THINGS
    firsts = lexicon().helping
    if firsts.keys().isdisjoint(spoken):
        return
    for i, token in enumerate(tokens):
        behind = firsts.get(token.low)
        if behind is None:
            continue
        end = next((i + 1 + len(more) for more in behind if _follows(tokens, i + 1, more)), -1)
        deed = _deed(tokens, end) if end > 0 and not token.quoted else -1
        if deed > 0:
            present = Form.PAST not in token.forms
            tokens[deed].forms = frozenset({Form.PRESENT if present else Form.PAST})
            for helping in tokens[i:end]:
                helping.lemma, helping.forms, helping.classes = "", frozenset(), _HELPING


def helped_from(tokens: Sequence[Token], i: int) -> int:
    """Returns where the group of the verb at token `i` begins: at "went" of "went on to accuse"."""
    start = i
    while start and ("helping" in tokens[start - 1].classes or tokens[start - 1].manner):
        start -= 1
    return start if "helping" in tokens[start].classes else i


def _follows(tokens: Sequence[Token], i: int, words: Sequence[str]) -> bool:
    return [token.low for token in tokens[i : i + len(words)]] == [*words]


def _deed(tokens: Sequence[Token], i: int) -> int:
    """The verb at token `i` or behind its adverb, or -1: "went on to harshly criticize"."""
    i += i < len(tokens) and tokens[i].manner
    tells = i < len(tokens) and bool(tokens[i].lemma) and not tokens[i].forms.isdisjoint(_DEEDS)
    return i if tells and tokens[i].classes <= _PLAIN else -1

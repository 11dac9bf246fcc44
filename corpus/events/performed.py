"""What somebody does by saying it: “We strongly condemn this test,” the ministry said."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.events.clauses import Clause
from corpus.events.doers import Scene
from corpus.events.groups import acts
from corpus.events.inflection import Form
from corpus.events.kinds import verb_meaning
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.events.verbs import Use, Voice
from corpus.model import Kind, Mention, Status

_OURSELVES = {"we", "i"}
_WORDED = {Kind.ACCUSE, Kind.REQUEST, Kind.REJECT, Kind.SUPPORT, Kind.THREATEN, Kind.CONCEDE}
_SUBJECT = 4  # tokens from "our" or a name to its verb
_OBJECT = 14  # tokens from the verb to whom it is about


class Performed(NamedTuple):
    """The kind of an act that is done by its words, and whom the words are about."""

    kind: Kind
    targets: tuple[Mention, ...]


def performed(scene: Scene, speakers: Sequence[Mention]) -> Performed | None:
    """Returns what the speakers do in the words that are quoted from them in a sentence, or None.

    Only what they do in their own name counts: "We condemn", "our military condemns", "Japan condemns".
    """
    tokens = scene.tokens
    if not speakers or not any(token.quoted for token in tokens):
        return None
    for i, token in enumerate(tokens):
        if not token.quoted or token.mention or token.lemma not in lexicon().performing:
            continue
        if not _in_own_name(tokens, i, {mention.country for mention in speakers}):
            continue
        clause = next(clause for clause in scene.clauses if i < clause.end)
        kind = _kind(tokens, clause, i)
        if kind in _WORDED:
            return Performed(kind, _about(tokens, i, speakers))
    return None


def _kind(tokens: Sequence[Token], clause: Clause, i: int) -> Kind | None:
    use = Use(i, i, Voice.ACTIVE, Status.HAPPENED, present=True)
    meaning = verb_meaning(tokens, clause, use, (i, i))
    return meaning.kind if meaning else None


def _in_own_name(tokens: Sequence[Token], i: int, countries: set[str | None]) -> bool:
    """Whether a verb in a quotation has the speakers as its subject, and nothing denies it."""
    k = i - 1
    while k >= 0 and (tokens[k].manner or "adverb" in tokens[k].classes):
        k -= 1
    if k < 0 or not tokens[k].quoted:
        return False
    if tokens[k].low in _OURSELVES:
        return Form.BASE in tokens[i].forms
    if Form.PRESENT not in tokens[i].forms or not (tokens[k].word or tokens[k].mention):
        return False
    own = tokens[k].mention
    if own and own.country in countries - {None}:
        return True
    return any(token.low == "our" and token.quoted for token in tokens[max(0, k - _SUBJECT) : k])


def _about(tokens: Sequence[Token], i: int, speakers: Sequence[Mention]) -> tuple[Mention, ...]:
    """Whom the words are about: the first who is named behind the verb and is of another side."""
    own = {mention.country for mention in speakers} - {None}
    for token in tokens[i + 1 : i + 1 + _OBJECT]:
        if not token.quoted:
            break
        if token.mention and acts(token, places=True) and token.mention.country not in own:
            return (token.mention,)
    return ()

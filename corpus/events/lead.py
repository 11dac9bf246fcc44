"""What the head of a document shows of its news: the day, and the acts that it only takes up."""

from collections.abc import Iterator

from corpus.events.clauses import Opener
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.owners import clause_at
from corpus.events.spoken_of import is_spoken_of
from corpus.events.usable import usable
from corpus.model import Precision, TimeExpression

_ASIDE = {Opener.WHO, Opener.SUB, Opener.BRACKET}


def day_of_lead(scene: Scene) -> TimeExpression | None:
    """Returns the day that the main clause of a sentence tells of something past, be it an event or not."""
    for i, token in enumerate(scene.tokens):
        time = token.time
        if time is None or time.precision is not Precision.DAY or token.quoted:
            continue
        clause = scene.clauses[clause_at(scene, i)]
        past = clause.verb >= 0 and Form.PAST in scene.tokens[clause.verb].forms
        if (
            past
            and clause.opener not in _ASIDE
            and usable(scene.tokens, i)
            and not is_spoken_of(scene.tokens, i)
        ):
            return time
    return None


def taken_up(scene: Scene) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yields the words and the actors of what relative clauses tell as known.

    "Diplomats who were expelled by order of Obama left": that Obama ordered it is no news further down.
    """
    for clause in scene.clauses:
        if clause.opener is Opener.WHO:
            inside = scene.tokens[clause.start : clause.end]
            if not any(token.time for token in inside):
                words = frozenset(word for token in inside for word in (token.lemma, token.low) if word)
                yield words, frozenset(token.mention.entity for token in inside if token.mention)

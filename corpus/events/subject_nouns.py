"""Events that stand as a subject: "The arrest of Gershkovich by the FSB shocked Washington"."""

from collections.abc import Sequence

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.nouns import noun_candidate
from corpus.model import Kind, Status

_WITH_TWO = {Kind.CONSULT, Kind.AGREE, Kind.COOPERATE, Kind.SUPPORT, Kind.AID}
_PAST_BE = {"was", "were"}


def told_by_subject(scene: Scene, known: Sequence[Candidate]) -> Candidate | None:
    """Returns the event that the subject of a sentence in the past tells, both sides named, or None.

    `known` are the acts of the sentence: where there are any, the subject is what they are about.
    """
    clause = scene.clauses[0]
    dated = any(token.time for token in scene.tokens)
    if known or dated or clause.opener is not Opener.START or clause.verb <= 0:
        return None
    verb = scene.tokens[clause.verb]
    past = (Form.PAST in verb.forms and not verb.classes) or verb.low in _PAST_BE
    noun = next((n for i in range(clause.verb) if (n := noun_candidate(scene, 0, i))), None) if past else None
    if noun is None or noun.status is not Status.HAPPENED or not _has_its_sides(noun):
        return None
    return noun


def _has_its_sides(noun: Candidate) -> bool:
    sides = (bool(noun.roles.sources), bool(noun.roles.targets))
    return all(sides) or (any(sides) and noun.meaning.kind not in _WITH_TWO and len(noun.roles.targets) > 0)

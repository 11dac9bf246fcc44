"""Acts behind another verb: "led Yoon to resign", ", prompting Seoul to scramble jets", "seen visiting"."""

from collections.abc import Iterator

from corpus.events.candidates import Candidate
from corpus.events.clauses import Clause
from corpus.events.doers import Scene, subject_of
from corpus.events.groups import groups
from corpus.events.inflection import Form
from corpus.events.kinds import verb_meaning
from corpus.events.lexicon import lexicon
from corpus.events.roles import verb_roles
from corpus.events.subjects import Subject
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import Status

_FINITE = ("led", "prompted", "pushed", "spurred", "caused", "forced", "compelled")
_ADDED = ("leading", "prompting", "pushing", "spurring", "causing", "forcing", "compelling")
_FORMS = dict.fromkeys(_FINITE, Shape.FINITE) | dict.fromkeys(_ADDED, Shape.CAUSED)
_SEEN = {"seen", "spotted", "observed", "filmed", "detected"}
_REACH = 10  # tokens between the cause and what it makes somebody do


def caused_candidates(scene: Scene) -> Iterator[Candidate]:
    """Yields what somebody is led to do, with those who do it as the sources."""
    if _FORMS.keys().isdisjoint(scene.spoken):
        return
    for index, clause in enumerate(scene.clauses):
        for i in range(clause.start, clause.end):
            token = scene.tokens[i]
            shape = _FORMS.get(token.low)
            if shape is None or token.quoted or (shape is Shape.FINITE) is not scene.finite[i]:
                continue
            act = _caused(scene, index, clause, i, shape)
            if act:
                yield act


def _caused(scene: Scene, index: int, clause: Clause, i: int, shape: Shape) -> Candidate | None:
    """What the group behind the cause at token `i` does, or None: "led talks to a close"."""
    tokens = scene.tokens
    end = min(clause.end - 1, i + _REACH)
    to = next(
        (k for k in range(i + 2, end) if tokens[k].low == "to" and Form.BASE in tokens[k + 1].forms), -1
    )
    doers = next(groups(tokens, scene.finite, i + 1, to, places=True), None) if to > 0 else None
    if doers is None or any(
        "preposition" in token.classes and token.low != "of" for token in tokens[i + 1 : doers.start]
    ):
        return None
    if tokens[to + 1].lemma not in lexicon().verbs:
        return None
    use = Use(to + 1, to, Voice.ACTIVE, Status.HAPPENED, shape)
    meaning = verb_meaning(tokens, clause, use, (doers.start, doers.end))
    if meaning is None:
        return None
    subject = Subject(doers.start, doers.end), doers.mentions
    return Candidate(to + 1, index, meaning, verb_roles(scene, index, use, meaning, subject), use.status, use)


def seen_candidates(scene: Scene) -> Iterator[Candidate]:
    """Yields what somebody was seen to do: "Kim was last seen visiting a unit on March 25"."""
    tokens = scene.tokens
    if _SEEN.isdisjoint(scene.spoken):
        return
    for index, clause in enumerate(scene.clauses):
        for i in range(max(clause.verb, clause.start) + 1, clause.end - 1):
            known = Form.ING in tokens[i + 1].forms and tokens[i + 1].lemma in lexicon().verbs
            seen = tokens[i].low in _SEEN and known and tokens[clause.verb].low in {"was", "were"}
            if not seen or clause.verb < 0 or tokens[i].quoted:
                continue
            use = Use(i + 1, clause.verb, Voice.ACTIVE, Status.HAPPENED)
            subject = subject_of(scene, index, clause.verb)
            meaning = verb_meaning(tokens, clause, use, (subject[0].start, subject[0].end))
            if meaning:
                roles = verb_roles(scene, index, use, meaning, subject)
                yield Candidate(i + 1, index, meaning, roles, use.status, use)

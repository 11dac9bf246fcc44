"""Acts that a participle tells beside a verb of the same subject: ", killing ten", "after meeting Putin"."""

from collections.abc import Iterator, Sequence

from corpus.events.candidates import Candidate
from corpus.events.carried import Pair
from corpus.events.clauses import Opener
from corpus.events.dated import Dated, about
from corpus.events.doers import Scene, subject_of
from corpus.events.inflection import Form
from corpus.events.kinds import verb_meaning
from corpus.events.lexicon import lexicon
from corpus.events.roles import verb_roles
from corpus.events.usable import usable
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import Basis, Kind, Precision, Status

_LEADING = {"after", "before"}
_DONE_WITH = frozenset(Kind) - {Kind.STATEMENT, Kind.AGREE, Kind.SUPPORT}  # kinds that a participle tells
_FIGURES = {"hit", "strike", "target", "crush", "hurt", "hammer", "pound", "damage", "wound", "kill"}
_BY_FORCE = {Kind.ASSAULT, Kind.MOBILIZE, Kind.COERCE, Kind.PROTEST}
_WORDS = {Kind.ACCUSE, Kind.REQUEST, Kind.THREATEN}
_BESIDE = {Shape.ADDED, Shape.LED, Shape.CAUSED}


def led_candidates(scene: Scene, acts: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yields the acts of "after meeting Putin" and "before flying home", done by the subject of the clause.

    `acts` are the other acts of the sentence with their times.
    """
    tokens, verbs = scene.tokens, lexicon().verbs
    if _LEADING.isdisjoint(scene.spoken):
        return
    for index, clause in enumerate(scene.clauses):
        for i in range(max(clause.verb, clause.start) + 1, clause.end):
            led = tokens[i - 1].low in _LEADING and Form.ING in tokens[i].forms and not tokens[i].quoted
            led = led and not (
                i + 1 < clause.end and tokens[i + 1].low == "of"
            )  # "after shelling of the town"
            if not led or clause.verb < 0 or tokens[i].lemma not in verbs:
                continue
            use = Use(i, i, Voice.ACTIVE, Status.HAPPENED, Shape.LED)
            subject = subject_of(scene, index, clause.verb)
            meaning = verb_meaning(tokens, clause, use, (subject[0].start, subject[0].end))
            if meaning and meaning.kind in _DONE_WITH:
                roles = verb_roles(scene, index, use, meaning, subject)
                yield Candidate(
                    i, index, meaning, roles, Status.HAPPENED, use, time=_own_time(scene, i, acts)
                )


def _own_time(scene: Scene, i: int, acts: Sequence[Candidate]) -> int:
    """The token of the time behind participle `i` where the act before it has another one, else -1."""
    end = next(clause.end for clause in scene.clauses if i < clause.end)
    behind = next((k for k in range(i, end) if scene.tokens[k].time and usable(scene.tokens, k)), -1)
    taken = {act.time for act in acts}
    return behind if behind not in taken and any(0 <= time < i for time in taken) else -1


def alongside(scene: Scene, candidates: Sequence[Candidate], pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yields the acts that participles tell, each with the date of the act that it goes with."""
    told = {pair[0].trigger for pair in pairs}
    for act in candidates:
        use = act.use
        beside = use is not None and use.shape in _BESIDE and act.time < 0 and act.trigger not in told
        if not beside or act.meaning.kind not in _DONE_WITH or not _names_a_side(act):
            continue
        main = _main(scene, act, pairs) or _said(scene, act, candidates, pairs)
        if main and not _in_a_figure(scene, act, main[0]):
            yield act, _together(main[1], exact=use is not None and use.shape is Shape.ADDED)


def _in_a_figure(scene: Scene, act: Candidate, main: Candidate) -> bool:
    """As in "Raised tariffs, hitting South Korean mills": nobody was struck."""
    return scene.tokens[act.trigger].lemma in _FIGURES and main.meaning.kind not in _BY_FORCE


def _names_a_side(act: Candidate) -> bool:
    return bool(act.roles.sources and (act.roles.targets or act.meaning.thing >= 0)) and not act.lone


def _main(scene: Scene, act: Candidate, pairs: Sequence[Pair]) -> Pair | None:
    """The finite act just before, of the same subject, in its clause or the one before."""
    clause = act.clause
    while clause > 0 and scene.clauses[clause].verb < 0 and scene.clauses[clause].opener is Opener.COMMA:
        clause -= 1
    caused = act.use is not None and act.use.shape is Shape.CAUSED  # by what others did
    fitting = [
        pair
        for pair in pairs
        if pair[0].clause == clause
        and pair[0].trigger < act.trigger
        and pair[0].use is not None
        and pair[0].use.shape is Shape.FINITE
        and pair[0].status is Status.HAPPENED
        and (caused or pair[0].meaning.kind is not act.meaning.kind)
        and (caused or {m.entity for m in pair[0].roles.sources} & {m.entity for m in act.roles.sources})
    ]
    return fitting[-1] if fitting else None


def _said(
    scene: Scene, act: Candidate, candidates: Sequence[Candidate], pairs: Sequence[Pair]
) -> Pair | None:
    """As in "Russia said Kyiv had attacked it, accusing Kyiv": what was told in the breath of the words."""
    sources = {mention.entity for mention in act.roles.sources}
    before = scene.clauses[act.clause - 1] if act.clause else None
    if before is None or before.opener is not Opener.CONTENT or act.meaning.kind not in _WORDS:
        return None
    reports = (c for c in candidates if c.report and c.clause == act.clause - 2)
    same = any(sources & {mention.entity for mention in report.roles.sources} for report in reports)
    return next((pair for pair in pairs if same and pair[0].clause == act.clause - 1), None)


def _together(when: Dated, *, exact: bool) -> Dated:
    """The date of the act beside; near it for what came before or after."""
    why = f"no date of its own; told together with {when.why}"
    if not exact and when.precision is Precision.DAY:
        return about(when.day, why)
    beside = when.time or when.beside
    return Dated(when.value, when.first, when.last, when.precision, Basis.INHERITED, why, None, beside)

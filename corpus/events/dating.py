"""Which time dates which act: a date belongs to its own clause, or to the noun that it stands beside."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.events.alongside import led_candidates
from corpus.events.attribution import opens_by_paper
from corpus.events.called_off import is_called_off, is_put_off
from corpus.events.candidates import Candidate, verb_candidates
from corpus.events.causing import caused_candidates, seen_candidates
from corpus.events.doers import Scene
from corpus.events.drawn import drawn_candidates
from corpus.events.finite import attributes
from corpus.events.inflection import Form
from corpus.events.noun_dates import add_noun, belongs_to_noun, free, noun_after, noun_before, stands_beside
from corpus.events.nouns import noun_candidate
from corpus.events.once_more import again, is_past, onward
from corpus.events.one_deed import is_of_object, join_deeds
from corpus.events.owners import clause_at
from corpus.events.plain import plain_candidate, planned_candidate, presence_candidate
from corpus.events.spoken_of import dates_a_death, is_spoken_of, of_what_others_did
from corpus.events.tokens import Token
from corpus.events.usable import began, begun_elsewhere, falls_due, names_feast, names_year, usable
from corpus.events.verbs import Shape
from corpus.model import Kind, Precision, Status

_FINE = {Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.INTERVAL, Precision.MONTH}
_LED_REACH = 4  # tokens from "winning" to "the June 3 election"
_DOING_REACH = 9  # tokens from "changing" to "Thursday's hearing"
_NEXT_TO = 3  # tokens from a noun to its time
# Verbs about what was done before: "upheld the December impeachment".
_JUDGING = {
    "uphold",
    "confirm",
    "affirm",
    "overturn",
    "overrule",
    "quash",
    "annul",
    "condemn",
    "welcome",
    "praise",
    "mark",
}
_BEFALLING = {Kind.ASSAULT, Kind.RETREAT}  # told without a doer: "was killed in a crash"
_ASIDE_SHAPES = {Shape.ADDED, Shape.CAUSED}
_SPEAKING_DAY = {"today", "this morning", "this afternoon", "this evening", "tonight", "earlier today"}


def dated_candidates(scene: Scene, text: str, published: date | None) -> list[Candidate]:
    """Returns the acts of a sentence, each with its time where one belongs to it."""
    verbs = verb_candidates(scene, text)
    off = [verb.trigger for verb in verbs if is_called_off(scene, verb, verbs)]
    verbs = [verb for verb in verbs if verb.trigger not in off]
    behind = (*caused_candidates(scene), *seen_candidates(scene), *drawn_candidates(scene))
    verbs += [act for act in behind if all(act.trigger != verb.trigger for verb in verbs)]
    nouns: list[Candidate] = []
    for i, token in enumerate(scene.tokens):
        if token.time is None or any(0 < i - planned <= _NEXT_TO for planned in off):
            continue
        if _dates_nothing(scene, i, published):
            continue
        if usable(scene.tokens, i):
            to_come = published is not None and _to_come(scene.tokens, i, published)
            _assign(scene, i, verbs, nouns, to_come=to_come)
        elif began(scene.tokens, i):
            lasting = [v for v in verbs if v.clause == clause_at(scene, i) and v.time < 0]
            for verb in [v for v in lasting if v.status is Status.ONGOING][:1]:
                verb.time = i
        elif falls_due(scene.tokens, i):
            here = [v for v in verbs if v.clause == clause_at(scene, i) and v.time < 0]
            for verb in [v for v in here if v.status is Status.ANNOUNCED][:1]:
                verb.time = i
    nouns += plain_candidates(scene, [*verbs, *nouns], published)
    nouns += led_candidates(scene, verbs)
    return join_deeds(scene, [*verbs, *nouns])


def _is_ahead_of_deed(scene: Scene, i: int, published: date | None) -> bool:
    """As in "After deciding in November to close it, Seoul took steps", told in July: no day to come."""
    time, first = scene.tokens[i].time, scene.tokens[0]
    ahead = time is not None and published is not None and time.first is not None and time.first > published
    doing = any(Form.ING in token.forms for token in scene.tokens[1:3])
    return ahead and doing and first.low in {"after", "since"} and i <= _DOING_REACH


def _dates_nothing(scene: Scene, i: int, published: date | None) -> bool:
    """Whether the time at token `i` is that of a paper, of what is put off, or only in a name."""
    tokens = scene.tokens
    ahead = _is_ahead_of_deed(scene, i, published)
    return ahead or opens_by_paper(scene, i) or is_put_off(tokens, i) or names_feast(tokens, i, published)


def plain_candidates(scene: Scene, known: Sequence[Candidate], published: date | None) -> list[Candidate]:
    """Returns the acts that only their day makes one: "Kim skipped the ceremony on Friday"."""
    found: list[Candidate] = []
    busy = {candidate.clause for candidate in known}
    for i, token in enumerate(scene.tokens):
        time = token.time
        if time is None or token.quoted or time.precision not in _FINE or not usable(scene.tokens, i):
            continue
        if _is_ahead_of_deed(scene, i, published):
            continue
        index = clause_at(scene, i)
        act = _unlisted(scene, index) if index not in busy else None
        if act and not belongs_to_noun(scene, index, i):
            busy.add(index)
            act.time = i
            found.append(act)
        then = _when_behind(scene, i)
        act = plain_candidate(scene, then) if then >= 0 and then not in busy else None
        if act:
            busy.add(then)
            found.append(act)
    return found


def _unlisted(scene: Scene, index: int) -> Candidate | None:
    return plain_candidate(scene, index) or presence_candidate(scene, index)


def _when_behind(scene: Scene, i: int) -> int:
    """The clause of a "when" that takes up the time at token `i`, or -1: "in May, when soldiers left"."""
    for k, clause in enumerate(scene.clauses):
        if i < clause.start <= i + 3 and clause.word == "when":
            return k
    return -1


def _to_come(tokens: Sequence[Token], i: int, published: date) -> bool:
    """Whether a time is later than the publication, or goes on after it and stands in an infinitive."""
    time = tokens[i].time
    if time is None or time.first is None or time.last is None or time.text.lower().startswith("earlier"):
        return False
    if begun_elsewhere(time):
        return False
    infinitive = any(
        tokens[k].low == "to" and Form.BASE in tokens[k + 1].forms for k in range(max(0, i - 9), i - 1)
    )
    return time.first > published or (
        infinitive and time.last >= published and time.precision is not Precision.DAY
    )


def _assign(
    scene: Scene, i: int, verbs: Sequence[Candidate], nouns: list[Candidate], *, to_come: bool
) -> None:
    """Gives the time at token `i` to the act that it dates; a finished act has no day that is `to_come`."""
    index = clause_at(scene, i)
    if scene.tokens[i].quoted:
        _assign_quoted(scene, index, i, verbs, nouns)
        return
    described = noun_after(scene, index, i)
    verbs = [v for v in verbs if not (to_come and is_past(v))]
    here = [v for v in verbs if v.clause == index and (v.use is None or v.use.shape not in _ASIDE_SHAPES)]
    if described:
        light = next((v for v in here if v.meaning.thing == described.trigger and v.time < 0), None)
        judged = light is not None and scene.tokens[light.trigger].lemma in _JUDGING
        if light and not judged and not is_spoken_of(scene.tokens, i):
            light.time = i
        else:
            add_noun(scene, described, i, nouns)
        return
    if _is_of_led(scene.tokens, i) or names_year(scene.tokens, i):
        return
    if is_spoken_of(scene.tokens, i):
        arrest = noun_before(scene, index, i)  # "since his arrest last Sunday"
        beside = arrest is not None and arrest.trigger >= i - _NEXT_TO
        if arrest and (
            beside or of_what_others_did(scene.tokens, i) or dates_a_death(scene.tokens, arrest.trigger)
        ):
            add_noun(scene, arrest, i, nouns)
        return
    more = again(scene, here, i) or onward(scene, here, i)
    if more:
        nouns.append(replace(more, time=i))
        return
    verb = None if belongs_to_noun(scene, index, i) else _verb_for(scene, here, i)
    near = noun_before(scene, index, i)
    if (
        verb
        and not verb.roles.sources
        and verb.meaning.kind not in _BEFALLING
        and near
        and near.roles.sources
    ):
        add_noun(scene, near, i, nouns)
        return
    if verb:
        verb.time = i
        if near and near.trigger > verb.trigger and stands_beside(scene, verb, near):
            add_noun(scene, near, i, nouns)
        return
    time = scene.tokens[i].time
    wide = time is not None and time.text.lower() == "this year"  # "agreed to hold a third round this year"
    planned = planned_candidate(scene, index, i) if to_come and not wide else None
    if planned and all(planned.trigger != other.trigger for other in (*verbs, *nouns)):
        planned.time = i
        nouns.append(planned)
        return
    added = next((v for v in verbs if v.clause == index and v.time < 0), None)
    if added is None and time and time.precision is Precision.DAY:
        added = _added_behind(scene, index, verbs)
    if added and not belongs_to_noun(scene, index, i):
        added.time = i
        return
    if near and free(scene, index, near):
        add_noun(scene, near, i, nouns)


def _added_behind(scene: Scene, index: int, verbs: Sequence[Candidate]) -> Candidate | None:
    """As in "On Sunday, Warsaw made history, shooting down drones": the act of a clause without one."""
    behind = [v for v in verbs if v.clause == index + 1 and v.time < 0 and not v.report]
    behind = [v for v in behind if v.use and v.use.shape is Shape.ADDED and v.roles.sources]
    return behind[0] if behind and all(verb.clause != index for verb in verbs) else None


def _is_of_led(tokens: Sequence[Token], i: int) -> bool:
    """As in "Was sworn in after winning the June 3 election": the day is that of what was won."""
    if i < _LED_REACH:
        return False
    if _is_before_doing(tokens, i):
        return True
    return "determiner" in tokens[i - 1].classes and any(
        Form.ING in tokens[k].forms and tokens[k - 1].low in {"after", "before", "following"}
        for k in range(i - _LED_REACH, i - 1)
    )


def _is_before_doing(tokens: Sequence[Token], i: int) -> bool:
    """As in "Had denied it before changing her plea during Thursday's hearing": the day of what came then."""
    for k in range(i - 1, max(i - _DOING_REACH, 1), -1):
        if tokens[k].low == "," or tokens[k].time or Form.PAST in tokens[k].forms:
            return False
        if Form.ING in tokens[k].forms and tokens[k - 1].low == "before":
            return any("have" in token.classes for token in tokens[:k])
    return False


def _assign_quoted(
    scene: Scene, index: int, i: int, verbs: Sequence[Candidate], nouns: list[Candidate]
) -> None:
    """In quoted words "today" is the day of speaking; a meeting "today" is told beside it."""
    time = scene.tokens[i].time
    if time is None or time.text.lower() not in _SPEAKING_DAY:
        return
    speech = next((v for v in verbs if v.report and v.time < 0), None)
    if speech:
        speech.time = i
    near = noun_candidate(scene, index, i - 1, quoted=True) if i else None
    if near and near.meaning.kind is Kind.CONSULT:
        near.time = i
        nouns.append(near)


def _verb_for(scene: Scene, here: Sequence[Candidate], i: int) -> Candidate | None:
    free = [verb for verb in here if verb.time < 0 and not _is_charge(scene, verb)]
    left = [verb for verb in free if verb.trigger < i]
    time = scene.tokens[i].time
    if len(left) > 1 and time is not None and time.precision is Precision.DAY:
        # "freed Russians convicted of fraud on Monday": the day is that of the main verb
        left = [verb for verb in left if not attributes(scene.tokens, verb.trigger)] or left
    if len(left) > 1 and is_of_object(left[-2], left[-1]):
        return left[-2]
    if left:
        return left[-1]
    return free[0] if free else _finer(scene, here, i)


def _is_charge(scene: Scene, verb: Candidate) -> bool:
    """As in "Accused him of preparing to send troops on Monday": what is not done has no day yet."""
    edge = verb.use.edge if verb.use else 0
    return edge > 0 and Form.ING in scene.tokens[edge].forms and scene.tokens[edge - 1].low == "of"


def _finer(scene: Scene, here: Sequence[Candidate], i: int) -> Candidate | None:
    """A second time of the clause replaces the first when it is more exact, or as exact and nearer."""
    time = scene.tokens[i].time
    for verb in here:
        old = scene.tokens[verb.time].time
        if old is None or time is None:
            continue
        if old.precision is Precision.YEAR and time.precision in _FINE and verb.time < verb.trigger < i:
            return verb  # "the man leading the probe of the blasts in 2022 spoke this week"
        if time.precision is not Precision.DAY:
            continue
        if old.precision is not Precision.DAY or abs(verb.trigger - i) < abs(verb.trigger - verb.time):
            return verb
    return None

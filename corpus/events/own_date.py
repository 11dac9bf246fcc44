"""The date of one act: its own, or that of what it is told together with."""

from collections.abc import Sequence
from datetime import date, timedelta

from corpus.events.attribution import Attribution
from corpus.events.candidates import Candidate
from corpus.events.carried import hangs_on, is_told
from corpus.events.clauses import Opener
from corpus.events.companions import ahead, companion, named_then
from corpus.events.counted import count_of, counted_from
from corpus.events.dated import Dated, about, declared, reported, resumed, shared, spoken, together, told
from corpus.events.doers import Scene
from corpus.events.just_before import was_just_before
from corpus.events.kinds import WORDS
from corpus.events.lexicon import lexicon
from corpus.events.page import Page
from corpus.events.usable import usable
from corpus.events.verbs import Shape, Voice
from corpus.events.within import host_of
from corpus.model import EntityType, Kind, Precision, Status, TimeExpression

_SCHEDULED_DAYS = 366  # and how far ahead a law or a treaty is said to take effect
_PRESENT_DAYS = 14  # how far from the publication the present tense can tell an act: "visits on Tuesday"
_LONG_PAST = 14  # days
_FORCE = {Kind.ASSAULT, Kind.MOBILIZE}
_AT_ONCE = {
    "scramble", "fire", "shoot", "intercept", "down", "detain", "arrest", "return", "broadcast", "evacuate",
    "respond", "order", "issue", "lodge", "convene", "protest", "condemn",
}  # fmt: skip
_STEPS = {Kind.COERCE, Kind.CONCEDE, Kind.RETREAT, Kind.REJECT}  # told as steps of one affair


def date_of(
    page: Page, scene: Scene, candidates: Sequence[Candidate], act: Candidate, said: Attribution | None
) -> Dated | None:
    """Returns the date of an act by the words of its sentence; None where they tell none."""
    if act.time >= 0:
        time = scene.tokens[act.time].time
        described = time is not None and time.precision is Precision.YEAR and _describes(scene, act)
        background = time is None or described or _is_background(act, time, page.document.today)
        background = background or (time is not None and _is_too_wide(act, time, page.document.today))
        if time and scene.tokens[act.time].quoted and page.news:
            return spoken(time, page.news)
        return told(time) if time and not background else None
    then = named_then(scene, act)
    if then >= 0:
        time = scene.tokens[then].time
        return told(time) if time else None
    host = host_of(scene, candidates, act)
    when = date_of(page, scene, candidates, host, said) if host else None
    if when:
        return together(when)
    counted = counted_from(scene, act, page.told or page.current_day())
    if counted:
        return counted
    partner = companion(scene, candidates, act)
    if partner:
        time = scene.tokens[partner.time].time
        return shared(time) if time else None
    last = ahead(scene, candidates, act)
    if last:
        return shared(last)
    followed = _followed(page, scene, act)
    if followed:
        return followed
    if _led_up(scene, act) or _provoked(scene, candidates, act):
        main = _main_day(scene, candidates, act)
        if main:
            return main
    answered = _answered(scene, act)
    if answered:
        return shared(answered)
    if (
        said
        and said.time >= 0
        and not is_habit(scene, act)
        and hangs_on(scene, act, said)
        and is_told(act, said)
    ):
        time = scene.tokens[said.time].time
        media = said.by is not None and said.by.type is EntityType.MEDIUM
        acting = {mention.entity for mention in act.roles.sources}
        met = page.day_before(time.first, acting) if time and time.first and media else None
        if met:
            return about(met[0], f"no date of its own; told of those who met {met[1]}")
        return (declared if said.declares(act) else reported)(time) if time else None
    return None


def _followed(page: Page, scene: Scene, act: Candidate) -> Dated | None:
    """As in "After it fired a missile in August 1998, the Council met": soon after what is long past."""
    index, use, news = act.clause - 1, act.use, page.news_day()
    if index < 0 or news is None or use is None or use.present or use.perfect or use.anterior:
        return None
    before = scene.clauses[index]
    if before.opener is not Opener.SUB or before.word != "after" or act.status is not Status.HAPPENED:
        return None
    times = (scene.tokens[k].time for k in range(before.start, before.end) if usable(scene.tokens, k))
    time = next((time for time in times if time and time.last), None)
    old = time is not None and time.last is not None and (news[0] - time.last).days > _LONG_PAST
    when = told(time) if time and old else None
    return resumed(when) if when else None


def _is_too_wide(act: Candidate, time: TimeExpression, published: date | None) -> bool:
    """As in "Called it a threat after 23 tests in 2022", told in that year: no day of words."""
    if published is None or time.first is None or act.meaning.kind not in WORDS:
        return False
    return time.precision is Precision.YEAR and time.first.year == published.year


def _describes(scene: Scene, act: Candidate) -> bool:
    """As in "Trevor Reed, a Texan arrested in 2019": an apposition that only says who somebody is."""
    clause = scene.clauses[act.clause]
    bare = act.use is not None and act.use.edge == act.use.verb == clause.verb and clause.start > 1
    return bare and clause.opener is Opener.COMMA and scene.tokens[clause.start].low in {"a", "an"}


def _led_up(scene: Scene, act: Candidate) -> bool:
    """Whether an act led to the dated one or went with it.

    As in "walked free on Monday after prosecutors dropped the charge", "said on Monday, as he unveiled".
    """
    clause, use = scene.clauses[act.clause], act.use
    if use is None or use.anterior or use.shape is not Shape.FINITE or act.status is not Status.HAPPENED:
        return False
    steps = _STEPS | _FORCE if clause.word == "when" else _STEPS
    deed = act.meaning.kind in steps and bool(act.roles.sources)
    if clause.opener is not Opener.SUB or act.lone:
        return False
    beside = clause.word == "as" and bool(act.roles.sources) and not (use.perfect or use.present)
    return beside or (deed and clause.word in {"after", "when"}) or was_just_before(scene, act)


def _provoked(scene: Scene, candidates: Sequence[Candidate], act: Candidate) -> bool:
    """As in "Scrambled jets on Monday after Russian bombers came near": answered on the same day."""
    clause, use = scene.clauses[act.clause], act.use
    after = clause.opener is Opener.SUB and clause.word == "after" and use is not None
    if not after or use is None or use.anterior or act.meaning.kind not in _FORCE or not act.roles.sources:
        return False
    main = next((c for c in reversed(candidates) if c.clause < act.clause and c.time >= 0), None)
    main = main or next((c for c in candidates if c.clause > act.clause and c.time >= 0), None)
    return main is not None and scene.tokens[main.trigger].lemma in _AT_ONCE


def _answered(scene: Scene, act: Candidate) -> TimeExpression | None:
    """The day of what was answered at once: "fired shots after soldiers crossed the line on Sunday"."""
    side, use = act.clause + 1, act.use
    if use is None or use.anterior or use.shape is not Shape.FINITE or side >= len(scene.clauses):
        return None
    after = scene.clauses[side]
    forced = act.meaning.kind in _FORCE | _STEPS and scene.tokens[use.verb].lemma in _AT_ONCE
    if not forced or after.opener is not Opener.SUB or after.word != "after" or count_of(scene, side):
        return None
    spots = (k for k in range(after.start, _end_with_asides(scene, side)) if usable(scene.tokens, k))
    time = next((scene.tokens[k].time for k in spots), None)
    return time if time and time.precision is Precision.DAY else None


def _end_with_asides(scene: Scene, side: int) -> int:
    """Where a side clause ends with what is put into it: "crossed the line, known as the MDL, on Sunday"."""
    for piece in scene.clauses[side + 1 :]:
        told = piece.verb >= 0 and scene.tokens[piece.verb].lemma in lexicon().report
        if told or piece.opener not in {Opener.COMMA, Opener.WHO, Opener.BRACKET}:
            return piece.start
    return len(scene.tokens)


def _main_day(scene: Scene, candidates: Sequence[Candidate], act: Candidate) -> Dated | None:
    """Returns the day of the clause just before, as an estimate."""
    main = next((c for c in reversed(candidates) if c.clause < act.clause and c.time >= 0), None)
    main = main or next((c for c in candidates if c.clause > act.clause and c.time >= 0), None)
    time = scene.tokens[main.time].time if main else None
    if main is None and act.clause and scene.clauses[act.clause].word == "as":
        beside = scene.clauses[act.clause - 1]  # "watched on Monday as tanks rolled in"
        spots = [k for k in range(beside.start, beside.end) if usable(scene.tokens, k)]
        day = scene.tokens[spots[0]].time if spots else None
        if day and day.first and day.first == day.last:
            return about(day.first, f"no date of its own; told together with {day.why}")
    between = sorted((main.clause, act.clause)) if main else [0, 0]
    near = main is not None and all(c.verb < 0 for c in scene.clauses[between[0] + 1 : between[1]])
    if main is None or time is None or main.status is not Status.HAPPENED or not near:
        return None
    if time.first is None or time.first != time.last:
        return None
    return about(time.first, f"no date of its own; told as leading to {time.why}")


def is_habit(scene: Scene, act: Candidate) -> bool:
    """As in "Had long urged", "have often met", "has been violated repeatedly"."""
    words = scene.tokens[act.use.edge : act.use.verb] if act.use else ()
    behind = [token for token in scene.tokens[act.trigger + 1 : act.trigger + 2] if token.manner]
    return any(token.low in lexicon().mood["habitual"] for token in (*words, *behind))


def _is_background(act: Candidate, time: TimeExpression, published: date | None) -> bool:
    """Whether a verb tells no single act: "has conducted forty tests this year", "discusses"."""
    use = act.use
    if use is None or time.first is None:
        return False
    if use.tentative and published is not None and time.first < published:
        return True
    takes_effect = 0 <= act.meaning.thing < act.trigger and act.meaning.particle < 0 and use.present
    if takes_effect and published and published < time.first <= published + timedelta(days=_SCHEDULED_DAYS):
        return False  # "the law comes into force on Dec. 1"
    if use.present and use.voice is Voice.ACTIVE:
        return published is None or abs((time.first - published).days) > _PRESENT_DAYS
    return use.perfect and time.last != time.first

"""Acts and their dates: each act with its own date, or with one that it takes from what stands around it."""

from collections.abc import Sequence
from datetime import date, timedelta

from corpus.events.attribution import ANNOUNCING, Attribution, attribution, is_quiet
from corpus.events.candidates import Candidate
from corpus.events.clauses import Clause, Opener
from corpus.events.counted import counted_from, is_counted
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.inheritance import (
    Dated,
    about,
    companion,
    declared,
    hangs_on,
    is_told,
    named_then,
    reported,
    shared,
    stands_alone,
    told,
)
from corpus.events.lexicon import lexicon
from corpus.events.nouns import talks_beside
from corpus.events.page import Page
from corpus.events.verbs import Shape, Voice
from corpus.model import Basis, Kind, Precision, Status, TimeExpression
from corpus.times.reasons import named_day

_PRESENT_DAYS = 14  # how far from the publication the present tense can tell an act: "visits on Tuesday"
_TAKING_UP = {"he", "she", "they"}  # subjects that go on with whom the sentence before told of
_STALE_DAYS = 31  # an act that followed something older than this is no news
_ASIDE = {Opener.WHO, Opener.SUB, Opener.BRACKET}
_FINE = {Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.INTERVAL, Precision.MONTH}
_STEPS = {Kind.COERCE, Kind.CONCEDE, Kind.RETREAT, Kind.REJECT}  # told as steps of one affair
_SOCIAL = {Kind.CONSULT, Kind.MOBILIZE, Kind.SUPPORT, Kind.RETREAT, Kind.AGREE}  # need two sides or a day
Pair = tuple[Candidate, Dated]


def dated_acts(page: Page, scene: Scene, candidates: Sequence[Candidate]) -> list[Pair]:
    """Returns the acts of a sentence that can be dated; the words that only report an act are left out."""
    said = attribution(scene, candidates)
    acts = [c for c in candidates if _tells(scene, c) and _is_enough(scene, c, candidates)]
    found = [(act, when) for act in acts if (when := _date_of(page, scene, candidates, act, said))]
    found = _without_report(scene, found, said)
    if said and said.time >= 0:
        _take_news(page, scene.tokens[said.time].time)
    pairs = [pair for pair in found if not (is_quiet(scene, pair[0]) and pair[0].time < 0)]
    sides = {pair[0].clause for pair in pairs if scene.clauses[pair[0].clause].opener in _ASIDE}
    undated = _undated(page, scene, acts, said)
    undated = [
        pair for pair in undated if not (is_quiet(scene, pair[0]) and _only_carries(scene, pair[0], said))
    ]
    if len(sides) < len({pair[0].clause for pair in pairs}):
        undated = [_beside(pair, pairs) for pair in undated if _is_of_others(scene, pair[0], pairs)]
    return _with_talks(scene, [*undated, *pairs], candidates)


def _with_talks(scene: Scene, pairs: list[Pair], candidates: Sequence[Candidate]) -> list[Pair]:
    """Adds the talks after which something was said or done on a day, where they have none of their own."""
    known = {candidate.trigger for candidate in candidates}
    for act, when in list(pairs):
        talks = talks_beside(scene, act.clause) if when.precision is Precision.DAY and act.use else None
        if talks and talks.trigger not in known and act.status is Status.HAPPENED:
            day = when.first if when.first == when.last else when.first + timedelta(days=1)
            pairs.append((talks, about(day, f"no date of its own; before what was told with {when.why}")))
            known.add(talks.trigger)
    return pairs


def _beside(pair: Pair, dated: Sequence[Pair]) -> Pair:
    """An act without a date in the same sentence as dated ones: near the last of these before it."""
    act, when = pair
    days = [w for other, w in dated if other.trigger < act.trigger and w.first == w.last]
    if not days or when.basis is not Basis.INHERITED:
        return pair
    return act, about(days[-1].first, f"no date of its own; told next to {days[-1].why}")


def _only_carries(scene: Scene, act: Candidate, said: Attribution | None) -> bool:
    """As in ", it added", ", agencies reported": whoever speaks is not named anew, or only carries words."""
    start = scene.tokens[0].start
    again = all(mention.start < start for mention in act.roles.sources)
    return again or (said is not None and said.trailing and said.clause == act.clause)


def _is_of_others(scene: Scene, act: Candidate, dated: Sequence[Pair]) -> bool:
    """Whether an act without a date stands beside dated ones on its own.

    As in "Kissinger spoke on Thursday, and Ford ordered jets there", or "Kim watched the launch, state media
    said, and visited the centre on Wednesday".
    """
    acted = {mention.entity for pair in dated for mention in pair[0].roles.sources}
    others = all(mention.entity not in acted for mention in act.roles.sources)
    told = any(act.trigger == pair[0].trigger for pair in dated)
    first = scene.clauses[act.clause].opener is Opener.START
    later = all(act.clause < pair[0].clause for pair in dated)
    return not told and not act.report and (later if first else others)


def _take_news(page: Page, time: TimeExpression | None) -> None:
    """The day on which the news of the head was told is that of the news, where no act in it has its own."""
    if time and time.first and time.first == time.last:
        page.take_news((time.first, time.why))


def _tells(scene: Scene, act: Candidate) -> bool:
    """Whether it is more than a report beside an act: "which he said on Monday" has a day of its own."""
    if not act.void:
        return True
    at = act.time if act.time >= 0 else named_then(scene, act)
    time = scene.tokens[at].time if at >= 0 else None
    fine = time is not None and time.precision in _FINE
    return bool(act.roles.sources) and (fine or is_counted(scene, act))


def _is_enough(scene: Scene, act: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether an act tells something though it names no second side."""
    return not act.lone or act.meaning.kind not in _SOCIAL or _has_a_day(scene, act, candidates)


def _has_a_day(scene: Scene, act: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether somebody named does it (or has it done to them) on a day that is told beside it.

    Who goes somewhere, and several who do the same, may do so in the same breath as what has the day: "laid a
    wreath and left", "met, and both opposed the shield".
    """
    dated = act
    if act.time < 0:
        dated = companion(scene, candidates, act) or act
    at = dated.time if dated.time >= 0 else named_then(scene, act)
    time = scene.tokens[at].time if at >= 0 else None
    fine = time is not None and time.precision in _FINE
    return (
        fine
        and act.use is not None
        and not act.use.present
        and (bool(act.roles.sources or act.roles.targets) or _was_done(act))
    )


def _was_done(act: Candidate) -> bool:
    """As in "The park was closed in March 2009": nobody is named, but a state is concerned."""
    return act.time >= 0 and act.use is not None and act.use.voice is Voice.PASSIVE


def _date_of(
    page: Page, scene: Scene, candidates: Sequence[Candidate], act: Candidate, said: Attribution | None
) -> Dated | None:
    if act.time >= 0:
        time = scene.tokens[act.time].time
        described = time is not None and time.precision is Precision.YEAR and _describes(scene, act)
        background = time is None or described or _is_background(act, time, page.document.today)
        return told(time) if time and not background else None
    then = named_then(scene, act)
    if then >= 0:
        time = scene.tokens[then].time
        return told(time) if time else None
    counted = counted_from(scene, act, page.current_day())
    if counted:
        return counted
    partner = companion(scene, candidates, act)
    if partner:
        time = scene.tokens[partner.time].time
        return shared(time) if time else None
    if _led_up(scene, act):
        main = _main_day(scene, candidates, act)
        if main:
            return main
    if (
        said
        and said.time >= 0
        and not _is_habit(scene, act)
        and hangs_on(scene, act, said)
        and is_told(act, said)
    ):
        time = scene.tokens[said.time].time
        return (declared if said.declares(act) else reported)(time) if time else None
    return None


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
    deed = act.meaning.kind in _STEPS and bool(act.roles.sources)
    if clause.opener is not Opener.SUB or act.lone:
        return False
    beside = clause.word == "as" and bool(act.roles.sources) and not (use.perfect or use.present)
    return beside or (deed and clause.word in {"after", "when"})


def _main_day(scene: Scene, candidates: Sequence[Candidate], act: Candidate) -> Dated | None:
    """Returns the day of the clause just before, as an estimate."""
    main = next((c for c in reversed(candidates) if c.clause < act.clause and c.time >= 0), None)
    main = main or next((c for c in candidates if c.clause > act.clause and c.time >= 0), None)
    time = scene.tokens[main.time].time if main else None
    between = sorted((main.clause, act.clause)) if main else [0, 0]
    near = main is not None and all(c.verb < 0 for c in scene.clauses[between[0] + 1 : between[1]])
    if main is None or time is None or main.status is not Status.HAPPENED or not near:
        return None
    if time.first is None or time.first != time.last:
        return None
    return about(time.first, f"no date of its own; told as leading to {time.why}")


def _is_habit(scene: Scene, act: Candidate) -> bool:
    """As in "Had long urged", "have often met"."""
    words = scene.tokens[act.use.edge : act.use.verb] if act.use else ()
    return any(token.low in lexicon().mood["habitual"] for token in words)


def _is_background(act: Candidate, time: TimeExpression, published: date | None) -> bool:
    """Whether a verb tells no single act: "has conducted forty tests this year", "discusses"."""
    use = act.use
    if use is None or time.first is None:
        return False
    if use.tentative and published is not None and time.first < published:
        return True
    if use.present and use.voice is Voice.ACTIVE:
        return published is None or abs((time.first - published).days) > _PRESENT_DAYS
    return use.perfect and time.last != time.first


def _without_report(scene: Scene, found: list[Pair], said: Attribution | None) -> list[Pair]:
    """Leaves out the clause of report where what it reports is an event itself."""
    if said is None:
        return found
    carried = [
        pair
        for pair in found
        if not (pair[0].use and pair[0].use.shape is Shape.REDUCED)
        and hangs_on(scene, pair[0], said)
        and (said.trailing or pair[0].meaning.kind is not Kind.STATEMENT)
    ]
    if not carried:
        return found
    return [
        pair
        for pair in found
        if pair[0].clause != said.clause or not pair[0].report or _announces(scene, pair[0], found)
    ]


def _announces(scene: Scene, act: Candidate, found: Sequence[Pair]) -> bool:
    """An announcement with a date of its own is an event beside what it announces for another day."""
    own = act.time >= 0 and scene.tokens[act.trigger].lemma in ANNOUNCING
    return own and all(pair[1].time is not None for pair in found)


def _undated(page: Page, scene: Scene, acts: Sequence[Candidate], said: Attribution | None) -> list[Pair]:
    """The acts that a report tells without a date: they are near the day of its news."""
    day = page.current_day()
    if day is None:
        return []
    today, head = page.document.today, page.in_head()
    found = [
        (act, _near(page, scene, act, day))
        for act in acts
        if (stands_alone(scene, act, today, head=head) and not _said_before(page, scene, act))
        or _is_reported(page, scene, act, said)
    ]
    return _without_report(scene, found, said)


def _is_reported(page: Page, scene: Scene, act: Candidate, said: Attribution | None) -> bool:
    """As in "Said that its minister had put off a trip", with no date at all: the news is the act."""
    if said is None or said.time >= 0 or said.trailing or act.time >= 0 or not act.roles.sources:
        return False
    clause = scene.clauses[act.clause]
    dated = any(token.time for token in scene.tokens[clause.start : clause.end])
    fresh = page.in_head() and not (scene.tokens[scene.clauses[said.clause].verb].forms & {Form.PAST})
    told = act.use is not None and (
        act.use.anterior or (act.use.perfect and page.in_head()) or (fresh and not act.use.present)
    )
    return (
        told and not dated and not _is_habit(scene, act) and hangs_on(scene, act, said) and is_told(act, said)
    )


def _near(page: Page, scene: Scene, act: Candidate, day: tuple[date, str]) -> Dated:
    """The day of the news; "then" takes up the one told last, and "has met" goes up to the publication."""
    published, written = page.document.published, page.document.written
    clause = scene.clauses[act.clause]
    since = _long_after(scene, act, day[0])
    if since:
        return since
    if page.told and any(token.low == "then" for token in scene.tokens[clause.start : clause.end]):
        return about(page.told[0], f"“then”: {page.told[1]}")
    later = any(token.low == "later" for token in scene.tokens[clause.start : clause.end])
    if page.told and (later or _goes_on(page, scene, act) or _soon_after(scene, clause)):
        return about(page.told[0], f"no date of its own; told next to {page.told[1]}")
    if act.use and act.use.perfect and (today := page.document.today):
        return about(today, f"no date of its own; {named_day(published, written)}")
    return about(day[0], f"no date of its own; the day of the news: {day[1]}")


def _long_after(scene: Scene, act: Candidate, news: date) -> Dated | None:
    """As in "Seoul barred tours after a guard shot a tourist in July 2008": no news, but soon after that."""
    index = act.clause + 1
    after = scene.clauses[index] if index < len(scene.clauses) else None
    if after is None or after.opener is not Opener.SUB or after.word != "after":
        return None
    times = (token.time for token in scene.tokens[after.start : after.end])
    time = next((t for t in times if t and t.last and t.precision in _FINE), None)
    old = time is not None and time.last is not None and (news - time.last).days > _STALE_DAYS
    return shared(time) if time and old else None


def _goes_on(page: Page, scene: Scene, act: Candidate) -> bool:
    """Whether those who acted on a day act again in the same paragraph: "Yoon told him that", "He left"."""
    sources = {mention.entity for mention in act.roles.sources}
    before = scene.tokens[act.use.edge - 1].low if act.use and act.use.edge else ""
    resumes = before in _TAKING_UP and not act.report
    acting = sources if resumes else sources | {mention.entity for mention in act.roles.targets}
    return bool(acting) and acting <= page.told_of and not (act.use and act.use.anterior)


def _soon_after(scene: Scene, clause: Clause) -> bool:
    """As in "Hours after the second launch Moon ordered talks"."""
    low = [token.low for token in scene.tokens[clause.start : clause.start + 2]]
    return low in (["hours", "after"], ["minutes", "after"], ["shortly", "after"], ["immediately", "after"])


def _said_before(page: Page, scene: Scene, act: Candidate) -> bool:
    """Whether an undated statement only goes on with the words of somebody who has spoken already."""
    content = act.clause + 1
    told = content < len(scene.clauses) and scene.clauses[content].opener is Opener.CONTENT
    spoke = any(mention.entity in page.spoke for mention in act.roles.sources)
    return act.meaning.kind is Kind.STATEMENT and spoke and not told

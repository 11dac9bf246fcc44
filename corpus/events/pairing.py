"""Acts and their dates: each act with its own date, or with one that it takes from what stands around it."""

from collections.abc import Iterator, Sequence

from corpus.events.alongside import alongside
from corpus.events.attribution import Attribution, attribution, is_quiet, told_by_person
from corpus.events.candidates import Candidate
from corpus.events.carried import Pair, without_report
from corpus.events.clauses import Opener
from corpus.events.companions import ahead, companion, named_then
from corpus.events.counted import is_counted
from corpus.events.dated import about
from corpus.events.doers import Scene
from corpus.events.nouns import talks_beside
from corpus.events.own_date import date_of
from corpus.events.page import Page
from corpus.events.subject_nouns import told_by_subject
from corpus.events.undated import undated_acts
from corpus.events.verbs import Voice
from corpus.model import Basis, Kind, Precision, Status, TimeExpression

_MEDIA = {"media", "television", "tv", "broadcaster", "radio", "newspaper", "outlets"}
_ASIDE = {Opener.WHO, Opener.SUB, Opener.BRACKET}
_FINE = {Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.INTERVAL, Precision.MONTH}
_SOCIAL = {Kind.CONSULT, Kind.MOBILIZE, Kind.SUPPORT, Kind.RETREAT, Kind.AGREE}  # need two sides or a day


def dated_acts(page: Page, scene: Scene, candidates: Sequence[Candidate]) -> list[Pair]:
    """Returns the acts of a sentence that can be dated; the words that only report an act are left out."""
    said = attribution(scene, candidates)
    acts = [c for c in candidates if _tells(scene, c) and _is_enough(scene, c, candidates)]
    acts = [act for act in acts if not _relays(scene, act, acts)]
    if any(_looks_back(scene, act) for act in acts):
        page.flashback = (page.paragraph, page.read)
    found = [(act, when) for act in acts if (when := date_of(page, scene, candidates, act, said))]
    found = without_report(scene, found, said)
    if said and said.time >= 0:
        _hear(page, scene.tokens[said.time].time, said)
    pairs = [pair for pair in found if not (is_quiet(scene, pair[0]) and pair[0].time < 0)]
    told = pairs if any(pair[0].roles.sources or pair[0].roles.targets for pair in pairs) else []
    sides = {pair[0].clause for pair in told if scene.clauses[pair[0].clause].opener in _ASIDE}
    dated = {pair[0].trigger for pair in found}
    undated = undated_acts(page, scene, [act for act in acts if act.trigger not in dated], said)
    undated = [
        pair for pair in undated if not (is_quiet(scene, pair[0]) and _only_carries(scene, pair[0], said))
    ]
    if len(sides) < len({pair[0].clause for pair in told}):
        undated = [_beside(pair, told) for pair in undated if _is_of_others(scene, pair[0], told)]
    pairs = [*undated, *pairs]
    pairs += alongside(scene, candidates, pairs) if pairs else _subject(page, scene, candidates)
    remarks = _remarks(page, acts) if not pairs else []
    return [*pairs, *_talks(scene, [*pairs, *remarks], candidates)]


def _relays(scene: Scene, act: Candidate, acts: Sequence[Candidate]) -> bool:
    """As in "Lavrov said he was ready, state media said on Thursday": they only pass on his words."""
    clause = scene.clauses[act.clause]
    if not act.report or clause.opener is not Opener.COMMA or act.meaning.kind is not Kind.STATEMENT:
        return False
    media = any(token.low in _MEDIA for token in scene.tokens[clause.start : act.trigger])
    return media and any(c.report and c.clause < act.clause and c.roles.sources for c in acts)


def _looks_back(scene: Scene, act: Candidate) -> bool:
    """As in "Kim had also threatened to call it off": the main clause goes back before the news."""
    back = act.use is not None and act.use.anterior
    return back and scene.clauses[act.clause].opener is Opener.START


def _subject(page: Page, scene: Scene, candidates: Sequence[Candidate]) -> list[Pair]:
    """As in "The arrest of Gershkovich by the FSB shocked Washington", where the news is told."""
    noun = told_by_subject(scene, candidates) if page.in_head() else None
    day = page.current_day()
    return (
        [(noun, about(day[0], f"no date of its own; the day of the news: {day[1]}"))] if noun and day else []
    )


def _remarks(page: Page, acts: Sequence[Candidate]) -> list[Pair]:
    """As in "He made the remarks at a meeting with Xi": words told before, at talks that were not."""
    day = page.told or page.current_day()
    said = [act for act in acts if act.meaning.kind is Kind.STATEMENT and act.use and not act.use.anterior]
    return [(act, about(*day)) for act in said] if day else []


def _talks(scene: Scene, pairs: Sequence[Pair], candidates: Sequence[Candidate]) -> Iterator[Pair]:
    """Yields the talks at which something was said or done on a day, where they have none of their own."""
    known = {candidate.trigger for candidate in candidates}
    for act, when in pairs:
        talks = talks_beside(scene, act.clause) if when.precision is Precision.DAY and act.use else None
        if talks and talks.trigger not in known and act.status is Status.HAPPENED:
            yield talks, about(when.day, f"no date of its own; before what was told with {when.why}")
            known.add(talks.trigger)


def _beside(pair: Pair, dated: Sequence[Pair]) -> Pair:
    """An act without a date in the same sentence as dated ones: near the last of these before it."""
    act, when = pair
    before = [
        pair for pair in dated if pair[0].trigger < act.trigger and pair[0].status is not Status.ANNOUNCED
    ]
    days = [w for _, w in before if w.first == w.last]
    if not days or when.basis is not Basis.INHERITED:
        return pair
    return act, about(days[-1].first, f"no date of its own; told next to {days[-1].why}")


def _only_carries(scene: Scene, act: Candidate, said: Attribution | None) -> bool:
    """As in ", it added", ", agencies reported": whoever speaks is not named anew, or only carries words."""
    start = scene.tokens[0].start
    if told_by_person(scene, act):
        return False
    again = all(mention.start < start for mention in act.roles.sources)
    return again or (said is not None and said.trailing and said.clause == act.clause)


def _is_of_others(scene: Scene, act: Candidate, dated: Sequence[Pair]) -> bool:
    """Whether an act without a date stands beside dated ones on its own.

    As in "Kissinger spoke on Thursday, and Ford ordered jets there", or "Kim watched the launch, state media
    said, and visited the centre on Wednesday".
    """
    dated = [pair for pair in dated if pair[0].use]  # who hailed Tuesday's summit did so on another day
    acted = {mention.entity for pair in dated for mention in pair[0].roles.sources}
    others = all(mention.entity not in acted for mention in act.roles.sources)
    told = any(act.trigger == pair[0].trigger for pair in dated)
    first = scene.clauses[act.clause].opener is Opener.START
    later = all(act.clause < pair[0].clause for pair in dated)
    return not told and not act.report and (later if first else others)


def _hear(page: Page, time: TimeExpression | None, said: Attribution) -> None:
    """The day on which the news of the head was told is that of the news, where no act in it has its own."""
    if time:
        page.hear(time, said.by.entity if said.by else None)


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
    time = scene.tokens[at].time if at >= 0 else ahead(scene, candidates, act)
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

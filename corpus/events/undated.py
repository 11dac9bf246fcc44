"""Acts that are told without a date: they are near the day of the news, or go on with what was told."""

from collections.abc import Sequence
from datetime import date

from corpus.events.attribution import Attribution
from corpus.events.candidates import Candidate
from corpus.events.carried import Pair, hangs_on, intends, is_told, without_report
from corpus.events.clauses import Clause, Opener
from corpus.events.counted import count_of
from corpus.events.dated import Dated, about, resumed, shared
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.own_date import is_habit
from corpus.events.page import HEAD, Page
from corpus.events.standing import pieces_of, stands_alone
from corpus.events.verbs import Voice
from corpus.model import Basis, EntityType, Kind, Precision
from corpus.times.reasons import named_day

_TAKING_UP = {"he", "she", "they"}  # subjects that go on with whom the sentence before told of
_TOLD = {"the", "this", "that", "these", "those", "such", "it", "them"}  # what is known
_OPENING = 8  # tokens
_STALE_DAYS = 31  # an act that followed something older than this is no news
_FORCE = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.MOBILIZE})  # "said its guns shot down ten drones"
_BEFALLING = {Kind.COERCE, Kind.ASSAULT}
_FINE = {Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.INTERVAL, Precision.MONTH}


def undated_acts(page: Page, scene: Scene, acts: Sequence[Candidate], said: Attribution | None) -> list[Pair]:
    """Returns the acts that a report tells without a date: they are near the day of its news."""
    day, before = page.current_day(), page.goes_on_from()
    today, head, resuming = page.document.today, page.in_head(), -1
    found: list[Pair] = []
    for act in acts:
        alone = stands_alone(scene, act, today, head=head) and not _said_before(page, scene, act)
        alone = alone and not (
            _is_of_a_life(page, act) or _is_known(page, scene, act) or _follows_nothing(page, scene, act)
        )
        belongs, then = page.occasions.date(scene, act, head=head) if alone else (False, None)
        if belongs:
            found += [(act, then)] if then else []
        elif (
            before
            and alone
            and (_resumes(page, scene, act) or _joins(scene, act, resuming) or _continues(page, act))
        ):
            found.append((act, resumed(before)))
            resuming = act.clause
        elif day is None and page.told and alone and _goes_on(page, scene, act):
            found.append((act, about(page.told[0], f"no date of its own; told next to {page.told[1]}")))
        elif day and (alone or _is_reported(page, scene, act, said)):
            found.append((act, _near(page, scene, act, day)))
    return without_report(scene, found, said)


def _is_of_a_life(page: Page, act: Candidate) -> bool:
    """As in "He was detained while on a trip", below the head: what once befell whom the news is of."""
    passive = act.use is not None and act.use.voice is Voice.PASSIVE and not act.use.perfect
    befell = passive and act.meaning.kind in _BEFALLING and page.read >= HEAD - 1 and not page.told
    befell = befell and (act.meaning.kind is Kind.ASSAULT or not act.roles.sources)
    return befell and any(mention.type is EntityType.PERSON for mention in act.roles.targets)


def _is_known(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "As the agency reported earlier, Seoul warned", or what the head took up in a relative clause."""
    opening = [token.low for token in scene.tokens[:_OPENING]]
    reported = opening[0] == "as" and "earlier" in opening
    sources = {mention.entity for mention in act.roles.sources}
    return reported or (page.read > 0 and page.is_known(scene.tokens[act.trigger].lemma, sources))


def _follows_nothing(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "He was held for months. He later pleaded guilty and was jailed": later than what has no date."""
    if page.before or page.here or page.read == 0 or act.report:
        return False
    clause = scene.clauses[act.clause]
    joined = clause.opener is Opener.AND and act.clause > 0
    first = scene.clauses[act.clause - 1].start if joined else clause.start
    low = [token.low for token in scene.tokens[first : clause.end]]
    return any(low[k] in _TAKING_UP and "later" in low[k + 1 : k + 3] for k in range(len(low)))


def _continues(page: Page, act: Candidate) -> bool:
    """As in "Seoul said last week that … It said": more from who spoke or acted in the sentence before."""
    before, sources = page.before, {mention.entity for mention in act.roles.sources}
    wide = before is not None and before.precision is not Precision.DAY and before.basis is not Basis.EXPLICIT
    return wide and bool(sources) and sources <= page.before_of and not (act.use and act.use.perfect)


def _resumes(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "In response, Pyongyang demanded", "Rejecting the charge, it left", "Moscow then cut the gas"."""
    clause, first = scene.clauses[act.clause], scene.tokens[0]
    taken_up = Form.ING in first.forms and len(scene.tokens) > 1 and scene.tokens[1].low in _TOLD
    opening = f" {' '.join(token.low for token in scene.tokens[:3])} "
    resuming = any(f" {words} " in opening for words in lexicon().mood["resuming"])
    then = any(token.low == "then" for token in scene.tokens[clause.start : clause.end])
    return (taken_up and page.tells_another_story()) or resuming or then


def _joins(scene: Scene, act: Candidate, clause: int) -> bool:
    """Whether an act goes on by "and" from one in clause `clause`."""
    return clause in {act.clause, act.clause - 1} and scene.clauses[act.clause].opener is Opener.AND


def _is_reported(page: Page, scene: Scene, act: Candidate, said: Attribution | None) -> bool:
    """As in "Said that its minister had put off a trip", with no date at all: the news is the act."""
    if said is None or said.time >= 0 or said.trailing or act.time >= 0:
        return False
    if not (act.roles.sources or (act.roles.targets and act.meaning.kind in _FORCE)):
        return False
    clause = scene.clauses[act.clause]
    dated = any(token.time for token in scene.tokens[clause.start : clause.end])
    fresh = page.in_head() and not (scene.tokens[scene.clauses[said.clause].verb].forms & {Form.PAST})
    carried = said.by is None or said.by.type is EntityType.MEDIUM  # "KCNA said Kim attended a concert"
    declared = said.declares(act) or intends(act)
    simple = fresh or carried or declared or act.meaning.kind in _FORCE
    told = act.use is not None and (
        act.use.anterior or (act.use.perfect and page.in_head()) or (simple and not act.use.present)
    )
    return (
        told and not dated and not is_habit(scene, act) and hangs_on(scene, act, said) and is_told(act, said)
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
    pieces = pieces_of(scene, act)
    later = any(token.low == "later" for piece in pieces for token in scene.tokens[piece.start : piece.end])
    soon = any(_soon_after(scene, piece) for piece in pieces)
    if page.told and (later or soon or _goes_on(page, scene, act)):
        return about(page.told[0], f"no date of its own; told next to {page.told[1]}")
    acting = frozenset(mention.entity for mention in (*act.roles.sources, *act.roles.targets))
    if acting in page.affairs and act.meaning.kind is not Kind.STATEMENT:
        affair = page.affairs[acting]
        return about(affair[0], f"no date of its own; told of those who met {affair[1]}")
    if act.use and act.use.perfect and (today := page.document.today):
        return about(today, f"no date of its own; {named_day(published, written)}")
    return about(day[0], f"no date of its own; the day of the news: {day[1]}")


def _long_after(scene: Scene, act: Candidate, news: date) -> Dated | None:
    """As in "Seoul barred tours after a guard shot a tourist in July 2008": no news, but soon after that.

    What was done hours after it was done on the same day, old or not.
    """
    index = act.clause + 1
    after = scene.clauses[index] if index < len(scene.clauses) else None
    if after is None or after.opener is not Opener.SUB or after.word != "after":
        return None
    times = (token.time for token in scene.tokens[after.start : after.end])
    time = next((t for t in times if t and t.last and t.precision in _FINE), None)
    if time is None or time.last is None:
        return None
    count = count_of(scene, index)
    if count and count.at_once:
        return shared(time)
    return shared(time) if (news - time.last).days > _STALE_DAYS else None


def _goes_on(page: Page, scene: Scene, act: Candidate) -> bool:
    """Whether those who acted on a day act again in the same paragraph: "Yoon told him that", "He left"."""
    sources = {mention.entity for mention in act.roles.sources}
    before = scene.tokens[act.use.edge - 1].low if act.use and act.use.edge else ""
    resumes = before in _TAKING_UP and not act.report
    acting = act.roles.sources if resumes or page.heard else (*act.roles.sources, *act.roles.targets)
    near = all(m.entity in page.told_of or (m.country in page.lands and not page.heard) for m in acting)
    return bool(sources) and near and not (act.use and act.use.anterior)


def _soon_after(scene: Scene, piece: Clause) -> bool:
    """As in "Hours after the second launch, Moon ordered talks"."""
    low = [token.low for token in scene.tokens[piece.start : piece.start + 2]]
    return low in (["hours", "after"], ["minutes", "after"], ["shortly", "after"], ["immediately", "after"])


def _said_before(page: Page, scene: Scene, act: Candidate) -> bool:
    """Whether an undated statement only goes on with the words of somebody who has spoken already."""
    content = act.clause + 1
    told = content < len(scene.clauses) and scene.clauses[content].opener is Opener.CONTENT
    spoke = any(mention.entity in page.spoke for mention in act.roles.sources)
    return act.meaning.kind is Kind.STATEMENT and spoke and not told

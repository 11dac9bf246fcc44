"""Acts that are told without a date: they are near the day of the news, or go on with what was told."""

from collections.abc import Sequence
from datetime import date

from corpus.events.attribution import Attribution
from corpus.events.background import is_background, is_of_old
from corpus.events.candidates import Candidate
from corpus.events.carried import Pair, hangs_on, intends, is_told, without_report
from corpus.events.clauses import Opener
from corpus.events.counted import count_of
from corpus.events.dated import Dated, about, resumed, shared
from corpus.events.doers import Scene
from corpus.events.earlier import told_as_earlier
from corpus.events.inflection import Form
from corpus.events.kinds import WORDS
from corpus.events.own_date import is_habit
from corpus.events.page import Page
from corpus.events.placed import placed_by
from corpus.events.resuming import goes_on, joins, resumes, soon_after
from corpus.events.standing import is_told_beside, pieces_of, stands_alone
from corpus.events.verbs import Shape
from corpus.model import EntityType, Kind, Precision
from corpus.times.reasons import named_day

_STALE_DAYS = 31  # an act that followed something older than this is no news
_FORCE = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.MOBILIZE})  # "said its guns shot down ten drones"
_WORDS = frozenset({Kind.ACCUSE, Kind.REJECT, Kind.SUPPORT, Kind.REQUEST})
_FINE = {Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.INTERVAL, Precision.MONTH}


def undated_acts(page: Page, scene: Scene, acts: Sequence[Candidate], said: Attribution | None) -> list[Pair]:
    """Returns the acts that a report tells without a date: they are near the day of its news."""
    day, before = page.current_day(), page.goes_on_from()
    today, head, resuming, gone = page.document.today, page.in_head(), -1, -1
    placed, found = -1, list[Pair]()
    if page.section_day:
        return [(act, page.section_day) for act in acts if _is_under_day(scene, act, today)]
    for act in acts:
        alone = stands_alone(scene, act, today, head=head) and not is_background(page, scene, act)
        alone = alone and (bool(found) or not is_told_beside(scene, act))
        there = placed_by(page, scene, act) if alone else None
        if there is None and alone and joins(scene, act, placed):
            there = found[-1][1]
        if there:
            found.append((act, there))
            placed = act.clause
            continue
        belongs, then = (
            page.occasions.date(scene, act, day[0] if day else None, head=head) if alone else (False, None)
        )
        if belongs and then:
            found.append((act, then))
            page.go_on(then, act.roles)
        elif belongs or joins(scene, act, gone):
            gone = act.clause
        elif before and alone and resumes(page, scene, act, resuming):
            found.append((act, resumed(before)))
            resuming = act.clause
            page.go_on(before, act.roles)
        elif day is None and page.told and alone and goes_on(page, scene, act):
            found.append((act, about(page.told[0], f"no date of its own; told next to {page.told[1]}")))
        elif day and not is_of_old(page, scene, act) and (alone or _is_reported(page, scene, act, said)):
            found.append((act, _near(page, scene, act, day)))
    return without_report(scene, found, said)


def _is_under_day(scene: Scene, act: Candidate, today: date | None) -> bool:
    """Whether an act stands under the day that heads its section; chronologies tell in the present, too."""
    use = act.use
    presents = use is not None and use.present and use.shape is Shape.FINITE and not act.report
    main = scene.clauses[act.clause].opener in {Opener.START, Opener.AND}
    return stands_alone(scene, act, today, head=True) or (presents and main and bool(act.roles.sources))


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
    declared = said.declares(act) or intends(act) or _is_own_contact(act, said)
    report = scene.clauses[said.clause]
    if told_as_earlier(scene.tokens[report.start : report.end]):
        return False  # "concluded at the time that he was killed"
    simple = fresh or carried or declared or act.meaning.kind in _FORCE or _is_own_word(act, said)
    told = act.use is not None and (
        act.use.anterior or (act.use.perfect and page.in_head()) or (simple and not act.use.present)
    )
    return (
        told and not dated and not is_habit(scene, act) and hangs_on(scene, act, said) and is_told(act, said)
    )


def _is_own_word(act: Candidate, said: Attribution) -> bool:
    """As in "Park said she condemned the test": words that are an act by being said."""
    own = said.by is not None and said.by.entity in {mention.entity for mention in act.roles.sources}
    return own and act.meaning.kind in _WORDS and not act.lone


def _is_own_contact(act: Candidate, said: Attribution) -> bool:
    """As in "Rutte said that he spoke with Yoon": whom a speaker has met he tells as news."""
    own = said.by is not None and said.by.entity in {mention.entity for mention in act.roles.sources}
    return own and act.meaning.kind in {Kind.CONSULT, Kind.AGREE} and bool(act.roles.targets)


def _near(page: Page, scene: Scene, act: Candidate, day: tuple[date, str]) -> Dated:
    """The day of the news; "then" takes up the one told last, and "has met" goes up to the publication."""
    published, written = page.document.published, page.document.written
    clause = scene.clauses[act.clause]
    since = _long_after(scene, act, day[0])
    if since:
        return since
    if page.told and any(token.low == "then" for token in scene.tokens[clause.start : clause.end]):
        return about(page.told[0], f"“then”: {page.told[1]}")
    if page.told and (_is_later(scene, act) or goes_on(page, scene, act)):
        return about(page.told[0], f"no date of its own; told next to {page.told[1]}")
    done = act.meaning.kind not in WORDS - {Kind.SUPPORT} and not (act.use and act.use.perfect)
    opened = page.fronted_day({mention.entity for mention in act.roles.sources}) if done else None
    if opened:
        return about(opened[0], f"no date of its own; told next to {opened[1]}")
    acting = frozenset(mention.entity for mention in (*act.roles.sources, *act.roles.targets))
    if acting in page.affairs and act.meaning.kind is not Kind.STATEMENT:
        affair = page.affairs[acting]
        return about(affair[0], f"no date of its own; told of those who met {affair[1]}")
    if act.use and act.use.perfect and (today := page.document.today):
        return about(today, f"no date of its own; {named_day(published, written)}")
    older = page.older_news()
    if older and not (act.use and act.use.present):
        return resumed(older)
    return about(day[0], f"no date of its own; the day of the news: {day[1]}")


def _is_later(scene: Scene, act: Candidate) -> bool:
    """As in "He later left", "Hours after that, he left"."""
    pieces = pieces_of(scene, act)
    later = any(token.low == "later" for piece in pieces for token in scene.tokens[piece.start : piece.end])
    return later or any(soon_after(scene, piece) for piece in pieces)


def _long_after(scene: Scene, act: Candidate, news: date) -> Dated | None:
    """As in "Seoul barred tours after a guard shot a tourist in July 2008": no news, but soon after that.

    What was done hours after it was done on the same day, old or not.
    """
    index = act.clause + 1
    after = scene.clauses[index] if index < len(scene.clauses) else None
    if after is None or after.opener is not Opener.SUB or after.word != "after":
        return None
    times = (token.time for token in scene.tokens[after.start : after.end])
    time = next((t for t in times if t and t.last and t.precision in _FINE | {Precision.YEAR}), None)
    if time is None or time.last is None:
        return None
    count = count_of(scene, index)
    if count and count.at_once:
        return shared(time)
    return shared(time) if (news - time.last).days > _STALE_DAYS else None

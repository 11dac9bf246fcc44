"""Acts without a date of their own that stand beside one: in their "where", "when" or "after"."""

from datetime import date, timedelta

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.dated import Dated, resumed, shared
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.page import Page
from corpus.events.usable import usable
from corpus.model import Precision

_STALE_DAYS = 31  # what followed something older than this is no news
_FINE = {Precision.DAY, Precision.WEEKEND, Precision.WEEK, Precision.INTERVAL, Precision.MONTH}
_PRONOUNS = {"he", "she", "it", "they"}


def placed_by(page: Page, scene: Scene, act: Candidate) -> Dated | None:
    """Returns the date that the side clause beside an act, or the clause that it hangs on, tells."""
    return _there(page, scene, act) or _at_that(scene, act, page.document.today) or _upon(page, scene, act)


def _there(page: Page, scene: Scene, act: Candidate) -> Dated | None:
    """As in "The visit in July, when Kim took him to a fair where he saw rockets": where it was, and when.

    The place of what is done now has no such day: "will meet on Saturday in Busan, where they agreed".
    """
    index, news = act.clause, page.news_day()
    if scene.clauses[index].word != "where" or news is None:
        return None
    while index > 0 and (
        scene.clauses[index].verb < 0 or scene.clauses[index].opener in {Opener.SUB, Opener.WHO}
    ):
        index -= 1
        clause = scene.clauses[index]
        spots = [k for k in range(clause.start, clause.end) if scene.tokens[k].time]
        if spots:
            time = scene.tokens[spots[-1]].time if usable(scene.tokens, spots[-1]) else None
            if time is None or time.text.lower().endswith((" after", " before")):
                return None
            return shared(time) if time.last and time.last < news[0] - timedelta(days=1) else None
    return None


def _at_that(scene: Scene, act: Candidate, today: date | None) -> Dated | None:
    """As in "Lee said when he arrived there last week": on the day of what was done then."""
    index = act.clause + 1
    while index < len(scene.clauses) and scene.clauses[index].verb < 0:
        index += 1
    clause = scene.clauses[index] if index < len(scene.clauses) else None
    if clause is None or clause.opener is not Opener.SUB or clause.word != "when":
        return None
    if Form.PAST not in scene.tokens[clause.verb].forms:
        return None
    times = (scene.tokens[k].time for k in range(clause.start, clause.end) if usable(scene.tokens, k))
    time = next((t for t in times if t and t.last and t.precision in _FINE), None)
    return shared(time) if time and time.last and today and time.last <= today else None


def _upon(page: Page, scene: Scene, act: Candidate) -> Dated | None:
    """As in "After she was charged, Moscow called for her release", where a date was told for that."""
    before = scene.clauses[act.clause - 1] if act.clause else None
    if before is None or before.opener is not Opener.SUB or before.word not in {"after", "when"}:
        return None
    words = scene.tokens[before.start : before.end]
    named = {token.mention.entity for token in words if token.mention}
    if any(token.time for token in words):
        return None
    for token in words:
        when, actors = page.deeds.get(token.low, (None, frozenset()))
        known = not named.isdisjoint(actors) or (not named and words[0].low in _PRONOUNS)
        news = page.news_day()
        if when and known and news and when.last < news[0] - timedelta(days=_STALE_DAYS):
            return resumed(when)
    return None

"""Times counted from another act: "a day after Biden left", "hours after they met", "two months before".

The time of such a side clause is that of the main clause less (or plus) the count; hours are the same day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.events.candidates import Candidate
from corpus.events.clauses import Clause, Opener
from corpus.events.dated import Dated, about, shared
from corpus.events.doers import Scene
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.events.usable import usable
from corpus.events.verbs import Shape
from corpus.model import Basis, Precision, TimeExpression
from corpus.times import value
from corpus.times.value import Value

_DAYS = {"hour": 0, "minute": 0, "moment": 0, "day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_MONTH = 31  # days
_AT_ONCE = {"shortly", "immediately", "soon", "just", "right"}
_OPEN = {"less", "more", "fewer"}
_VAGUE = {"less", "more", "fewer", "nearly", "almost", "about", "over", "under", "around", "within"}
_LINKS = {Opener.WHO, Opener.BRACKET, Opener.COMMA}


@dataclass(frozen=True, slots=True)
class Count:
    """How far a side clause lies from its main clause: whole days or months, negative for what came before.

    `exact` is False for a count that is only near: "nearly a week after".
    """

    days: int
    months: int
    exact: bool

    @property
    def at_once(self) -> bool:
        """Whether it was on the same day: hours after."""
        return not (self.days or self.months)

    def within(self, time: TimeExpression) -> bool:
        """Whether it leads no further than a wide time reaches: weeks from a month, months from a year."""
        if time.first is None or time.last is None:
            return False
        return abs(self.days) + abs(self.months) * _MONTH <= (time.last - time.first).days

    def value(self, day: date) -> Value:
        """Returns what lies so far from a day: a day, or the month or year of it."""
        if not self.months:
            return value.day(day + timedelta(days=self.days))
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        return value.year(year) if self.months % 12 == 0 else value.month(year, month + 1)


def counted_from(scene: Scene, act: Candidate, news: tuple[date, str] | None) -> Dated | None:
    """Returns the date of an act in a counted side clause, from that of its main clause or of the news.

    `news` is the day of the news, with its reason, for a main clause without a date.
    """
    side = side_clause(scene, act.clause)
    count = count_of(scene, side) if side >= 0 else None
    if count is None or act.use is None or act.use.shape is not Shape.FINITE:
        return None
    main = _main_time(scene, side, act.clause)
    if main is None and news is None:
        return None
    if main and main.precision is not Precision.DAY:
        return shared(main) if count.within(main) else None
    day, told = (main.first, main.why) if main and main.first else news or (date.min, "")
    found = count.value(day)
    if found.edtf is None or found.first is None or found.last is None:
        return None
    why = f"“{_words(scene, side)}” {told}"
    if found.precision is Precision.DAY and (main is None or not count.exact):
        return about(found.first, why)
    return Dated(found.edtf, found.first, found.last, found.precision, Basis.RELATIVE, why, None)


def is_counted(scene: Scene, act: Candidate) -> bool:
    """Whether an act stands in a counted side clause: "hours after Trump claimed"."""
    side = side_clause(scene, act.clause)
    return side >= 0 and count_of(scene, side) is not None


def _main_time(scene: Scene, side: int, last: int) -> TimeExpression | None:
    """The time of the main clause: the nearest one told before the side clause, else after it."""
    spots = [
        i
        for k, clause in enumerate(scene.clauses)
        if not side <= k <= last and clause.opener not in {Opener.WHO, Opener.SUB}
        for i in range(clause.start, clause.end)
        if scene.tokens[i].time and usable(scene.tokens, i) and not _counts(scene.tokens[i])
    ]
    start = scene.clauses[side].start
    ahead = [i for i in spots if i < start]
    behind = [] if any(clause.verb >= 0 for clause in scene.clauses[:side]) else spots[:1]
    return scene.tokens[(ahead[-1:] or behind)[0]].time if ahead or behind else None


def _words(scene: Scene, side: int) -> str:
    start = scene.clauses[side].start
    time = scene.tokens[start - 1].time
    return time.text if time else " ".join(token.low for token in scene.tokens[max(0, start - 3) : start])


def side_clause(scene: Scene, index: int) -> int:
    """Returns the counted clause that clause `index` belongs to, or -1.

    Its own piece behind an aside belongs to it, and so does what it says: "after Seoul said that it had".
    """
    clauses = scene.clauses
    for k in range(index, -1, -1):
        clause = clauses[k]
        if k == index and clause.word == "where":
            continue
        if clause.opener is Opener.SUB:
            return k if (clause.word in {"after", "before"} or _led(scene.tokens, clause)) else -1
        content = clause.opener is Opener.CONTENT and k > 0 and clauses[k - 1].opener is Opener.SUB
        piece = clause.opener in _LINKS and k > 0 and (k == index or clause.verb < 0)
        joined = k == index and clause.opener is Opener.AND and k > 0 and not _starts_anew(scene, clause)
        there = clauses[index].word == "where" and clause.verb < 0 and k > 0
        if not (content or joined or there or (piece and clauses[k - 1].verb < 0)):
            return -1
    return -1


def _starts_anew(scene: Scene, clause: Clause) -> bool:
    """Whether a clause behind "and" has a subject of its own, or a comma takes it back to the main clause."""
    return clause.verb != clause.start or scene.tokens[clause.start - 2].low == ","


def count_of(scene: Scene, side: int) -> Count | None:
    """Returns the count in front of a side clause, None where there is none."""
    tokens, clause = scene.tokens, scene.clauses[side]
    start = clause.start
    if _led(tokens, clause):
        time = tokens[start - 1].time
        words = time.text.lower().split() if time else []
    else:
        begin = max(0, start - 6)
        words = [token.low for token in tokens[begin:start]]
    if not words or words[-1] not in {"after", "before"} or "for" in words[-4:]:
        return None  # "was held for nine months after he was arrested"
    return _count(words[:-1], -1 if words[-1] == "after" else 1)


def _led(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause stands behind a time that ends in "after" or "before"."""
    return bool(clause.start) and _counts(tokens[clause.start - 1])


def _counts(token: Token) -> bool:
    return token.time is not None and token.time.text.lower().endswith((" after", " before"))


def _count(words: Sequence[str], sign: int) -> Count | None:
    if not words:
        return None
    unit = words[-1].removesuffix("s")
    if words[-1] in _AT_ONCE:
        return Count(0, 0, exact=True)
    number = _number(words[-2]) if len(words) > 1 else 0
    exact = not _VAGUE.intersection(words[-4:-1])
    if _DAYS.get(unit) != 0 and _OPEN.intersection(words[-4:-1]):
        return None
    if unit in _DAYS:
        if _DAYS[unit] and not number:
            return None
        return Count(sign * (number or 1) * _DAYS[unit], 0, exact=exact and unit != "week")
    return Count(0, sign * number * _MONTHS[unit], exact=exact) if unit in _MONTHS and number else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 4 else lexicon().numbers.get(word, 0)

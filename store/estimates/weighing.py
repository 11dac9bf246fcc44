"""Which day of publication makes the weekdays and months of a document agree with what it retells."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus import Basis, Status
from store.estimates.evidence import Evidence, Retold, is_one_occasion, resembling
from store.estimates.model import Estimate
from store.estimates.outlines import REFERENCE, Outline, day_of_year
from store.export.dates import weekday_in_words
from store.merge.compare import MONTH
from store.merge.shift import has_particulars
from store.merge.telling import Telling

Reading = Callable[[date], Sequence[Outline]]
"""Reads the undated document as if it had been published on a day."""

_DAY = timedelta(1)

_NEWS_DAYS = 14
"""A time expression further from the day of publication does not tell it."""

_MOST = 8
"""So many days are looked at closely, those first that most retellings speak for."""

_LATE = 2
"""A report that appears more days after what it tells looks back, and says nothing of when others did."""

_FAR = 10
"""Reports of what lies further apart than so many days are of two events, such as two launches."""

_WORSE = 0.15
"""What resembles a report of another day so much more tells nothing of this one."""

_SURE, _ALONE = 0.7, 0.8
"""From these resemblances on, something is surely retold, where its words have particulars in common; and a
single retelling will do, where the like of it is told of no other day."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """An event of the document whose date, by its own words, is that of a dated telling, or beside it."""

    outline: Outline
    other: Telling
    score: float
    is_same_day: bool

    @property
    def is_plain(self) -> bool:
        """Whether both have it on one day, done in both or still to come in both."""
        return self.is_same_day and self.outline.telling.status is self.other.status

    @property
    def is_sure(self) -> bool:
        """Whether the words alone show that it is a retelling."""
        return self.score >= _SURE and has_particulars(self.outline.telling, self.other)

    @property
    def is_certain(self) -> bool:
        """Whether the words show it, or two people who do something together."""
        return self.is_sure or is_one_occasion(self.outline.telling, self.other)


def estimate(reading: Reading, found: Evidence, reference: date) -> Estimate | None:
    """Returns the day of publication that the evidence speaks for, None where it does not suffice.

    `reference` is the supposed day of publication under which the evidence was found.
    The day with the most agreement; among equals the one under which the weekdays lie closest together, for
    “on Wednesday” and “on Friday” are of one week; then the one nearest to the days on which others told the
    same, and to what is told, since news is told at once; then the earliest.
    """
    votes = _votes(reading, found) + _votes_of_dates(reading(reference), found)
    days = sorted(votes, key=lambda day: (-votes[day], day))[:_MOST]
    weighed = [(day, agreed) for day in days if (agreed := _weigh(reading(day), found, day))]
    if not weighed:
        return None
    day, agreed = min(weighed, key=lambda each: (-_weight(each[1]), *_fit(reading(each[0]), *each)))
    return Estimate(day, _in_words(agreed))


def _votes(reading: Reading, found: Evidence) -> Counter[date]:
    """Returns how much speaks for each day: those on which the document's words give an event its day."""
    votes: Counter[date] = Counter()
    for weekday in range(7):
        supposed = REFERENCE + timedelta(weekday)
        for outline in reading(supposed):
            distance = outline.telling.first - supposed
            if outline.telling.is_exact and abs(distance.days) <= _NEWS_DAYS:
                for day, votes_for in _told_on(found.get(outline.telling.start, ())).items():
                    if (day - distance).weekday() == weekday:
                        votes[day - distance] += votes_for
    return votes


def _votes_of_dates(told: Sequence[Outline], found: Evidence) -> Counter[date]:
    """Returns how much speaks for each day by a month and its day: the news may be of the day after."""
    votes: Counter[date] = Counter()
    for outline in told:
        if outline.tells_date:
            days = {retold.telling.first for retold in found.get(outline.telling.start, ())}
            for day in (day for day in days if day_of_year(day) == day_of_year(outline.telling.first)):
                votes.update({day: 2, day + _DAY: 1})
    return votes


def _told_on(near: Sequence[Retold]) -> Counter[date]:
    """Returns the days on which an event is told to have been, and, with half the weight, those beside."""
    days = {retold.telling.first for retold in near}
    told = Counter(dict.fromkeys(days, 2))
    told.update(day + beside for day in days for beside in (-_DAY, _DAY) if day + beside not in days)
    return told


def _weigh(told: Sequence[Outline], found: Evidence, day: date) -> list[Agreed]:
    """Returns what agrees under a day of publication; nothing where that does not suffice.

    Nor where anything speaks against the day.
    """
    agreed = [best for outline in told if (best := _agreement(outline, found)) is not None]
    sure = {each.outline.telling.start for each in agreed}
    if any(_contradicts(outline, found, sure) or _is_too_late(outline, day) for outline in told):
        return []
    checked = [each for each in agreed if each.outline.checks and each.is_same_day]
    several = {(each.outline.telling.value, each.outline.telling.kind) for each in checked}
    exact = [each for each in checked if each.is_same_day and _tells_news(each.outline, told)]
    retold = {each.other.fingerprint for each in checked}
    will_do = (len(several) > 1 and len(retold) > 1) or any(_does_alone(each, found) for each in exact)
    return agreed if exact and will_do else []


def _tells_news(outline: Outline, told: Sequence[Outline]) -> bool:
    """Tells whether an event's day is near that of the news: by a weekday, or by the last of all dates.

    A report that tells any weekday tells its news so; what it tells by a date is of the past.
    """
    if outline.tells_day or any(other.tells_day for other in told):
        return outline.tells_day
    return outline.tells_date and outline.telling.first == max(other.telling.first for other in told)


def _does_alone(agreed: Agreed, found: Evidence) -> bool:
    """Tells whether a single retelling suffices."""
    telling = agreed.outline.telling
    others = [retold.telling for retold in found[telling.start]]
    if agreed.outline.tells_date:
        told = day_of_year(telling.first)
        years = {other.first.year for other in others if day_of_year(other.first) == told}
        return len(years) == 1 and (agreed.is_certain or agreed.score >= _SURE)
    is_unique = all(_apart(telling, other) <= 1 for other in others)
    return agreed.is_sure and agreed.score >= _ALONE and is_unique


def _agreement(outline: Outline, found: Evidence) -> Agreed | None:
    telling = outline.telling
    near = [
        Agreed(outline, retold.telling, retold.score, is_same_day=apart == 0)
        for retold in found.get(telling.start, ())
        if (apart := _apart(telling, retold.telling)) <= 1 and resembling(telling, retold.telling)
    ]
    best = max((retold.score for retold in found.get(telling.start, ())), default=0.0)
    near = [each for each in near if each.score > best - _WORSE]
    same = [each for each in near if each.is_same_day or each.is_sure]
    return max(same, key=lambda e: (e.is_same_day, e.score, e.other.fingerprint), default=None)


def _apart(telling: Telling, other: Telling) -> int:
    """Returns how many days a dated telling lies outside the time of an event."""
    if telling.days > MONTH:
        return _FAR
    return max((telling.first - other.first).days, (other.first - telling.last).days, 0)


def _contradicts(outline: Outline, found: Evidence, sure: set[int]) -> bool:
    """Tells whether what an event certainly retells lies on another day not far away.

    A day apart is what reports differ in anyhow.
    """
    telling = outline.telling
    if telling.start in sure or not outline.checks or not telling.is_exact:
        return False
    return any(
        1 < _apart(telling, retold.telling) <= _FAR
        and Agreed(outline, retold.telling, retold.score, is_same_day=False).is_certain
        for retold in found.get(telling.start, ())
    )


def _is_too_late(outline: Outline, day: date) -> bool:
    telling = outline.telling
    is_fixed = telling.basis is Basis.EXPLICIT or outline.tells_date
    return is_fixed and telling.status is Status.HAPPENED and telling.first > day


def _weight(agreed: Sequence[Agreed]) -> float:
    """Returns how much agrees: each event of the document by its best retelling.

    By half what lies a day beside it, and what would still have been to come.
    """
    best = {each.outline.telling.start: each.score / (1 if each.is_plain else 2) for each in agreed}
    return round(sum(best.values()), 4)


def _fit(told: Sequence[Outline], day: date, agreed: Sequence[Agreed]) -> tuple[int, int, int, date]:
    """Returns how ill a day fits what is told and retold, itself last: of equals the first is best."""
    return _spread(told), _beside(agreed, day), _distance(told, day), day


def _spread(told: Sequence[Outline]) -> int:
    """Returns how many days lie between the first and the last that weekdays tell."""
    days = [each.telling.first for each in told if each.tells_day and each.telling.is_exact]
    return (max(days) - min(days)).days if days else 0


def _beside(agreed: Sequence[Agreed], day: date) -> int:
    """Returns how many days lie between a day and those on which others reported the same as news."""
    others = (each.other for each in agreed if each.is_same_day and each.outline.tells_some_day)
    news = {other.published for other in others if other.published and _is_news(other, other.published)}
    return sum(abs((day - published).days) for published in news)


def _is_news(telling: Telling, published: date) -> bool:
    return (published - telling.first).days <= _LATE


def _distance(told: Sequence[Outline], day: date) -> int:
    """Returns how many days lie between a day and all that was told by weekdays and months."""
    return sum(abs((day - outline.telling.first).days) for outline in told if outline.checks)


def _in_words(agreed: Sequence[Agreed]) -> str:
    """Returns why, each day once: `“on Wednesday” is Wednesday 19 June 2024 as in …`."""
    days: dict[date, Agreed] = {}
    for each in sorted(agreed, key=lambda each: (each.other.first, -each.score, each.outline.telling.start)):
        if each.outline.checks and each.is_same_day:
            days.setdefault(each.other.first, each)
    told = (
        f"“{each.outline.words}” is {weekday_in_words(day)} as in “{each.other.headline}”"
        for day, each in days.items()
    )
    return f"it retells dated events: {'; '.join(told)}"

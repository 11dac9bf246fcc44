"""Looking back: a report of the weekend tells without a day what papers dated when it happened.

An event without a date of its own is taken for news of the day of its report. Where it is what others tell
of a day some days or weeks before, it stands there: if the same two sides do it, in words that not any
report of such an act would use. What is done again and again - launches, drills, strikes, calls, words - may
well have been done again, and the head of a report is its news.
"""

from functools import cache

from corpus import Basis, EntityType, Kind, Status
from store.merge.acts import are_apart
from store.merge.kinds import Nature
from store.merge.shift import is_one_of_several, numbers_agree
from store.merge.telling import Telling
from store.merge.words import shared_weight, stems, stems_of_line, table

NEAREST, FARTHEST = 2, 21
"""So many days a report may look back; a day beside that of the news is looked at anyhow."""

HEAD = 100
"""A sentence that begins among the first so many letters of a text tells its news."""

_ASKED, _PER_DAY = 0.25, 0.01
"""What is asked of the words, and what each day adds to that."""

_PARTICULARS = {Nature.MEETING: 1.0, Nature.DEED: 2.0}
"""What the words must weigh that two tellings share beside those of the act itself."""

_WEEK = 7
"""For so many days, two persons who met are taken to have met but once."""

_DONE = frozenset({Status.HAPPENED, Status.ALLEGED, Status.ONGOING})


def may_look_back(telling: Telling) -> bool:
    """Tells whether an event may have happened before the day of the news on which it stands."""
    if telling.basis is not Basis.INHERITED or telling.is_exact or telling.start < HEAD:
        return False
    if telling.day is None or telling.published is None:
        return False
    is_of_news = abs((telling.published - telling.day).days) < NEAREST
    is_done = telling.status in _DONE and not is_one_of_several(telling)
    return is_of_news and is_done and _is_once(telling)


def may_be_looked_at(telling: Telling) -> bool:
    """Tells whether later reports may look back at an event: it stands on a day, and is not done again."""
    is_one = telling.nature is Nature.MEETING or not is_one_of_several(telling)
    return telling.day is not None and is_one and _is_once(telling)


def looked_back(one: Telling, other: Telling) -> tuple[str, float] | None:
    """Returns how the later of two tellings looks back at the earlier, and what that asks of the words.

    None where it does not.
    """
    if one.day is None or other.day is None:
        return None
    earlier, later = (one, other) if one.day < other.day else (other, one)
    days = abs((one.day - other.day).days)
    if not NEAREST <= days <= FARTHEST or not may_look_back(later) or not may_be_looked_at(earlier):
        return None
    if one.kind is not other.kind or are_apart(one.act, other.act) or not numbers_agree(one, other):
        return None
    if not _has_particulars(one, other) and not (days <= _WEEK and _are_of_two(one, other)):
        return None
    return f"told {days} days later", _ASKED + _PER_DAY * days


def _is_once(telling: Telling) -> bool:
    """Tells whether an act is none of those that are done again and again."""
    if telling.nature is Nature.SPEECH or telling.kind is Kind.ASSAULT:
        return False
    if len({participant.country for participant in telling.participants}) < 2:
        return False
    return _again().isdisjoint((telling.deed, *telling.words))


def _are_of_two(one: Telling, other: Telling) -> bool:
    """Tells whether both are of the same two persons, who meet."""
    persons = [
        {p.identifier for p in telling.participants if p.type is EntityType.PERSON}
        for telling in (one, other)
    ]
    return one.nature is Nature.MEETING and len(persons[0]) > 1 and persons[0] == persons[1]


def _has_particulars(one: Telling, other: Telling) -> bool:
    acts = stems_of_line(one.trigger) | stems_of_line(other.trigger) | _plain()
    words = [frozenset(w for w in telling.own_words - acts if w[0] != "@") for telling in (one, other)]
    return shared_weight(*words) >= _PARTICULARS[one.nature]


@cache
def _plain() -> frozenset[str]:
    return frozenset(stems(table()["lookback"]["plain"]))


@cache
def _again() -> frozenset[str]:
    words = table()["lookback"]["again"]
    return frozenset((*words.split(), *stems(words)))

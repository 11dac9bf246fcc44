"""The day shift: what happens on Wednesday in Seoul happens on Tuesday in Washington.

A report counts by the clocks of its dateline's city, or where it has none by those of its paper's country;
where neither is known, beside one further west, as they do where it was done.

Only a deed is looked at, since a launch or a sanction is told with its own particulars; calls and talks of
the same two sides may well follow each other from day to day, and so may words.
"""

from datetime import date
from functools import cache

from corpus import Role
from store.merge.kinds import Nature, nature
from store.merge.telling import Telling
from store.merge.words import shared_weight, stems, table

_LEAST_HOURS = 5
"""Countries nearer to each other than Moscow and Seoul share most of a day."""

_NEWS_DAYS = 2
"""Later, a paper tells of a deed by the calendar of where it was done."""

_LEAST_SHARED = 3.0
"""What the words that not any report would use must weigh: three plain ones, or two things with names."""


@cache
def hours() -> dict[str, float]:
    """Returns by how many hours clocks are ahead of UTC: by country codes, names of cities, ids of places."""
    countries = {str(country): float(ahead) for country, ahead in table()["hours"].items()}
    cities = {
        name.strip(): float(ahead)
        for ahead, names in table()["cities"].items()
        for name in str(names).split(",")
    }
    return countries | cities | {name.casefold().replace(" ", "-"): ahead for name, ahead in cities.items()}


@cache
def _again() -> frozenset[str]:
    words = table()["shift"]["again"]
    return frozenset((*words.split(), *stems(words)))


@cache
def _figures() -> dict[str, str]:
    return {stem: str(figure) for word, figure in table()["shift"]["numbers"].items() for stem in stems(word)}


def shifted(one: Telling, other: Telling) -> str | None:
    """Returns how the places of two papers explain that their dates are a day apart; None where they do not.

    That is where the day of the one further west is the earlier, both papers are of those days, and neither
    says that the deed was one of several.
    """
    west, east = sorted((one, other), key=lambda telling: telling.first)
    ahead = _clock(east) or _clock_of_doer(east), _clock(west)
    if (east.first - west.first).days != 1 or ahead[0] is None or ahead[1] is None:
        return None
    deed = one.kind is other.kind and nature(one.kind) is Nature.DEED
    if not deed or ahead[0] - ahead[1] < _LEAST_HOURS or not all(map(_is_news, (one, other))):
        return None
    if any(map(is_one_of_several, (one, other))):
        return None
    return f"{_day(west.first)} in {west.seat} is {_day(east.first)} in {east.seat or _doer(east)}"


def has_particulars(one: Telling, other: Telling) -> bool:
    """Tells whether two tellings have enough in common that not any report of such a deed would say."""
    things = ({word for word in telling.words if word[0] != "@"} for telling in (one, other))
    return shared_weight(*map(frozenset, things)) >= _LEAST_SHARED


def numbers_agree(one: Telling, other: Telling) -> bool:
    """Tells whether two tellings share a number, or one of them has none."""
    numbers = [_numbers(telling) for telling in (one, other)]
    return not all(numbers) or bool(numbers[0] & numbers[1])


def _is_news(telling: Telling) -> bool:
    return telling.published is not None and 0 <= (telling.published - telling.first).days <= _NEWS_DAYS


def is_one_of_several(telling: Telling) -> bool:
    """Tells whether a telling says that its deed was one of several of its sort."""
    words = telling.headline.casefold().replace("-", " ").split()
    return not _again().isdisjoint((*telling.words, *(word.strip(".,:;") for word in words)))


def _numbers(telling: Telling) -> set[str]:
    return {_figures().get(word, word) for word in telling.words if word[0].isdigit() or word in _figures()}


def _day(day: date) -> str:
    return f"{day:%a} {day.day}"


def _clock(telling: Telling) -> float | None:
    """Returns how many hours the clocks that a telling counts by are ahead of UTC, None if not known."""
    return hours().get(telling.city or "", hours().get(telling.country or ""))


def _clock_of_doer(telling: Telling) -> float | None:
    """Returns the same for a paper of nobody knows where, which counts as they do where it was done."""
    return None if telling.seat else hours().get(_doer(telling) or "")


def _doer(telling: Telling) -> str | None:
    """Returns the country of who did it or, where nobody is named, of whom it was done to."""
    sides = sorted(telling.participants, key=lambda participant: participant.role is not Role.SOURCE)
    return next((participant.country for participant in sides if participant.country), None)


def distance(telling: Telling, place: str | None) -> float:
    """Returns how many hours a telling's clocks are from those of a place or country, 0 if not known."""
    here, there = _clock(telling), hours().get(place or "")
    return 0.0 if here is None or there is None else abs(here - there)

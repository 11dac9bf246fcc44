"""What the tellings of one event agree on: its date, kind, status, headline and actors."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import fsum, log2

from corpus import Basis, Role, Status
from store.headlines import PRONOUNS, first_word
from store.merge.copies import Printed, originals
from store.merge.shift import distance, hours
from store.merge.telling import Participant, Telling

_STATUS_ORDER = (Status.HAPPENED, Status.ONGOING, Status.ALLEGED, Status.ANNOUNCED, Status.DENIED)
_SOURCE_BONUS = 0.05
"""What each doubling of the number of sources adds to the salience."""

_ENOUGH_TO_VOTE = 3  # independent sources
_HALF = 0.5

_BASIS_ORDER = (Basis.CORRECTED, Basis.EXPLICIT, Basis.RELATIVE, Basis.INHERITED)


@dataclass(frozen=True, slots=True)
class Agreed:
    """An event as its tellings have it; `dated` gives the date, `best` all else.

    `participants` are those of the best telling; `others` act in other tellings only. `place` is that of
    the best telling, else where most others have it happen. `sources` counts independent sources:
    documents with the same text are one.
    """

    best: Telling
    dated: Telling
    status: Status
    place: str | None
    salience: float
    participants: tuple[Participant, ...]
    others: tuple[Participant, ...]
    sources: int


def agree(tellings: Sequence[Telling]) -> Agreed:
    """Returns what one or more tellings of an event agree on; their order does not matter."""
    ranked = sorted(tellings, key=_rank)
    sources = _sources(ranked)
    dated = _best_dated(ranked, sources)
    status = min((telling.status for telling in ranked), key=_STATUS_ORDER.index)
    number = len(set(sources.values()))
    best = _most_typical(ranked, dated, status, sources, number)
    shown = _distinct(best.participants)
    return Agreed(
        best=best,
        dated=pinned(dated),
        status=status,
        place=best.place or _most_told_place(ranked),
        salience=round(min(1.0, ranked[0].salience + _SOURCE_BONUS * log2(number)), 4),
        participants=shown,
        others=_others(ranked, {participant.entity for participant in shown}),
        sources=number,
    )


def _rank(telling: Telling) -> tuple[float, int, date, str, int, str]:
    """Sorts tellings: the most salient, the most explicit date, the earliest, then by content."""
    return (
        -telling.salience,
        _BASIS_ORDER.index(telling.basis),
        telling.published or date.max,
        telling.document,
        telling.start,
        telling.fingerprint,
    )


def _sources(tellings: Sequence[Telling]) -> dict[int | str, int | str]:
    """Returns for each document of the tellings the earliest of them that carries its text."""
    documents = {t.document: Printed(t.document, t.document, t.published, t.family) for t in tellings}
    return originals(documents.values())


def _best_dated(ranked: Sequence[Telling], sources: Mapping[int | str, int | str]) -> Telling:
    """Returns the telling with the shortest time; among equals the one most sources support.

    Where the days differ as the clocks of the papers do, those nearest to where it happened are right.
    """
    home = _scene(ranked)
    is_shifted = len({telling.first for telling in ranked if telling.is_exact}) > 1
    support = Counter(value for _, value in {(sources[t.document], t.value) for t in ranked})

    def weakness(telling: Telling) -> tuple[int, bool, float, int, int]:
        basis = _BASIS_ORDER.index(telling.basis)
        hours = distance(telling, home) if is_shifted else 0.0
        return telling.days, not telling.is_exact, hours, -support[telling.value], basis

    return min(ranked, key=weakness)


def _most_typical(
    ranked: Sequence[Telling],
    dated: Telling,
    status: Status,
    sources: Mapping[int | str, int | str],
    number: int,
) -> Telling:
    """Returns the telling of this date that is most like what the sources say; of two, the more salient."""
    of_date = [telling for telling in ranked if telling.value == dated.value]
    of_status = [telling for telling in of_date if telling.status is status] or of_date
    if number < _ENOUGH_TO_VOTE:
        return min(of_status, key=_begins_with_pronoun)
    told = {(sources[t.document], trait) for t in ranked for trait in (*_traits(t), *_words(t))}
    shares = Counter({trait: count / number for trait, count in Counter(trait for _, trait in told).items()})

    def typicality(telling: Telling) -> float:  # exact sums: sets have no order
        words = _words(telling)
        wording = fsum(shares[word] for word in words) / len(words)
        return fsum(shares[trait] - _HALF for trait in _traits(telling)) + wording

    return max(of_status, key=lambda telling: (not _begins_with_pronoun(telling), typicality(telling)))


def _most_told_place(ranked: Sequence[Telling]) -> str | None:
    places = Counter(telling.place for telling in ranked if telling.place)
    return max(places, key=lambda place: places[place], default=None)


def _traits(telling: Telling) -> set[tuple[object, ...]]:
    """What a telling says of its event that another may say too: its kind, and who acts in which role."""
    return {(telling.kind,), *((p.entity, p.role) for p in telling.participants)}


def _words(telling: Telling) -> set[str]:
    return set(telling.headline.casefold().split()) or {""}


def _begins_with_pronoun(telling: Telling) -> bool:
    return first_word(telling.headline) in PRONOUNS


def pinned(telling: Telling) -> Telling:
    """Returns a telling on the one day that its value is about; the days around it serve to compare alone."""
    if telling.is_exact or telling.day is None:
        return telling
    return replace(telling, first=telling.day, last=telling.day)


def _scene(ranked: Sequence[Telling]) -> str | None:
    """Returns where an event happened: at the place that is told, else in the country of the source."""
    places = (telling.place for telling in ranked if telling.place in hours())
    countries = (p.country for p in ranked[0].participants if p.role is Role.SOURCE)
    return next(places, None) or next(countries, None)


def _distinct(participants: Sequence[Participant]) -> tuple[Participant, ...]:
    """Returns each entity once, in its first role."""
    first: dict[int, Participant] = {}
    for participant in participants:
        first.setdefault(participant.entity, participant)
    return tuple(first.values())


def _others(ranked: Sequence[Telling], shown: set[int]) -> tuple[Participant, ...]:
    found = _distinct([participant for telling in ranked for participant in telling.participants])
    return tuple(participant for participant in found if participant.entity not in shown)

"""Says of each passage why it counts as evidence for its event."""

from collections.abc import Iterator, Mapping, Sequence

from store.merge.agree import agree
from store.merge.cluster import Pair, pair_of
from store.merge.compare import compare
from store.merge.telling import Telling


def reasons(group: Sequence[Telling], scores: Mapping[Pair, float]) -> Iterator[tuple[int, str]]:
    """Yields the id of each telling with its likeness to the best one; '' where there is but one.

    The best telling itself, and one that is unlike the best, is set beside the one it resembles most.
    """
    best = agree(group).best
    for telling in group:
        beside = best if scores.get(pair_of(telling, best)) else _nearest(telling, group, scores)
        resemblance = compare(telling, beside) if beside is not None else None
        yield telling.id, resemblance.reason if resemblance else ""


def _nearest(telling: Telling, group: Sequence[Telling], scores: Mapping[Pair, float]) -> Telling | None:
    def nearness(other: Telling) -> tuple[float, str]:
        return scores.get(pair_of(telling, other), 0.0), other.fingerprint

    return max((other for other in group if other.id != telling.id), key=nearness, default=None)

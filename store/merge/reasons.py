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

    def nearness(one: Telling, other: Telling) -> float:
        is_certain = one.block and one.block == other.block
        return 1.0 if is_certain else scores.get(pair_of(one, other), 0.0)

    best = agree(group).best
    for telling in group:
        others = (other for other in group if other.id != telling.id)
        beside: Telling | None = best
        if telling.id == best.id or not nearness(telling, best):
            beside = max(others, key=lambda o: (nearness(telling, o), o.fingerprint), default=None)
        resemblance = compare(telling, beside) if beside is not None else None
        yield telling.id, resemblance.reason if resemblance else ""

"""Says of each passage why it counts as evidence for its event."""

from collections.abc import Iterator, Mapping, Sequence

from store.merge.agree import agree
from store.merge.cluster import Pair
from store.merge.compare import compare
from store.merge.telling import Telling

Near = Mapping[int, Mapping[int, float]]
"""For each telling, by id, the others that resemble it, with their scores."""


def by_telling(scores: Mapping[Pair, float]) -> Near:
    """Returns the scores of pairs for each telling."""
    near: dict[int, dict[int, float]] = {}
    for (one, other), score in scores.items():
        near.setdefault(one, {})[other] = score
        near.setdefault(other, {})[one] = score
    return near


def reasons(group: Sequence[Telling], near: Near) -> Iterator[tuple[int, str]]:
    """Yields the id of each telling with its likeness to the best one; '' where there is but one.

    The best telling itself, and one that is unlike the best, is set beside the one it resembles most.
    """
    best = agree(group).best
    nearest = _Nearest(group, near)
    for telling in group:
        scored = near.get(telling.id, {}).get(best.id)
        is_near = telling.id != best.id and (_is_certain(telling, best) or scored)
        beside = best if is_near else nearest.to(telling)
        resemblance = compare(telling, beside) if beside is not None else None
        yield telling.id, resemblance.reason if resemblance else ""


def _is_certain(one: Telling, other: Telling) -> bool:
    return bool(one.block) and one.block == other.block


class _Nearest:
    """Finds the telling of a group that another one resembles most, without looking at all of them."""

    def __init__(self, group: Sequence[Telling], near: Near) -> None:
        self._near = near
        self._by_weight = sorted(group, key=lambda telling: telling.fingerprint, reverse=True)
        self._blocks: dict[str, list[Telling]] = {}
        for telling in self._by_weight:
            self._blocks.setdefault(telling.block or telling.fingerprint, []).append(telling)
        self._known = {telling.id: telling for telling in group}

    def to(self, telling: Telling) -> Telling | None:
        """Returns one of the telling's block, else the one with the best score, else any; None if alone."""
        block = self._blocks[telling.block or telling.fingerprint]
        mates = (other for other in block[:2] if other.id != telling.id)
        if (mate := next(mates, None)) is not None:
            return mate
        scored = self._near.get(telling.id, {}).items()
        near = ((self._known[other], score) for other, score in scored if other in self._known)
        best = max(near, key=lambda entry: (entry[1], entry[0].fingerprint), default=None)
        if best is not None:
            return best[0]
        return next((other for other in self._by_weight[:2] if other.id != telling.id), None)

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
    nearest = _Nearest(group, scores)
    for telling in group:
        is_near = telling.id != best.id and (_is_certain(telling, best) or scores.get(pair_of(telling, best)))
        beside = best if is_near else nearest.to(telling)
        resemblance = compare(telling, beside) if beside is not None else None
        yield telling.id, resemblance.reason if resemblance else ""


def _is_certain(one: Telling, other: Telling) -> bool:
    return bool(one.block) and one.block == other.block


class _Nearest:
    """Finds the telling of a group that another one resembles most, without looking at all of them."""

    def __init__(self, group: Sequence[Telling], scores: Mapping[Pair, float]) -> None:
        self._by_weight = sorted(group, key=lambda telling: telling.fingerprint, reverse=True)
        self._blocks: dict[str, list[Telling]] = {}
        for telling in self._by_weight:
            self._blocks.setdefault(telling.block or telling.fingerprint, []).append(telling)
        known = {telling.id: telling for telling in group}
        self._scored: dict[int, list[tuple[float, str, Telling]]] = {}
        for (one, other), score in scores.items():
            if one in known and other in known:
                for here, there in ((one, known[other]), (other, known[one])):
                    self._scored.setdefault(here, []).append((score, there.fingerprint, there))

    def to(self, telling: Telling) -> Telling | None:
        """Returns one of the telling's block, else the one with the best score, else any; None if alone."""
        block = self._blocks[telling.block or telling.fingerprint]
        mates = (other for other in block[:2] if other.id != telling.id)
        if (mate := next(mates, None)) is not None:
            return mate
        if scored := self._scored.get(telling.id):
            return max(scored, key=lambda entry: entry[:2])[2]
        return next((other for other in self._by_weight[:2] if other.id != telling.id), None)

"""Groups tellings into events.

By average linkage: two groups become one while their members, on average, tell the same event. The outcome
depends on the tellings and their scores alone, never on their order.
"""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import product

from store.merge.blocks import Voice
from store.merge.compare import SAME
from store.merge.telling import Telling

LINKED = 0.36
"""The average score from which two groups are one event; a pair without a score counts as 0."""

Pair = tuple[int, int]
Excluded = Callable[[Telling, Telling], bool]


def pair_of(one: Telling, other: Telling) -> Pair:
    """Returns the ids of two tellings, the smaller first."""
    return min(one.id, other.id), max(one.id, other.id)


def cluster(
    tellings: Sequence[Telling], scores: Mapping[Pair, float], excluded: Excluded
) -> list[list[Telling]]:
    """Returns the tellings in groups, each the evidence of one event, sorted by content.

    `scores` holds the pairs of ids, the smaller first, that resemble each other at all; `excluded` tells
    of a pair without a score whether it can never be one event. A block is never taken apart, and is compared
    by those who speak for it; one that only echoes what a crowd tells joins the group of those that lead.
    """
    blocks = _blocks(tellings)
    echoes = [block for block in blocks if not _leads(block)]
    groups = _Groups([block for block in blocks if _leads(block)], scores)
    while (pair := groups.closest()) is not None:
        left, right = (groups.members[index] for index in pair)
        if _conflict(left, right, scores, excluded):
            groups.part(*pair)
        else:
            groups.join(*pair)
    return _echoed([group for group in groups.members if group], echoes, scores)


def _echoed(
    groups: list[list[Telling]], echoes: list[list[Telling]], scores: Mapping[Pair, float]
) -> list[list[Telling]]:
    """Returns the groups with each echo in the one that it is most like, or by itself."""
    crowds = [_Crowd(group) for group in groups]
    alone = []
    for echo in echoes:
        near = [(each.likeness(echo, scores), -index) for index, each in enumerate(crowds)]
        likeness, index = max(near, default=(0.0, 0))
        if likeness and not _same_sentence(groups[-index], echo):
            groups[-index] = groups[-index] + echo
        else:
            alone.append(echo)
    return groups + alone


class _Crowd:
    """The tellings of a group that lead, by their sign."""

    def __init__(self, group: Sequence[Telling]) -> None:
        self._by_sign: dict[str, list[Telling]] = {}
        for telling in _voices(group):
            self._by_sign.setdefault(telling.sign, []).append(telling)

    def likeness(self, echo: Sequence[Telling], scores: Mapping[Pair, float]) -> float:
        """Returns the average score of an echo beside those of its sign.

        That is 0 unless the average is that of one event, or any of them by itself surely tells the same.
        """
        pairs = [pair_of(one, other) for one in _voices(echo) for other in self._by_sign.get(one.sign, ())]
        found = [scores.get(pair, 0.0) for pair in pairs]
        average = sum(found) / len(found) if found else 0.0
        return round(average, 6) if average >= LINKED or max(found, default=0.0) >= SAME else 0.0


def _leads(block: Sequence[Telling]) -> bool:
    return any(telling.voice is Voice.LEAD for telling in block)


def _same_sentence(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    return bool({(t.document, t.start) for t in left} & {(t.document, t.start) for t in right})


def _conflict(
    left: Sequence[Telling], right: Sequence[Telling], scores: Mapping[Pair, float], excluded: Excluded
) -> bool:
    """Tells whether two groups can never be one: a sentence that tells both, or tellings that exclude."""
    if _same_sentence(left, right):
        return True
    pairs = product(_voices(left), _voices(right))
    return any(pair_of(*two) not in scores and excluded(*two) for two in pairs)


def _blocks(tellings: Sequence[Telling]) -> list[list[Telling]]:
    blocks: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda telling: telling.fingerprint):
        blocks.setdefault(telling.block or telling.fingerprint, []).append(telling)
    return list(blocks.values())


def _voices(group: Sequence[Telling]) -> list[Telling]:
    """Returns those who speak for the blocks of a group: the others are excluded by the same tellings."""
    return [telling for telling in group if telling.voice]


class _Groups:
    """Groups by number, with the sum of the scores between those who speak for each two, the closest at hand.

    The heap keeps entries of groups that have changed since; their sizes tell them from valid ones.
    """

    def __init__(self, blocks: list[list[Telling]], scores: Mapping[Pair, float]) -> None:
        self.members = blocks
        self._voices = [len(_voices(block)) for block in blocks]
        self._sums: list[dict[int, float]] = [{} for _ in blocks]
        number = {telling.id: index for index, block in enumerate(blocks) for telling in _voices(block)}
        for (one, other), score in scores.items():
            left, right = number.get(one), number.get(other)
            if left is not None and right is not None and left != right:
                total = self._sums[left].get(right, 0.0) + score
                self._sums[left][right] = self._sums[right][left] = total
        self._heap = [
            entry
            for left, sums in enumerate(self._sums)
            for right in sums
            if left < right and (entry := self._entry(left, right))
        ]
        heapify(self._heap)

    def closest(self) -> Pair | None:
        """Returns the two groups that are most alike, None when none are alike enough."""
        while self._heap:
            entry = heappop(self._heap)
            left, right = entry[1], entry[2]
            if right in self._sums[left] and entry == self._entry(left, right):
                return left, right
        return None

    def part(self, left: int, right: int) -> None:
        """Keeps two groups apart."""
        del self._sums[left][right], self._sums[right][left]

    def join(self, left: int, right: int) -> None:
        """Adds the right group to the left one, and what the right one shares with all others."""
        self.members[left] = self.members[left] + self.members[right]
        self._voices[left] += self._voices[right]
        self.members[right] = []
        for other, score in self._sums[right].items():
            del self._sums[other][right]
            if other != left:
                self._sums[left][other] = self._sums[left].get(other, 0.0) + score
                self._sums[other][left] = self._sums[left][other]
        self._sums[right] = {}
        for other in self._sums[left]:
            if entry := self._entry(min(left, other), max(left, other)):
                heappush(self._heap, entry)

    def _entry(self, left: int, right: int) -> tuple[float, int, int, int, int] | None:
        """Returns a heap entry: the negative average score, the groups, their sizes."""
        sizes = self._voices[left], self._voices[right]
        average = round(self._sums[left][right] / (sizes[0] * sizes[1]), 6)
        return (-average, left, right, *sizes) if average >= LINKED else None

"""Groups tellings into events.

By average linkage: two groups become one while their members, on average, tell the same event, or come
near it while two of them surely do. The outcome depends on the tellings and their scores alone, never on
their order.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice, product

from store.merge.blocks import Voice
from store.merge.compare import SAME
from store.merge.telling import Telling

LINKED = 0.36
"""The average score from which two groups are one event; a pair without a score counts as 0."""

NEARLY, SURELY = 0.25, 0.62
"""The same where two of the groups, by themselves, have this score: they surely tell the same event."""

ODD = 0.34
"""What part of the pairs between two groups may exclude each other: some reports have a detail wrong."""

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
        if likeness and not _same_sentence(groups[-index], echo, scores):
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


def _same_sentence(left: Sequence[Telling], right: Sequence[Telling], scores: Mapping[Pair, float]) -> bool:
    """Tells whether one sentence tells both groups, as two events: what is said, and its saying, are one."""
    places: dict[tuple[str, int], list[Telling]] = {}
    for telling in left:
        places.setdefault((telling.document, telling.start), []).append(telling)
    return any(
        pair_of(one, other) not in scores
        for other in right
        for one in places.get((other.document, other.start), ())
    )


def _conflict(
    left: Sequence[Telling], right: Sequence[Telling], scores: Mapping[Pair, float], excluded: Excluded
) -> bool:
    """Tells whether two groups can never be one: a sentence that tells both, or too many that exclude."""
    if _same_sentence(left, right, scores):
        return True
    pairs = list(product(_voices(left), _voices(right)))
    exclude = (two for two in pairs if pair_of(*two) not in scores and excluded(*two))
    odd = list(islice(exclude, int(ODD * len(pairs)) + 1))
    return len(odd) > ODD * len(pairs) or (any(map(_are_days_apart, odd)) and _is_of_two_days(left, right))


def _are_days_apart(two: tuple[Telling, Telling]) -> bool:
    return all(telling.is_exact for telling in two) and two[0].first != two[1].first


def _is_of_two_days(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Tells whether so many tell another day than most that they may be right."""
    days = Counter(t.first for t in (*_voices(left), *_voices(right)) if t.is_exact)
    return days.total() - max(days.values()) > ODD * days.total()


def _blocks(tellings: Sequence[Telling]) -> list[list[Telling]]:
    blocks: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda telling: telling.fingerprint):
        blocks.setdefault(telling.block or telling.fingerprint, []).append(telling)
    return list(blocks.values())


def _voices(group: Sequence[Telling]) -> list[Telling]:
    """Returns those who speak for the blocks of a group: the others are excluded by the same tellings."""
    return [telling for telling in group if telling.voice]


class _Groups:
    """Groups by number, with the scores between those who speak for each two, the closest two at hand.

    `_sums` holds for each two the sum of these scores, `_best` the highest of them.

    The heap keeps entries of groups that have changed since; their sizes tell them from valid ones.
    """

    def __init__(self, blocks: list[list[Telling]], scores: Mapping[Pair, float]) -> None:
        self.members = blocks
        self._voices = [len(_voices(block)) for block in blocks]
        self._sums: list[dict[int, float]] = [{} for _ in blocks]
        self._best: list[dict[int, float]] = [{} for _ in blocks]
        number = {telling.id: index for index, block in enumerate(blocks) for telling in _voices(block)}
        for (one, other), score in scores.items():
            left, right = number.get(one), number.get(other)
            if left is not None and right is not None and left != right:
                self._add(left, right, score, score)
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
        for kept in (self._sums, self._best):
            del kept[left][right], kept[right][left]

    def _add(self, left: int, right: int, total: float, best: float) -> None:
        total += self._sums[left].get(right, 0.0)
        best = max(best, self._best[left].get(right, 0.0))
        self._sums[left][right] = self._sums[right][left] = total
        self._best[left][right] = self._best[right][left] = best

    def join(self, left: int, right: int) -> None:
        """Adds the right group to the left one, and what the right one shares with all others."""
        self.members[left] = self.members[left] + self.members[right]
        self._voices[left] += self._voices[right]
        self.members[right] = []
        for other, score in self._sums[right].items():
            del self._sums[other][right]
            if other != left:
                self._add(left, other, score, self._best[right][other])
        self._sums[right] = {}
        for other in self._sums[left]:
            if entry := self._entry(min(left, other), max(left, other)):
                heappush(self._heap, entry)

    def _entry(self, left: int, right: int) -> tuple[float, int, int, int, int] | None:
        """Returns a heap entry: the negative average score, the groups, their sizes."""
        sizes = self._voices[left], self._voices[right]
        average = round(self._sums[left][right] / (sizes[0] * sizes[1]), 6)
        least = NEARLY if self._best[left][right] >= SURELY else LINKED
        return (-average, left, right, *sizes) if average >= least else None

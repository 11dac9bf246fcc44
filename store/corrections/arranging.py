"""Merges and splits by hand, redone on what clustering made of the documents: pure decisions, no SQL.

They come after clustering and never take part in it, so that a merge drives no passage out of its event,
a split leaves the rest together, and without them all is as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from store.corrections.model import Merge, Split
from store.corrections.standing import Standing
from store.merge.agree import agree
from store.merge.cluster import Pair, pair_of
from store.merge.telling import Telling

Group = list[Telling]


@dataclass(slots=True)
class Arrangement:
    """The tellings in groups, each an event; `found` numbers the group that clustering put a telling in.

    `merged` says of each telling in a merged group why it is there.
    """

    groups: list[Group]
    found: dict[int, int]
    merged: dict[int, str] = field(default_factory=dict)

    def by_hand(self, group: Sequence[Telling]) -> dict[int, str]:
        """Returns why tellings are in a group that clustering alone would not have put there."""
        if not any(telling.id in self.merged for telling in group):
            return {}
        own = self.found[agree(group).best.id]
        moved = [telling.id for telling in group if self.found[telling.id] != own]
        return {number: self.merged[number] for number in moved if number in self.merged}


def arrange(
    groups: Sequence[Group], scores: Mapping[Pair, float], corrections: Sequence[Standing]
) -> Arrangement:
    """Returns the groups as the corrections want them; a later correction has the last word."""
    found = {telling.id: number for number, group in enumerate(groups) for telling in group}
    arrangement = Arrangement(list(groups), found)
    for standing in corrections:
        if isinstance(standing.correction, Merge):
            _merge(arrangement, standing)
        elif isinstance(standing.correction, Split):
            _split(arrangement, standing, scores)
    return arrangement


def _merge(arrangement: Arrangement, standing: Standing) -> None:
    """Puts the groups together in which the first passage of each side stands."""
    wanted = {side[0] for side in standing.sides if side}
    parts = [group for group in arrangement.groups if wanted & {telling.id for telling in group}]
    if len(parts) < 2:
        return
    whole = sorted((telling for part in parts for telling in part), key=lambda t: t.fingerprint)
    arrangement.groups = [group for group in arrangement.groups if group not in parts] + [whole]
    reason = f"merged by hand on {standing.made}"
    arrangement.merged.update(dict.fromkeys((telling.id for telling in whole), reason))


def _split(arrangement: Arrangement, standing: Standing, scores: Mapping[Pair, float]) -> None:
    """Takes the passages of the first side out of their groups, as far as any of the second are there.

    A passage that is on neither side goes with the one that it resembles more; in doubt it stays.
    """
    leaving, staying = (set(side) for side in (*standing.sides, (), ())[:2])
    for group in list(arrangement.groups):
        ids = {telling.id for telling in group}
        if ids & leaving and ids & staying:
            gone = [t for t in group if t.id in leaving or _follows(t, group, leaving, staying, scores)]
            rest = [telling for telling in group if telling not in gone]
            arrangement.groups.remove(group)
            arrangement.groups += [rest, gone]


def _follows(
    telling: Telling, group: Group, leaving: set[int], staying: set[int], scores: Mapping[Pair, float]
) -> bool:
    if telling.id in staying:
        return False

    def nearness(other: Telling) -> float:
        is_certain = other.block and other.block == telling.block
        return 1.0 if is_certain else scores.get(pair_of(telling, other), 0.0)

    to_leaving = max((nearness(other) for other in group if other.id in leaving), default=0.0)
    to_staying = max((nearness(other) for other in group if other.id in staying), default=0.0)
    return to_leaving > to_staying

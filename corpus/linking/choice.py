"""Which entity a name means that can mean several, or none: by country, by the text's other names."""

from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.linking.knowledge import Knowledge
from corpus.linking.names import Means, Name
from corpus.linking.scan import Hit


class Context:
    """What the certain names of a text say about the others: the entities and countries they name."""

    def __init__(self, knowledge: Knowledge, hits: Sequence[Hit]) -> None:
        self._knowledge = knowledge
        self.entities: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        for hit in hits:
            targets = {name.target for name in hit.names if not name.weak and name.means is not Means.DECOY}
            if len(targets) == 1:
                self._count(*targets)

    def _count(self, id: str) -> None:
        record = self._knowledge.records[id]
        self.entities[id] += 1
        if record.entity.country:
            self.countries[record.entity.country] += 1

    def support(self, id: str) -> int:
        """Returns how much of the text speaks for an entity: 0 for nothing."""
        record = self._knowledge.records[id]
        return 10 * self.entities[id] + self.countries[record.entity.country or ""]

    def choose(self, hit: Hit) -> Name | None:
        """Returns what a name means here, None where nothing tells its candidates apart or supports it."""
        names = hit.names
        if len(names) == 1 and not names[0].weak:
            return names[0]
        strong = [name for name in names if not name.weak]
        if len({name.target for name in strong}) == 1:
            return strong[0]
        ranked = sorted(
            ((self.support(name.target), name) for name in strong or names), key=lambda pair: -pair[0]
        )
        best, second = ranked[0], ranked[1] if len(ranked) > 1 else (0, ranked[0][1])
        tied = second[0] == best[0] and second[1].target != best[1].target
        return None if not best[0] or tied else best[1]


def countries_of(knowledge: Knowledge, ids: Mapping[str, int]) -> set[str]:
    """Returns the countries of some entities."""
    return {c for id in ids if (c := knowledge.records[id].entity.country)}

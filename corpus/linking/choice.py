"""Which entity a name means that can mean several, or none: by country, and by the words around it."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from corpus.linking.knowledge import Knowledge
from corpus.linking.lexicon import contexts, words
from corpus.linking.names import Hit, Means, Name
from corpus.linking.page import Page
from corpus.model import EntityType

COMPASS = re.compile(r"^(?:north|south)(?=-)")
LETTERS = re.compile(r"[a-z0-9]+")
LINE = re.compile(r"[^\n]*")
LOWER = re.compile(r"[a-z]{2}")
PLACED = re.compile(r"\b(?:in|at|near|from|to|across|around|outside|visit(?:ed|ing)?|of|with|and) (?:the )?$")
LONGER = re.compile(r" of\b| (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+")


class Context:
    """What the certain names of a text say about the others: the entities and countries they name."""

    def __init__(self, knowledge: Knowledge, page: Page, hits: Sequence[Hit]) -> None:
        self._knowledge = knowledge
        self._page = page
        self._of_country: list[tuple[int, str | None]] = []
        self._types: list[tuple[int, EntityType]] = []
        self.entities: Counter[str] = Counter()
        self.countries: Counter[str] = Counter()
        for hit in hits:
            targets = {name.target for name in hit.names if not name.weak and name.means is not Means.DECOY}
            if len(targets) == 1:
                self._count(*targets)
                self._of_country.append((hit.start, knowledge.records[min(targets)].entity.country))
            if len(all_targets := {name.target for name in hit.names if name.means is not Means.DECOY}) == 1:
                self._types.append((hit.start, knowledge.records[all_targets.pop()].entity.type))

    def _count(self, id: str) -> None:
        self.entities[id] += 1
        if country := self._knowledge.records[id].entity.country:
            self.countries[country] += 1

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(LETTERS.findall(self._page.text.lower()))

    def choose(self, hit: Hit) -> Name | None:
        """Returns what a name means here, None where nothing tells its candidates apart or supports it."""
        names = hit.names
        if names[0].text.startswith("the ") and LONGER.match(self._page.text, hit.end):
            return None
        if len(names) == 1 and not names[0].weak:
            return None if names[0].acronym and self._pronoun(hit) else names[0]
        if decoy := next((name for name in names if name.means is Means.DECOY), None):
            return decoy
        strong = [name for name in names if not name.weak]
        if len({name.target for name in strong}) == 1:
            return None if strong[0].acronym and self._pronoun(hit) else strong[0]
        return self._supported(hit, strong or list(names))

    def _supported(self, hit: Hit, names: list[Name]) -> Name | None:
        first, last = self._page.sentence(hit.start)
        near = frozenset(LETTERS.findall(self._page.text[first:last].lower()))
        scores = [(self._score(hit, name, near), name) for name in names]
        best, name = max(scores, key=lambda pair: pair[0])
        if any(score == best and other.target != name.target for score, other in scores):
            return None
        if best > 0:
            return name
        return name if best == 0 and len(names) == 1 and self._likely(hit, name) else None

    def _near(self, hit: Hit, country: str) -> int:
        """Returns how many certain names of a country stand in the sentence of a name."""
        first, last = self._page.sentence(hit.start)
        return sum(country == each for start, each in self._of_country if first <= start < last)

    def _begins(self, name: Name) -> bool:
        """Tells whether the text has the whole of a name that begins so: "Democratic Party" of Korea."""
        entity = self._knowledge.records[name.target].entity
        longer = (
            text for text in (entity.name, *(alias.text for alias in entity.aliases)) if text != name.text
        )
        return any(text.startswith(name.text + " ") and text in self._page.text for text in longer)

    def _named(self, id: str) -> int:
        """Returns how often the text names an entity or something of its country."""
        record = self._knowledge.records.get(id)
        return self.entities[id] + self.countries[record.entity.country or ""] if record else 0

    def _beside(self, hit: Hit, type: EntityType) -> int:
        """Returns how many names of the same type stand in the sentence: states beside states."""
        first, last = self._page.sentence(hit.start)
        return sum(type is each for start, each in self._types if first <= start < last)

    def _score(self, hit: Hit, name: Name, near: frozenset[str]) -> int:
        speaks = contexts()
        entity = self._knowledge.records[name.target].entity
        if near & speaks.speak_against.get(name.target, frozenset()):
            return -1
        wanted = speaks.speak_for.get(name.target, frozenset())
        words = 6 * len(near & wanted) + 2 * len(self._words & wanted) if wanted else 0
        country = entity.country or ""
        countries = 0 if wanted else min(5, self.countries[country]) + 2 * self._near(hit, country)
        if name.weak and self._begins(name):
            countries += 20
        other = COMPASS.sub(lambda m: "south" if m[0] == "north" else "north", name.target)
        near_states = self._beside(hit, entity.type) if len(hit.names) > 1 else 0
        halves = self._named(other) if name.text.startswith("the ") and other != name.target else 0
        support = 20 * self.entities[name.target] + words + countries + halves + near_states + (not name.weak)
        if support and entity.type is EntityType.PERSON:
            return support + self._knowledge.rank(name.target, self._page.day(hit.start))
        return support

    def _likely(self, hit: Hit, name: Name) -> bool:
        """Tells whether an unsupported weak name may stand: a state, or a place where one is spoken of."""
        text, type = self._page.text, self._knowledge.records[name.target].entity.type
        if type not in (EntityType.STATE, EntityType.PLACE) or LONGER.match(text, hit.end):
            return False
        return (type is EntityType.STATE and not name.text.startswith("the ")) or self._placed(hit)

    def _placed(self, hit: Hit) -> bool:
        return PLACED.search(self._page.text, max(0, hit.start - 24), hit.start) is not None

    def _pronoun(self, hit: Hit) -> bool:
        """Tells whether "US" or "WHO" is a word of a line that has capitals only."""
        text = self._page.text
        word = text[hit.start : hit.end]
        if word != "US" and word.lower() not in words().stop:
            return False
        start = text.rfind("\n", 0, hit.start) + 1
        line = LINE.match(text, start)
        first, last = self._page.sentence(hit.start)
        around = text[max(first, start) : min(last, line.end() if line else last)]
        if LOWER.search(around) or len(around.split()) < 3:
            return False
        if word != "US":
            return True
        before = text[max(first, start) : hit.start].lower().split()
        behind = text[hit.end : hit.end + 16].lower().split()
        verbs = contexts().us_behind
        pronoun = not verbs.isdisjoint((" ".join(before[-1:]), " ".join(before[-2:])))
        return pronoun or (bool(behind) and text[hit.end] == " " and behind[0] in contexts().us_before)

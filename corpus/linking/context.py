"""What a text says about its uncertain names: the entities and countries that it names for certain."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from corpus.linking.knowledge import Knowledge
from corpus.linking.lexicon import contexts
from corpus.linking.names import Hit, Name
from corpus.linking.page import Page
from corpus.model import Entity, EntityType

Named = Sequence[tuple[int, Entity]]
LETTERS = re.compile(r"[a-z0-9]+")
NEXT = re.compile(r"[a-z0-9]")
COMPASS = re.compile(r"^(?:north|south)(?=-)")
# How much a hint weighs. They were set on texts of our own; only their order matters much.
NAMED, WHOLE_NAME, WORD_NEAR, WORD_AFAR, COUNTRY_NEAR, COUNTRY_AFAR = 20, 20, 6, 2, 2, 5


class Context:
    """Weighs the readings of the uncertain names of one page."""

    def __init__(self, knowledge: Knowledge, page: Page, hits: Sequence[Hit]) -> None:
        self._records = knowledge.records
        self._knowledge = knowledge
        self._page = page
        self._hits = hits
        self._sentences: dict[int, frozenset[str]] = {}
        self._longer: dict[tuple[str, str], bool] = {}
        self._spoken: dict[str, int] = {}

    def support(self, hit: Hit, name: Name) -> int:
        """Returns how much speaks for a reading: 0 for nothing, less where a word speaks against it."""
        entity = self._records[name.target].entity
        against = contexts().speak_against.get(name.target)
        if against and not self._near(hit.start).isdisjoint(against):
            return -1
        support = self._of_text(hit, name, entity) + (not name.weak)
        if support and entity.type is EntityType.PERSON:
            support += self._knowledge.rank(entity.id, self._page.day(hit.start))
        return support

    def _of_text(self, hit: Hit, name: Name, entity: Entity) -> int:
        wanted = contexts().speak_for.get(name.target)
        if wanted:
            near = self._near(hit.start)
            support = WORD_NEAR * len(near & wanted) + WORD_AFAR * self._afar(name.target, wanted)
        else:
            support = self._of_country(hit, entity.country)
        if name.weak and self._has_longer(name, entity):
            support += WHOLE_NAME
        if name.text.startswith("the "):
            support += self._of_other_half(name.target)
        if len(hit.names) > 1:
            support += self._beside(hit, entity.type)
        return support + NAMED * self._entities[entity.id]

    def _of_country(self, hit: Hit, country: str | None) -> int:
        """Weighs the certain names of a country, those in the same sentence more."""
        if country is None:
            return 0
        near = sum(entity.country == country for _, entity in self._in_sentence(self._certain, hit.start))
        return COUNTRY_NEAR * near + min(COUNTRY_AFAR, self.countries[country])

    def _of_other_half(self, id: str) -> int:
        """Weighs the other half of a country: "the South" has support where the text names North Korea."""
        other = self._records.get(COMPASS.sub(lambda half: "south" if half[0] == "north" else "north", id))
        if other is None or other.entity.id == id:
            return 0
        named = self._entities[other.entity.id] + self.countries[other.entity.country or ""]
        return named + (other.entity.id in self._halves and not (self._records[id].until or other.until))

    def _has_longer(self, name: Name, entity: Entity) -> bool:
        """Tells whether the text has a name in full that begins so: "Democratic Party" of Korea."""
        key = (name.text, entity.id)
        if key not in self._longer:
            names = (entity.name, *(alias.text for alias in entity.aliases))
            longer = (each for each in names if each.startswith(name.text + " "))
            self._longer[key] = any(each in self._page.text for each in longer)
        return self._longer[key]

    def _beside(self, hit: Hit, type: EntityType) -> int:
        """Returns how many names of the same type stand in the sentence: states beside states."""
        return sum(entity.type is type for _, entity in self._in_sentence(self._single, hit.start))

    def _in_sentence(self, named: Named, offset: int) -> Named:
        """Returns which of some entities, sorted by offset, stand in the sentence around an offset."""
        first, last = self._page.sentence(offset)
        begin = bisect_left(named, first, key=itemgetter(0))
        return named[begin : bisect_left(named, last, begin, key=itemgetter(0))]

    def _near(self, offset: int) -> frozenset[str]:
        first, last = self._page.sentence(offset)
        if first not in self._sentences:
            self._sentences[first] = frozenset(LETTERS.findall(self._page.text[first:last].lower()))
        return self._sentences[first]

    @cached_property
    def _halves(self) -> frozenset[str]:
        """The halves of countries that the text names, perhaps: "the North"."""
        forms = {id(hit.names): hit.names for hit in self._hits}
        halves = (name.target for names in forms.values() for name in names if name.text.startswith("the "))
        return frozenset(halves)

    def _afar(self, target: str, wanted: frozenset[str]) -> int:
        """Returns how many of the words that speak for an entity the text has."""
        if target not in self._spoken:
            self._spoken[target] = sum(1 for word in wanted if _has_word(self._lower, word))
        return self._spoken[target]

    @cached_property
    def _lower(self) -> str:
        return self._page.text.lower()

    @cached_property
    def _certain(self) -> Named:
        """The entities that strong names mean, each with its offset."""
        return self._of_one(weak=False)

    @cached_property
    def _single(self) -> Named:
        """The entities whose names can mean nobody else, weak names too, each with its offset."""
        return self._of_one(weak=True)

    def _of_one(self, weak: bool) -> Named:
        records = self._records
        meant = [(hit.start, hit.names.single if weak else hit.names.certain) for hit in self._hits]
        return [(start, records[target].entity) for start, target in meant if target]

    @cached_property
    def _entities(self) -> Counter[str]:
        return Counter(entity.id for _, entity in self._certain)

    @cached_property
    def countries(self) -> Counter[str]:
        """How many names mean somebody of a country for certain, by its code."""
        return Counter(entity.country for _, entity in self._certain if entity.country)


def _has_word(text: str, word: str) -> bool:
    """Tells whether a text in lower case has a word, not inside a longer one."""
    start = text.find(word)
    while start >= 0:
        if not (NEXT.match(text, start + len(word)) or (start and NEXT.match(text, start - 1))):
            return True
        start = text.find(word, start + 1)
    return False

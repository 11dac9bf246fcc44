"""What a text says about its uncertain names: the entities and countries that it names for certain."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from operator import itemgetter

from corpus.linking.knowledge import Knowledge
from corpus.linking.lexicon import contexts
from corpus.linking.names import Hit, Name
from corpus.linking.page import Page
from corpus.model import Entity, EntityType

LETTERS = re.compile(r"[a-z0-9]+")
NEXT = re.compile(r"[a-z0-9]")
HALVES = {"north": "south", "south": "north"}
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
        self._named_in: dict[tuple[int, int], Sequence[Hit]] = {}
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
        return support + NAMED * self._named[entity.id]

    def _of_country(self, hit: Hit, country: str | None) -> int:
        """Weighs the certain names of a country, those in the same sentence more."""
        if country is None:
            return 0
        named = [hit.names.certain for hit in self._in_sentence(hit.start)]
        near = sum(self._records[id].entity.country == country for id in named if id)
        return COUNTRY_NEAR * near + min(COUNTRY_AFAR, self.countries[country])

    def _of_other_half(self, id: str) -> int:
        """Weighs the other half of a country: "the South" has support where the text names North Korea."""
        other = self._records.get(_other_half(id) or "")
        if other is None:
            return 0
        named = self._named[other.entity.id] + self.countries[other.entity.country or ""]
        return named + (other.entity.id in self._halves and not (self._records[id].until or other.until))

    def _has_longer(self, name: Name, entity: Entity) -> bool:
        """Tells whether the text has a name in full that begins so: "Democratic Party" of Korea."""
        longer = self._knowledge.longer_names(entity.id, name.text)
        return any(each in self._page.text for each in longer)

    def _beside(self, hit: Hit, type: EntityType) -> int:
        """Returns how many names of the same type stand in the sentence: states beside states."""
        named = [hit.names.single for hit in self._in_sentence(hit.start)]
        return sum(self._records[id].entity.type is type for id in named if id)

    def _in_sentence(self, offset: int) -> Sequence[Hit]:
        """Returns the names in the sentence around an offset."""
        bounds = self._page.sentence(offset)
        if bounds not in self._named_in:
            first, last = (bisect_left(self._hits, bound, key=itemgetter(0)) for bound in bounds)
            self._named_in[bounds] = self._hits[first:last]
        return self._named_in[bounds]

    def _near(self, offset: int) -> frozenset[str]:
        first, last = self._page.sentence(offset)
        if first not in self._sentences:
            self._sentences[first] = frozenset(LETTERS.findall(self._page.text[first:last].lower()))
        return self._sentences[first]

    @cached_property
    def _halves(self) -> frozenset[str]:
        """The halves of countries that the text names, perhaps: "the North"."""
        return frozenset([half for hit in self._hits for half in hit.names.halves])

    def _afar(self, target: str, wanted: frozenset[str]) -> int:
        """Returns how many of the words that speak for an entity the text has."""
        if target not in self._spoken:
            self._spoken[target] = sum(1 for word in wanted if _has_word(self._lower, word))
        return self._spoken[target]

    @cached_property
    def _lower(self) -> str:
        return self._page.text.lower()

    @cached_property
    def _named(self) -> Counter[str | None]:
        """How many names mean an entity for certain, by its id."""
        return Counter([names.certain for _, _, names in self._hits])

    @cached_property
    def countries(self) -> Counter[str]:
        """How many names mean somebody of a country for certain, by its code."""
        certain = [names.certain for _, _, names in self._hits]
        entities = [self._records[id].entity for id in certain if id]
        return Counter([entity.country for entity in entities if entity.country])


@cache
def _other_half(id: str) -> str | None:
    """Returns the id of the other half of a country, None for what is no half: of "north-korea" the South."""
    half, _, country = id.partition("-")
    return f"{HALVES[half]}-{country}" if half in HALVES else None


def _has_word(text: str, word: str) -> bool:
    """Tells whether a text in lower case has a word, not inside a longer one."""
    start = text.find(word)
    while start >= 0:
        if not (NEXT.match(text, start + len(word)) or (start and NEXT.match(text, start - 1))):
            return True
        start = text.find(word, start + 1)
    return False

"""Relatives of somebody, and who held his office before or after him: "Kim's sister", "his predecessor"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from corpus.linking.knowledge import LEADING, Knowledge
from corpus.linking.lexicon import words
from corpus.linking.names import Hit
from corpus.linking.owners import MODIFIER
from corpus.linking.page import Found, Page
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType, Office

CLOSE = (
    "younger|older|elder|eldest|youngest|powerful|influential|only|teenage|second|immediate|democratic|liberal"
    f"|conservative|{MODIFIER}"
)
OWNED = re.compile(rf"(?:(?P<own>['’]s?)|\b(?P<word>his|her))(?:,? (?:{CLOSE})){{0,3}} $", re.IGNORECASE)
FIRST_NAME = re.compile(r",? ([A-Z][a-z]+)(?! [A-Z])\b")
OF = re.compile(r" of (?:[\w’'.-]+ ){0,5}")
OPENING = re.compile(  # no apposition: "Kim Yo Jong, the sister of", "she is the sister of"
    rf"(?:(?:^|[.!?\n—-]\s?)The|(?<!\bis)(?<!\bwas)(?<!\bas)(?<!,) the|(?:day|\b[a-z]{{2,}}), the)"
    rf" (?:(?:{CLOSE}) ){{0,3}}$"
)
OF_REACH = 4  # mentions behind the word for a relative: a state, an office and a name
LINE = {"predecessor": -1, "successor": 1}
REACH = 60  # code points before the word in which its owner is told


class Relations:
    """Finds the relatives, predecessors and successors that one page speaks of; `found` are its mentions."""

    def __init__(self, knowledge: Knowledge, page: Page, found: Sequence[Found]) -> None:
        self._knowledge = knowledge
        self._page = page
        self._found = list(found)
        self._starts = [each.start for each in found]

    def meant(self, hit: Hit) -> Entity | None:
        """Returns whom a word for a relation means, None where a name follows or nobody is known."""
        text = self._page.text
        word = text[hit.start : hit.end]
        if not word.islower() or self._is_named(hit.end):
            return None
        owned = OWNED.search(text, max(0, hit.start - REACH), hit.start)
        if owned is None:
            opens = word not in LINE and OPENING.search(text, max(0, hit.start - REACH), hit.start)
            return self._of_named(hit.end, word) if opens else None
        related = self._in_line if word in LINE else self._relative
        if owned["own"]:
            return self._of_owner(owned.start(), word, related)
        people = self._people(hit.start, woman=owned["word"].lower() == "her")
        return next(filter(None, (related(person, word, hit.start) for person in people)), None)

    def note(self, found: Found) -> None:
        """Notes a relative who was found, of whom the next words can be: "Kim's uncle … his nephew"."""
        index = bisect_left(self._starts, found.start)
        self._found.insert(index, found)
        self._starts.insert(index, found.start)

    def given_name(self, entity: Entity, end: int) -> tuple[int, int] | None:
        """Returns where the first name of a relative stands behind the word for him: "his wife, Nancy"."""
        named = FIRST_NAME.match(self._page.text, end)
        if named is None or fold(named[1]) != fold(entity.name.split()[0]):
            return None
        return named.span(1)

    def _is_named(self, end: int) -> bool:
        """Tells whether the name of who is meant follows."""
        named = self._page.at.get(end + 1) or self._page.at.get(end + 2)
        return named is not None and named.entity.type is EntityType.PERSON

    def _of_owner(
        self, end: int, word: str, related: Callable[[Entity, str, int], Entity | None]
    ) -> Entity | None:
        index = bisect_left(self._starts, end) - 1
        owner = self._found[index] if index >= 0 else None
        return related(owner.entity, word, owner.start) if owner and owner.end == end else None

    def _of_named(self, end: int, word: str) -> Entity | None:
        """Returns the relative of who is named behind "of": "The powerful sister of leader Kim Jong Un"."""
        index = bisect_left(self._starts, end)
        for found in self._found[index : index + OF_REACH]:
            between = self._page.text[end : found.start]
            if found.entity.type is EntityType.PERSON and OF.fullmatch(between):
                return self._relative(found.entity, word, found.start)
        return None

    def _people(self, offset: int, woman: bool) -> Iterator[Entity]:
        """Yields who can be "he" or "she" at an offset: the last person of the sentence or the one before."""
        first, _ = self._page.sentence(offset)
        reach = self._page.sentence(max(0, first - 2))[0]
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            found = self._found[index]
            if found.start < reach:
                return
            if found.entity.type is EntityType.PERSON and (found.entity.id in words().women) == woman:
                yield found.entity
                return

    def _relative(self, person: Entity, word: str, offset: int) -> Entity | None:
        return self._entity(words().kin.get(person.id, {}).get(word))

    def _in_line(self, person: Entity, word: str, offset: int) -> Entity | None:
        office = self._office(person, self._page.day(offset))
        return self._entity(self._knowledge.neighbour(person.id, office, LINE[word])) if office else None

    def _office(self, person: Entity, day: date | None) -> Office | None:
        """Returns the office whose line is meant: that of the day, or the last one; a leading one first."""
        held = self._knowledge.offices_on(person.id, day)
        past = [each for each in person.offices if each.until and each.until <= (day or date.max)]
        for offices in (held, sorted(past, key=lambda each: each.until or date.max, reverse=True)):
            single = [each for each in offices if each.title not in words().shared_offices]
            if single:
                return next((each for each in single if each.title in LEADING), single[0])
        return None

    def _entity(self, id: str | None) -> Entity | None:
        record = self._knowledge.records.get(id or "")
        return record.entity if record else None

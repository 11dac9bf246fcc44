"""Offices whose owner was named before: "its spy chief", "Putin's spokesman", "and the finance minister"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from corpus.linking.knowledge import LEADING, Knowledge, Record
from corpus.linking.names import Means
from corpus.linking.offices import SHARED, Phrase
from corpus.linking.owners import MODIFIER
from corpus.linking.page import Found, How, Page
from corpus.model import Entity, EntityType, Sense

OWNER = re.compile(
    rf"(?P<joint>(?:,|and) )?\b(?P<word>the|its|his|her|their)(?: {MODIFIER})* $", re.IGNORECASE
)
POSSESSIVE = re.compile(rf"['’]s?(?: {MODIFIER})* ", re.IGNORECASE)
THINGS = ("its", "their")


class Implied:
    """Finds who holds the offices of one page whose owner stands before; `found` are its mentions."""

    def __init__(
        self, knowledge: Knowledge, states: Mapping[str, Record], page: Page, found: Sequence[Found]
    ) -> None:
        self._knowledge = knowledge
        self._states = states
        self._page = page
        self._found = found
        self._starts = [each.start for each in found]

    def holder(self, phrase: Phrase) -> Entity | None:
        """Returns who holds an office on its day, None where its owner is not told or nobody holds it."""
        state = self._owner(phrase.hit.start)
        if state is None:
            return None
        day = self._page.day(phrase.hit.start)
        for name in phrase.hit.names:
            owners = self._owners(name.target, state) if name.means is Means.OFFICE else ()
            for of in owners:
                holders = self._knowledge.holders(name.target, of, day) if name.of in (None, of) else []
                if holders and (len(holders) == 1 or name.target not in SHARED):
                    return self._knowledge.records[holders[0]].entity
        return None

    def _owners(self, title: str, state: Entity) -> list[str]:
        """Returns where an office of a state may be listed: under its palace, its ministry or itself."""
        records = self._knowledge.records
        listed = [of for _, of in self._knowledge.keys.get(title, ()) if of in records]
        palaces = [of for of in listed if records[of].stands_for == state.id]
        office = self._knowledge.body(state.id, "presidential-office")
        bodies = [of for of in listed if records[of].of == state.id and title not in SHARED]
        return [*palaces, *([office] if office else []), state.id, *bodies]

    def _owner(self, start: int) -> Entity | None:
        """Returns the state whose office it is, by what stands before."""
        index = bisect_left(self._starts, start) - 1
        last = self._found[index] if index >= 0 else None
        if last is None:
            return None
        if POSSESSIVE.fullmatch(self._page.text, last.end, start):
            return None if self._follows_person(last.start) else self._led_by(last)
        before = OWNER.search(self._page.text, max(0, start - 40), start)
        if before is None or last.start < self._page.sentence(start)[0]:
            return None
        if not before["joint"] and self._follows_person(max(0, start - 40) + before.start()):
            return None
        word = before["word"].lower()
        if word == "the":
            return self._state_of(last) if before["joint"] and last.how in (How.OFFICE, How.ANAPHOR) else None
        return self._state_of(last) if word in THINGS else self._led_by(last)

    def _follows_person(self, offset: int) -> bool:
        """Tells whether the words from an offset stand in apposition: "John Bolton, [Trump's adviser]"."""
        return self._page.text.startswith(", ", offset - 2) and self._page.ends_person(offset - 2)

    def _state_of(self, found: Found) -> Entity | None:
        """Returns the state that a mention means, or whose office it names."""
        if found.entity.type is EntityType.STATE:
            return found.entity if found.sense is Sense.ACTOR else None
        official = found.entity.type is EntityType.PERSON and found.how in (How.OFFICE, How.ANAPHOR)
        state = self._states.get(found.entity.country or "") if official else None
        return state.entity if state else None

    def _led_by(self, found: Found) -> Entity | None:
        """Returns the state that a person leads on the day."""
        for office in self._knowledge.offices_on(found.entity.id, self._page.day(found.start)):
            record = self._knowledge.records.get(office.of or "")
            if office.title in LEADING and record and record.entity.type is EntityType.STATE:
                return record.entity
        return None

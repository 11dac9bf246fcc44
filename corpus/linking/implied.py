"""Offices whose owner was named before: "its spy chief", "Putin's spokesman", "and the finance minister"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from corpus.linking.knowledge import LEADING, Knowledge, Record
from corpus.linking.names import Means
from corpus.linking.offices import SHARED
from corpus.linking.owners import MODIFIER
from corpus.linking.page import BODIES, Found, How, Page
from corpus.linking.phrases import Phrase
from corpus.model import Entity, EntityType, Sense

OWNER = re.compile(
    rf"(?P<joint>(?:,|and) )?\b(?P<word>the|its|his|her|their)(?: {MODIFIER})* $", re.IGNORECASE
)
POSSESSIVE = re.compile(rf"['’]s?(?: {MODIFIER})* ", re.IGNORECASE)
THINGS = ("its", "their")
SPEAKS = "spokesperson"
SUBJECTS = (*BODIES, EntityType.STATE)


class Implied:
    """Finds who holds the offices of one page whose owner stands before; `found` are its mentions."""

    def __init__(
        self, knowledge: Knowledge, states: Mapping[str, Record], page: Page, found: Sequence[Found]
    ) -> None:
        self._knowledge = knowledge
        self._states = states
        self._page = page
        self._found = list(found)
        self._starts = [each.start for each in found]

    def holder(self, phrase: Phrase) -> Entity | None:
        """Returns who holds an office on its day, None where its owner is not told or nobody holds it."""
        speaks = any(name.target == SPEAKS for name in phrase.hit.names)
        state = self._owner(phrase.hit.start, speaks)
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

    def _owner(self, start: int, speaks: bool) -> Entity | None:
        """Returns the state whose office it is, by what stands before; who speaks does so for the subject."""
        index = bisect_left(self._starts, start) - 1
        last = self._found[index] if index >= 0 else None
        if last is None:
            return None
        if POSSESSIVE.fullmatch(self._page.text, last.end, start):
            return None if self._follows_person(last.start) else self._led_by(last)
        before = OWNER.search(self._page.text, max(0, start - 40), start)
        if before is not None and speaks and before["word"].lower() in THINGS:
            return self.spoken_for(start)
        if before is None or last.start < self._page.sentence(start)[0]:
            return None
        if not before["joint"] and self._follows_person(max(0, start - 40) + before.start()):
            return None
        word = before["word"].lower()
        if word == "the":
            return self._state_of(last) if before["joint"] and last.how in (How.OFFICE, How.ANAPHOR) else None
        return self._state_of(last) if word in THINGS else self._led_by(last) or self._led_here(start)

    def note(self, found: Found) -> None:
        """Notes somebody who was found since, of whom the next words can be."""
        index = bisect_left(self._starts, found.start)
        self._found.insert(index, found)
        self._starts.insert(index, found.start)

    def spoken_for(self, start: int) -> Entity | None:
        """Returns the state that "its spokesman" speaks for, None where the subject is a body."""
        subject = self._acting(start)
        return self._state_of(subject) if subject and not self._owns(subject) else None

    def owner(self, start: int, pronoun: bool) -> Entity | None:
        """Returns the state whose body "its navy" or "the country's navy" is: the subject's.

        A pronoun never means who stands there by what is his only: "Poland's envoy left. Its …".
        """
        subject = self._acting(start)
        if subject is None or (pronoun and self._owns(subject)):
            return None
        state = self._states.get(subject.entity.country or "") if subject.entity.type in BODIES else None
        return state.entity if state else self._state_of(subject)

    def _owns(self, found: Found) -> bool:
        return POSSESSIVE.match(self._page.text, found.end) is not None

    def _acting(self, start: int) -> Found | None:
        """Returns the subject of what is told at an offset.

        It is whoever is named first in the sentence, or else in the one before, outside quotations; nobody,
        where the two are of different countries: what is said may be about somebody else.
        """
        first = self._page.sentence(start)[0]
        here = self._subject(first, start)
        before = self._subject(self._page.sentence(max(0, first - 2))[0], first)
        if here and before and here.entity.country != before.entity.country:
            return None
        return here or before

    def _subject(self, begin: int, end: int) -> Found | None:
        """Returns the first state or body that is named between two offsets, and not quoted at the second."""
        named = self._found[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]
        told = (each for each in named if each.entity.type in SUBJECTS)
        return next((each for each in told if not self._is_quoted(each.end, end)), None)

    def _is_quoted(self, offset: int, end: int) -> bool:
        """Tells whether a quotation that is over at `end` goes on at an offset."""
        between = self._page.text[offset:end]
        return between.count("”") > between.count("“") or between.count('"') % 2 == 1

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

    def _led_here(self, offset: int) -> Entity | None:
        """Returns the state that the one leader leads who is named before in the sentence."""
        first = self._page.sentence(offset)[0]
        named = self._found[bisect_left(self._starts, first) : bisect_left(self._starts, offset)]
        people = (each for each in named if each.entity.type is EntityType.PERSON)
        states = {state.id: state for each in people if (state := self._led_by(each))}
        return next(iter(states.values())) if len(states) == 1 else None

    def _led_by(self, found: Found) -> Entity | None:
        """Returns the state that a person leads on the day."""
        for office in self._knowledge.offices_on(found.entity.id, self._page.day(found.start)):
            record = self._knowledge.records.get(office.of or "")
            if office.title in LEADING and record and record.entity.type is EntityType.STATE:
                return record.entity
        return None

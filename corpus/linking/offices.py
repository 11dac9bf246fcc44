"""Offices: who "the South Korean president" is on a day, and whose title stands before or behind a name."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from corpus.linking.knowledge import Knowledge
from corpus.linking.names import Means
from corpus.linking.page import Found, How, Page
from corpus.linking.people import Roster, surname
from corpus.linking.scan import Hit
from corpus.linking.segments import Segment
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

PAST = r"former|then|ex|late|previous"
MODIFIER = rf"(?:{PAST}|current|incumbent|acting|new|newly elected|longtime|hardline|reclusive|young|outgoing|embattled|visiting|own)"
LEFT_GAP = re.compile(rf"(?:['’]s?)?(?:[ -](?:{MODIFIER}))* (?:(?:{MODIFIER})[ -])*")
FORMER = re.compile(rf"\b(?:{PAST})[ -]", re.IGNORECASE)
FORMER_BEFORE = re.compile(rf"\b(?P<word>{PAST})[ -]$", re.IGNORECASE)
INDEFINITE = re.compile(r"\b(?:an?|another|one|any|no|every|each|first|several)\s(?:\w+ )?$", re.IGNORECASE)
THE = re.compile(r"\b[Tt]he (?:\w+ )?$|\bTHE $")
OF = re.compile(r" (?:of|to|for) (?:the )?")
NAME_BEHIND = re.compile(r",? ")
NAME_BEFORE = re.compile(r", (?:the |then[- ]|former |who is |now )*$")
NOT_AN_OFFICE = re.compile(r"[- ](?:elect|candidate|hopeful|nominee|designate)\b")


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a text gives somebody, at an offset."""

    start: int
    person: Entity
    titles: frozenset[str]


class Offices:
    """Reads the office words of one page, left to right."""

    def __init__(self, knowledge: Knowledge, page: Page, roster: Roster, alone: dict[int, Segment]) -> None:
        self._knowledge = knowledge
        self._page = page
        self._roster = roster
        self._alone = alone  # single capitalised words that are still unknown, by start
        self._starting = {found.start: found for found in page.found}
        self._by_end = sorted(page.found, key=lambda found: found.end)
        self._ends = [found.end for found in self._by_end]
        self.held: list[Held] = []

    def read(self) -> None:
        """Adds the holders of offices that stand without a name, and the surnames that stand behind a title."""
        for hit in sorted(self._page.cues.values()):
            titles = frozenset(name.target for name in hit.names if name.means is Means.OFFICE)
            if titles:
                self._read(hit, titles)
            elif (segment := self._alone.get(hit.end + 1)) is not None:
                self._surname(hit, segment, (), frozenset(), None)

    def _read(self, hit: Hit, titles: frozenset[str]) -> None:
        text = self._page.text
        owner = self._owner_before(hit.start) or self._owner_behind(hit.end)
        keys = self._keys(hit, owner)
        behind = hit.end if not owner or owner.end <= hit.start else owner.end
        gap = NAME_BEHIND.match(text, behind)
        named = self._starting.get(gap.end()) if gap else None
        if named and named.entity.type is EntityType.PERSON:
            self._name(named, keys, titles)
            return
        if gap and gap[0] == " " and (segment := self._alone.get(gap.end())):
            self._surname(hit, segment, keys, titles, owner)
            return
        first = min(owner.start, hit.start) if owner else hit.start
        if bearer := self._bearer_before(first):
            self._name(bearer, keys, titles)
        elif owner:
            self._holder(hit, owner, keys, titles)
        elif not gap or not text[gap.end() : gap.end() + 1].isupper() or gap[0] == ", ":
            self._same_again(hit, titles)

    def _keys(self, hit: Hit, owner: Found | None) -> tuple[tuple[str, str], ...]:
        """Returns the (title, of) pairs that the words can mean here, the ones of the owner itself first."""
        names = [name for name in hit.names if name.means is Means.OFFICE]
        owners = self._knowledge.owners(owner.entity.id) if owner else ()
        special = [(name.target, name.of) for name in names if name.of and (not owner or name.of in owners)]
        general = [(name.target, of) for of in owners for name in names if name.of is None]
        return tuple(dict.fromkeys(general + special)) if owner else tuple(special)

    def _owner_before(self, start: int) -> Found | None:
        index = bisect_right(self._ends, start) - 1
        if index < 0:
            return None
        found = self._by_end[index]
        if start - found.end > 40 or found.entity.type is EntityType.PERSON:
            return None
        return found if LEFT_GAP.fullmatch(self._page.text, found.end, start) else None

    def _owner_behind(self, end: int) -> Found | None:
        gap = OF.match(self._page.text, end)
        found = self._starting.get(gap.end()) if gap else None
        return (
            found if found and found.entity.type is not EntityType.PERSON and found.how is How.NAME else None
        )

    def _bearer_before(self, start: int) -> Found | None:
        gap = NAME_BEFORE.search(self._page.text, max(0, start - 24), start)
        if not gap:
            return None
        index = bisect_right(self._ends, gap.start()) - 1
        found = self._by_end[index] if index >= 0 else None
        return (
            found if found and found.end == gap.start() and found.entity.type is EntityType.PERSON else None
        )

    def _name(self, named: Found, keys: tuple[tuple[str, str], ...], titles: frozenset[str]) -> None:
        """Notes the office of a named person; an unlisted name much like the holder's is the holder's."""
        if not named.entity.verified:
            wanted = surname(named.entity.name)
            day = self._page.day(named.start)
            for key in keys:
                for person in self._knowledge.holders(*key, day):
                    entity = self._knowledge.records[person].entity
                    if surname(entity.name, entity.country) == wanted and _alike(
                        entity.name, named.entity.name
                    ):
                        named.entity = entity
                        self._roster.enter(named.start, entity)
        self.held.append(Held(named.start, named.entity, titles))

    def _surname(
        self,
        hit: Hit,
        segment: Segment,
        keys: tuple[tuple[str, str], ...],
        titles: frozenset[str],
        owner: Found | None,
    ) -> None:
        """Adds a surname behind a title: "President Putin", "then-President Park"."""
        word = segment.words[0]
        wanted = fold(word.text)
        before = self._page.text[max(0, hit.start - 10) : hit.start]
        former = bool(FORMER_BEFORE.search(before)) or bool(
            owner and FORMER.search(self._page.text[owner.end : hit.start])
        )
        day = self._page.day(word.start)
        entity = (
            self._first(keys, day, wanted, former)
            or self._roster.nearest(wanted, word.start)
            or self._anywhere(titles, day, wanted, former)
        )
        if entity is not None:
            self._add(Found(word.start, word.end, entity, How.SURNAME), titles)

    def _first(
        self, keys: tuple[tuple[str, str], ...], day: date | None, wanted: str, former: bool
    ) -> Entity | None:
        for key in keys:
            people = self._knowledge.former(*key, day) if former else self._knowledge.holders(*key, day)
            people += self._knowledge.former(*key, day)
            for person in people:
                entity = self._knowledge.records[person].entity
                if surname(entity.name, entity.country) == wanted:
                    return entity
        return None

    def _anywhere(self, titles: frozenset[str], day: date | None, wanted: str, former: bool) -> Entity | None:
        """Returns who held one of the offices anywhere, where the text names the country or nobody else fits."""
        keys = tuple(key for key in self._knowledge.terms if key[0] in titles)
        present = {found.entity.country for found in self._page.found}
        near = tuple(key for key in keys if self._country(key[1]) in present)
        return self._first(near, day, wanted, former) or self._first(keys, day, wanted, former)

    def _country(self, id: str) -> str | None:
        record = self._knowledge.records.get(id)
        return record.entity.country if record else None

    def _holder(
        self, hit: Hit, owner: Found, keys: tuple[tuple[str, str], ...], titles: frozenset[str]
    ) -> None:
        """Adds an office without a name, linked to who held it on the day."""
        text = self._page.text
        start, end = min(owner.start, hit.start), max(owner.end, hit.end)
        if INDEFINITE.search(text, max(0, start - 20), start) or NOT_AN_OFFICE.match(text, end):
            return
        if owner.end <= hit.start and FORMER.search(text, owner.end, hit.start):
            return
        if FORMER_BEFORE.search(text, max(0, start - 10), start):
            return
        day = self._page.day(hit.start)
        for key in keys:
            holders = self._knowledge.holders(*key, day)
            if holders and (len(holders) == 1 or key[0] != "spokesperson"):
                self._page.found.remove(owner)
                self._add(Found(start, end, self._knowledge.records[holders[0]].entity, How.OFFICE), titles)
                return

    def _same_again(self, hit: Hit, titles: frozenset[str]) -> None:
        """Adds "the president" as the last one spoken of, where no other was spoken of in the sentence before."""
        the = THE.search(self._page.text, max(0, hit.start - 16), hit.start)
        if not the or len(the[0]) > 4 or NOT_AN_OFFICE.match(self._page.text, hit.end):
            return
        last = [held for held in self.held if not titles.isdisjoint(held.titles) and held.start < hit.start]
        if last:
            self._add(Found(hit.start, hit.end, last[-1].person, How.ANAPHOR), titles)

    def _add(self, found: Found, titles: frozenset[str]) -> None:
        self._page.add(found)
        self.held.append(Held(found.start, found.entity, titles))
        if found.how is not How.ANAPHOR:
            self._roster.enter(found.start, found.entity)


def _alike(one: str, other: str) -> bool:
    """Tells whether two names of the same family are likely one: at most two letters differ."""
    from rapidfuzz.distance import Levenshtein

    return (
        Levenshtein.distance(fold(one).replace("-", " "), fold(other).replace("-", " "), score_cutoff=2) <= 2
    )

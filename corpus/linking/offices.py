"""Offices: who "the South Korean president" is on a day, and whose title stands before or behind a name."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from corpus.linking.bearers import Bearers
from corpus.linking.knowledge import Knowledge, Term
from corpus.linking.lexicon import words
from corpus.linking.listed import Listed
from corpus.linking.names import Means
from corpus.linking.owners import MODIFIER, PAST, Owners
from corpus.linking.page import Found, How, Page
from corpus.linking.phrases import Keys, Phrase, Phrases
from corpus.linking.roster import Roster, surname
from corpus.linking.segments import Segment
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

AFTER_VESSEL = re.compile(r"(\w+) $")
FORMER = re.compile(rf"\b(?:{PAST})[ -]", re.IGNORECASE)
INDEFINITE = re.compile(r"\b(?:an?|another|one|any|no|every|each|first|several)\s(?:\w+ )?$", re.IGNORECASE)
THE = re.compile(r"\bthe (?:(?:incumbent|sitting|visiting|embattled|new) )?$", re.IGNORECASE)
OWNED = re.compile(rf"(?:\b(?:the|its|his|her|their)|['’]s?)(?: {MODIFIER})* $", re.IGNORECASE)
POSTED = re.compile(r" (?:in|to) (?:the )?(?=[A-Z])")
NAME_BEHIND = re.compile(r",? ")
NOT_AN_OFFICE = re.compile(r"[- ](?:elect|candidate|hopeful|nominee|designate)\b")
VACANT = timedelta(days=3)
FINITE = re.compile(
    r" (?:is|was|has|had|will|would|said|says|told|also|met|went|came|left|flew|may|can|\w+ed)\b"
)
SHARED = frozenset(
    {"spokesperson", "official", "diplomat", "adviser", "senator", "legislator", "representative"}
)


class Held(NamedTuple):
    """An office that a text gives somebody, at an offset."""

    start: int
    person: Entity
    titles: frozenset[str]


class Offices:
    """Reads the words for offices of one page, left to right."""

    def __init__(
        self,
        knowledge: Knowledge,
        listed: Listed,
        page: Page,
        roster: Roster,
        bearers: Bearers,
        alone: dict[int, Segment],
    ) -> None:
        self._knowledge = knowledge
        self._listed = listed
        self._bearers = bearers
        self._page = page
        self._roster = roster
        self._alone = alone
        self._owners = Owners(page)
        self._introduced: dict[tuple[str, str], dict[str, Entity]] = {}
        self.held: list[Held] = []
        self.open: list[Phrase] = []
        self.titled: set[int] = set()

    def read(self) -> None:
        """Adds the holders of offices that stand without a name, and the surnames that stand behind a title.

        Leaves who held what in `held`, the offices of nobody ("the president") in `open`, and where a surname
        that nobody is known by stands behind a title ("Mr Volkov") in `titled`.
        """
        phrases = Phrases(self._knowledge, self._listed, self._page, self._owners)
        taken, inside = self._page.taken, self._page.inside
        for start, cue in self._page.cues.items():
            if taken.get(start, 0) > cue.end or inside.get(start, 0) > cue.end:
                continue  # of a name: "Prosecutor General's Office"
            phrase = phrases.of(cue)
            if phrase.hit.names.offices:
                self._read(phrase)
            elif phrase.hit.names[0].means is Means.TITLE:
                self._title(phrase)

    def _title(self, phrase: Phrase) -> None:
        """Notes whose title stands before a full name, and adds the surname that stands behind one."""
        if segment := self._alone.get(phrase.hit.end + 1):
            self._surname(phrase, segment)
            return
        named = self._owners.starting.get(phrase.hit.end + 1)
        if named and named.entity.type is EntityType.PERSON:
            self._introduce(named.entity, phrase)

    def _introduce(self, entity: Entity, phrase: Phrase) -> None:
        """Notes by which title a text introduces somebody: "General Chang" is no "Premier Chang"."""
        name = surname(entity.name, entity.country)
        for title in phrase.titles:
            self._introduced.setdefault((title, name), {})[entity.id] = entity

    def _read(self, phrase: Phrase) -> None:
        text, end = self._page.text, phrase.end
        if phrase.owner and phrase.owner.end <= phrase.hit.start and (field := self._owners.behind(end)):
            end = field.end  # "U.S. envoy for the DPRK Sung Kim"
        gap = NAME_BEHIND.match(text, end)
        named = self._owners.starting.get(gap.end()) if gap else None
        if named and named.entity.type is EntityType.PERSON:
            self._name(named, phrase)
        elif gap and gap[0] == " " and (segment := self._alone.get(gap.end())):
            self._surname(phrase, segment)
        elif (bearer := self._owners.bearer_before(phrase.start)) and not self._is_another(bearer, phrase):
            self._name(bearer, phrase)
        elif text[phrase.hit.start : phrase.hit.end].lower().endswith("diplomat") and POSTED.match(text, end):
            return  # "Russia's top diplomat in Warsaw" is its ambassador
        elif phrase.owner or phrase.keys:
            self._holder(phrase)
        elif OWNED.search(text, max(0, phrase.hit.start - 24), phrase.hit.start):
            self.open.append(phrase)

    def _is_another(self, bearer: Found, phrase: Phrase) -> bool:
        """Tells whether an office is not a person's before it: "Along with her, the leader is …"."""
        if not bearer.entity.verified or _may_hold(bearer.entity, phrase.titles):
            return False
        return FINITE.match(self._page.text, phrase.end) is not None

    def _name(self, named: Found, phrase: Phrase) -> None:
        """Notes the office of a named person; a name much like the holder's is the holder's."""
        entity = named.entity
        wanted = surname(entity.name, entity.country)
        day = self._page.day(named.start) if phrase.keys else None
        for key in phrase.keys:
            holder = self._first((key,), day, wanted, former=False)
            if holder and holder != entity and _alike(holder.name, entity.name, 0 if entity.verified else 2):
                named.entity = holder
                self._roster.enter(named.start, holder)
                break
        self._introduce(named.entity, phrase)
        self.held.append(Held(named.start, named.entity, phrase.titles))

    def _surname(self, phrase: Phrase, segment: Segment) -> None:
        """Adds a surname behind a title: "President Putin", "then-President Park"."""
        word, text = segment.words[0], self._page.text
        wanted, day = fold(word.text), self._page.day(word.start)
        former = bool(FORMER.search(text, max(0, phrase.hit.start - 8), phrase.hit.start))
        titles = _meant(phrase.titles, text[phrase.hit.start : phrase.hit.end])
        introduced = self._called(titles, wanted)
        held = None if former else self._in_office(titles, wanted, day)
        entity = self._first(phrase.keys, day, wanted, former) or introduced or held
        entity = entity or self._bearers.meant(wanted, word.start)
        if entity is None or (introduced is None and not _may_hold(entity, titles)):
            entity = self._anywhere(titles, day, wanted, former) or entity
        on_a_ship = AFTER_VESSEL.search(text, max(0, phrase.hit.start - 16), phrase.hit.start)
        if on_a_ship and on_a_ship[1] in words().vessels:
            return  # "the frigate Marshal Shaposhnikov"
        if entity is None and _names_somebody(text[phrase.hit.start : phrase.hit.end]):
            self.titled.add(word.start)
        if entity is not None:
            self._add(Found(word.start, word.end, entity, How.SURNAME), phrase)

    def _called(self, titles: frozenset[str], wanted: str) -> Entity | None:
        """Returns the one bearer of a surname whom the text has introduced by a title."""
        people = {id: each for t in titles for id, each in self._introduced.get((t, wanted), {}).items()}
        return next(iter(people.values())) if len(people) == 1 else None

    def _in_office(self, titles: frozenset[str], wanted: str, day: date | None) -> Entity | None:
        """Returns the one bearer of a surname in the text who holds one of some offices on a day."""
        people = self._roster.different.get(wanted, {})
        held = ((id, self._knowledge.offices_on(id, day)) for id in people)
        fitting = [id for id, offices in held if any(office.title in titles for office in offices)]
        return people[fitting[0]] if len(fitting) == 1 else None

    def _first(self, keys: Keys, day: date | None, wanted: str, former: bool) -> Entity | None:
        """Returns the bearer of a surname who holds one of the offices, or has held it."""
        terms = [t for title, of in keys for t in self._listed.terms(title, wanted) if t.office.of == of]
        if not terms:
            return None
        return self._of_day(terms, day, former)

    def _of_day(self, terms: Sequence[Term], day: date | None, former: bool) -> Entity | None:
        """Returns who has the first of some terms that holds on a day, else of those that are over."""
        held = () if former else (term for term in terms if term.holds(day))
        term = next(chain(held, (term for term in terms if term.over(day))), None)
        return self._knowledge.records[term.person].entity if term else None

    def _anywhere(self, titles: frozenset[str], day: date | None, wanted: str, former: bool) -> Entity | None:
        """Returns who held one of the offices anywhere, in a country that the text names first."""
        terms = [term for title in sorted(titles) for term in self._listed.terms(title, wanted)]
        if not terms:
            return None
        present = {found.entity.country for found in self._page.found}
        near = [term for term in terms if self._country(term.office.of) in present]
        return self._of_day(near, day, former) or self._of_day(terms, day, former)

    def _country(self, id: str | None) -> str | None:
        record = self._knowledge.records.get(id or "")
        return record.entity.country if record else None

    def _holder(self, phrase: Phrase) -> None:
        """Adds an office without a name, linked to who held it on the day."""
        if not self._definite(phrase):
            return
        day = self._page.day(phrase.hit.start)
        for key in phrase.keys:
            holders = self._knowledge.holders(*key, day) or self._knowledge.holders(*key, _just_before(day))
            if holders and (len(holders) == 1 or key[0] not in SHARED):
                entity = self._knowledge.records[holders[0]].entity
                self._add(Found(phrase.start, phrase.end, entity, How.OFFICE), phrase)
                self._page.inner += [phrase.owner] if phrase.owner else []
                return

    def _definite(self, phrase: Phrase) -> bool:
        """Tells whether the words mean the holder: not "a former …", "a …", "… candidate"."""
        text, start = self._page.text, phrase.start
        if INDEFINITE.search(text, max(0, start - 20), start) or NOT_AN_OFFICE.match(text, phrase.end):
            return False
        if phrase.owner is None and not OWNED.search(text, max(0, start - 24), start):
            return False
        former = FORMER.search(text, max(0, start - 8), phrase.hit.start)
        dated = self._page.day(phrase.hit.start) != self._page.published
        return former is None or (dated and former[0][:-1].lower() == "then")

    def _add(self, found: Found, phrase: Phrase) -> None:
        self._page.replace(found)
        self.held.append(Held(found.start, found.entity, phrase.titles))
        self._roster.enter(found.start, found.entity)


def _just_before(day: date | None) -> date | None:
    """Returns the day on which an office that is vacant had a holder: of who was shot yesterday."""
    return day and day - VACANT


def _meant(titles: frozenset[str], word: str) -> frozenset[str]:
    """Returns the office that bears the very word as its key, where one does: "president" is no chairman."""
    key = word.lower().replace(" ", "-")
    return frozenset({key}) if key in titles and key != "premier" else titles  # who is a prime minister, too


def _may_hold(entity: Entity, titles: frozenset[str]) -> bool:
    """Tells whether a title can be a person's: of a listed one it is known what offices there were."""
    return not entity.verified or any(office.title in titles for office in entity.offices)


def _names_somebody(title: str) -> bool:
    """Tells whether a surname alone must follow a title: "Mr", "Gen.", "spokesman", but not "leader"."""
    return title[0].isupper() or title.endswith(("man", "woman", "person"))


def _alike(one: str, other: str, letters: int) -> bool:
    """Tells whether two names of the same family are likely one: at most that many letters differ."""
    spelt = [fold(name).replace("-", " ") for name in (one, other)]
    return Levenshtein.distance(*spelt, score_cutoff=letters) <= letters

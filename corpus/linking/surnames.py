"""Surnames alone: "Kim said" after the full name, "Putin" where everybody knows who that is."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import itemgetter

from corpus.linking.bearers import Bearers
from corpus.linking.capitals import Word
from corpus.linking.company import (
    KOREAS,
    LED,
    Company,
    at_the_top,
    contradicts,
    is_noted,
    is_of_time,
    is_shared,
    lately_at_the_top,
    once_led,
    ruler,
    told_about,
    who_leads_for,
)
from corpus.linking.knowledge import HOLDS, LEADS, Knowledge
from corpus.linking.korean import is_family_name
from corpus.linking.lexicon import body_words, words
from corpus.linking.looks import is_known_surname, is_surname
from corpus.linking.page import Found, How, Page
from corpus.linking.people import unlisted
from corpus.linking.roster import Roster, surname
from corpus.linking.rows import in_rows
from corpus.linking.segments import Segment
from corpus.linking.speakers import acts_alone
from corpus.linking.strangers import is_of_another_age, strangers
from corpus.linking.surname_words import COMPASS, IN_A_MONTH, MONTHS, acts_in_headline, is_name
from corpus.linking.things import is_thing
from corpus.linking.variants import fold
from corpus.model import Entity

RANK = re.compile(
    r"\b(?:Adm(?:\.|iral)|Gen(?:\.|eral)|Col(?:\.|onel)|Marshal|Maj(?:\.|or)|Capt(?:\.|ain)|Lt\.|Commander) $"
)
RULES = re.compile(r"(?:['’]s)? (?:[Aa]dministration|[Cc]abinet|[Gg]overnment|[Rr]egime)s?\b")
KIN = re.compile(r"['’]s ([a-z-]+(?: [a-z-]+){0,2})")
LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
AT_A_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear) $")
RARE = 7  # letters of such a surname, at least
ROUNDS = 2  # the second one knows the company that the first has found


class Surnames:
    """Resolves single capitalised words of one page as surnames."""

    def __init__(
        self,
        knowledge: Knowledge,
        listed: Mapping[str, Sequence[Entity]],
        page: Page,
        roster: Roster,
        bearers: Bearers,
    ) -> None:
        self._knowledge = knowledge
        self._listed = listed
        self._page = page
        self._roster = roster
        self._bearers = bearers
        self._countries = {found.entity.country for found in page.found}
        self._company = Company(knowledge, page)
        self._settled: set[str] = set()
        self._standing: dict[tuple[str, date | None], tuple[Entity | None, list[Entity]]] = {}

    def read(self, alone: Iterable[Segment], titled: Collection[int]) -> None:
        """Adds the people whom single words mean: named in full, known, or `titled`."""
        taken, by_first = self._page.taken, self._roster.by_first
        left = [segment for segment in alone if segment.start not in taken]
        for segment in strangers(self._page, left):
            self._name(segment, unlisted(segment.words[0].text))
        for _ in range(ROUNDS):
            left = self._read_all(left)
        if rows := list(in_rows(self._page, left, self._listed, self._knowledge)):
            for segment, entity in rows:
                self._name(segment, entity)
            left = self._read_all(left)
        new = [each for each in left if each.start in titled or acts_alone(self._page, each)]
        new = [each for each in new if self._may_be_new(each.words[0].text, each)]
        for segment in new:
            self._add_unknown(segment, segment.words[0], segment.start in titled)
        for segment in left:
            word = segment.words[0]
            if segment.start in taken:
                continue
            if "-" in word.text:
                self._couple(segment, word)
            elif new and self._read(segment):
                continue
            if fold(word.text) in by_first:
                self._first_name(segment, word)

    def _read_all(self, segments: Sequence[Segment]) -> list[Segment]:
        """Adds the people whom words mean that somebody has for a surname; returns those that mean nobody."""
        taken = self._page.taken
        for segment in segments:
            if segment.start not in taken and self._is_borne(fold(segment.words[0].text)):
                self._read(segment)
        return [segment for segment in segments if segment.start not in taken]

    def _is_borne(self, name: str) -> bool:
        """Tells whether somebody listed or named in the text has a folded surname."""
        return name in self._listed or name in self._roster.bearers

    def _read(self, segment: Segment) -> bool:
        """Adds the person whom a single word means; returns whether there is one."""
        entity = None if self._is_town(segment) else self._who(segment.words[0].text, segment)
        if entity is None or contradicts(self._page, segment.start, entity):
            return False
        if is_of_another_age(self._page, segment, entity):
            self._name(segment, unlisted(segment.words[0].text))
            return True
        self._page.add(Found(segment.start, segment.end, entity, How.SURNAME))
        self._countries.add(entity.country)
        self._roster.again(fold(segment.words[0].text), segment.start, entity)
        return True

    def _is_town(self, segment: Segment) -> bool:
        """Tells whether an American state says where a place of this name lies: "Taylor, Texas"."""
        state = self._page.at.get(segment.end + 2) if self._page.text.startswith(", ", segment.end) else None
        return state is not None and state.entity.id in body_words().states_of_union

    def _may_be_new(self, text: str, segment: Segment) -> bool:
        """Tells whether a surname behind a title may be somebody's unlisted; there are many Kims."""
        verb = text.lower() in body_words().headline_verbs
        named = is_surname(text) and not is_family_name(text) and not verb
        return named and not self._page.headline(segment.start)

    def _add_unknown(self, segment: Segment, word: Word, titled: bool) -> None:
        """Adds who stands behind a title: the one listed bearer of the surname, or somebody unlisted.

        Without a title the bearer counts only where the text names the country, or he is in office and his
        surname is not one of many people's.
        """
        day = self._page.day(word.start)
        people = [each for each in self._listed.get(fold(word.text), ()) if self._may_be(each, day)]
        if titled and RANK.search(self._page.text, max(0, word.start - 12), word.start):
            people = [each for each in people if each.id not in words().women]  # "Admiral Petrenko"
        if not titled:
            known, rank = HOLDS if fold(word.text) not in words().surnames else LEADS, self._knowledge.rank
            people = [p for p in people if p.country in self._countries or rank(p.id, day) >= known]
        held = [each for each in people if titled and self._knowledge.rank(each.id, day) >= HOLDS]
        people = held if len(held) == 1 else people
        self._name(segment, people[0] if len(people) == 1 else unlisted(word.text))

    def _name(self, segment: Segment, entity: Entity) -> None:
        """Adds who is named by a surname alone, so that it means him behind as well."""
        self._page.add(Found(segment.start, segment.end, entity, How.SURNAME))
        self._roster.enter(segment.start, entity)

    def _may_be(self, entity: Entity, day: date | None) -> bool:
        """Tells whether a listed person may be meant: of a country in the text, or alive on the day.

        Who never had an office is not known by a common surname elsewhere.
        """
        if entity.country in self._countries:
            return True
        if not entity.offices and is_known_surname(entity.name.split()[-1]):
            return False
        died = entity.lived[1] if entity.lived else None
        return died is None or day is None or day.year <= died

    def _couple(self, segment: Segment, word: Word) -> None:
        """Adds the two of "the Kim-Putin talks", where both are known: "Trump-Russia" has a state."""
        people, start = [], word.start
        for part in word.text.split("-"):
            if start not in self._page.taken:
                entity = self._who(part, segment, coupled=True) if part[:1].isupper() else None
                if entity is None:
                    return
                people.append(Found(start, start + len(part), entity, How.SURNAME))
            start += len(part) + 1
        for found in people:
            self._page.add(found)

    def _first_name(self, segment: Segment, word: Word) -> None:
        """Adds whom a first name alone means: the one person of the text who bears it."""
        bearers = self._roster.by_first[fold(word.text)]
        if len(bearers) != 1 or segment.titled or segment.start in self._page.taken:
            return
        if "-" not in word.text and not self._may_be_new(word.text, segment):
            return
        if fold(word.text) in words().words_too or AT_A_PLACE.search(
            self._page.text, max(0, segment.start - 6), segment.start
        ):
            return
        for entity in bearers.values():
            self._page.add(Found(segment.start, segment.end, entity, How.SURNAME))

    def _who(self, text: str, segment: Segment, coupled: bool = False) -> Entity | None:
        name = fold(text)
        if not self._is_borne(name):
            return None
        if name in COMPASS and self._page.text.endswith(("the ", "The "), 0, segment.start):
            return None  # "in the West"
        if name in MONTHS and IN_A_MONTH.search(self._page.text, max(0, segment.start - 12), segment.start):
            return None
        if is_thing(self._page, segment):
            return None
        if relative := self._whose_kin(name, segment):
            return relative
        if RULES.match(self._page.text, segment.end) and name not in self._roster.bearers:
            return ruler(self._knowledge, self._listed.get(name, ()), self._page.day(segment.start))
        if self._bearers.comes_first(name, segment.start) and (
            not is_family_name(name)
            or self._company.of_leaders(segment.start)
            or self._company.joined(segment)
            or self._page.paragraph(segment.start) > 0
        ):
            leader = self._famous(name, segment, coupled)
            if leader and self._leads(leader, name, segment.start):
                return leader
        if (meant := self._bearers.meant(name, segment.start)) is None:
            return self._famous(name, segment, coupled)
        if len(self._roster.different.get(name, ())) > 1:
            return meant
        day = self._page.day(segment.start)
        return who_leads_for(self._knowledge, meant, self._listed.get(name, ()), day) or meant

    def _whose_kin(self, name: str, segment: Segment) -> Entity | None:
        """Returns the leader on the day whose relative is told of: "Kim's daughter, Kim Ju Ae"."""
        kin = KIN.match(self._page.text, segment.end)
        if kin is None:
            return None
        told = kin[1].split()
        people = [
            p for p in self._listed.get(name, ()) if not words().kin.get(p.id, {}).keys().isdisjoint(told)
        ]
        named = self._bearers.meant(name, segment.start)
        for day in (self._page.published, self._page.day(segment.start)):
            if named and self._knowledge.rank(named.id, day) > LEADS:
                return named
            leaders = [each for each in people if self._knowledge.rank(each.id, day) > LEADS]
            if len(leaders) == 1:
                return leaders[0]
        return None

    def _is_first_name(self, entity: Entity, name: str, day: date | None) -> bool:
        """Tells whether a surname is rather a first name: "Paul", whom nobody calls so who is no leader."""
        leads = self._knowledge.rank(entity.id, day) > LEADS or self._knowledge.led(entity) >= LED
        known = leads or is_noted(self._knowledge, entity, day)
        return name in words().given and not known

    def _leads(self, entity: Entity, name: str, offset: int) -> bool:
        """Tells whether somebody leads a state on the day of an offset, or is the one leader of his name."""
        leads = self._knowledge.rank(entity.id, self._page.day(offset)) > LEADS
        return leads or once_led(self._knowledge, entity, name, self._listed)

    def _famous(self, name: str, segment: Segment, coupled: bool) -> Entity | None:
        """Returns the best known listed bearer on the day, whose country the text names."""
        people = self._listed.get(name, ())
        if not people or not (coupled or is_name(self._page, self._company, name, segment)):
            return None
        day = self._page.day(segment.start)
        told, top = self._standing_of(name, day) if is_family_name(name) else (None, [])
        told = told or (self._standing_of(name, self._page.published)[0] if is_family_name(name) else None)
        if told and told.country in self._countries:
            return told
        company = coupled or name in self._settled or self._company.at(segment.start)
        if top:
            return self._leader(name, top, segment, company)
        ranked = [(self._rank(each, day, company), each) for each in people]
        ranked.sort(key=itemgetter(0), reverse=True)
        best = ranked[0][0]
        if is_family_name(name) and best < LEADS and not is_noted(self._knowledge, ranked[0][1], day):
            return None
        if best == 0 and len(people) == 1 and not segment.titled and self._is_rare(people[0], name, day):
            return people[0]
        if best < (LED if len(people) > 1 or is_family_name(name) else 1):
            return None
        first = [each for rank, each in ranked if rank == best]
        if len(first) > 1:
            first = [each for each in first if is_noted(self._knowledge, each, day)]
        return first[0] if len(first) == 1 else None

    def _is_rare(self, entity: Entity, name: str, day: date | None) -> bool:
        """Tells whether a surname that is nobody's else in a text of the country means who had no office."""
        here = entity.country in self._countries and is_of_time(entity, day)
        common = name in words().surnames or is_family_name(name) or name in words().words_too
        return here and len(name) >= RARE and not common and name not in words().given

    def _standing_of(self, name: str, day: date | None) -> tuple[Entity | None, list[Entity]]:
        """Returns which Kim the text tells of, and those who lead a Korea on a day or did lately."""
        if (name, day) not in self._standing:
            people, known = self._listed[name], self._knowledge
            top = at_the_top(known, people, day) or lately_at_the_top(known, people, day)
            self._standing[name, day] = told_about(known, people, day, self._spoken), top
        return self._standing[name, day]

    def _leader(self, name: str, top: Sequence[Entity], segment: Segment, company: bool) -> Entity | None:
        """Returns which leader of a Korea a bare surname means: of a country in the text, or in company."""
        here = [each for each in top if each.country in self._countries]
        if not here and len(top) == 1 and (company or self._leads_headline(segment)):
            self._settled.add(name)
            return top[0]
        return next((each for each in here if each.country == "PRK"), here[0] if here else None)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(LETTERS.findall(self._page.text.lower()))

    def _leads_headline(self, segment: Segment) -> bool:
        """Tells whether a lone word acts in a headline of a text about a Korea."""
        return not KOREAS.isdisjoint(self._countries) and acts_in_headline(self._page, segment)

    def _rank(self, entity: Entity, day: date | None, company: bool) -> int:
        """Tells how likely a surname alone means somebody, 0 where no office and no text speaks for it."""
        rank, name = self._knowledge.rank(entity.id, day), surname(entity.name, entity.country)
        if self._is_first_name(entity, name, day) or not is_of_time(entity, day):
            return 0
        if entity.country in self._countries:
            return rank if rank >= HOLDS or name not in words().words_too or company else 0
        if is_family_name(fold(entity.name.split()[0])):
            return 0
        if rank > LEADS or (company and rank == LED):
            return rank
        if once_led(self._knowledge, entity, name, self._listed):
            return rank
        noted = is_noted(self._knowledge, entity, day)
        return rank if noted and not is_shared(self._knowledge, entity, name, self._listed, day) else 0

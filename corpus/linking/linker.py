"""Brings the rules together: one text in, its mentions out."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from operator import attrgetter

from corpus.linking.anaphora import Anaphora
from corpus.linking.bearers import Bearers
from corpus.linking.bodies import Bodies
from corpus.linking.body_rows import read_body_rows
from corpus.linking.choice import Choice
from corpus.linking.fields import cover_fields
from corpus.linking.halves import KOREAS, read_bare_halves
from corpus.linking.inner import Lands, read_inner, read_introducing
from corpus.linking.introduced import read_introduced, read_mixed_acronyms, settle_acronyms
from corpus.linking.knowledge import Knowledge
from corpus.linking.leftovers import read_leftovers
from corpus.linking.lexicon import contexts, sense_words
from corpus.linking.listed import Listed
from corpus.linking.longer_names import read_longer_names
from corpus.linking.ministries import read_ministries
from corpus.linking.model import TrainedModel, add_people, add_rest
from corpus.linking.names import Hit, Means, Name, all_names
from corpus.linking.namesakes import read_namesakes, read_towns, single_places
from corpus.linking.nations import Nations
from corpus.linking.nicknames import read_nicknames
from corpus.linking.northern_press import read_northern_press
from corpus.linking.offices import Offices
from corpus.linking.page import BODIES, Found, How, Page
from corpus.linking.people import read_people
from corpus.linking.posted import read_posted
from corpus.linking.prefixed import prefixed, read_combined
from corpus.linking.roster import Roster
from corpus.linking.scan import Scanned, Scanner
from corpus.linking.segments import is_small_word, open_runs
from corpus.linking.senses import sense_of
from corpus.linking.services import read_services
from corpus.linking.ships import is_ship
from corpus.linking.short_names import read_companies, read_recurring
from corpus.linking.short_states import read_short_states
from corpus.linking.surnames import Surnames
from corpus.linking.told_kinds import read_told_kinds
from corpus.linking.undivided import read_undivided
from corpus.model import Entity, EntityType, Sense, Sentence, TimeExpression

SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f"  # as pages set names with them
ARTICLE = ("the ", "The ", "THE ")
TITLED = re.compile(r"[a-z,;(] The $")
PERSON, STATE, PLACE = EntityType.PERSON, EntityType.STATE, EntityType.PLACE
NAME, CITIZEN = How.NAME, How.DEMONYM
DECOY, DEMONYM = Means.DECOY, Means.DEMONYM


class Linker:
    """Links the names of texts to one knowledge base, and to what a trained pipeline finds beside it."""

    def __init__(self, knowledge: Knowledge, model: str | None = None) -> None:
        self.knowledge = knowledge
        self._model = TrainedModel(model) if model else None
        self._scanner = Scanner(all_names(knowledge))
        self._listed = Listed(knowledge)
        self._states = {
            record.entity.country: record
            for record in reversed(list(knowledge.records.values()))
            if record.entity.type is EntityType.STATE and record.entity.country and not record.until
        }

        self._before = {
            id: knowledge.records[before]
            for id, before in contexts().predecessors.items()
            if before in knowledge.records
        }
        self._lands = Lands(knowledge.records.values())
        self._koreas = {
            id.removesuffix("-korea"): knowledge.records[id].entity
            for id in KOREAS
            if id in knowledge.records
        }

    def find(self, text: str) -> Scanned:
        """Returns the listed names in a text, and the words for offices, titles and bodies."""
        return self._scanner.scan(text)

    def page(
        self,
        text: str,
        published: date | None,
        sentences: Sequence[Sentence],
        times: Sequence[TimeExpression],
    ) -> Page:
        """Returns a text with the mentions that the rules found, sorted by start."""
        if not text.isascii():
            for space in SPACES:
                text = text.replace(space, " ")  # a tenth of the time that `translate` takes
        text = text.replace("`", "'")  # an apostrophe of old pages
        names, cues, bodies = self.find(text)
        page = Page(text, published, sentences, times, {hit.start: hit for hit in cues})
        roster = Roster()
        decoys = self._names(page, names, roster)
        read_combined(page, self.knowledge.records)
        read_posted(page, self.knowledge.records)
        read_northern_press(page, self._koreas)
        read_undivided(self.knowledge, page, self._koreas)
        for cue in cues:
            if cue.names[0].means is not Means.BACK:
                page.cover(cue.start, cue.end)
        read_ministries(self.knowledge, page, bodies)
        cover_fields(page)
        spans = self._model.spans(text) if self._model else []
        add_people(page, spans, roster)
        runs = open_runs(page, roster.bearers)
        read_short_states(self.knowledge, page, runs)
        read_longer_names(page, runs)
        Bodies(page, runs, roster.bearers, self._listed.leaders).read()
        read_introduced(page)
        countries = {found.entity.country for found in page.found}
        spelt = partial(self._listed.another_spelling, countries=countries, published=published)
        read_nicknames(page, roster, spelt)
        left = read_people(page, runs, roster, spelt)
        places = single_places(page)
        left = read_namesakes(page, left, roster, places, decoys)
        read_towns(page, places)
        left = read_told_kinds(page, read_recurring(page, read_companies(page, left), roster))
        left = read_body_rows(page, left)
        alone = {each.start: each for each in left if len(each.words) == 1 and not is_small_word(page, each)}
        alone.update((each.start, each) for each in prefixed(page))
        bearers = Bearers(page, roster, self.knowledge.rank)
        offices = Offices(self.knowledge, self._listed, page, roster, bearers, alone)
        offices.read()
        bearers = Bearers(page, roster, self.knowledge.rank)
        surnames = Surnames(self.knowledge, self._listed.by_surname, page, roster, bearers)
        surnames.read(alone.values(), offices.titled)
        add_rest(page, spans)
        read_bare_halves(page, alone.values(), self._koreas)
        read_leftovers(page, left)
        self._senses(page)
        Nations(self.knowledge, self._states, page, names).read(bodies)
        read_services(self.knowledge, self._states, page)
        settle_acronyms(page)
        read_mixed_acronyms(page)
        Anaphora(self.knowledge, self._states, page, offices.held).read(offices.open)
        read_introducing(page, self._lands)
        read_inner(page, self._lands)
        page.found.sort(key=attrgetter("start", "end"))
        return page

    def _names(self, page: Page, hits: Sequence[Hit], roster: Roster) -> list[str]:
        """Adds the listed names of a page; returns those that mean nobody known."""
        decoys: list[str] = []
        choice, records, text = Choice(self.knowledge, page, hits), self.knowledge.records, page.text
        for hit in hits:
            name = choice.choose(hit)
            if name is None:
                continue
            start, end, _ = hit
            if name.means is DECOY:
                decoys.append(text[start:end])
                page.take(start, end)
                continue
            entity = records[name.target].entity
            if entity.id in self._before:
                entity = self._under_its_name(entity, page.published)
            if text.startswith(ARTICLE, start):
                start += len("the ")
            if entity.type is PERSON:
                if is_ship(text, start, end):
                    page.take(start, end)
                    continue
                roster.enter(start, entity, text[start:end])
            elif entity.type in BODIES:
                start = self._begun(page, start, end, entity, name)
            page.add(Found(start, end, entity, CITIZEN if name.means is DEMONYM else NAME))
        return decoys

    def _begun(self, page: Page, start: int, end: int, entity: Entity, name: Name) -> int:
        """Returns where the name of a body begins: behind its owner, or with the article of "The Times"."""
        if "'s " in name.text:
            start = self._owned(page, start, end)
        if entity.type is EntityType.MEDIUM and TITLED.search(page.text, max(0, start - 6), start):
            return start - len("The ")  # "told The Times"
        return start

    def _owned(self, page: Page, start: int, end: int) -> int:
        """Adds the state of "South Korea's Joint Chiefs of Staff"; returns where the body begins."""
        owner = self._lands.owner(page.text, start, end)
        if owner is None or page.text[owner.rest].islower():
            return start
        page.add(Found(start, owner.end, owner.entity, owner.how))
        return owner.rest

    def _senses(self, page: Page) -> None:
        page.found.sort(key=attrgetter("start"))
        before: Found | None = None
        for found in page.found:
            type = found.entity.type
            if (type is not STATE and type is not PLACE) or found.how is CITIZEN:
                continue
            found.sense = sense_of(page, found, before)
            before = found
            if found.sense is Sense.ACTOR and type is PLACE:
                found.seat = found.entity.id in sense_words()["seats"]
                found.entity = self._then(self._who_acts(found.entity), page, found.start)

    def _who_acts(self, entity: Entity) -> Entity:
        """Returns who acts where a place is said to: the state for its capital, else the place."""
        for _ in range(3):
            record = self.knowledge.records.get(entity.id)
            target = self.knowledge.records.get(record.stands_for or "") if record else None
            if target is None:
                break
            entity = target.entity
        return entity

    def _then(self, entity: Entity, page: Page, offset: int) -> Entity:
        """Returns the state of then: the "Moscow" of 1960 is the Soviet Union."""
        before = self._before.get(entity.id)
        if before is None:
            return entity
        day = page.day(offset)
        then = day is not None and (before.since or date.min) <= day <= (before.until or date.max)
        return before.entity if then else entity

    def _under_its_name(self, entity: Entity, published: date | None) -> Entity:
        """Returns the state that a paper of then calls so: the "Russia" of 1959 is the Soviet Union.

        In its last two years papers told the one from the other.
        """
        before = self._before.get(entity.id)
        if before is None or published is None or before.until is None:
            return entity
        then = (before.since or date.min) <= published and published.year < before.until.year - 1
        return before.entity if then else entity

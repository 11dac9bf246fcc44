"""Brings the rules together: one text in, its mentions and entities out."""

from collections.abc import Sequence
from datetime import date

from corpus.linking.choice import Context
from corpus.linking.knowledge import Knowledge
from corpus.linking.names import Means, all_names
from corpus.linking.offices import Offices
from corpus.linking.page import Found, How, Page
from corpus.linking.people import Roster, is_person, listed_surnames, unlisted
from corpus.linking.scan import Hit, Scanner
from corpus.linking.segments import Segment, segments
from corpus.linking.senses import sense_of
from corpus.linking.surnames import Surnames
from corpus.model import Entity, EntityType, Sense, Sentence, TimeExpression

CAN_ACT = (EntityType.STATE, EntityType.PLACE)


class Linker:
    """Links the names of texts to one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._scanner = Scanner(all_names(knowledge))
        self._listed = listed_surnames(knowledge)

    def page(
        self,
        text: str,
        published: date | None,
        sentences: Sequence[Sentence],
        times: Sequence[TimeExpression],
    ) -> Page:
        """Returns a text with the mentions that the rules found, sorted by start."""
        names, cues = self._scanner.scan(text)
        page = Page(text, published, sentences, times, {hit.start: hit for hit in cues})
        roster = Roster()
        self._names(page, names, roster)
        alone = self._people(page, roster)
        Offices(self.knowledge, page, roster, alone).read()
        surnames = Surnames(self.knowledge, self._listed, page, roster)
        for segment in alone.values():
            if segment.start not in page.taken:
                surnames.resolve(segment)
        self._senses(page)
        page.found.sort(key=lambda found: (found.start, found.end))
        return page

    def _names(self, page: Page, hits: Sequence[Hit], roster: Roster) -> None:
        context = Context(self.knowledge, hits)
        for hit in hits:
            name = context.choose(hit)
            if name is None or name.means is Means.DECOY:
                if name is not None:
                    page.taken[hit.start] = hit.end
                continue
            entity = self.knowledge.records[name.target].entity
            page.add(
                Found(hit.start, hit.end, entity, How.DEMONYM if name.means is Means.DEMONYM else How.NAME)
            )
            if entity.type is EntityType.PERSON:
                roster.enter(hit.start, entity)

    def _people(self, page: Page, roster: Roster) -> dict[int, Segment]:
        """Adds the people whom only the text names; returns the single words that are left, by start."""
        alone: dict[int, Segment] = {}
        for segment in list(segments(page)):
            if len(segment.words) == 1:
                alone[segment.start] = segment
            elif is_person(page, segment):
                entity = unlisted(" ".join(word.text for word in segment.words))
                page.add(Found(segment.start, segment.end, entity, How.CUE))
                roster.enter(segment.start, entity)
        return alone

    def _senses(self, page: Page) -> None:
        for found in page.found:
            if found.entity.type not in CAN_ACT or found.how is How.DEMONYM:
                continue
            found.sense = sense_of(page, found)
            if found.sense is Sense.ACTOR and found.entity.type is EntityType.PLACE:
                found.entity = self._who_acts(found.entity)

    def _who_acts(self, entity: Entity) -> Entity:
        record = self.knowledge.records.get(entity.id)
        target = record and record.stands_for and self.knowledge.records.get(record.stands_for)
        return target.entity if target else entity

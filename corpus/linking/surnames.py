"""Surnames alone: "Kim said" after the full name, "Putin" where everybody knows who that is."""

import re

from corpus.linking.knowledge import Knowledge
from corpus.linking.lexicon import words
from corpus.linking.page import Found, How, Page
from corpus.linking.people import Roster
from corpus.linking.segments import Segment
from corpus.linking.variants import fold
from corpus.model import Entity

VERB_BEHIND = re.compile(
    r"['’]s? |,? (?:also |then |later |has |had |was |is |will |would )*(?:\w+ed|said|says|told|met|held|has|had|is|was|will|would|and)\b"
)


class Surnames:
    """Resolves single capitalised words of one page as surnames."""

    def __init__(
        self, knowledge: Knowledge, listed: dict[str, list[Entity]], page: Page, roster: Roster
    ) -> None:
        self._knowledge = knowledge
        self._listed = listed
        self._page = page
        self._roster = roster
        self._countries: set[str | None] | None = None

    def resolve(self, segment: Segment) -> None:
        """Adds the person whom a surname means: who is named in full in the text, or whom everybody knows."""
        word = segment.words[0]
        name = fold(word.text)
        entity = self._roster.nearest(name, word.start) or self._famous(name, segment)
        if entity is not None:
            self._page.add(Found(word.start, word.end, entity, How.SURNAME))

    def _famous(self, name: str, segment: Segment) -> Entity | None:
        """Returns the best known listed bearer on the day, whose country the text names."""
        people = self._listed.get(name)
        if not people:
            return None
        if (
            name in words().words_too
            and segment.opens
            and not VERB_BEHIND.match(self._page.text, segment.end)
        ):
            return None
        day = self._page.day(segment.start)
        ranked = sorted(((self._rank(each, day), each) for each in people), key=lambda pair: -pair[0])
        if ranked[0][0] < 1 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
            return None
        return ranked[0][1]

    def _rank(self, entity: Entity, day: object) -> int:
        from datetime import date

        assert day is None or isinstance(day, date)
        if self._countries is None:
            self._countries = {found.entity.country for found in self._page.found}
        supported = entity.country in self._countries
        rank = self._knowledge.rank(entity.id, day)
        return rank if supported else 0

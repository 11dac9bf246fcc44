"""Which of several bearers of a surname is meant: the last, the central one, or whose company it is.

A minor bearer holds the surname in his own paragraph, and in the next one where he goes on speaking; then it
falls back to the central one.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from operator import attrgetter, itemgetter

from corpus.linking.company import addressed, is_lost
from corpus.linking.knowledge import LEADS
from corpus.linking.lexicon import words
from corpus.linking.page import BODIES, Page
from corpus.linking.roster import Roster
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

Rank = Callable[[str, date | None], int]
# How much a hint weighs. Only their order matters: who is just spoken of outweighs who is central, and the
# company of a central bearer outweighs both.
IN_PARAGRAPH, PARAGRAPH_BEFORE, GOES_ON, COMPANY, LEADER, OFTEN, LOST, DEAD = 7, 2, 5, 6, 3, 2, 5, 12
LEAD = 2  # paragraphs at the head of a text, its title among them
CAPITALS = re.compile(r"[^\W\d_a-z][^\W\d_]+")
LETTERS = re.compile(r"[a-z]+")
BESIDE = 36  # code points in which a body stands before the name of who serves it
APPOSED = re.compile(r"[\w'’-]+, (?:the|an?) (?:[a-z]+ ){0,2}(?=[A-Z])")
SHORTEST_QUOTE = 3  # spaces in what somebody says
LONG_AGO = timedelta(days=500)
SPEAKS = re.compile(r"[\w'’-]+,? (?:(?:also|then|later|further|however) )?(\w+)")
QUOTES = {"”": "“", '"': '"'}
SPOKEN = re.compile(r"[,”\"] (?:\w+ )?(\w+) $")


class Bearers:
    """The bearers of each surname of one page, weighed for the places where it stands alone."""

    def __init__(self, page: Page, roster: Roster, rank: Rank) -> None:
        self._page = page
        self._roster = roster
        self._rank = rank
        self._companies: dict[str, frozenset[str]] = {}
        self._sentences: dict[tuple[int, int], frozenset[str]] = {}

    def meant(self, name: str, offset: int) -> Entity | None:
        """Returns who a folded surname at an offset means, None where nobody in the text bears it."""
        people = addressed(self._page, offset, self._roster.different.get(name, {}))
        people = self._not_quoted(self._employed(people, offset), offset)
        people = self._of_country(people, offset)
        if len(people) < 2:
            return next(iter(people.values()), None)
        last = self._roster.nearest(name, offset)
        last = last if last and last.id in people else None
        held = self._spoken_of(name, offset)
        scores = {
            id: self._central(entity, offset)
            + (held[1] if held and held[0] == id else 0)
            + COMPANY * self._keeps_company(entity, name, offset)
            - DEAD * (self._speaks(offset) and self._is_dead(entity, offset))
            for id, entity in people.items()
        }
        best = max(scores.values())
        if last and scores[last.id] == best:
            return last
        return next(entity for _, entity in self._roster.bearers[name] if scores.get(entity.id) == best)

    def _employed(self, people: dict[str, Entity], offset: int) -> dict[str, Entity]:
        """Returns who of some people was named with the body that owns them: "Samsung's Lee"."""
        owns = len(people) > 1 and self._page.text.endswith(("'s ", "’s "), 0, offset)
        owner = self._page.ends.get(offset - len("'s ")) if owns else None
        if owner is None or owner.entity.type not in BODIES:
            return people
        first = self._page.text[owner.start : owner.end].split()[0]
        beside = {id for id in people if any(self._stands_by(first, at) for at in self._namings.get(id, ()))}
        return {id: entity for id, entity in people.items() if id in beside} or people

    def _of_country(self, people: dict[str, Entity], offset: int) -> dict[str, Entity]:
        """Returns who of some people is of the country that explains a surname: "Kim, the Seoul diplomat"."""
        apposed = APPOSED.match(self._page.text, offset) if len(people) > 1 else None
        land = self._page.at.get(apposed.end()) if apposed else None
        if land is None or land.entity.country is None:
            return people
        return {id: each for id, each in people.items() if each.country == land.entity.country} or people

    def _stands_by(self, first: str, offset: int) -> bool:
        """Tells whether a body whose name begins with a word stands before a name: "Samsung Chairman Lee"."""
        bodies = (self._page.ends.get(end) for end in range(max(0, offset - BESIDE), offset))
        return any(each and self._page.text[each.start : each.end].split()[0] == first for each in bodies)

    def _not_quoted(self, people: dict[str, Entity], offset: int) -> dict[str, Entity]:
        """Returns who of some people can speak behind a quotation: "“I met Park Yong-il,” Park said"."""
        end = offset - 2
        closes = self._page.text[end : end + 1] if end > 0 else ""
        if len(people) < 2 or closes not in QUOTES:
            return people
        start = self._page.text.rfind(QUOTES[closes], 0, end)
        if self._page.text.count(" ", start, end) < SHORTEST_QUOTE:
            return people  # the crowd chanted a name
        inside = {
            id for id in people if any(start < at < end for at in self._namings.get(id, ())) and start >= 0
        }
        return {id: entity for id, entity in people.items() if id not in inside} or people

    def comes_first(self, name: str, offset: int) -> bool:
        """Tells whether a folded surname stands before all the full names that bear it."""
        named = self._roster.bearers.get(name)
        return named is not None and offset < min((start for start, _ in named[:1]), default=0)

    def _spoken_of(self, name: str, offset: int) -> tuple[str, int] | None:
        """Returns who was spoken of last before an offset, and how much that weighs there."""
        named = self._roster.bearers[name]
        index = bisect_left(named, offset, key=itemgetter(0))
        if not index:
            return None
        start, entity = named[index - 1]
        first, last = self._page.sentence(start)
        if not first <= offset < last:
            begin = bisect_left(named, first, key=itemgetter(0))
            told = (named for named in islice(named, begin, index) if not self._owns(named[0]))
            subjects = (e for s, e in told if not self._is_quoted(s, start))
            entity = next(subjects, entity)
        between = self._page.paragraph(offset) - self._page.paragraph(start)
        if between == 0:
            return entity.id, IN_PARAGRAPH
        if between > 1 or self._is_long_ago(start):
            return entity.id, 0
        return entity.id, PARAGRAPH_BEFORE + GOES_ON * (self._speaks(offset) and self._is_reported(start))

    def _is_reported(self, offset: int) -> bool:
        """Tells whether the sentence around an offset tells what somebody said."""
        return not words().speech.isdisjoint(LETTERS.findall(self._page.text, *self._page.sentence(offset)))

    def _is_long_ago(self, offset: int) -> bool:
        """Tells whether what is told at an offset was years before the text."""
        day, published = self._page.day(offset), self._page.published
        return day is not None and published is not None and published - day > LONG_AGO

    def _is_quoted(self, offset: int, end: int) -> bool:
        """Tells whether somebody is named inside a quotation that is over at `end`."""
        between = self._page.text[offset:end]
        return between.count("”") > between.count("“") or between.count('"') % 2 == 1

    def _owns(self, start: int) -> bool:
        found = self._page.at.get(start)
        return found is not None and self._page.text[found.end : found.end + 1] in ("'", "’")

    def _speaks(self, offset: int) -> bool:
        """Tells whether somebody at an offset goes on speaking: "Kim added", "said Kim"."""
        behind = SPEAKS.match(self._page.text, offset)
        before = SPOKEN.search(self._page.text, max(0, offset - 24), offset)
        return any(verb and verb[1] in words().speech for verb in (behind, before))

    def _central(self, entity: Entity, offset: int) -> int:
        """Weighs how central somebody is: named often or at the head of the text, leading a state."""
        starts = self._namings.get(entity.id, [])
        often = min(OFTEN, len(starts) - 1)
        head = bool(starts) and self._page.paragraph(starts[0]) < LEAD
        leads = self._rank(entity.id, self._page.day(offset)) > LEADS
        return often + head + LEADER * leads + LOST * (head and self._is_lost(entity))

    def _is_dead(self, entity: Entity, offset: int) -> bool:
        """Tells whether somebody had died before the year that is spoken of: he says nothing."""
        day, died = self._page.day(offset), entity.lived[1] if entity.lived else None
        return day is not None and died is not None and died < day.year

    def _is_lost(self, entity: Entity) -> bool:
        """Tells whether a text tells of the death of somebody who died in its year."""
        return is_lost(entity, self._page.published, self._spoken)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(LETTERS.findall(self._page.text.lower()))

    @cached_property
    def _namings(self) -> dict[str, list[int]]:
        """Where people are named by name or office, by id, as found when the first surname is asked for."""
        starts: dict[str, list[int]] = {}
        for found in sorted(self._page.found, key=attrgetter("start")):
            if found.entity.type is EntityType.PERSON:
                starts.setdefault(found.entity.id, []).append(found.start)
        return starts

    def _keeps_company(self, entity: Entity, name: str, offset: int) -> bool:
        """Tells whether somebody else is named here who stood beside a bearer where he was named."""
        if entity.id not in self._companies:
            beside = (self._people_at(start) for start in self._namings.get(entity.id, ()))
            self._companies[entity.id] = frozenset().union(*beside).difference(fold(entity.name).split())
        company = self._companies[entity.id]
        return bool(company) and any(other != name for other in company & self._people_at(offset))

    def _people_at(self, offset: int) -> frozenset[str]:
        """Returns the surnames in the sentence around an offset that somebody in the text bears."""
        bounds = self._page.sentence(offset)
        if bounds not in self._sentences:
            spoken: list[str] = CAPITALS.findall(self._page.text, *bounds)
            self._sentences[bounds] = frozenset(map(fold, spoken))
        known = self._roster.bearers
        return frozenset(word for word in self._sentences[bounds] if word in known)

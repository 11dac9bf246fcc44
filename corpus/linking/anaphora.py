"""Words that mean somebody named before: "the president", "the ministry", "the North", "the two leaders"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from corpus.linking.groups import REACH, Groups, Standing
from corpus.linking.implied import Implied
from corpus.linking.knowledge import LEADING, LEADS, Knowledge, Record
from corpus.linking.lexicon import body_words, words
from corpus.linking.names import Hit
from corpus.linking.offices import THE, Held
from corpus.linking.page import BODIES, Found, How, Page
from corpus.linking.phrases import Phrase
from corpus.linking.relations import Relations
from corpus.model import Entity, EntityType

HALVES = re.compile(r"\b(?:North|South|NORTH|SOUTH)\b(?! Korea)", re.IGNORECASE)
LEADERS = ("party-leader", "chairman", "prime-minister")  # of a party, a union, a government
THE_FORMER = re.compile(
    r"\bthe (?:(?:former|late|ousted|impeached|disgraced|jailed|deposed|one-time|onetime) |ex-){1,2}$",
    re.IGNORECASE,
)
KOREAS = ("north-korea", "south-korea")
VERB = re.compile(r" (\w+)")
OWNER = re.compile(r"(its) |the \w+['’]s ", re.IGNORECASE)


class Anaphora:
    """Resolves the words of one page that point back; everything else has been found."""

    def __init__(
        self, knowledge: Knowledge, states: Mapping[str, Record], page: Page, held: Sequence[Held]
    ) -> None:
        self._knowledge = knowledge
        self._page = page
        self._found = sorted(page.found, key=attrgetter("start"))
        self._starts = [found.start for found in self._found]
        self._states = states
        self._swallowed: set[int] = set()
        self._titles: dict[str, set[str]] = {}
        for each in held:
            self._titles.setdefault(each.person.id, set()).update(each.titles)

    @cached_property
    def _implied(self) -> Implied:
        return Implied(self._knowledge, self._states, self._page, self._found)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self._knowledge, self._page, self._found)

    @cached_property
    def _groups(self) -> Groups:
        return Groups(self._page, self._found, self._states, self._standing, self._leader)

    def read(self, phrases: Sequence[Phrase]) -> None:
        """Adds what the offices without a name mean, and the other words that point back."""
        for phrase in phrases:
            self._office(phrase)
        for hit in self._page.cues.values():
            for kind in hit.names.back:
                self._phrase(hit, kind)
        if self._swallowed:
            self._page.found = [each for each in self._page.found if id(each) not in self._swallowed]

    def _before(self, offset: int) -> Iterator[Found]:
        """Yields the mentions before an offset, the nearest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            found = self._found[index]
            if offset - found.start > REACH:
                return
            yield found

    def _add(self, start: int, end: int, entity: Entity) -> None:
        if not any(found.start < end and start < found.end for found in self._before(end)):
            self._page.add(Found(start, end, entity, How.ANAPHOR))

    def _office(self, phrase: Phrase) -> None:
        """Adds "its president" as that of the state before, "the president" as the last one spoken of.

        Where the last sentence that speaks of one speaks of several, it is the one spoken of most.
        """
        if holder := self._implied.holder(phrase):
            self._add(phrase.hit.start, phrase.hit.end, holder)
            return
        text, start = self._page.text, phrase.hit.start
        if text.startswith(" of ", phrase.hit.end):
            return  # "the head of the joint chiefs"
        of_another = text.endswith(", the ", 0, start) and self._page.ends_person(start - len(", the "))
        if of_another and text.startswith(",", phrase.hit.end):
            return  # "Huang, the CEO, left"
        former = THE_FORMER.search(text, max(0, start - 20), start) is not None
        if not former and not THE.search(text, max(0, start - 16), start):
            return
        fits = self._has_held if former else self._holds
        fitting = [each for each in self._before(start) if fits(each, phrase.titles)]
        if not fitting:
            return
        first, _ = self._page.sentence(fitting[0].start)
        named = {each.entity.id: each.entity for each in fitting if each.start >= first}
        times = Counter(each.entity.id for each in fitting if each.entity.id in named)
        (most, often), *others = times.most_common(2)
        if not others or others[0][1] < often:
            self._add(phrase.hit.start, phrase.hit.end, named[most])

    def _holds(self, found: Found, titles: frozenset[str]) -> bool:
        if found.entity.type is not EntityType.PERSON:
            return False
        if not titles.isdisjoint(self._titles.get(found.entity.id, ())):
            return True
        offices = self._knowledge.offices_on(found.entity.id, self._page.day(found.start))
        return any(office.title in titles for office in offices)

    def _has_held(self, found: Found, titles: frozenset[str]) -> bool:
        """Tells whether somebody no longer holds an office that he had, or that the text gives him."""
        if found.entity.type is not EntityType.PERSON:
            return False
        day = self._page.published
        if any(office.title in titles for office in self._knowledge.offices_on(found.entity.id, day)):
            return False
        over = any(
            o.title in titles and o.until and o.until <= (day or o.until) for o in found.entity.offices
        )
        return over or not titles.isdisjoint(self._titles.get(found.entity.id, ()))

    def _standing(self, entity: Entity) -> Standing:
        """Tells whether somebody leads a state on the day of the text, or serves one."""
        day = self._page.published
        if self._knowledge.rank(entity.id, day) > LEADS:
            return Standing.LEADS
        offices = self._knowledge.offices_on(entity.id, day)
        heads = any(office.title.endswith(LEADERS) for office in offices)
        return Standing.SERVES if offices and not heads else Standing.NEITHER

    def _leader(self, state: Entity) -> Entity | None:
        """Returns who is called the leader of a state on the day of the text."""
        keys = ((title, of or state.id) for title, of in self._leading if of in (None, state.id))
        held = (self._knowledge.holders(*key, self._page.published) for key in keys)
        holders = next(filter(None, held), None)
        return self._known(holders[0]) if holders else None

    @cached_property
    def _leading(self) -> Sequence[tuple[str, str | None]]:
        """The offices that texts call "leader", each with the one state where it is so called, if any."""
        offices = (each for each in self._knowledge.offices if "leader" in each.words)
        return [(each.title, each.of) for each in offices if each.title in LEADING]

    def _phrase(self, hit: Hit, kind: str) -> None:
        text = self._page.text
        start = hit.start + 4 if text[hit.start : hit.start + 4].lower() == "the " else hit.start
        if kind == "koreas":
            if text[hit.end - 6].isupper():
                self._several(start, hit.end, [self._known(id) for id in KOREAS])
        elif kind == "compass":
            self._compass(hit)
        elif kind in ("kin", "line"):
            if related := self._relations.meant(hit):
                bounds = self._relations.given_name(related, hit.end) or (start, hit.end)
                self._add(*bounds, related)
                self._relations.note(Found(*bounds, related, How.ANAPHOR))
        elif text.startswith(" of ", hit.end):
            return
        elif kind == "body":
            self._body(start, hit.end)
        elif kind == "owned":
            self._owned(hit)
        else:
            meant = self._groups.meant(kind, start, hit.end)
            self._several(start, hit.end, meant)
            self._groups.note(start, hit.end, meant)

    def _known(self, id: str) -> Entity:
        record = self._knowledge.records.get(id)
        return record.entity if record else Entity(id, id.replace("-", " ").title(), EntityType.STATE)

    def _several(self, start: int, end: int, entities: Sequence[Entity]) -> None:
        """Adds one mention for each of some entities over the same words."""
        for at in range(start + 1, end) if entities else ():
            if (inside := self._page.at.get(at)) is not None:
                self._swallowed.add(id(inside))  # "Korean" of "the two Korean leaders"
                self._page.inner.append(inside)
        for entity in entities:
            self._page.found.append(Found(start, end, entity, How.ANAPHOR))

    def _compass(self, hit: Hit) -> None:
        """Adds the first half of "North and South Korea", and both of "North-South talks"."""
        if not any(found.entity.id in KOREAS for found in self._found):
            return
        for half in HALVES.finditer(self._page.text, hit.start, hit.end):
            self._add(*half.span(), self._known(f"{half[0].lower()}-korea"))

    def _body(self, start: int, end: int) -> None:
        """Adds "the ministry": the body last called so in the paragraph, else the last whose name says so."""
        word = self._page.text[start:end].lower()
        bodies = [each for each in self._before(start) if each.entity.type in BODIES]
        here = self._page.paragraph(start)
        near = (each for each in bodies if self._page.paragraph(each.start) == here)
        called = next((each for each in near if word in self._page.text[each.start : each.end].lower()), None)
        if found := called or next((each for each in bodies if self._is_called(each, word)), None):
            self._add(start, end, found.entity)

    def _owned(self, hit: Hit) -> None:
        """Adds "the country's coast guard" as the listed body, or as the state, which acts through it."""
        verb = VERB.match(self._page.text, hit.end)
        acts = hit.start == self._page.sentence(hit.start)[0] or (verb and verb[1] in words().speech)
        owner = OWNER.match(self._page.text, hit.start) if acts else None
        state = self._implied.owner(hit.start, pronoun=owner[1] is not None) if owner else None
        if state is None or owner is None:
            return
        role = body_words().roles.get(self._page.text[owner.end() : hit.end].lower(), "")
        body = self._knowledge.body(state.id, role)
        entity = self._known(body) if body else state
        self._add(owner.end(), hit.end, entity)
        self._implied.note(Found(owner.end(), hit.end, entity, How.ANAPHOR))

    def _is_called(self, found: Found, word: str) -> bool:
        entity = found.entity
        names = (
            entity.name,
            *(alias.text for alias in entity.aliases),
            self._page.text[found.start : found.end],
        )
        return any(word in name.lower() for name in names)

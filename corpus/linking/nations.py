"""The country of people and bodies that nobody listed: whose they are, or where the report was written."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from operator import attrgetter, itemgetter

from corpus.linking.bodies import unlisted
from corpus.linking.datelines import is_dateline
from corpus.linking.knowledge import Knowledge, Record
from corpus.linking.lexicon import body_words, contexts, words
from corpus.linking.looks import is_korean
from corpus.linking.names import Hit, Means
from corpus.linking.page import BODIES, Found, How, Page
from corpus.model import Entity, EntityType, Sense

PLACES = (EntityType.STATE, EntityType.PLACE)
OF_STATES = (*PLACES, EntityType.PUBLIC_BODY, EntityType.ARMED_FORCE)
BEFORE = re.compile(r"(?P<own>['’]s?)?(?P<words>(?: [\w.-]+){0,6}) ")
APPOSITION = re.compile(r", (?:who is |then |former )*(?:(?:an?|the|one of) )?(?:[\w-]+ ){0,2}")
OF_BODY = re.compile(r"(?:,(?: [\w-]+){1,6})? (?:of|from|at|with|for) (?:the )?")
THE = re.compile(r"\b[Tt]he $")
REACH = (
    60  # code points between a country and whom it describes: "Russian human rights activist Oleg Barinov"
)
OFFICIAL = re.compile(r", (?:[\w-]+ ){0,5}(?:the|The) ")
AMBASSADOR = re.compile(r"\b(?:[Aa]mbassador|[Ee]nvoy|[Cc]hargé d’affaires) to (?:the )?(?=[A-Z])")
SUMMONED = re.compile(r"\b(?:summoned|called|came|went|invited|visited|arrived|handed|received)\b")
HEAD = 600  # code points at the start of a text in which a dateline stands
FEW = frozenset({"presidential-office", "unification-ministry"})  # roles that few states have
KOREAS = ("PRK", "KOR")


class Nations:
    """Gives the unlisted of one page their countries, once all names have been found.

    `states` are the states by country code; `hits` the listed names, those inside longer names too.
    """

    def __init__(
        self, knowledge: Knowledge, states: Mapping[str, Record], page: Page, hits: Sequence[Hit]
    ) -> None:
        self._knowledge = knowledge
        self._states = states
        self._page = page
        self._hits = hits
        self._found = sorted(page.found, key=attrgetter("start"))

    def read(self, bodies: Sequence[Hit]) -> None:
        """Replaces unlisted entities without a country, each in the same way in the whole text.

        `bodies` are the words for bodies; "the foreign ministry" without an owner is looked for here.
        """
        nations: dict[str, Entity] = {}
        for index, found in enumerate(self._found):
            entity = found.entity
            if entity.verified or not _is_open(entity) or entity.id in nations:
                continue
            if nation := self._nation(index):
                nations[entity.id] = self._of(entity, nation, found)
        for found in self._found if nations else ():
            found.entity = nations.get(found.entity.id, found.entity)
        for hit in bodies:
            self._body(hit)

    def _nation(self, index: int) -> str | None:
        found = self._found[index]
        if nation := self._inside(found) or self._before(index) or self._behind(index):
            return nation
        return self._around(found) if self._is_of_state(found) else None

    def _of(self, entity: Entity, country: str, found: Found) -> Entity:
        """Returns an entity as one of a country; a ministry without a name of its own gets the country's."""
        state = self._states.get(country)
        if entity.type is EntityType.PERSON or state is None or not self._is_of_state(found):
            return replace(entity, country=country)
        for role in _roles(entity.name):
            if body := self._knowledge.body(state.entity.id, role):
                return self._knowledge.records[body].entity
        if self._inside(found):
            return replace(entity, country=country)
        whose = contexts().adjectives.get(state.entity.id) or (*state.demonyms, state.entity.name)[0]
        return replace(unlisted(f"{whose} {entity.name}", entity.type), country=country)

    def _inside(self, found: Found) -> str | None:
        """Returns the country that the name of a body names: "Sakhalin Regional Court"."""
        if found.entity.type is EntityType.PERSON:
            return None
        first = bisect_left(self._hits, found.start, key=itemgetter(0))
        for start, end, names in islice(self._hits, first, None):
            if start >= found.end:
                break
            for name in names if end <= found.end else ():
                if name.means in (Means.ENTITY, Means.DEMONYM):
                    entity = self._knowledge.records[name.target].entity
                    if entity.type in PLACES and entity.country:
                        return entity.country
        return None

    def _before(self, index: int) -> str | None:
        """Returns the country before somebody: "Russian activist Oleg Barinov", "Norway's Coast Guard"."""
        found = self._found[index]
        owner = self._found[index - 1] if index else None
        if owner is None or not owner.entity.country or found.start - owner.end > REACH:
            return None
        gap = BEFORE.fullmatch(self._page.text, owner.end, found.start)
        if gap is None or owner.entity.type is EntityType.PERSON:
            return None
        between = [word.lower() for word in gap["words"].split()]
        if not words().stop.isdisjoint(between) or not words().speech.isdisjoint(between):
            return None
        acts = owner.sense is Sense.ACTOR and owner.entity.type is not EntityType.PLACE
        described = (
            owner.how is How.DEMONYM or gap["own"] or (acts and self._titles(owner.end + 1, found.start))
        )
        return owner.entity.country if described else None

    def _titles(self, start: int, end: int) -> bool:
        """Tells whether words are titles only, or none: "spokesman" behind "Norwegian Foreign Ministry"."""
        cues = self._page.cues
        covered = sum(hit.end - hit.start + 1 for at, hit in cues.items() if start <= at < end)
        return covered == end - start

    def _behind(self, index: int) -> str | None:
        """Returns the country behind somebody: "Oleg Barinov, a Russian activist", "of the Polish Navy"."""
        found = self._found[index]
        after = self._found[index + 1] if index + 1 < len(self._found) else None
        if after is None or after.start - found.end > REACH or not after.entity.country:
            return None
        text, owns = self._page.text, self._page.text[after.end : after.end + 2] in ("'s", "’s")
        if APPOSITION.fullmatch(text, found.end, after.start) and (after.how is How.DEMONYM or owns):
            return after.entity.country
        of = OF_BODY.fullmatch(text, found.end, after.start)
        return after.entity.country if of and after.entity.type in (*BODIES, EntityType.STATE) else None

    def _is_of_state(self, found: Found) -> bool:
        """Tells whether somebody serves a state, which need not be named in its own papers."""
        if found.entity.type is EntityType.PERSON:
            if found.start - 1 not in self._page.cue_ends:
                return False
            title = next((hit for hit in self._page.cues.values() if hit.end == found.start - 1), None)
            return title is not None and not words().state_titles.isdisjoint(
                self._page.text[title.start : title.end].lower().split()
            )
        name = found.entity.name.lower().split()
        return not body_words().state_heads.isdisjoint((name[0], name[-1]))

    def _around(self, found: Found) -> str | None:
        """Returns the country that is spoken of around somebody; who has a Korean name is of a Korea."""
        if roles := _roles(found.entity.name):
            return self._of_role(found.start, roles)
        nation = self._spoken_of(found.start)
        if found.entity.type is EntityType.PERSON and is_korean(found.entity.name) != (nation in KOREAS):
            return None
        return nation

    def _of_role(self, offset: int, roles: Sequence[str]) -> str | None:
        """Returns whose "the Foreign Ministry" is: the host's of an ambassador, or of who is spoken of.

        Where that country's is not called a ministry, it is the one named last, or that of another country.
        """
        if host := self._host(offset) or self._of_official(offset):
            return host
        nation = self._spoken_of(offset) or self._told_behind(offset) or self._only_one(offset, roles)
        state = self._states.get(nation or "")
        if nation and not FEW.isdisjoint(roles) and not self._has_body(nation, roles):
            return self._only_one(offset, roles)
        if state is None or self._is_called_so(state.entity.country, roles):
            return nation
        before = [found.entity for found in reversed(self._found) if found.start < offset]
        told = next((each.country for each in before if self._has_role(each, roles)), None)
        having = (each.country for each in before if self._is_called_so(each.country, roles))
        return told or next(having, nation)

    def _is_called_so(self, country: str | None, roles: Sequence[str]) -> bool:
        """Tells whether a country's body goes by the word for it: the State Department is no ministry.

        Where nobody has listed it, it may.
        """
        body = self._body_of(country, roles)
        if body is None:
            return country is not None
        return not _is_misnamed(self._knowledge.records[body].entity.name, roles)

    def _only_one(self, offset: int, roles: Sequence[str]) -> str | None:
        """Returns the only country that has such a body: "the presidential office", "unification ministry".

        Of those named before an offset, else of all that the text names, else of all that there are.
        """
        if FEW.isdisjoint(roles):
            return None
        before = [country for country, start in self._first_named.items() if start < offset]
        for named in (before, self._first_named, self._states):
            having = [country for country in named if self._has_body(country, roles)]
            if having:
                return having[0] if len(having) == 1 else None
        return None

    @cached_property
    def _first_named(self) -> dict[str, int]:
        """Where each country is named first, by its code."""
        first: dict[str, int] = {}
        for found in self._found:
            if found.entity.country:
                first.setdefault(found.entity.country, found.start)
        return first

    def _has_body(self, country: str, roles: Sequence[str]) -> bool:
        return self._body_of(country, roles) is not None

    def _body_of(self, country: str | None, roles: Sequence[str]) -> str | None:
        """Returns the id of a country's body that has one of the roles, None where nobody has listed it."""
        state = self._states.get(country or "")
        bodies = (self._knowledge.body(state.entity.id, role) for role in roles) if state else ()
        return next(filter(None, bodies), None)

    def _has_role(self, entity: Entity, roles: Sequence[str]) -> bool:
        record = self._knowledge.records.get(entity.id)
        return record is not None and record.role in roles

    def _of_official(self, offset: int) -> str | None:
        """Returns the country of who stands before a body of his: "Wang Yi, head of the Foreign Ministry"."""
        index = bisect_left(self._found, offset, key=lambda found: found.start) - 1
        found = self._found[index] if index >= 0 else None
        if found is None or found.entity.type is not EntityType.PERSON or not found.entity.verified:
            return None
        if self._page.text[offset].islower():
            return None
        return found.entity.country if OFFICIAL.fullmatch(self._page.text, found.end, offset) else None

    def _told_behind(self, offset: int) -> str | None:
        """Returns the country that the sentence around an offset names first behind it."""
        last = self._page.sentence(offset)[1]
        named = self._found[bisect_left(self._found, offset, key=lambda found: found.start) :]
        states = (each for each in named if each.entity.type is EntityType.STATE)
        found = next(states, None)
        return found.entity.country if found and found.start < last else None

    def _host(self, offset: int) -> str | None:
        """Returns the country to which an ambassador of the sentence is sent, before an offset."""
        sent = AMBASSADOR.search(self._page.text, self._page.sentence(offset)[0], offset)
        if sent is None or not SUMMONED.search(self._page.text, sent.end(), offset):
            return None
        targets = (
            self._knowledge.records[name.target].entity.country
            for hit in self._hits
            if hit.start == sent.end()
            for name in hit.names
            if name.means is Means.ENTITY
        )
        return next(filter(None, targets), None)

    def _spoken_of(self, offset: int) -> str | None:
        """Returns the country of whom a paragraph names first, else that of the dateline."""
        paragraph = self._page.paragraph(offset)
        for found in self._found:
            if found.start >= offset:
                break
            acts = found.entity.type in OF_STATES and found.sense is Sense.ACTOR and found.entity.country
            if acts and found.entity.verified and self._page.paragraph(found.start) == paragraph:
                return found.entity.country
        return self._dateline

    @cached_property
    def _dateline(self) -> str | None:
        for found in self._found:
            if found.start > HEAD:
                break
            first, _ = self._page.sentence(found.start)
            if found.entity.type in PLACES and is_dateline(self._page, found, first):
                return found.entity.country
        return None

    def _body(self, hit: Hit) -> None:
        """Adds "the foreign ministry" as that of the country which is spoken of."""
        text = self._page.text
        taken = hit.start in self._page.taken or hit.start in self._page.inside
        if (
            taken
            or " " not in text[hit.start : hit.end]
            or not THE.search(text, max(0, hit.start - 4), hit.start)
        ):
            return
        roles = [name.target for name in hit.names]
        named = text[hit.start].isupper()
        state = self._states.get(self._of_role(hit.start, roles) or (named and self._only) or "")
        for name in hit.names if state else ():
            if state and (body := self._knowledge.body(state.entity.id, name.target)):
                entity = self._knowledge.records[body].entity
                self._page.add(Found(hit.start, hit.end, entity, How.CUE))
                return
        if named:
            whose = unlisted(text[hit.start : hit.end], EntityType.ORGANISATION)
            self._page.add(Found(hit.start, hit.end, whose, How.CUE))

    @cached_property
    def _only(self) -> str | None:
        """The one country of all whom a page names, None where there are several."""
        return next(iter(self._first_named)) if len(self._first_named) == 1 else None


def _is_open(entity: Entity) -> bool:
    """Tells whether somebody may be given a country."""
    return not entity.verified and not entity.country and entity.type in (*BODIES, EntityType.PERSON)


def _is_misnamed(name: str, roles: Sequence[str]) -> bool:
    """Tells whether a body with the role of a ministry is none by its name: the State Department."""
    return any(role.endswith("ministry") for role in roles) and "ministry" not in name.lower()


def _roles(name: str) -> list[str]:
    role = body_words().roles.get(name.lower())
    return [role] if role else []

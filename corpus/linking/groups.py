"""Several who were named before: "the two leaders", "both sides", "all three"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache, cached_property, partial
from itertools import chain, islice

from corpus.linking.knowledge import Record
from corpus.linking.lexicon import words
from corpus.linking.page import BODIES, Found, How, Page
from corpus.model import Entity, EntityType, Sense

REACH = 1200  # code points back that "the two leaders" may reach
COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
# What was before, or may be one day, is no group of now: "had met", "would like to meet again".
BACKGROUND = re.compile(
    r"\bhad\b|\b[Ee]arlier\b|\b(?:would|['’]d) like\b|\bhop(?:es?|ed|ing) to\b|\banother (?:meeting|summit)\b"
)
JOINT = re.compile(r"\band\b|&|,|-")
JOINTS = frozenset(
    {
        "ally",
        "allies",
        "partner",
        "partners",
        "neighbor",
        "neighbour",
        "and",
        "the",
        "his",
        "her",
        "its",
        "then",
        "former",
        "acting",
        "current",
    }
)
ALONE = re.compile(
    r"[.,;:]|,? (?:(?:also|then|later|had|have|has) )?(?:\w+ed|said|told|met|held|had|have|has|are|is|was"
    r"|were|meets?|holds?|wants?|plans?|agrees?|will|would|may|must|can|could|should|did|do|took|made|gave|went|came|left"
    r"|sent|wrote|spoke|began|sat|stood|saw|shook)\b"
)
URGED = re.compile(
    r"\b(?:urg|call|appeal|ask|press|implor|encourag|warn)\w*(?: (?:on|to|for|upon))? (?:the )?$"
)
# Who leads a state is meant by the first nouns before anybody who serves one, and never by the others.
HEADS = frozenset({"leaders", "presidents", "autocrats", "state"})
SERVANTS = frozenset({"envoys", "diplomats", "officials", "ministers", "negotiators", "generals"})
KOREAS = ("PRK", "KOR")
Sort = Sequence[Entity]
Told = tuple[tuple[int, int], list[Found]]  # the bounds of a sentence, and who is named there


class Standing(Enum):
    """What somebody is to a state."""

    LEADS = auto()
    SERVES = auto()
    NEITHER = auto()


class Groups:
    """Finds the last group of a size and sort that one page names, before an offset.

    `found` are its mentions by start, `states` the states of today by country code; `standing`
    tells who leads a state and who serves one, `leader` who leads a state on the day of the text.
    """

    def __init__(
        self,
        page: Page,
        found: Sequence[Found],
        states: Mapping[str, Record],
        standing: Callable[[Entity], Standing],
        leader: Callable[[Entity], Entity | None],
    ) -> None:
        self._page = page
        self._found = list(found)
        self._starts = [each.start for each in found]
        self._states = states
        self._standing = standing
        self._leader = leader

    def meant(self, kind: str, start: int, end: int) -> Sort:
        """Returns who is meant by a phrase of a kind (words/back.toml), in the order of the text."""
        phrase = self._page.text[start:end].lower().replace("all ", "").split()
        count = next((COUNTS[word] for word in phrase if word in COUNTS), 2)
        if kind == "alone" and not ALONE.match(self._page.text, end):
            return []
        counted = not COUNTS.keys().isdisjoint(phrase)
        if kind in ("states", "sides") and URGED.search(self._page.text, max(0, start - 20), start):
            start = self._page.sentence(start)[0]  # who urges is none of those
        everybody = self._named_last(kind, start, count, counted, _anybody)
        fits = partial(self._fits, phrase[-1], korean="korean" in phrase)
        if not everybody and counted and phrase[-1] in HEADS:
            return self._leaders(start, count)
        if all(map(fits, everybody)):
            return everybody
        fitting = self._named_last(kind, start, count, counted, fits)
        return fitting if fitting or phrase[-1] == "women" else everybody

    def note(self, start: int, end: int, entities: Iterable[Entity]) -> None:
        """Notes who is meant by a phrase, as named there: "the two leaders met … the two men"."""
        for entity in entities:
            index = bisect_right(self._starts, start)
            self._found.insert(index, Found(start, end, entity, How.ANAPHOR))
            self._starts.insert(index, start)

    def _leaders(self, start: int, count: int) -> Sort:
        """Returns who leads the states that were named last together: of Seoul and Beijing."""
        states = self._named_last("states", start, count, counted=False, fits=_anybody)
        leaders = [leader for state in states if (leader := self._leader(state))]
        return leaders if len(leaders) == count else []

    def _fits(self, noun: str, entity: Entity, korean: bool = False) -> bool:
        """Tells whether somebody can be of a sort: an envoy is no "leader", a president no "minister"."""
        if entity.type is not EntityType.PERSON:
            return True
        if korean and entity.country not in KOREAS:
            return False
        return not (
            (
                noun == "women"
                and entity.verified
                and entity.country in KOREAS
                and entity.id not in words().women
            )
            or (noun in HEADS and self._standing(entity) is Standing.SERVES)
            or (noun in SERVANTS and self._standing(entity) is Standing.LEADS)
        )

    def _named_last(
        self, kind: str, start: int, count: int, counted: bool, fits: Callable[[Entity], bool]
    ) -> Sort:
        """Returns the last group before an offset of so many who fit."""
        near = 3 if counted else 2
        own = BACKGROUND.search(self._page.text, *self._page.sentence(start)) is not None
        before = self._sentences(start, fits)
        told = list(islice(before, near))
        if kind == "states" and told:
            last = [each for each in told[0][1] if each.entity.type is EntityType.STATE]
            if group := next((each for each in self._joined(last) if len(each) == count), None):
                return group
        fresh = [each for each in told if own or not BACKGROUND.search(self._page.text, *each[0])]
        for _, named in chain(fresh, tuple(told), _noted(before, told)):
            for group in self._groups(kind, named, count):
                if len(group) == count:
                    return group
            if not counted and named:
                break
        return _last(kind, told, count) if counted else []

    def _sentences(self, offset: int, fits: Callable[[Entity], bool]) -> Iterator[Told]:
        """Yields the bounds of the sentences before an offset and who of those named fits, the last first."""
        end = bisect_left(self._starts, offset)
        while end and offset - self._starts[end - 1] <= REACH:
            bounds = self._page.sentence(self._starts[end - 1])
            begin = bisect_left(self._starts, bounds[0], 0, end)
            acting = [each for each in self._found[begin:end] if each.sense is Sense.ACTOR]
            yield bounds, [each for each in acting if fits(each.entity)]
            end = min(begin, end - 1)

    def _groups(self, kind: str, named: Sequence[Found], count: int) -> Iterator[Sort]:
        """Yields the groups of a sentence: those that are joined, then all of one sort."""
        people = [each for each in named if each.entity.type is EntityType.PERSON]
        states = [each for each in named if each.entity.type is EntityType.STATE]
        sorts = {"states": [states], "sides": [states], "alone": [people, states]}.get(kind, [people])
        for sort in sorts:
            yield from self._joined(sort)
        yield from (_distinct(each.entity for each in sort) for sort in sorts)
        if kind in ("states", "sides") and len(_distinct(each.entity for each in states)) < count:
            yield _distinct(self._country(each.entity) for each in named)
        if kind == "sides":
            abroad = len({each.entity.country for each in people}) > 1
            if abroad or self._of_one_state:
                yield from self._joined(people)
            if abroad:
                yield _distinct(each.entity for each in people)

    @cached_property
    def _of_one_state(self) -> bool:
        """Tells whether a page names one state at most, so that two of its people can be sides."""
        return len({each.entity.id for each in self._found if each.entity.type is EntityType.STATE}) < 2

    def _country(self, entity: Entity) -> Entity | None:
        if entity.type is EntityType.STATE:
            return entity
        official = entity.type is EntityType.PERSON or entity.type in BODIES
        state = self._states.get(entity.country or "") if official else None
        return state.entity if state else None

    def _joined(self, sort: Sequence[Found]) -> Iterator[Sort]:
        """Yields the enumerations of a sentence, the last one first."""
        chains: list[list[Entity]] = []
        for index, found in enumerate(sort):
            if index and self._joins(sort[index - 1].end, found.start, len(chains[-1]) > 1):
                chains[-1].append(found.entity)
            else:
                chains.append([found.entity])
        yield from (_distinct(chain) for chain in reversed(chains))

    def _joins(self, end: int, start: int, chained: bool) -> bool:
        gap = self._page.text[end:start]
        if gap.startswith(", and ") and not chained:
            return False  # a clause of its own
        if not JOINT.search(gap) or "." in gap.replace("U.S.", "") or len(gap) > 80:
            return False
        spoken = re.findall(r"[\w'’-]+", gap)
        return all(word[0].isupper() or word.isdigit() or word.lower() in _linking() for word in spoken)


def _noted(before: Iterable[Told], told: list[Told]) -> Iterator[Told]:
    """Yields what sentences tell, and adds each of them to what was told before."""
    for each in before:
        told.append(each)
        yield each


def _last(kind: str, told: Sequence[Told], count: int) -> Sort:
    """Returns as many as were named last one by one, where the text has named no more of them lately."""
    type = EntityType.STATE if kind in ("states", "sides") else EntityType.PERSON
    before: dict[str, Entity] = {}
    for _, named in told:
        for each in reversed(named):
            if each.entity.type is type:
                before.setdefault(each.entity.id, each.entity)
            if len(before) == count:
                return list(before.values())[::-1]
    return []


def _anybody(entity: Entity) -> bool:
    return True


@cache
def _linking() -> frozenset[str]:
    """The words that may stand between two of an enumeration: joints and titles."""
    return JOINTS | {word for title in words().titles for word in title.split()}


def _distinct(entities: Iterable[Entity | None]) -> list[Entity]:
    return list({entity.id: entity for entity in entities if entity}.values())

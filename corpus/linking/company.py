"""Who stands beside a lone surname: another leader or a state of the region makes it a statesman's."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from corpus.linking.knowledge import HOLDS, LEADING, LEADS, Knowledge
from corpus.linking.korean import is_family_name
from corpus.linking.lexicon import words
from corpus.linking.page import Found, How, Page
from corpus.linking.segments import Segment
from corpus.model import Entity, EntityType

KOREAS = frozenset({"PRK", "KOR"})
LED = len(LEADING) - LEADING.index("president")  # the rank of who once led a state as its president
TOP = ("leader", "president")
SPOKEN_OF = timedelta(days=4 * 365)  # after his term
GROWN_UP = 22  # years
BEFORE_OFFICE = timedelta(days=5 * 365)
FIRST_LADY = "first-lady"
SHORTEST = 5  # letters of a surname that is nobody's else: Nixon, but not Mao
ABOUT = re.compile(r"\b(?:in|from|to|of|across|around|for) $", re.IGNORECASE)
OWNER = ("'", "’", "-", " (")
TITLED = ("s ", "r ", ". ")
TITLE = re.compile(r"\b(Ms|Mrs|Miss|Mr)\b\.? $")


class Company:
    """The leaders, ministers and states in the sentences of one page."""

    def __init__(self, knowledge: Knowledge, page: Page) -> None:
        self._knowledge = knowledge
        self._page = page
        self._by_sentence: dict[int, list[Found]] = {}
        self._seen = 0

    def at(self, offset: int) -> bool:
        """Tells whether the sentence around an offset names a leader, a minister or a state of the region."""
        self._update()
        here = self._by_sentence.get(self._page.sentence(offset)[0], ())
        return any(found.start != offset and self._counts(found) for found in here)

    def of_leaders(self, offset: int) -> bool:
        """Tells whether the sentence around an offset names who leads a state, no Korea, on its day."""
        self._update()
        here = self._by_sentence.get(self._page.sentence(offset)[0], ())
        people = (each for each in here if each.entity.type is EntityType.PERSON)
        people = (each for each in people if each.entity.country not in KOREAS)
        return any(self._knowledge.rank(p.entity.id, self._page.day(p.start)) > LEADS for p in people)

    def _update(self) -> None:
        for found in self._page.found[self._seen :]:
            self._by_sentence.setdefault(self._page.sentence(found.start)[0], []).append(found)
        self._seen = len(self._page.found)

    def _counts(self, found: Found) -> bool:
        if found.entity.country not in words().region:
            return False
        if found.entity.type is EntityType.PERSON:
            return self._knowledge.rank(found.entity.id, self._page.day(found.start)) >= LED
        named = found.how is How.NAME and found.entity.type is EntityType.STATE
        text = self._page.text
        return (
            named
            and not text.startswith(OWNER, found.end)
            and not ABOUT.search(text, max(0, found.start - 8), found.start)
        )

    def joined(self, segment: Segment) -> bool:
        """Tells whether "and" joins a word with a person: "Biden and Moon", "Carter and Kim Il Sung"."""
        text = self._page.text
        if text.startswith(" and ", segment.end):
            found = self._page.at.get(segment.end + 5)
            return found is not None and found.entity.type is EntityType.PERSON
        return text.endswith(" and ", 0, segment.start) and self._page.ends_person(segment.start - 5)


def at_the_top(knowledge: Knowledge, people: Sequence[Entity], day: date | None) -> list[Entity]:
    """Returns which of some people led a Korea on a day, as its leader or its president."""
    koreans = (each for each in people if each.country in KOREAS)
    return [each for each in koreans if knowledge.rank(each.id, day) >= LEADS + LED]


def lately_at_the_top(knowledge: Knowledge, people: Sequence[Entity], day: date | None) -> list[Entity]:
    """Returns which of some people led a Korea until some years before a day: "Yoon" on trial."""
    if day is None:
        return []
    ends = {each.id: _end_at_the_top(each) for each in people if knowledge.led(each) >= LED}
    return [each for each in people if (end := ends.get(each.id)) and end <= day <= end + SPOKEN_OF]


def _end_at_the_top(entity: Entity) -> date | None:
    if entity.country not in KOREAS:
        return None
    return max(
        (office.until for office in entity.offices if office.title in TOP and office.until), default=None
    )


def ruler(knowledge: Knowledge, people: Sequence[Entity], day: date | None) -> Entity | None:
    """Returns which of some people rules on a day, else who did so last: "the Bush administration"."""
    ruled = [
        (office.until or date.max, each)
        for each in people
        for office in each.offices
        if office.title in LEADING and knowledge.led(each) and (office.since or date.min) <= (day or date.max)
    ]
    return max(ruled, key=lambda pair: pair[0])[1] if ruled else None


def told_about(
    knowledge: Knowledge, people: Sequence[Entity], day: date | None, spoken: Collection[str]
) -> Entity | None:
    """Returns which bearer of a surname a text tells of by the words in it (lower case).

    He is a leader's relative of another surname, or has died in the year: "Jang" is the uncle beside that
    word, and beside "executed" in 2013.
    """
    told = [each for each in people if is_lost(each, day, spoken) or _is_kin(knowledge, each, day, spoken)]
    return told[0] if len(told) == 1 else None


def is_lost(entity: Entity, day: date | None, spoken: Collection[str]) -> bool:
    """Tells whether somebody died in the year of a day and the words spoken (lower case) tell of a death."""
    died = entity.lived[1] if entity.lived else None
    return day is not None and died == day.year and not words().deaths.isdisjoint(spoken)


def _is_kin(knowledge: Knowledge, entity: Entity, day: date | None, spoken: Collection[str]) -> bool:
    family = entity.name.split()[0].lower()
    return any(
        word in spoken and not leader.startswith(f"{family}-") and knowledge.rank(leader, day) > LEADS
        for leader, word in _leaders_of().get(entity.id, ())
    )


@cache
def _leaders_of() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The people whose relatives somebody is, by id, each with the word for him."""
    found: dict[str, list[tuple[str, str]]] = {}
    for leader, relatives in words().kin.items():
        for word, relative in relatives.items():
            found.setdefault(relative, []).append((leader, word))
    return found


def is_noted(knowledge: Knowledge, entity: Entity, day: date | None) -> bool:
    """Tells whether somebody has an office on a day whose holder papers call by the surname alone."""
    return any(office.title in words().noted_offices for office in knowledge.offices_on(entity.id, day))


def who_leads_for(
    knowledge: Knowledge, relative: Entity, people: Sequence[Entity], day: date | None
) -> Entity | None:
    """Returns who of some people leads a state on a day for a listed relative of no office of his own.

    "Trump" behind "Ivanka Trump" alone is the president; Koreans are not told apart so.
    """
    country = relative.country
    if not relative.verified or country is None or country in KOREAS:
        return None
    if any(office.title != FIRST_LADY for office in knowledge.offices_on(relative.id, day)):
        return None
    leaders = [p for p in people if p.country == country and knowledge.rank(p.id, day) > LEADS]
    return leaders[0] if len(leaders) == 1 else None


def is_of_time(entity: Entity, day: date | None) -> bool:
    """Tells whether papers of a day can speak of a listed person: grown up, and soon in his first office."""
    if day is None:
        return True
    if entity.lived and entity.lived[0]:
        return day.year - entity.lived[0] >= GROWN_UP
    starts = [office.since for office in entity.offices if office.since]
    return not starts or min(starts) <= day + BEFORE_OFFICE


def once_led(knowledge: Knowledge, entity: Entity, name: str, listed: Mapping[str, Sequence[Entity]]) -> bool:
    """Tells whether the only listed leader of a folded surname led a state of the region: "Gorbachev"."""
    if len(name) < SHORTEST or name in words().words_too or name in words().given:
        return False
    leaders = [each.id for each in listed.get(name, ()) if knowledge.led(each) >= LED]
    return leaders == [entity.id] and entity.country in words().region


def is_shared(
    knowledge: Knowledge, entity: Entity, name: str, listed: Mapping[str, Sequence[Entity]], day: date | None
) -> bool:
    """Tells whether a folded surname is a first name too, or another holder of an office bears it."""
    others = (each for each in listed.get(name, ()) if each.id != entity.id)
    return name in words().given or any(knowledge.rank(each.id, day) >= HOLDS for each in others)


def addressed(page: Page, start: int, people: Mapping[str, Entity]) -> dict[str, Entity]:
    """Returns which of the bearers of a surname the title before it may mean, by id: women for "Ms."."""
    if not people or not _is_titled(page.text, start):
        return dict(people)
    left = {id: entity for id, entity in people.items() if not contradicts(page, start, entity)}
    women = {id: entity for id, entity in left.items() if id in words().women}
    title = TITLE.search(page.text, max(0, start - 6), start) if women else None
    return women if title and title[1] != "Mr" else left


def contradicts(page: Page, start: int, entity: Entity) -> bool:
    """Tells whether the title before a surname is of the other sex than a listed person: "Ms. Kim".

    Of people without a Korean surname it is not known who is no woman.
    """
    if not entity.verified or not _is_titled(page.text, start):
        return False
    title = TITLE.search(page.text, max(0, start - 6), start)
    if title is None:
        return False
    if entity.id in words().women:
        return title[1] == "Mr"
    return title[1] != "Mr" and is_family_name(entity.name.split()[0])


def _is_titled(text: str, start: int) -> bool:
    """Tells whether a title can stand before an offset; most names have none, which costs less to see so."""
    return text.endswith(TITLED, 0, start)

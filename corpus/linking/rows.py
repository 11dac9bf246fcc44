"""Lone surnames told in a row with statesmen: "Lavrov and Choe signed", "Putin, Witkoff and Kushner met"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from corpus.linking.company import is_of_time
from corpus.linking.enumerated import JOINT, JOINTS, joints_before
from corpus.linking.knowledge import HOLDS, Knowledge
from corpus.linking.korean import is_family_name
from corpus.linking.lexicon import words
from corpus.linking.page import Found, Page
from corpus.linking.segments import Segment
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

AND = re.compile(r"\band\b|&")
RARE = 5  # letters of a surname by which somebody without an office is known beside a statesman, at least
Member = Segment | Found


def in_rows(
    page: Page,
    left: Sequence[Segment],
    listed: Mapping[str, Sequence[Entity]],
    knowledge: Knowledge,
) -> Iterator[tuple[Segment, Entity]]:
    """Yields the single words that are surnames because of whom they are told with, each with its bearer.

    It is the one bearer who holds the office of another in the row, else the one who is listed at all and in
    office on the day; of a row that names nobody known, two have to be such.
    """
    for row in _rows(page, left):
        day = page.day(row[0].start)
        known = [each.entity for each in row if isinstance(each, Found)]
        unknown = [each for each in row if isinstance(each, Segment)]
        titles = {office.title for p in known for office in knowledge.offices_on(p.id, day)}
        titles -= words().shared_offices
        meant = [(s, _bearer(listed.get(fold(s.words[0].text), ()), titles, knowledge, day)) for s in unknown]
        held = [entity for _, entity in meant if entity and knowledge.rank(entity.id, day) >= HOLDS]
        sure = known or len(held) > 1
        yield from ((segment, entity) for segment, entity in meant if sure and entity)


def _bearer(
    people: Sequence[Entity], titles: Collection[str], knowledge: Knowledge, day: date | None
) -> Entity | None:
    """Returns which bearer of a surname is a colleague by one of some titles, or alone can be meant."""
    held = [(each, knowledge.offices_on(each.id, day)) for each in people]
    colleagues = [each for each, offices in held if any(office.title in titles for office in offices)]
    if len(colleagues) == 1:
        return colleagues[0]
    alone = people[0] if len(people) == 1 else None
    if alone is None or is_family_name(fold(alone.name.split()[0])) or not is_of_time(alone, day):
        return None
    name = alone.name.split()[-1].lower()
    if name in words().words_too or name in words().given:
        return None
    return alone if held[0][1] or (len(name) > RARE and name not in words().surnames) else None


def _rows(page: Page, left: Sequence[Segment]) -> Iterator[list[Member]]:
    """Yields the rows of single words that "and" joins, with the people among them, in order."""
    lone = {each.start: each for each in left if not page.headline(each.start)}
    done = 0
    for segment in lone.values():
        joined = page.text.startswith(JOINTS, segment.end) or page.text.endswith(JOINTS, 0, segment.start)
        if segment.start < done or not joined:
            continue
        row: list[Member] = [segment]
        before = (_person(page.ends.get(segment.start - size)) for size in joints_before(page.text, segment))
        row[:0] = [each for each in before if each][:1]
        while joint := JOINT.match(page.text, row[-1].end):
            following = lone.get(joint.end()) or _person(page.at.get(joint.end()))
            if following is None:
                break
            row.append(following)
        done = row[-1].end
        if len(row) > 1 and AND.search(page.text, row[0].end, row[-1].start):
            yield row


def _person(found: Found | None) -> Found | None:
    return found if found and found.entity.type is EntityType.PERSON else None

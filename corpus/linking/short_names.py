"""What a text calls somebody after the full name: "Unisys" of Unisys Corp., "Elian" where a person acts."""

from collections.abc import Sequence

from corpus.linking.lexicon import body_words, words
from corpus.linking.looks import is_surname
from corpus.linking.page import Found, How, Page
from corpus.linking.people import unlisted
from corpus.linking.roster import Roster
from corpus.linking.segments import Segment
from corpus.linking.surname_words import ACTS
from corpus.model import Entity, EntityType

ARTICLE = ("the ", "The ")
BODIES = (EntityType.ORGANISATION, EntityType.COMPANY)
PUBLISHERS = (*BODIES, EntityType.MEDIUM)


def read_companies(page: Page, left: Sequence[Segment]) -> list[Segment]:
    """Adds the short names of companies that the text names in full; returns the segments still left."""
    short: dict[str, Entity] = {}
    ends = body_words().company_ends
    for found in page.found:
        if found.entity.type in BODIES:
            name = page.text[found.start : found.end].split()
            while len(name) > 1 and name[-1].lower() in ends:
                name.pop()
                short.setdefault(" ".join(name), found.entity)
                if _is_telling(name[0]):
                    short.setdefault(name[0], found.entity)
    papers = _papers(page)
    if not short and not papers:
        return list(left)
    still: list[Segment] = []
    for segment in left:
        called = page.text[segment.start : segment.end]
        entity = short.get(called)
        if entity is None and called in papers and page.text.endswith(ARTICLE, 0, segment.start):
            entity = papers[called]
        if entity is not None and segment.start not in page.taken:
            page.add(Found(segment.start, segment.end, entity, How.SURNAME))
        else:
            still.append(segment)
    return still


def _papers(page: Page) -> dict[str, Entity]:
    """Returns the newspapers that a text names, by their last words, where just one of them has that."""
    named: dict[str, dict[str, Entity]] = {}
    for found in page.found:
        if found.entity.type in PUBLISHERS:
            last = page.text[found.start : found.end].replace("-", " ").rpartition(" ")[2]
            if found.entity.type is EntityType.MEDIUM or last.lower() in body_words().papers:
                named.setdefault(last, {})[found.entity.id] = found.entity
    return {last: next(iter(papers.values())) for last, papers in named.items() if len(papers) == 1}


def _is_telling(word: str) -> bool:
    """Tells whether the first word of a company can be its short name: Hyundai, not General or John."""
    lists, lower = words(), word.lower()
    return len(word) > 3 and is_surname(word) and lower not in lists.given and lower not in lists.titles


def read_recurring(page: Page, left: Sequence[Segment], roster: Roster) -> list[Segment]:
    """Adds the unknown names whose last word acts alone elsewhere; returns the segments still left.

    "Elian Gonzalez … Gonzalez said" is a person, whatever the first name.
    """
    last = {segment.words[-1].text for segment in left if 2 <= len(segment.words) <= 3}
    if not last:
        return list(left)
    single = [s for s in left if len(s.words) == 1 and s.words[0].text in last]
    acting = {segment.words[0].text for segment in single if ACTS.match(page.text, segment.end)}
    if not acting:
        return list(left)
    still: list[Segment] = []
    for segment in left:
        texts = [word.text for word in segment.words] if segment.words[-1].text in acting else ()
        if 2 <= len(texts) <= 3 and all(map(_can_be, texts)):
            entity = unlisted(" ".join(texts))
            page.add(Found(segment.start, segment.end, entity, How.CUE))
            roster.enter(segment.start, entity)
        else:
            still.append(segment)
    return still


def _can_be(text: str) -> bool:
    return is_surname(text) and text.lower() not in words().titles

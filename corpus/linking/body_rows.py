"""Unknown names that stand in a row between bodies: "the Brindle Institute, Open Hands and the Orlo Fund"."""

import re
from collections.abc import Sequence

from corpus.linking.bodies import unlisted
from corpus.linking.lexicon import words
from corpus.linking.looks import is_known_surname
from corpus.linking.page import BODIES, Found, How, Page
from corpus.linking.segments import Segment
from corpus.model import EntityType

BEFORE = (", ", ", the ", "; ", "; the ")
BEHIND = re.compile(r"(?:, and |, | and | & |; |; and )(?:the )?")


def read_body_rows(page: Page, left: Sequence[Segment]) -> list[Segment]:
    """Adds the names among some unknown words that stand between two bodies; returns those still left."""
    rest: list[Segment] = []
    for segment in left:
        if segment.start not in page.taken and _is_between(page, segment):
            name = page.text[segment.start : segment.end]
            page.add(Found(segment.start, segment.end, unlisted(name, EntityType.ORGANISATION), How.CUE))
        else:
            rest.append(segment)
    return rest


def _is_between(page: Page, segment: Segment) -> bool:
    text = page.text
    if not text.endswith(BEFORE, 0, segment.start) or page.headline(segment.start):
        return False
    sizes = (len(joint) for joint in BEFORE if text.endswith(joint, 0, segment.start))
    behind = BEHIND.match(text, segment.end)
    if behind is None or not any(_is_body(page.ends.get(segment.start - size)) for size in sizes):
        return False
    word = segment.words[0].text
    person = len(segment.words) == 1 and (is_known_surname(word) or word.lower() in words().given)
    return not person and _is_body(page.at.get(behind.end()))


def _is_body(found: Found | None) -> bool:
    return found is not None and found.entity.type in BODIES

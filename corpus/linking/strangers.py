"""People of whom a text tells a surname only, and who are nobody known: "a man surnamed Kim", "Lee, 24,"."""

import re
from collections.abc import Sequence

from corpus.linking.korean import is_family_name
from corpus.linking.looks import is_known_surname
from corpus.linking.page import Page
from corpus.linking.segments import Segment
from corpus.model import Entity

SURNAMED = re.compile(
    r"(?:\bsurnamed|\b(?:identified|named|known|referred to)(?: only| simply)? by (?:(?:his|her|the|their) )?"
    r"(?:surname|family name|last name)s?,?|\b(?:identified|referred to)(?: only| simply)? as"
    r"|\b(?:sur|family |last )name(?: is|,|:)?) (?:Mr\.? |Ms\.? |Mrs\.? )?$"
)
SIGNS = ("surname", "family name", "last name", "identified", "referred to")  # a text has one of them then
AGE = re.compile(r",? (?:\((\d{2})\)|(?:aged )?(\d{2}),)")


def strangers(page: Page, left: Sequence[Segment]) -> list[Segment]:
    """Returns the lone words of which a text says that it tells a surname only."""
    if not any(sign in page.text for sign in SIGNS):
        return []
    return [segment for segment in left if _is_stranger(page, segment)]


def _is_stranger(page: Page, segment: Segment) -> bool:
    if not page.text.endswith(("d ", "s ", "e ", ", ", "r. ", "s. "), 0, segment.start):
        return False
    told = SURNAMED.search(page.text, max(0, segment.start - 48), segment.start)
    return told is not None and _is_shared(segment)


def is_of_another_age(page: Page, segment: Segment, entity: Entity) -> bool:
    """Tells whether the age behind a surname is not that of a listed person on the day of the text."""
    born = entity.lived[0] if entity.lived else None
    if (
        born is None
        or page.published is None
        or not _is_shared(segment)
        or (age := AGE.match(page.text, segment.end)) is None
    ):
        return False
    return not 0 <= page.published.year - born - int(age[1] or age[2]) <= 1


def _is_shared(segment: Segment) -> bool:
    """Tells whether many people bear a surname."""
    name = segment.words[0].text
    return is_family_name(name) or is_known_surname(name)

"""Bodies told by the words beside their names: "the rights group Teralin", "Karvest Vice Chairman Roe"."""

import re
from collections.abc import Sequence

from corpus.linking.bodies import unlisted
from corpus.linking.lexicon import body_words, words
from corpus.linking.page import Found, How, Page
from corpus.linking.segments import Segment
from corpus.model import Entity, EntityType

LONGEST = 18  # code points of a word for a kind, and the space behind it
FOUNDED = re.compile(r",? (?:[a-z]+ed|owns|runs|leads|heads|chairs|built|says?|said|sold|told)\b")


def read_told_kinds(page: Page, left: Sequence[Segment]) -> list[Segment]:
    """Adds the unknown names behind a word for a kind of body, or before somebody's title in it.

    They are added wherever they stand; returns the segments left.
    """
    told: dict[str, Entity] = {}
    text, kinds, cues = page.text, body_words().told_kinds, page.cues
    for segment in left:
        start = segment.start
        behind = text[max(0, start - LONGEST) : start].rpartition(" ")[0].rpartition(" ")[2] in kinds
        if not behind and segment.end + 1 not in cues:
            continue
        name = text[start : segment.end]
        if name not in told and (_may_be_body(page, segment) if behind else _employs(page, segment)):
            told[name] = unlisted(name, EntityType.ORGANISATION)
    if not told:
        return list(left)
    still: list[Segment] = []
    for segment in left:
        entity = told.get(page.text[segment.start : segment.end])
        if entity is None or segment.start in page.taken:
            still.append(segment)
        else:
            page.add(Found(segment.start, segment.end, entity, How.CUE))
    return still


def _employs(page: Page, segment: Segment) -> bool:
    """Tells whether a title in a firm or the like, and its bearer, stand behind unknown words."""
    text, lists = page.text, body_words()
    title = page.cues[segment.end + 1]
    if text[segment.end] != " " or text[title.start : title.end].lower() not in lists.employing:
        return False
    bearer = page.at.get(title.end + 1)
    if bearer is None or bearer.entity.type is not EntityType.PERSON or text[title.end] != " ":
        return False
    told = [word.text.lower() for word in segment.words]
    if segment.opens and len(told) == 1 and not segment.words[0].text.isupper():
        return False  # "Veteran analyst Kim Dal-su"
    return len(told) < 4 and not any(
        word in words().not_people or word in words().before_titles or word in lists.ranking for word in told
    )


def _may_be_body(page: Page, segment: Segment) -> bool:
    """Tells whether unknown words are a name there, and not when or by whom something was done."""
    start = segment.start
    if start in page.taken or len(segment.words) > 3 or page.headline(start) or page.text[start - 1] != " ":
        return False
    if any(word.text.lower() in words().not_people or word.start in page.cues for word in segment.words):
        return False
    founded = FOUNDED.match(page.text, segment.end)
    return founded is None or _speaks(founded[0])


def _speaks(behind: str) -> bool:
    """Tells whether what follows is said by the body, and not done to it: "the group Teralin said"."""
    return behind.strip(", ") in words().speech

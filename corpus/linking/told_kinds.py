"""Bodies told by the words beside their names: "the rights group Teralin", "Karvest Vice Chairman Roe"."""

import re
from collections.abc import Sequence

from corpus.linking.bodies import unlisted
from corpus.linking.lexicon import body_words, words
from corpus.linking.page import Found, How, Page
from corpus.linking.segments import Segment
from corpus.model import Entity, EntityType

SUCH_AS = re.compile(r"\b([a-z-]+s) such as (?:the )?")
JOINT = re.compile(r"(?:, and |, or |, | and | or )(?:the )?")
PARTY_ENDS = (" ", ".", ",", ";", "'", "’", ")", "")
# Behind a town or a part of one: "the Solvany district court".
COURT = re.compile(
    r" (?:(?:district|regional|city|municipal|military|provincial|garrison|arbitration) )court\b"
)
LONGEST = 18  # code points of a word for a kind, and the space behind it
FOUNDED = re.compile(
    r",? (?:(?:co-?)?founded|created|launched|established|headed|started|formed|acquired|owns|runs|leads"
    r"|heads|chairs|built|bought|sold)\b"
)


def read_told_kinds(page: Page, left: Sequence[Segment]) -> list[Segment]:
    """Adds the unknown names behind a word for a kind of body, or before somebody's title in it.

    They are added wherever they stand; returns the segments left.
    """
    if " party" in page.text or " court" in page.text:
        left = [segment for segment in left if not _read_small(page, segment)]
    told = _told(page, left)
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


def _told(page: Page, left: Sequence[Segment]) -> dict[str, Entity]:
    """Returns the bodies that the words beside them tell somewhere, by name."""
    told: dict[str, Entity] = {}
    text, kinds, cues = page.text, body_words().told_kinds, page.cues
    listed = _listed(page, left) if " such as " in text else ()
    for segment in left:
        start = segment.start
        behind = text[max(0, start - LONGEST) : start].rpartition(" ")[0].rpartition(" ")[2] in kinds
        if behind or start in listed:
            known = _may_be_body(page, segment)
        else:
            known = segment.end + 1 in cues and _employs(page, segment)
        if known and (name := text[start : segment.end]) not in told:
            told[name] = unlisted(name, EntityType.ORGANISATION)
    return told


def _read_small(page: Page, segment: Segment) -> bool:
    """Adds the body whose name ends with small letters, if unknown words begin one; returns whether so."""
    text = page.text
    if text.startswith(" party", segment.end) and _is_party(page, segment):
        page.add(_whole(page, segment, segment.end + len(" party"), EntityType.PARTY))
        return True
    court = COURT.match(text, segment.end) if text.startswith(" ", segment.end) else None
    if court is not None:
        page.add(_whole(page, segment, court.end(), EntityType.PUBLIC_BODY))
    return court is not None


def _is_party(page: Page, segment: Segment) -> bool:
    """Tells whether unknown words are the name of a party written in small letters: "the Orlin party"."""
    text = page.text
    whose = text.endswith(("the ", "ruling ", "opposition ", "’s ", "'s "), 0, segment.start)
    return whose and text[segment.end + 6 : segment.end + 7] in PARTY_ENDS and _may_be_body(page, segment)


def _whole(page: Page, segment: Segment, end: int, type: EntityType) -> Found:
    """Returns the body whose name ends with small letters."""
    return Found(segment.start, end, unlisted(page.text[segment.start : end], type), How.CUE)


def _listed(page: Page, left: Sequence[Segment]) -> frozenset[int]:
    """Returns where the unknown names begin that stand in a row behind "firms such as"."""
    ends = {segment.start: segment.end for segment in left}
    ends.update((found.start, found.end) for found in page.found)
    starts: set[int] = set()
    for row in SUCH_AS.finditer(page.text):
        noun = row[1].removesuffix("ies") + "y" if row[1].endswith("ies") else row[1].removesuffix("s")
        at = row.end()
        while noun in body_words().told_kinds and at in ends:
            starts.add(at)
            joint = JOINT.match(page.text, ends[at])
            at = joint.end() if joint else -1
    return frozenset(starts)


def _employs(page: Page, segment: Segment) -> bool:
    """Tells whether a title in a firm or the like, and its bearer, stand behind unknown words."""
    text, lists = page.text, body_words()
    title = page.cues[segment.end + 1]
    if text[segment.end] != " " or text[title.start : title.end].lower() not in lists.employing:
        return False
    bearer = page.at.get(title.end + 1)
    if bearer is None or bearer.entity.type is not EntityType.PERSON or text[title.end] != " ":
        return False
    told = [word.lower for word in segment.words]
    if segment.opens and len(told) == 1 and not segment.words[0].text.isupper():
        return False  # "Veteran analyst Kim Dal-su"
    return len(told) < 4 and not any(
        word in words().not_people
        or word in words().before_titles
        or word in lists.ranking
        or word in lists.fields
        for word in told
    )


def _may_be_body(page: Page, segment: Segment) -> bool:
    """Tells whether unknown words are a name there, and not when or by whom something was done."""
    start = segment.start
    if start in page.taken or len(segment.words) > 3 or page.headline(start) or page.text[start - 1] != " ":
        return False
    if any(word.lower in words().not_people or word.start in page.cues for word in segment.words):
        return False
    return FOUNDED.match(page.text, segment.end) is None

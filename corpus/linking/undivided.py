"""Which state "Korea" means: the South beside its allies, either one where its leader is spoken of."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from corpus.linking.knowledge import LEADS, Knowledge
from corpus.linking.page import Found, Page
from corpus.model import Entity, EntityType

KOREA = "korea"
FOUNDED = date(1948, 8, 15)
TRUCE = date(1953, 7, 27)
BEFORE_TRUCE = re.compile(r"\b(?:1[0-8]\d\d|19[0-4]\d|195[0-3])\b|Korean War|World War")
NORTH = re.compile(
    r"\b[Nn]orth\b|Pyongyang|\bKim (?:Jong|Il)|denuclear|divided|[Uu]nif|[Rr]eunif|[Pp]eninsula\b"
)
STATES = {"PRK": "north", "KOR": "south"}
# With these the South is named in one breath; with Vietnam and Iraq the war is.
ALLIES = frozenset(
    {"united-states", "japan", "china", "russia", "soviet-union", "australia", "european-union"}
)
JOINT = re.compile(r"(?:-|–|/|, | and |, and )(?:the )?")
WHERE = re.compile(
    r"\b(?:in|to|from|over|across|through|throughout|of|between|divided|invaded) $", re.IGNORECASE
)
OFFICE = re.compile(r"(?:['’]s)? ")


def read_undivided(knowledge: Knowledge, page: Page, koreas: Mapping[str, Entity]) -> None:
    """Replaces "Korea" and "Korean" by one of the states, where the words around tell which.

    `koreas` are the entities by `north` and `south`. All names have been found, but no offices.
    """
    at = [index for index, found in enumerate(page.found) if found.entity.id == KOREA]
    if not at or not koreas:
        return
    led = None
    only_north = _countries(page.found) == {"PRK"}
    for index in at:
        found = page.found[index]
        if not only_north and _beside_ally(page, index):
            found.entity = koreas.get("south", found.entity)
        elif _has_office(page, found):
            led = _led(knowledge, page) if led is None else led
            country = _named_behind(page, found) or (next(iter(led)) if len(led) == 1 else "")
            found.entity = koreas.get(STATES.get(country, ""), found.entity)
    if "south" in koreas and _is_of_the_south(page):
        for index in at:
            if page.found[index].entity.id == KOREA:
                page.found[index].entity = koreas["south"]


def _is_of_the_south(page: Page) -> bool:
    """Tells whether a text of today names the South and never the North: its "Korea" is the South.

    In one that tells of years before the truce, Korea may be the land.
    """
    if page.published is None or page.published < TRUCE or BEFORE_TRUCE.search(page.text):
        return False
    return _countries(page.found) == {"KOR"} and NORTH.search(page.text) is None


def _beside_ally(page: Page, index: int) -> bool:
    """Tells whether a state is joined with Korea: "the U.S.-Korea alliance", "Korea, Japan and China"."""
    found, text = page.found[index], page.text
    if WHERE.search(text, max(0, found.start - 12), found.start):
        return False
    if (page.day(found.start) or FOUNDED) < FOUNDED:
        return False
    before = page.found[index - 1] if index else None
    behind = page.found[index + 1] if index + 1 < len(page.found) else None
    return bool(
        (
            before
            and _is_ally(before)
            and _joins(text, before.end, found.start)
            and not _is_where(text, before)
        )
        or (behind and _is_ally(behind) and _joins(text, found.end, behind.start))
    )


def _is_ally(found: Found) -> bool:
    return found.entity.id in ALLIES


def _is_where(text: str, found: Found) -> bool:
    return WHERE.search(text, max(0, found.start - 16), found.start) is not None


def _joins(text: str, end: int, start: int) -> bool:
    return 0 < start - end < 10 and JOINT.fullmatch(text, end, start) is not None


def _has_office(page: Page, found: Found) -> bool:
    """Tells whether an office stands behind: "the Korean leader", "Korea's President"."""
    gap = OFFICE.match(page.text, found.end)
    return gap is not None and gap.end() in page.cues


def _named_behind(page: Page, found: Found) -> str | None:
    """Returns the country of the Korean whose office stands behind: "Korean President Lee Jae Myung"."""
    gap = OFFICE.match(page.text, found.end)
    hit = page.cues[gap.end()] if gap else None
    named = page.at.get(hit.end + 1) if hit else None
    return named.entity.country if named and named.entity.type is EntityType.PERSON else None


def _led(knowledge: Knowledge, page: Page) -> set[str]:
    """Returns the countries of the Korean leaders whom a text names, else of all that it names of a Korea."""
    return _countries(each for each in page.found if _leads(knowledge, page, each)) or _countries(page.found)


def _leads(knowledge: Knowledge, page: Page, found: Found) -> bool:
    person = found.entity.type is EntityType.PERSON and found.entity.country in STATES
    return person and knowledge.rank(found.entity.id, page.day(found.start)) > LEADS


def _countries(found: Iterable[Found]) -> set[str]:
    return {each.entity.country for each in found if each.entity.country in STATES}

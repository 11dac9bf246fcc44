"""Single unknown words in capitals: acronyms of bodies, and places where something is."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from corpus.linking.around import word_before
from corpus.linking.bodies import unlisted
from corpus.linking.capitals import KOREAN_PARTS
from corpus.linking.lexicon import body_words, sense_words, towns, words
from corpus.linking.page import Found, How, Page
from corpus.linking.segments import Segment
from corpus.linking.surname_words import ACTS, MONTHS
from corpus.model import Entity, EntityType

KEPT = 50_000  # names of which it is kept whether they are places
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")
ROMAN = re.compile(r"[IVXLC]+")
COMPASS = r"(?:north|south)?(?:east|west)?(?:ern)?|central|downtown|nearby|rural|the"
PART = (
    "city|town|village|port|province|region|county|district|island|state|suburb|outskirts|streets"
    "|hometown|airport|station|base|north|south|east|west|riding|seat|constituency|electorate|municipality|parish"
)
WAY = (
    "flew|flown|fly|sent|taken|deported|extradited|transferred|travel(?:l?ed)?|trip|visit|returned|moved|fled"
    "|drove"
)
AT = r"[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Tt]hroughout"
PLACED = re.compile(
    rf"\b(?P<noun>\w*)\W{{1,2}}(?:(?:{AT})(?: (?:{COMPASS})){{0,2}}|(?:{PART}) of|(?:{WAY}) to) $"
)
KOREAN = re.compile(rf"\w\w-(?:{KOREAN_PARTS})$")
JOINED = re.compile(r"\b(?:[Bb]etween|[Ii]n|[Nn]ear|[Oo]utside|[Aa]round|[Ff]rom) $")
# Behind the name of a place, and what stands before it then: "in the Solvany district".
PARTED = re.compile(
    r" (?:district|region|oblast|raion|province|county|prefecture|municipality|village|town|settlement|suburb"
    r"|neighbou?rhood|airport|airfield|river|strait|peninsula|crossing|border)\b"
)
IN_PARTS = ("the ", "in ", "near ", "of ", "’s ", "'s ", "ern ", "central ", "from ", "at ")
HOLDING = ("'", "’", "-")
HOLDS = re.compile(r"['’]s? |-[a-z]")
NO_BODY = (EntityType.PERSON, EntityType.STATE, EntityType.PLACE)


def read_leftovers(page: Page, left: Iterable[Segment]) -> None:
    """Adds the acronyms and places among the single words that nothing else has explained."""
    acronyms: dict[str, Entity | None] = {}
    starting, ending = page.at.copy(), page.ends.copy()
    open_ones = [
        segment for segment in left if segment.start not in page.taken and not page.headline(segment.start)
    ]
    for segment in open_ones:
        if len(segment.words) == 1 and ACRONYM.fullmatch(segment.words[0].text):
            _define(page, segment, acronyms, ending)
    for segment in open_ones:
        word = page.text[segment.start : segment.end]
        if word in acronyms:
            if entity := acronyms[word]:
                page.add(Found(segment.start, segment.end, entity, How.CUE))
        elif _is_place(page, segment, starting, ending):
            page.add(Found(segment.start, segment.end, unlisted(word, EntityType.PLACE), How.CUE))


def _define(
    page: Page, segment: Segment, acronyms: dict[str, Entity | None], ending: dict[int, Found]
) -> None:
    """Notes what an acronym means: the body named before its brackets, nobody, or a body of that name."""
    text, word = page.text, segment.words[0].text
    if acronyms.get(word):
        return
    bracketed = (
        text[max(0, segment.start - 2) : segment.start] == " (" and text[segment.end : segment.end + 1] == ")"
    )
    if bracketed:
        named = ending.get(segment.start - 2)
        if named and named.entity.type not in NO_BODY:
            acronyms[word] = named.entity
        elif _is_no_body(text, segment) or (
            text[max(0, segment.start - 3)].islower() and not _named_by(text, segment)
        ):
            acronyms[word] = None
    if word not in acronyms:
        ordinary = (
            word.lower() in body_words().no_bodies or ROMAN.fullmatch(word) or word.lower() in words().stop
        )
        acronyms[word] = None if ordinary else unlisted(word, EntityType.ORGANISATION)


def _is_no_body(text: str, segment: Segment) -> bool:
    """Tells whether an acronym in brackets stands for a treaty, a weapon or the like."""
    before = text[max(0, segment.start - 80) : segment.start - 2].split()[-len(segment.words[0].text) :]
    return not body_words().no_body_kinds.isdisjoint(word.lower() for word in before)


def _named_by(text: str, segment: Segment) -> bool:
    """Tells whether the capitals of the words before an acronym in brackets spell it."""
    before = text[max(0, segment.start - 80) : segment.start - 2].split()
    initials = "".join(word[0] for word in before if word[0].isupper())
    return initials.endswith(segment.words[0].text.replace("&", ""))


def _is_place(page: Page, segment: Segment, starting: dict[int, Found], ending: dict[int, Found]) -> bool:
    text = page.text
    fits = _is_place_by_name(text[segment.start : segment.end])
    if fits is not None:
        return fits
    if text.endswith(" and ", 0, segment.start) and _joins_place(page, segment, ending):
        return True
    if text[segment.end : segment.end + 1] == " " and PARTED.match(text, segment.end):
        return text.endswith(IN_PARTS, 0, segment.start)
    if text.startswith(HOLDING, segment.end) and HOLDS.match(text, segment.end):
        return False
    behind = starting.get(segment.end + 2) if text.startswith(", ", segment.end) else None
    if behind and behind.entity.type in (EntityType.STATE, EntityType.PLACE):
        return not segment.opens and _listed_so(text, behind)
    if word_before(text, segment.start) not in sense_words()["before_towns"]:
        return False
    placed = PLACED.search(" " + text[max(0, segment.start - 40) : segment.start])
    return placed is not None and placed["noun"] not in sense_words()["trusting"]


def _joins_place(page: Page, segment: Segment, ending: dict[int, Found]) -> bool:
    """Tells whether somewhere is joined with a town that lies somewhere: "between Kyiv and Solvany"."""
    first = ending.get(segment.start - len(" and "))
    if first is None or first.entity.type is not EntityType.PLACE or ACTS.match(page.text, segment.end):
        return False
    return JOINED.search(page.text, max(0, first.start - 10), first.start) is not None


def _listed_so(text: str, behind: Found) -> bool:
    """Tells whether a state behind a comma says where a place lies ("Hamburg, Germany,")."""
    return text[behind.end : behind.end + 1] in (",", ".", ";", ")", "\n", "")


@cache
def _unfit() -> frozenset[str]:
    return body_words().not_places | words().not_people | words().stop | MONTHS


@lru_cache(KEPT)
def _is_place_by_name(name: str) -> bool | None:
    """Tells whether a name is a place's wherever it stands, None where that depends on the words around."""
    if name in towns():
        return True
    parts = name.split()
    plain = all(part[1:].replace("-", "").islower() and part.lower() not in _unfit() for part in parts)
    if len(parts) > 2 or not plain:
        return False
    return True if KOREAN.search(name) else None

"""People named like places: "Michael Jordan", "Israel Katz", and "Jordan" behind either."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.linking import bodies
from corpus.linking.lexicon import body_words, words
from corpus.linking.looks import INITIAL, is_surname
from corpus.linking.page import Found, How, Page
from corpus.linking.people import unlisted
from corpus.linking.roster import Roster
from corpus.linking.segments import Segment
from corpus.linking.surname_words import IN_A_MONTH, MONTHS
from corpus.linking.variants import fold
from corpus.model import EntityType

PLACED = re.compile(r"\b(?:in|at|to|from|near|of|across|around|visit(?:ed|ing)?) $")
HERE = "USA"
TOWN_GAP = re.compile(r", ")
STATE_SHORT = re.compile(
    r"(?:N\.[HJMCDY]|S\.[CD]|R\.I|W\.Va|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn"
    r"|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo)\."
)
NAME = How.NAME
PLACES = (EntityType.STATE, EntityType.PLACE)


def read_namesakes(
    page: Page, left: Sequence[Segment], roster: Roster, places: Sequence[Found], decoys: Sequence[str]
) -> list[Segment]:
    """Turns the names of places that are people's here into people; returns the segments that still are left.

    `places` are those of one word, `decoys` the names in the text that mean nobody known: behind "George
    Washington" no Washington acts.
    """
    ending = {segment.end: segment for segment in left}
    starting = {segment.start: segment for segment in left}
    nobody = {fold(name.split()[-1]) for name in decoys if name.split()[0].lower() in words().given}
    used: list[Segment] = []
    for found in places:
        before, behind = ending.get(found.start - 1), starting.get(found.end + 1)
        name = page.text[found.start : found.end]
        if (
            before
            and page.text[found.start - 1] == " "
            and _is_first_name(before)
            and not is_month(page, before)
        ):
            _person(page, roster, before.start, found.end)
            used.append(before)
        elif (
            behind and page.text[found.end] == " " and name.lower() in words().given and _is_last_name(behind)
        ):
            _person(page, roster, found.start, behind.end)
            used.append(behind)
    for found in _still_places(page, places):
        name = fold(page.text[found.start : found.end])
        if PLACED.search(page.text, max(0, found.start - 9), found.start):
            continue
        if bearer := roster.nearest(name, found.start):
            found.entity, found.how = bearer, How.SURNAME
        elif name in nobody:
            page.remove(found)
    return [segment for segment in left if segment not in used] if used else list(left)


def read_towns(page: Page, places: Sequence[Found]) -> None:
    """Turns cities with a state of the United States behind them into other ones: "Odessa, Texas"."""
    for found in _still_places(page, places):
        if found.entity.country == HERE or (gap := TOWN_GAP.match(page.text, found.end)) is None:
            continue
        state = page.at.get(gap.end())
        short = STATE_SHORT.match(page.text, gap.end())
        if short or (state and state.entity.id in body_words().states_of_union):
            end = short.end() if short else state.end if state else found.end
            town = bodies.unlisted(page.text[found.start : end], EntityType.PLACE)
            found.entity, found.how = replace(town, country=HERE), How.CUE


def single_places(page: Page) -> list[Found]:
    """Returns the states and places that were found by a name of one word, outside headlines."""
    return [
        found
        for found in page.found
        if found.how is NAME and found.entity.type in PLACES and _is_single(page, found)
    ]


def _is_single(page: Page, found: Found) -> bool:
    name = page.text[found.start : found.end]
    return name.isalpha() and not name.isupper() and not page.headline(found.start)


def _still_places(page: Page, places: Sequence[Found]) -> list[Found]:
    """Returns the places that no person has taken the place of, nor become."""
    return [found for found in places if found.how is NAME and page.at.get(found.start) is found]


def _is_first_name(segment: Segment) -> bool:
    last = segment.words[-1].text
    return last.lower() in words().given or (INITIAL.fullmatch(last) is not None and len(segment.words) > 1)


def is_month(page: Page, segment: Segment) -> bool:
    """Tells whether a word is a month here: "In April Tokyo objected"."""
    month = fold(segment.words[-1].text) in MONTHS
    return month and IN_A_MONTH.search(page.text, max(0, segment.start - 12), segment.start) is not None


def _is_last_name(segment: Segment) -> bool:
    return len(segment.words) == 1 and is_surname(segment.words[0].text)


def _person(page: Page, roster: Roster, start: int, end: int) -> None:
    entity = unlisted(page.text[start:end])
    page.replace(Found(start, end, entity, How.CUE))
    roster.enter(start, entity)

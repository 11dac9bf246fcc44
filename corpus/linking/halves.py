"""Whether "the North" and "the South" are the Koreas, also where a text has no other sign of Korea."""

import re
from collections.abc import Iterable, Mapping

from corpus.linking.lexicon import contexts
from corpus.linking.names import Hit
from corpus.linking.page import Found, How, Page
from corpus.linking.segments import Segment
from corpus.model import Entity

KOREAS = frozenset({"north-korea", "south-korea"})
COUNTRIES = ("PRK", "KOR")
SIGN = re.compile(r"Korea|KCNA|DPRK|KOREA")
SIGN_OF_WAR = re.compile(r"\bCivil War\b|\bConfedera\w+|\bGlobal South\b|\bLincoln\b")
LETTERS = re.compile(r"[a-z]+")
# Before "the North" where nothing says that it acts: somebody is in that region, or goes there.
THERE = re.compile(
    r"\b(?:in|to|from|of|across|throughout|through|into|up|near|around|towards?|down|over|between|off|at|along)\s$",
    re.IGNORECASE,
)
# What follows a half that acts in a headline, where it has no article: "North vows", "TALKS WITH NORTH".
BEHIND = re.compile(r"['’][sS]? |(?: (?:to|TO|and|AND|[a-z]+s|[A-Z]+(?:S|ED))\b)|[,;:?!]|\s*$|\n")
DESCRIBED = re.compile(r"\b[Tt]he ([a-z]+(?:-[a-z]+)?) $")  # "the impoverished North"
COUPLED = re.compile(r"-(North|South)(?![\w-]| [A-Z])")  # "U.S.-North summits"
HALVES = frozenset({"North", "South", "NORTH", "SOUTH"})
SENTENCE_ENDS = (".", "!", "?", "”", '"')
LONGEST = 200  # code points of a headline


class Halves:
    """Tells on one page what "the North" and "the South" are not.

    `countries` counts the names that mean somebody of a country for certain, by its code.
    """

    def __init__(self, page: Page, countries: Mapping[str, int]) -> None:
        self._page = page
        self._told = any(map(countries.get, COUNTRIES)) or SIGN.search(page.text) is not None
        self._elsewhere: bool | None = None

    def may_be_korea(self, hit: Hit) -> bool:
        """Tells whether a half may be a Korea: not where the text, or its sentence, is of other halves."""
        if SIGN_OF_WAR.search(self._page.text, *self._page.sentence(hit.start)):
            return False
        if self._told:
            return True
        if self._elsewhere is None:
            spoken = LETTERS.findall(self._page.text.lower())
            self._elsewhere = not contexts().other_halves.isdisjoint(spoken)
        return not self._elsewhere

    def acts(self, hit: Hit) -> bool:
        """Tells whether a half of nothing that is told acts, owns or is acted on, and is no region."""
        return not THERE.search(self._page.text, max(0, hit.start - 14), hit.start)


def read_bare_halves(page: Page, left: Iterable[Segment], koreas: Mapping[str, Entity]) -> None:
    """Adds "North" and "South" in headlines without an article, and "the impoverished North", beside a Korea.

    `koreas` are the entities by `north` and `south`.
    """
    halves = [each for each in left if len(each.words) == 1 and each.words[0].text in HALVES]
    coupled = [half for half in COUPLED.finditer(page.text) if half.start(1) not in page.taken]
    if not (halves or coupled) or not any(found.entity.country in COUNTRIES for found in page.found):
        return
    ends = {found.end for found in page.found} if coupled else set()
    for half in coupled:
        entity = koreas.get(half[1].lower())
        if entity is not None and half.start() in ends:
            page.add(Found(half.start(1), half.end(), entity, How.NAME))
    for each in halves:
        entity = koreas.get(each.words[0].lower)
        if entity is None or each.start in page.taken:
            continue
        if (
            _is_described(page.text, each.start)
            or _is_joined(page, each.start)
            or (_acts(page.text, each) and _in_headline(page.text, each.start))
        ):
            page.add(Found(each.start, each.end, entity, How.NAME))


def _is_described(text: str, offset: int) -> bool:
    described = DESCRIBED.search(text, max(0, offset - 24), offset)
    return described is not None and described[1] in contexts().half_adjectives


def _is_joined(page: Page, offset: int) -> bool:
    """Tells whether the other half stands before: "between the North and South"."""
    end = offset - len(" and ")
    if not page.text.startswith(" and ", max(0, end)):
        return False
    other = page.at.get(end - len("North"))
    return other is not None and other.entity.id in KOREAS


def _acts(text: str, half: Segment) -> bool:
    there = THERE.search(text, max(0, half.start - 14), half.start)
    return there is None and BEHIND.match(text, half.end) is not None


def _in_headline(text: str, offset: int) -> bool:
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[start : end if end >= 0 else None].rstrip()
    return len(line) < LONGEST and not line.endswith(SENTENCE_ENDS)

"""Which entity a name means that can mean several, or none: by country, and by the words around it."""

import re
from collections.abc import Sequence
from functools import cached_property

from corpus.linking.capitals import KOREAN_PARTS
from corpus.linking.context import Context
from corpus.linking.halves import COUNTRIES, KOREAS, Halves
from corpus.linking.knowledge import Knowledge
from corpus.linking.korean import is_given_name, is_northern
from corpus.linking.lexicon import contexts, words
from corpus.linking.names import Hit, Means, Name
from corpus.linking.northern_press import SIGNS
from corpus.linking.page import Page
from corpus.model import EntityType

LAST_OLD = 1984  # year in which South Korea gave up the old romanisation, for which spaces tell nothing
CONTEST = re.compile(r" (?:Cup|Games|Champions?(?:hips?)?|Open|Grand Prix|Masters|Super League)\b")
SYLLABLE = re.compile(r"-([a-z]{1,6})(?![\w-])")
LINE = re.compile(r"[^\n]*")
LOWER = re.compile(r"[a-z]{2}")
PLACED = re.compile(
    r"\b(?:in|at|near|from|to|across|around|outside|into|towards?|over|off|visit(?:ed|ing)?|of|with|and)"
    r" (?:the )?$"
)
SPOKEN = re.compile(r"\b(?:in|into|from|fluent|sp(?:eaks?|oke|eaking)|learn\w*|read|write)(?: \w+ent)? $")
ENDS = re.compile(r"[.,;:!?)”\"]|$| (?:but|on|at|that|to|for|with)\b")
DISTRICT = re.compile(rf"-(?:{KOREAN_PARTS})\b")
TOLD = re.compile(
    r"\b(?:notif|inform|warn|accus|remind|assur|convinc|suspect|advis)\w*(?: the)? $", re.IGNORECASE
)
IN_REGION = re.compile(
    r"\b(?:in|into|across|throughout|through|around|near|along|over|out)\s$", re.IGNORECASE
)
LONGER = re.compile(r" of\b| (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+")


class Choice:
    """Chooses what the names of one page mean."""

    def __init__(self, knowledge: Knowledge, page: Page, hits: Sequence[Hit]) -> None:
        self._knowledge = knowledge
        self._page = page
        self._context = Context(knowledge, page, hits)

    def choose(self, hit: Hit) -> Name | None:
        """Returns what a name means here, None where nothing tells its readings apart or supports it."""
        _, end, names = hit
        if self._page.text[end : end + 1] == "-" and self._goes_on_behind_hyphen(hit):
            return None
        if names.plain:
            return names.plain
        if names.sole:
            return self._certain(hit, names.sole)
        if decoy := next((name for name in names if name.means is Means.DECOY), None):
            return decoy
        return self._supported(hit, [name for name in names if not name.weak] or list(names))

    def _goes_on_behind_hyphen(self, hit: Hit) -> bool:
        """Tells whether a name is the start of a longer one: "Yongsan-gu", "Cho Hyun" of "Cho Hyun-sang"."""
        text = self._page.text
        if DISTRICT.match(text, hit.end):
            return True
        syllable = SYLLABLE.match(text, hit.end)
        if syllable is None or hit.names[0].target not in self._knowledge.records:
            return False
        person = self._knowledge.records[hit.names[0].target].entity
        last = text[hit.start : hit.end].rpartition(" ")[2]
        return person.country in COUNTRIES and is_given_name(f"{last}-{syllable[1]}")

    def _certain(self, hit: Hit, name: Name) -> Name | None:
        if name.means is Means.DEMONYM and self._is_no_nation(hit):
            return None
        return None if name.acronym and self._is_word(hit) else name

    def _is_no_nation(self, hit: Hit) -> bool:
        """Tells whether a demonym is of a contest ("the Asian Cup"), or what somebody speaks: "in Korean"."""
        text = self._page.text
        if CONTEST.match(text, hit.end):
            return True
        return bool(ENDS.match(text, hit.end) and SPOKEN.search(text, max(0, hit.start - 20), hit.start))

    def _supported(self, hit: Hit, names: list[Name]) -> Name | None:
        if self._is_northern(hit):
            names = [name for name in names if not name.weak or not self._is_southerner(name)]
            if not names:
                return None
        if names[0].text.startswith("the ") and (self._goes_on(hit) or self._is_region(hit)):
            return None
        scores = [(self._context.support(hit, name), name) for name in names]
        best, name = max(scores, key=lambda pair: pair[0])
        half = names[0].text.startswith("the ")
        korea = next((each for each in names if half and each.target in KOREAS), None)
        if korea and best <= 0:
            return self._half(hit, korea, best)
        if any(score == best and other.target != name.target for score, other in scores):
            return self._half(hit, korea, 0) if korea and (best, korea) in scores else None
        if korea:
            return self._half(hit, name, best)
        if best > 0:
            return name
        return name if best == 0 and len(names) == 1 and self._likely(hit, name) else None

    def _goes_on(self, hit: Hit) -> bool:
        """Tells whether a name is longer: "the North of England"; but "notified the North of its drills"."""
        longer = LONGER.match(self._page.text, hit.end)
        if longer is None:
            return False
        return longer[0] != " of" or not TOLD.search(self._page.text, max(0, hit.start - 24), hit.start)

    def _is_region(self, hit: Hit) -> bool:
        """Tells whether "the West" is where something is, and nobody who acts."""
        if self._knowledge.records[hit.names[0].target].entity.type is not EntityType.ORGANISATION:
            return False
        return IN_REGION.search(self._page.text, max(0, hit.start - 14), hit.start) is not None

    def _is_northern(self, hit: Hit) -> bool:
        """Tells whether a name is spelt as the North's, "Jong Song Ho", in a text of today that tells of it.

        Only the North's press spells the South's people so.
        """
        text, published = self._page.text, self._page.published
        if not is_northern(text[hit.start : hit.end]):
            return False
        told = published is not None and published.year > LAST_OLD and self._context.countries["PRK"] > 0
        return told and not any(sign in text for sign in SIGNS)

    def _is_southerner(self, name: Name) -> bool:
        record = self._knowledge.records.get(name.target)
        return record is not None and record.entity.country == "KOR"

    def _half(self, hit: Hit, name: Name, support: int) -> Name | None:
        """Returns what "the North" means: what the text supports, else North Korea where it acts."""
        if name.target not in KOREAS:
            return name
        meant = self._halves.may_be_korea(hit) and (support > 0 or self._halves.acts(hit))
        return name if meant else None

    @cached_property
    def _halves(self) -> Halves:
        return Halves(self._page, self._context.countries)

    def _likely(self, hit: Hit, name: Name) -> bool:
        """Tells whether an unsupported weak name may stand: a state, or a place where one is spoken of."""
        text, type = self._page.text, self._knowledge.records[name.target].entity.type
        if type not in (EntityType.STATE, EntityType.PLACE) or LONGER.match(text, hit.end):
            return False
        if type is EntityType.STATE and not name.text.startswith("the "):
            return True
        return PLACED.search(text, max(0, hit.start - 24), hit.start) is not None

    def _is_word(self, hit: Hit) -> bool:
        """Tells whether "US" or "WHO" is an ordinary word of a line that has capitals only."""
        word = self._page.text[hit.start : hit.end]
        if word != "US" and word.lower() not in words().stop:
            return False
        before, behind = self._line(hit)
        around = f"{before}{word}{behind}"
        if LOWER.search(around) or len(around.split()) < 3:
            return False
        return word != "US" or _is_pronoun(before.lower().split(), behind)

    def _line(self, hit: Hit) -> tuple[str, str]:
        """Returns what stands before and behind a name in its line and sentence."""
        text = self._page.text
        start = text.rfind("\n", 0, hit.start) + 1
        line = LINE.match(text, start)
        first, last = self._page.sentence(hit.start)
        return text[max(first, start) : hit.start], text[hit.end : min(last, line.end() if line else last)]


def _is_pronoun(before: list[str], behind: str) -> bool:
    lists = contexts()
    if not lists.us_behind.isdisjoint((" ".join(before[-1:]), " ".join(before[-2:]))):
        return True
    following = behind.lower().split()
    return behind.startswith(" ") and bool(following) and following[0] in lists.us_before

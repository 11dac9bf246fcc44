"""Bodies and places that nobody listed, by the words of their names: "Asan Institute", "Gulf of Tonkin"."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from corpus.linking.capitals import Word
from corpus.linking.joined_runs import joined_runs
from corpus.linking.lexicon import body_words, words
from corpus.linking.looks import looks_like_name
from corpus.linking.page import Found, How, Page
from corpus.linking.told_places import place
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

KEPT = 20_000  # unlisted bodies and places that are kept
OF = re.compile(r" of (?:the )?")
ANY = re.compile(r" (?:of|for|on) (?:the )?")
NUMBER = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th) $|(?<=[Tt]he )New $")
FOR_THE = re.compile(r" for the ")
AND = re.compile(r" and ")
FIELD = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
LIST = re.compile(rf"(?:, {FIELD}){{1,3}},? (?:and|&) {FIELD}")
HALVES = ("North", "South")  # "the commission of the North" has a name without it
SMALL = frozenset(
    {"to", "on", "as", "for", "with", "over", "by", "at", "from", "after", "says", "is", "are", "not"}
)
LED = frozenset({"cabinet", "government", "administration", "camp", "team", "regime"})
SENIOR = frozenset({"Senior", "Former", "Then"})  # of an official of the body
LANDS = (EntityType.STATE, EntityType.PLACE)
PRESS, BASE = "press", "base"  # of a press secretary, and of Osan Air Base
NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@lru_cache(KEPT)
def unlisted(name: str, type: EntityType) -> Entity:
    """Returns the entity of a body or place that nobody has listed; documents share its id."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return Entity(
        f"{type}-{NOT_LETTERS.sub('-', fold(plain)).strip('-') or 'unknown'}", name, type, verified=False
    )


def _is_small(text: str) -> bool:
    """Tells whether a word of a line of capitals is a small one: "TO TRUMP ON STEEL"."""
    return len(text) > 1 and text.isupper() and text.lower() in SMALL


def _head(lower: str) -> str:
    """Returns a word in lower case, of a newspaper of two names the second: "union-tribune"."""
    if "-" not in lower:
        return lower
    last = lower.rsplit("-", 1)[-1]
    return last if last in body_words().papers else lower


@cache
def _alone() -> frozenset[str]:
    """The words that can open a name where they stand alone: "Ministry of …"."""
    return body_words().openers | body_words().place_openers_of | body_words().units


@cache
def _telling() -> frozenset[str]:
    """The words one of which the name of a body has."""
    return body_words().heads | body_words().openers | body_words().end_heads


class Bodies:
    """Finds the unlisted bodies and places of one page, run by run.

    `surnames` are those named, `leaders` those of all who led a state, both folded.
    """

    def __init__(
        self,
        page: Page,
        runs: Sequence[Sequence[Word]],
        surnames: Collection[str] = (),
        leaders: Collection[str] = (),
    ) -> None:
        self._page = page
        self._runs = joined_runs(page, runs)
        self._surnames = surnames
        self._leaders = leaders
        self._starting = {run[0].start: run[-1].end for run in self._runs}
        self._named = page.at.copy()

    def read(self) -> None:
        """Adds them to the page; a longer name swallows the known ones in it."""
        done = 0
        alone, inside = _alone(), self._page.inside
        for run in self._runs:
            first = run[0]
            if (len(run) == 1 and first.lower not in alone) or first.start < done or first.start in inside:
                continue
            span = self._body(run) or place(self._page, run, self._extended)
            if span:
                start, end, type = span
                end = self._without_office(start, end)
                done = end
                if self._page.taken.get(start, 0) < end and not self._is_firm(start, end):
                    self._page.replace(Found(start, end, unlisted(self._page.text[start:end], type), How.CUE))

    def _body(self, run: Sequence[Word]) -> tuple[int, int, EntityType] | None:
        lists = body_words()
        lower = [_head(word.lower) for word in run]
        if _telling().isdisjoint(lower) or lower[-1] == BASE:
            return None
        until = self._until(run)
        ends = until > 1 and lower[until - 1] in lists.end_heads
        if not ends and lists.heads.isdisjoint(lower) and lists.openers.isdisjoint(lower):
            return None
        heads = (i for i, word in enumerate(lower) if word in lists.heads and not self._is_of_office(run, i))
        last = until - 1 if ends else max(heads, default=None)
        opener = len(run) - 1 if lower[-1] in lists.openers else None
        end = None
        if opener is not None:
            end = self._extended(run[opener].end, OF if lower[opener] in lists.of_only else ANY)
            if end is not None and lower[opener] in lists.of_fields:
                end = self._listed(end)
        if end is not None:
            last = opener
            if FOR_THE.match(self._page.text, run[-1].end):
                end = self._extended(end) or end  # "for the Liberation of Palestine"
        if last is None:
            return None
        first = self._first(run, last)
        new = {word.lower for word in run[first:last] if word.start not in self._page.taken}
        if end is None and not ends and new <= words().before_titles and last + 1 < len(run):
            return None  # "Chief Cabinet" of "Chief Cabinet Secretary"
        if end is None and last == first + 1 and lower[last] in LED and self._is_surname(run[first].text):
            return None  # "the Abe Cabinet"
        start = self._numbered(run[first].start)
        if last == first and lower[last] in lists.units and self._page.text[start].isdigit():
            return start, end or run[last].end, EntityType.ORGANISATION  # "58th Army"
        if end is None and (last == first or self._known(run, first, last)):
            return None
        loose = end is None and last == first + 1 and lower[last] in lists.loose_heads
        if loose and self._is_loose(run[first]):
            return None  # "Prisoner Exchange Agreed"
        end = end or self._extended(run[last].end) or run[last].end
        return start, end, EntityType.ORGANISATION

    def _is_of_office(self, run: Sequence[Word], index: int) -> bool:
        """Tells whether a word for a body is one of an office: "White House [Press] Secretary"."""
        if run[index].lower != PRESS:
            return False
        cues = (self._page.cues.get(word.start) for word in run[: index + 1])
        return any(cue is not None and cue.end > run[index].end for cue in cues)

    def _until(self, run: Sequence[Word]) -> int:
        """Returns how many words of a run come before a title: two of "Samsung Biologics CEO"."""
        known = self._named.get(run[0].start)
        if known is None or known.entity.type is not EntityType.COMPANY:
            return len(run)
        return next((i for i, word in enumerate(run) if i > 1 and word.start in self._page.cues), len(run))

    def _is_loose(self, word: Word) -> bool:
        """Tells whether a word is an unknown one of a headline, whose capital says nothing."""
        return word.start not in self._page.taken and self._page.headline(word.start)

    def _numbered(self, start: int) -> int:
        """Returns where a name begins with the number before it, or with "New": "38th Fighter Group"."""
        number = NUMBER.search(self._page.text, max(0, start - 8), start)
        return number.start() if number else start

    def _without_office(self, start: int, end: int) -> int:
        """Returns the end of a name without what stands behind a known one: a possessive, or an office.

        "Japanese Ministry of Foreign Affairs Director General" names the ministry and an office of it.
        """
        known = self._page.at.get(start)
        if known is None or known.entity.type is EntityType.PERSON or known.end >= end:
            return end
        rest = self._page.text[known.end : end]
        office = self._page.is_body(start) and any(known.end < at < end for at in self._page.cues)
        owns = rest in ("'s", "’s") or rest.startswith(("'s ", "’s "))
        named = self._page.is_body(start) and rest[0] == " " and looks_like_name(rest.split())
        return known.end if owns or named or (office and rest[0] == " ") else end

    def _is_firm(self, start: int, end: int) -> bool:
        """Tells whether a name is a known one with what firms end with: "Korean Airlines Co."."""
        known = self._page.at.get(start)
        if known is None or known.entity.type is not EntityType.COMPANY:
            return False
        rest = self._page.text[known.end : end].lower().replace(".", "").split()
        return body_words().company_ends.issuperset(rest)

    def _is_surname(self, word: str) -> bool:
        name = fold(word)
        return name in self._surnames or name in self._leaders

    def _first(self, run: Sequence[Word], last: int) -> int:
        """Returns where the name begins: behind the last person, title, weekday or verb before its head."""
        first = last
        while first > 0:
            word = run[first - 1]
            if word.lower in words().not_people and word.lower.endswith("day"):
                break
            known = word.start in self._page.inside or word.start in self._page.taken
            known = known or (first == last and word.lower in body_words().collectives)
            if (word.end in self._page.title_ends and not known) or self._page.ends_person(word.end):
                break
            if word.text in SENIOR or _is_small(word.text):
                break
            if word.lower in body_words().headline_verbs and self._page.headline(word.start):
                break  # "Moon Takes Office"
            first -= 1
        return first

    def _known(self, run: Sequence[Word], first: int, last: int) -> bool:
        """Tells whether the head belongs to a known name, before which nothing tells that it is another's."""
        named = [found for word in run[first : last + 1] if (found := self._named.get(word.start))]
        if not named or named[-1].end < run[last].end:
            return any(self._page.taken.get(word.start, 0) >= run[last].end for word in run[first : last + 1])
        states = [found for found in named[:-1] if found.entity.type is EntityType.STATE]
        if self._page.headline(run[first].start):
            # "China Veto UN Council Vote" names no body of China's
            states = [found for found in states if found.end + 1 == named[-1].start]
        countries = {found.entity.country for found in states}
        lists = body_words()
        others = [word for word in run[first:last] if word.lower in lists.modifiers]
        if others and others[-1].end < named[-1].start:
            return False  # "National Republican Party"
        if named[-1].entity.type is EntityType.PARTY and self._is_unknown(run[first], named[-1]):
            return False  # "Reunification Democratic Party"
        if any(found.entity.id in lists.states_of_union for found in named[:-1]):
            return False  # "Iowa Supreme Court"
        return not countries - {named[-1].entity.country}

    def _is_unknown(self, word: Word, known: Found) -> bool:
        """Tells whether an unknown capital inside a sentence stands directly before a known name."""
        if word.end + 1 != known.start or self._page.headline(word.start):
            return False
        opens = self._page.sentence(word.start)[0] == word.start
        plain = word.text[1:].islower() and word.lower not in words().before_titles
        return plain and not opens and word.start not in self._page.taken

    def _extended(self, end: int, preposition: re.Pattern[str] = OF) -> int | None:
        """Returns the end of a name that goes on with "of …", None where it does not."""
        gap = preposition.match(self._page.text, end)
        if gap is None:
            return None
        text, begin = self._page.text, gap.end()
        stop = self._starting.get(begin)
        if known := self._page.taken.get(begin):
            return None if text[begin:known] in HALVES else self._beyond(begin, known, stop or known)
        if stop is None:
            return None
        told = text[begin:stop].lower().split()
        place = told[-1] in body_words().places  # "for the Southern District"
        if told[0] in words().not_people and told[0] not in body_words().heads and not place:
            return None
        stop = self._before_person(begin, stop)
        more = AND.match(text, stop)
        return self._second(more.end(), stop) if more else stop

    def _before_person(self, begin: int, stop: int) -> int:
        """Returns where a name ends behind which a person stands: "on Foreign Affairs Anselm Rooke"."""
        text = self._page.text
        at = text.find(" ", begin, stop) + 1
        while at:
            known = self._page.at.get(at)
            if known is not None and known.entity.type is EntityType.PERSON:
                return at - 1
            before = text[begin : at - 1].rpartition(" ")[2].lower()
            if before in body_words().fields and looks_like_name(text[at:stop].split()):
                return at - 1
            at = text.find(" ", at, stop) + 1
        return stop

    def _beyond(self, begin: int, known: int, stop: int) -> int:
        """Returns the end of what a land begins: "of African Unity", "for East Asia Studies"."""
        found = self._page.at.get(begin)
        rest = range(known, stop)
        if found is None or found.entity.type not in LANDS or any(at in self._page.cues for at in rest):
            return known
        last = self._page.text[known:stop].rpartition(" ")[2].lower()
        if found.how is not How.DEMONYM and last not in body_words().fields:
            return known  # a name may follow: "Liberal Party of Canada Orla Finch"
        people = (self._page.at.get(at) for at in rest)
        return known if any(each and each.entity.type is EntityType.PERSON for each in people) else stop

    def _listed(self, stop: int) -> int:
        """Returns the end of an enumeration in a name: "Ministry of Trade, Industry and Energy"."""
        listed = LIST.match(self._page.text, stop)
        return listed.end() if listed else stop

    def _second(self, begin: int, stop: int) -> int:
        """Returns the end of the second half of "Security and Cooperation", `stop` where a name follows."""
        end = self._starting.get(begin)
        if end is None or begin in self._page.taken:
            return stop
        end = self._before_person(begin, end)
        last = self._page.text[begin:end].split()[-1].lower()
        return stop if last in body_words().heads or last in body_words().places else end

"""People: those the knowledge base names, those whom only the text names, and their surnames."""

import re
import unicodedata
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from corpus.linking.capitals import Word
from corpus.linking.korean import is_family_name, is_given_name
from corpus.linking.lexicon import body_words, words
from corpus.linking.page import Found, How, Page
from corpus.linking.segments import Segment, segments
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

INITIAL = re.compile(r"\w\.(?:\w\.)*")
SAID_BEFORE = re.compile(r"(\w+)(?: that)?[,:]? $")
SAID_AFTER = re.compile(r",? (\w+)")
# "Ellie Kaufman and Joohee Cho contributed to this report"
CONTRIBUTED = re.compile(
    r"(?:(?:,| and|, and)(?: \w+ in)?(?: [A-Z][\w.’'-]+){1,4}){0,3} (?:contributed|reported from) "
)
ACCORDING = re.compile(r"(?:[Aa]ccording to|[Ii]nterview with|[Nn]amed|[Ss]ucceeded by|[Rr]eplaced by) $")
OF_BODY = re.compile(r" (?:of|from|at|with) (?:the )?")
APPOSITION = re.compile(
    r", (?:(\d\d),|(who)\b|(?:(?:a|an|the|one of|then|former|his|her|its) )?"
    r"((?:[\w'’.-]+ ){0,5}[\w'’-]+))"
)
WORD_BEFORE = re.compile(r"([\w/]+) $")
NUMBER = re.compile(r"(?:Jr|Sr)\.?|[IVX]{2,5}")  # John Paul II, Joseph Biden Jr.
KOREAS = ("PRK", "KOR")
NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def person_id(name: str) -> str:
    """Returns the id of an unlisted person: `person-` and the folded name; documents share it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return "person-" + (NOT_LETTERS.sub("-", fold(plain)).strip("-") or "unknown")


def family_first(name: str, country: str | None = None) -> bool:
    """Tells whether a name begins with the family name: Kim Jong Un, Oh Min-seok, Li Wenhua."""
    first, _, rest = name.partition(" ")
    if not rest:
        return False
    if country in ("CHN", "TWN", "VNM", "HKG"):
        return first.lower() not in words().given
    if country in ("PRK", "KOR"):
        return is_family_name(first)
    return country is None and (is_korean(name) or is_chinese(name))


def is_korean(name: str) -> bool:
    """Tells whether a name is Korean by its looks: a family name and a given name of two syllables."""
    family, _, given = name.partition(" ")
    if not is_family_name(family) or not given or (len(family) > 1 and family.isupper() != given.isupper()):
        return False
    parts = re.split(r"[- ]", given)
    return (
        len(parts) == 2
        and is_given_name(given)
        and not any(p.lower() in words().given and len(p) > 4 for p in parts)
    )


def is_chinese(name: str) -> bool:
    """Tells whether a name is Chinese by its looks: a family name and one given name that is not Western."""
    family, _, given = name.partition(" ")
    return (
        family.lower() in words().chinese
        and " " not in given
        and 2 <= len(given) <= 10
        and given.lower() not in words().given
        and PINYIN.fullmatch(given) is not None
    )


PINYIN = re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng|n|r)?-?){1,2}", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def surname(name: str, country: str | None = None) -> str:
    """Returns the family name of a person, folded."""
    parts = [part for part in name.partition(" of ")[0].split() if not NUMBER.fullmatch(part)] or [name]
    return fold(parts[0] if family_first(name, country) else parts[-1])


def own_surname(written: str, entity: Entity) -> str:
    """Returns the folded surname of a person as a text spells it in his full name ("Yun Seok-yeol")."""
    words_of = written.split()
    korean = entity.country in KOREAS
    full = len(words_of) == entity.name.count(" ") + 1 or (korean and len(words_of) > 1)
    if not full or len(words_of) < 2 or (korean and not is_family_name(words_of[0])):
        return surname(entity.name, entity.country)
    return surname(written, entity.country)


@dataclass(slots=True)
class Roster:
    """Who is named in a text in full, by surname: in the order of the text, and each of them once by id."""

    bearers: dict[str, list[tuple[int, Entity]]] = field(default_factory=dict)
    different: dict[str, dict[str, Entity]] = field(default_factory=dict)

    def enter(self, start: int, entity: Entity, written: str = "") -> None:
        """Notes that the full name of a person starts at an offset, and how the text spells the surname."""
        for name in {surname(entity.name, entity.country), own_surname(written, entity)}:
            self.bearers.setdefault(name, [])
            self.again(name, start, entity)

    def again(self, name: str, start: int, entity: Entity) -> None:
        """Notes that a surname at an offset means one of its bearers."""
        bearers = self.bearers.get(name)
        if bearers is not None:
            insort(bearers, (start, entity), key=itemgetter(0))
            self.different.setdefault(name, {}).setdefault(entity.id, entity)

    def nearest(self, name: str, offset: int) -> Entity | None:
        """Returns the bearer of a surname who is named last before an offset, else first behind it."""
        bearers = self.bearers.get(name)
        if not bearers:
            return None
        index = bisect_left(bearers, offset, key=itemgetter(0))
        return bearers[max(0, index - 1)][1]


def is_person(page: Page, segment: Segment) -> bool:
    """Tells whether unknown capitalised words name a person, by their looks or by what stands around them."""
    texts = [word.text for word in segment.words]
    if not 2 <= len(texts) <= 4:
        return False
    before = WORD_BEFORE.search(page.text, max(0, segment.start - 16), segment.start)
    if before and before[1].lower() in words().vessels:
        return False
    if before and before[1] in words().nationals and all(map(is_surname, texts)):
        return True
    if is_korean(" ".join(texts)):
        return True
    if any(not _can_be_name(text) for text in texts):
        return False
    if segment.titled:
        return True
    return _looks_like_name(texts) or _spoken_of(page, segment)


def is_surname(text: str) -> bool:
    """Tells whether a word can be the surname of somebody unknown: no word for a body, a place or a time."""
    lists = body_words()
    lower = text.lower()
    ordinary = (
        lower in lists.heads or lower in lists.places or lower in lists.openers or lower in words().stop
    )
    return _can_be_name(text) and not ordinary and not text.isupper()


def _can_be_name(text: str) -> bool:
    if INITIAL.fullmatch(text):
        return True
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    return (
        letters.isalpha()
        and not (letters.isupper() and len(letters) < 4)
        and text.lower() not in words().not_people
    )


def _spoken_of(page: Page, segment: Segment) -> bool:
    """Tells whether somebody speaks here ("…, said Li Wenhua"), or is told to be an analyst."""
    text, lexicon = page.text, words()
    before = text[max(0, segment.start - 24) : segment.start]
    if ACCORDING.search(before):
        return True
    said = SAID_BEFORE.search(before)
    if (
        said
        and said[1] in ("said", "says", "asked", "added")
        and text[segment.end : segment.end + 1] in (".", ",", ";", "")
    ):
        return True
    after = text[segment.end : segment.end + 90]
    if CONTRIBUTED.match(after):
        return True
    verb = SAID_AFTER.match(after)
    if verb and verb[1] in lexicon.speech:
        return True
    if (of := OF_BODY.match(text, segment.end)) and (page.is_body(of.end()) or _represents(page, of)):
        return True
    apposition = APPOSITION.match(after)
    if not apposition:
        return False
    return bool(apposition[1] or apposition[2]) or not lexicon.appositions.isdisjoint(
        apposition[3].lower().split()
    )


def _represents(page: Page, of: re.Match[str]) -> bool:
    """Tells whether the state behind a name has its say through somebody: "of the Soviet Union said"."""
    state = page.at.get(of.end())
    if state is None or state.entity.type is not EntityType.STATE or not of[0].startswith(" of "):
        return False
    verb = SAID_AFTER.match(page.text, state.end)
    return verb is not None and (verb[1] in words().speech or verb[1] in words().refusals)


def read_people(
    page: Page, runs: Sequence[Sequence[Word]], roster: Roster, known_as: Callable[[str], Entity | None]
) -> list[Segment]:
    """Adds the people whom only the text names; returns the words that are left, in order.

    `known_as` tells which listed person a name means that is spelt as nobody has listed it.
    """
    left: list[Segment] = []
    for segment in [part for whole in segments(page, runs) for part in _parts(page, whole)]:
        name = " ".join(word.text for word in segment.words)
        known = (
            known_as(name) if len(segment.words) > 1 and INITIAL.fullmatch(segment.words[0].text) else None
        )
        if known is None and (len(segment.words) == 1 or not is_person(page, segment)):
            left.append(segment)
        else:
            entity = known or known_as(name) or unlisted(name)
            page.add(Found(segment.start, segment.end, entity, How.CUE))
            roster.enter(segment.start, entity, name)
    return left


def _parts(page: Page, segment: Segment) -> Iterator[Segment]:
    """Yields a segment as it is; in a headline its names of two words, and its other words singly."""
    if len(segment.words) == 1 or not page.headline(segment.start):
        yield segment
        return
    words_left = list(segment.words)
    while words_left:
        size = 2 if len(words_left) > 1 and _looks_like_name([w.text for w in words_left[:2]]) else 1
        part = tuple(words_left[:size])
        yield Segment(part, segment.titled and part[0] is segment.words[0], True, part[0].start, part[-1].end)
        del words_left[:size]


def _looks_like_name(texts: Sequence[str]) -> bool:
    name = " ".join(texts)
    return is_korean(name) or (texts[0].lower() in words().given and all(map(_can_be_name, texts)))


def unlisted(name: str) -> Entity:
    """Returns the entity of a person whom nobody has listed."""
    return Entity(person_id(name), name, EntityType.PERSON, verified=False)

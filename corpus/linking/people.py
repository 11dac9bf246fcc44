"""People: those whom only the text names, by how their names look and what stands around them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from corpus.linking.around import word_before
from corpus.linking.capitals import Word
from corpus.linking.enumerated import in_a_row
from corpus.linking.firms import short_firms
from corpus.linking.lexicon import body_words, towns, words
from corpus.linking.looks import INITIAL, can_be_name, is_korean, is_surname, looks_like_name
from corpus.linking.page import Found, How, Page
from corpus.linking.roster import NUMBER, Roster
from corpus.linking.segments import Segment, segments
from corpus.linking.speakers import is_credited, spoken_of
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

KEPT = 20_000  # unlisted people who are kept
NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def person_id(name: str) -> str:
    """Returns the id of an unlisted person: `person-` and the folded name; documents share it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return "person-" + (NOT_LETTERS.sub("-", fold(plain)).strip("-") or "unknown")


@lru_cache(KEPT)
def unlisted(name: str) -> Entity:
    """Returns the entity of a person whom nobody has listed."""
    return Entity(person_id(name), name, EntityType.PERSON, verified=False)


def is_person(page: Page, segment: Segment) -> bool:
    """Tells whether unknown capitalised words name a person, by their looks or by what stands around them."""
    texts = [word.text for word in segment.words]
    if page.text.startswith(" (", segment.end) and called_shortly(page, segment):
        return True
    if len(texts) > 2 and NUMBER.fullmatch(texts[-1]):
        texts.pop()
    if not 2 <= len(texts) <= 4:
        return False
    before = word_before(page.text, segment.start)
    if before.lower() in words().vessels:
        return False
    told = before in words().nationals or before in words().labels
    if told and all(map(is_surname, texts)):
        return True
    if is_korean(" ".join(texts)):
        return True
    if not all(map(can_be_name, texts)):
        return _has_odd_surname(texts, segment)
    if segment.titled:
        return True
    return looks_like_name(texts, segment.opens) or spoken_of(page, segment)


def _has_odd_surname(texts: Sequence[str], segment: Segment) -> bool:
    """Tells whether a first name stands before a surname that no other name has: "Harry West", "Adam Day"."""
    if len(texts) != 2 or not texts[0][1:].islower() or texts[1].lower() not in words().odd_surnames:
        return False
    first, names = texts[0].lower(), words()
    return first in names.given and first not in names.not_people and (segment.titled or not segment.opens)


def called_shortly(page: Page, segment: Segment) -> str | None:
    """Returns the one of somebody's names that brackets behind them repeat: "Wu Dalin (Wu)"."""
    behind = page.text[segment.end + 2 : page.text.find(")", segment.end, segment.end + 24)]
    names = [word.text for word in segment.words]
    return behind if 2 <= len(names) <= 4 and behind in names and is_surname(behind) else None


def read_people(
    page: Page, runs: Sequence[Sequence[Word]], roster: Roster, known_as: Callable[[str], Entity | None]
) -> list[Segment]:
    """Adds the people whom only the text names; returns the words that are left, in order.

    `known_as` tells which listed person a name means that is spelt as nobody has listed it.
    """
    left: list[Segment] = []
    firms = short_firms(page)
    for segment in _all_parts(page, list(segments(page, runs, roster.bearers))):
        if len(segment.words) == 1:
            left.append(segment)
            continue
        name = segment.name
        known = known_as(name) if INITIAL.fullmatch(segment.words[0].text) else None
        nobody = name in firms or name in towns()
        if known is None and (nobody or not is_person(page, segment)):
            left.append(segment)
        else:
            _add(page, segment, known or known_as(name) or unlisted(name), roster)
    in_rows = {segment.start: segment for segment in in_a_row(page, left)}
    if not in_rows:
        return left
    for segment in in_rows.values():
        name = segment.name
        _add(page, segment, known_as(name) or unlisted(name), roster)
    return [segment for segment in left if segment.start not in in_rows]


def _add(page: Page, segment: Segment, entity: Entity, roster: Roster) -> None:
    page.add(Found(segment.start, segment.end, entity, How.CUE))
    roster.enter(segment.start, entity, segment.name)
    if page.text.startswith(" (", segment.end) and (short := called_shortly(page, segment)):
        roster.bearers.setdefault(fold(short), [])
        roster.again(fold(short), segment.start, entity)


def _bare(page: Page, segment: Segment) -> Segment:
    """Returns a segment without words before a name that are none of it: "Incumbent Anselm Rooke"."""
    left = segment.words
    if len(left) <= 2:
        return segment
    while len(left) > 2 and left[0].text in words().labels:
        left = left[1:]
    fields = (i for i, word in enumerate(left[:-2]) if word.lower in body_words().fields)
    name = max(fields, default=-1) + 1
    if name and looks_like_name([word.text for word in left[name:]]):
        left = left[name:]  # "Minister of Foreign Trade Yun Jong Ho"
    if left is segment.words:
        return segment
    return Segment(left, True, False, left[0].start, segment.end)


def _all_parts(page: Page, whole: Iterable[Segment]) -> Iterator[Segment]:
    """Yields segments as they are; of those in headlines names of two words, and the other words singly."""
    for segment in whole:
        if len(segment.words) == 1:
            yield segment
        elif page.headline((bare := _bare(page, segment)).start) and not is_credited(page, bare):
            yield from _singly(bare)
        else:
            yield bare


def _singly(segment: Segment) -> Iterator[Segment]:
    words_left = list(segment.words)
    while words_left:
        size = 2 if _begins_with_name(words_left) else 1
        while size > 1 and size < len(words_left) and words_left[size - 1].text.islower():
            size += 1  # "Hans von der Berg"
        part = tuple(words_left[:size])
        yield Segment(part, segment.titled and part[0] is segment.words[0], True, part[0].start, part[-1].end)
        del words_left[:size]


def _begins_with_name(left: Sequence[Word]) -> bool:
    """Tells whether words of a headline begin with a name of two words, the second of which is no verb."""
    if len(left) < 2 or left[1].lower in body_words().headline_verbs:
        return False
    return looks_like_name([word.text for word in left[:2]], opens=True)

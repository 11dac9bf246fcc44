"""Every written form that is looked for, and what it can mean."""

import re
from collections.abc import Iterator
from enum import StrEnum, auto
from functools import cached_property
from typing import NamedTuple

from corpus.linking.chinese import wade_giles
from corpus.linking.knowledge import Knowledge, Record
from corpus.linking.korean import mccune, northern, revised
from corpus.linking.lexicon import back_words, body_words, words
from corpus.linking.variants import demonym_forms, other_forms, person_forms
from corpus.model import Entity, EntityType


class Means(StrEnum):
    """What a written form means: somebody, a citizen, nobody, or a word that points at somebody."""

    ENTITY = auto()
    DEMONYM = auto()
    DECOY = auto()
    OFFICE = auto()
    TITLE = auto()
    BODY = auto()
    BACK = auto()


COMPASS = re.compile(r"(North|South) ")
SMALL_HALF = re.compile(r"(?:north|south) Korea")  # as North Korea's press writes
GENERIC = frozenset(
    {"Army", "Navy", "Government", "Military", "Forces", "Parliament", "Administration", "Troops", "Force"}
)
FAMILY_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "VNM"})
KOREAS = frozenset({"PRK", "KOR"})
CUES = frozenset({Means.OFFICE, Means.TITLE, Means.BODY, Means.BACK})


class Name(NamedTuple):
    """A written form and one thing that it can mean.

    `target` is an entity's id, or the key of an office; `of` limits an office to one entity. An acronym
    is matched with its case, any other name needs its first capital, an exact one all of them ("US forces"
    is the state and its forces, where "US state department" is a department), with its stops if it has any.
    """

    text: str
    means: Means
    target: str
    weak: bool = False
    of: str | None = None
    acronym: bool = False
    exact: bool = False

    def fits(self, written: str) -> bool:
        """Tells whether the case of the text allows this reading."""
        if SMALL_HALF.match(written):
            written = written[0].upper() + written[1:]
        if self.exact and "." in self.text:
            return written == self.text
        if self.acronym:
            return written.isupper() or written == self.text
        if self.weak or self.exact or not self.text[0].isupper():
            return written.isupper() or _capitals(written, self.text)
        return not written[0].islower()


class Readings(tuple[Name, ...]):
    """What a form can mean; the places where it stands share one object."""

    @cached_property
    def certain(self) -> str | None:
        """The id that its strong names mean, None where they mean none or several."""
        return self._one(weak=False)

    @cached_property
    def single(self) -> str | None:
        """The id that all its names mean, weak ones too, None where they mean none or several."""
        return self._one(weak=True)

    @cached_property
    def sole(self) -> Name | None:
        """The one name that counts: the only one, or the one that is strong; not beside a decoy."""
        if len(self) == 1:
            return None if self[0].weak else self[0]
        if any(name.means is Means.DECOY for name in self):
            return None
        strong = [name for name in self if not name.weak]
        return strong[0] if len({name.target for name in strong}) == 1 else None

    @cached_property
    def plain(self) -> Name | None:
        """The one name that counts, where no words around can tell that it is none."""
        sole = self.sole
        return None if sole is None or sole.acronym or sole.means is Means.DEMONYM else sole

    @cached_property
    def offices(self) -> tuple[Name, ...]:
        """The names of offices among them."""
        return tuple([name for name in self if name.means is Means.OFFICE])

    @cached_property
    def titles(self) -> frozenset[str]:
        """The offices that may be meant, else the titles; empty only where there is nothing."""
        return frozenset([name.target for name in self.offices or self])

    @cached_property
    def back(self) -> tuple[str, ...]:
        """The kinds of what is meant by words that point back."""
        return tuple(dict.fromkeys(name.target for name in self if name.means is Means.BACK))

    @cached_property
    def article(self) -> int:
        """How many code points an article takes that the names begin with: 4 of "the North"."""
        return len("the ") if self[0].text.startswith("the ") else 0

    @cached_property
    def halves(self) -> tuple[str, ...]:
        """The ids of the halves of countries that may be meant: by "the North"."""
        return tuple([name.target for name in self if name.text.startswith("the ")])

    def _one(self, weak: bool) -> str | None:
        ids = {name.target for name in self if name.means is not Means.DECOY and (weak or not name.weak)}
        return ids.pop() if len(ids) == 1 else None


class Hit(NamedTuple):
    """A stretch of a text (code points) and what its form can mean."""

    start: int
    end: int
    names: Readings


def all_names(knowledge: Knowledge) -> Iterator[Name]:
    """Yields every form of every name, decoy, office and title, some of them twice."""
    for record in knowledge.records.values():
        yield from _names(record)
    for text in knowledge.decoys:
        acronym, exact = is_acronym(text), "." not in text  # "Florida State", but not "Florida state court"
        yield from (Name(form, Means.DECOY, "", acronym=acronym, exact=exact) for form in other_forms(text))
    yield from _surnames(knowledge)
    for office in knowledge.offices:
        for word in office.words:
            yield from (Name(form, Means.OFFICE, office.title, of=office.of) for form in _stopped(word))
            yield Name(f"{word}s", Means.TITLE, office.title)  # "Presidents Xi and Putin"
    for title in words().titles:
        yield from (Name(form, Means.TITLE, title) for form in _stopped(title))
    yield from (Name(word, Means.BODY, role) for word, role in body_words().roles.items())
    yield from (Name(phrase, Means.BACK, kind) for phrase, kind in back_words().items())


def _stopped(word: str) -> tuple[str, ...]:
    """Returns a title, with a stop in it in capitals too: spaCy keeps "Gov." in one piece, not "gov."."""
    return (word, word.title()) if "." in word else (word,)


def _capitals(written: str, name: str) -> bool:
    """Tells whether each word has a capital that has one in the name."""
    pairs = zip(written.split(), name.split(), strict=False)
    return all(word[0].isupper() or not wanted[0].isupper() or word == "party" for word, wanted in pairs)


def is_acronym(text: str) -> bool:
    """Tells whether a name is an acronym, whose case counts: UN, U.S., KCNA, F-35, but not Iran."""
    return text.isupper() and " " not in text


def _names(record: Record) -> Iterator[Name]:
    entity = record.entity
    weak_texts = {alias.text for alias in entity.aliases if alias.weak}
    for text in dict.fromkeys((entity.name, *(alias.text for alias in entity.aliases))):
        weak = text in weak_texts
        forms = person_forms(text, entity.country) if entity.type is EntityType.PERSON else other_forms(text)
        acronym = is_acronym(text)
        exact = text.rsplit(" ", 1)[-1] in GENERIC or (entity.type is EntityType.COMPANY and " " in text)
        for form in forms:
            yield Name(form, Means.ENTITY, entity.id, weak, acronym=acronym and is_acronym(form), exact=exact)
            if entity.type is EntityType.WEAPON and acronym and is_acronym(form):
                yield Name(f"{form}s", Means.ENTITY, entity.id, weak, acronym=True)  # F-35As
    if entity.type is EntityType.STATE and (compass := COMPASS.match(entity.name)):
        yield Name(f"the {compass[1]}", Means.ENTITY, entity.id, weak=True)
        if entity.name.endswith(" Korea"):
            yield Name(f"{compass[1][0]}.K.", Means.ENTITY, entity.id, weak=True, exact=True)
    if entity.type is EntityType.PERSON:
        yield from _person(entity)
    for demonym in record.demonyms:
        yield from (Name(form, Means.DEMONYM, entity.id) for form in demonym_forms(demonym))


def _person(entity: Entity) -> Iterator[Name]:
    """Yields a Korean or Chinese name in other romanisations; the family name as usual, too.

    Those of McCune and Reischauer, and of Wade and Giles for the Chinese, are weak: they drop what tells
    some namesakes apart.
    """
    if entity.country == "CHN":
        yield from (Name(form, Means.ENTITY, entity.id, weak=True) for form in wade_giles(entity.name))
    if entity.country not in KOREAS:
        return
    for alias in entity.aliases:
        if alias.language == "ko" and (romanised := revised(alias.text)):
            for family in {romanised[0], entity.name.split()[0]}:
                forms = person_forms(f"{family} {romanised[1]}", entity.country)
                yield from (Name(form, Means.ENTITY, entity.id) for form in forms)
            for old in mccune(alias.text):
                forms = person_forms(old, entity.country)
                yield from (Name(form, Means.ENTITY, entity.id, weak=True) for form in forms)
            for form in northern(alias.text):
                yield Name(form, Means.ENTITY, entity.id, weak=True)


def _surnames(knowledge: Knowledge) -> Iterator[Name]:
    """Yields the surnames of foreigners in Korean and Russian: "푸틴", "Путин".

    They are strong where just one bearer leads a state or has another office whose holders papers call by
    the surname.
    """
    bearers: dict[str, dict[str, bool]] = {}
    for entity in knowledge.entities:
        if entity.type is EntityType.PERSON and entity.country not in FAMILY_FIRST:
            noted = knowledge.is_noted(entity)
            for alias in entity.aliases:
                last = alias.text.rpartition(" ")[2]
                if alias.language != "en" and last != alias.text and not last.isascii():  # "Николай II"
                    bearers.setdefault(last, {})[entity.id] = noted
    for text, people in bearers.items():
        strong = sum(people.values()) == 1
        yield from (Name(text, Means.ENTITY, id, weak=not (strong and noted)) for id, noted in people.items())

"""Every written form that is looked for, and what it can mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from corpus.linking.knowledge import Knowledge, Record
from corpus.linking.lexicon import words
from corpus.linking.variants import demonym_forms, other_forms, person_forms
from corpus.model import EntityType


class Means(Enum):
    """What a written form means: somebody, a citizen of a state, nobody, or a word that points at somebody."""

    ENTITY = auto()
    DEMONYM = auto()
    DECOY = auto()
    OFFICE = auto()
    TITLE = auto()


@dataclass(frozen=True, slots=True)
class Name:
    """A written form and one thing that it can mean.

    `target` is an entity's id, or the key of an office; `of` limits an office to one entity. An acronym
    is matched with its case, any other name needs its first capital.
    """

    text: str
    means: Means
    target: str
    weak: bool = False
    of: str | None = None
    acronym: bool = False

    def fits(self, written: str) -> bool:
        """Tells whether the case of the text allows this reading."""
        if self.means in (Means.OFFICE, Means.TITLE):
            return True
        if self.acronym:
            return written.isupper() or written == self.text
        return not (written[0].islower() and self.text[0].isupper())


def all_names(knowledge: Knowledge) -> Iterator[Name]:
    """Yields every form of every name, decoy, office and title, some of them twice."""
    for record in knowledge.records.values():
        yield from _names(record)
    for text in knowledge.decoys:
        yield from (Name(form, Means.DECOY, "", acronym=is_acronym(text)) for form in other_forms(text))
    for office in knowledge.offices:
        yield from (Name(word, Means.OFFICE, office.title, of=office.of) for word in office.words)
    yield from (Name(title, Means.TITLE, title) for title in words().titles)


def is_acronym(text: str) -> bool:
    """Tells whether a name is an acronym, whose case counts: UN, U.S., KCNA, F-35, but not Iran."""
    return text.isupper() and " " not in text


def _names(record: Record) -> Iterator[Name]:
    entity = record.entity
    texts = [(entity.name, False), *((alias.text, alias.weak) for alias in entity.aliases)]
    for text, weak in dict(reversed(texts)).items():
        forms = person_forms(text, entity.country) if entity.type is EntityType.PERSON else other_forms(text)
        acronym = is_acronym(text)
        for form in forms:
            yield Name(form, Means.ENTITY, entity.id, weak, acronym=acronym and is_acronym(form))
    for demonym in record.demonyms:
        yield from (Name(form, Means.DEMONYM, entity.id) for form in demonym_forms(demonym))

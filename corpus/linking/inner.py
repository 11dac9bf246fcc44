"""States named within the words for somebody else: "the US president", "the Chinese military"."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from corpus.linking.knowledge import Record
from corpus.linking.page import BODIES, Found, How, Page
from corpus.linking.variants import demonym_forms, other_forms
from corpus.model import Entity, EntityType

OWNS = ("'s ", "’s ")
LONGEST = 3  # words of a state before what is its own: "United Arab Emirates government"


class Owner(NamedTuple):
    """A state that the words for its body begin with: where they name it till, and where the rest begins."""

    entity: Entity
    how: How
    end: int
    rest: int


class Lands:
    """The states that are, by each of their names and of those of their citizens, in lower case."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._named: Mapping[str, tuple[Entity, How]] = {
            form.lower(): (record.entity, how)
            for record in records
            if record.entity.type is EntityType.STATE and not record.until
            for how, texts in _written(record)
            for form in texts
        }

    def owner(self, text: str, start: int, end: int) -> Owner | None:
        """Returns the state that the words for a body begin with, None where they begin with another name."""
        rest = start
        for _ in range(LONGEST):
            rest = text.find(" ", rest, end) + 1
            if not rest:
                return None
            owns = text.startswith(OWNS, rest - 3)
            state = self._named.get(text[start : rest - (3 if owns else 1)].lower())
            if state is not None:
                return Owner(*state, rest - (3 if owns else 1), rest)
        return None


def _written(record: Record) -> Iterable[tuple[How, Iterable[str]]]:
    names = (record.entity.name, *(alias.text for alias in record.entity.aliases if alias.language == "en"))
    yield How.NAME, (form for text in names for form in other_forms(text))
    yield How.DEMONYM, (form for text in record.demonyms for form in demonym_forms(text))


def read_inner(page: Page, lands: Lands) -> None:
    """Notes the states before a body that is called by a small letter: "the Japanese government"."""
    for found in page.found:
        if found.entity.type not in BODIES or found.how is How.ANAPHOR:
            continue
        text, end = page.text, found.end
        last = text.rfind(" ", found.start, end) + 1
        if not last or not text[last].islower():
            continue
        owner = lands.owner(text, found.start, end)
        if owner is not None:
            page.inner.append(Found(found.start, owner.end, owner.entity, owner.how))


def read_introducing(page: Page, lands: Lands) -> None:
    """Puts the state in the place of a body whose name is an office: "U.S. Trade Representative Roe"."""
    for found in [found for found in page.found if found.entity.type in BODIES]:
        named = page.at.get(found.end + 1)
        if named is None or named.entity.type is not EntityType.PERSON or found.end not in page.title_ends:
            continue
        if page.text[found.end] == " " and (owner := lands.owner(page.text, found.start, found.end)):
            page.replace(Found(found.start, owner.end, owner.entity, owner.how))

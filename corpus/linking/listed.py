"""The listed people by what a text may have of their names: a surname, another spelling, a middle name."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from corpus.linking.knowledge import Knowledge, Term
from corpus.linking.korean import is_family_name, is_northern, romanisation_key
from corpus.linking.lexicon import words
from corpus.linking.names import Means, Name
from corpus.linking.roster import surname
from corpus.linking.variants import fold
from corpus.model import Entity, EntityType

INITIALS = re.compile(r"([A-Z])\.(?: ?[A-Z]\.){0,2} ?([A-Z][\w'’-]+)")
MIDDLE = re.compile(r"\w\.|\w+(?:ovich|evich|ovna|evna|ich)|Jr\.?|Sr\.?|II|III")
GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})
KOREAS = ("PRK", "KOR")


class Listed:
    """The people of a knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._led = knowledge.led
        self._noted = knowledge.is_noted
        self.by_surname: dict[str, list[Entity]] = {}
        self.leaders: set[str] = set()  # the folded surnames of those who led a state
        self.offices: dict[str, tuple[Name, ...]] = {}  # by the words for them
        self._terms: dict[str, dict[str, list[Term]]] = {}
        self._by_name: dict[str, Entity | None] = {}
        self._by_key: dict[str, dict[str, Entity]] = {}
        self._by_ends: dict[str, dict[str, Entity]] = {}
        self._by_whole: dict[str, dict[str, Entity]] = {}
        for record in knowledge.records.values():
            if record.entity.type is EntityType.PERSON:
                self._enter(record.entity)
        for office in knowledge.offices:
            for word in office.words:
                name = Name(word, Means.OFFICE, office.title, of=office.of)
                self.offices[word] = (*self.offices.get(word, ()), name)
        for (title, _), terms in knowledge.terms.items():
            bearers = self._terms.setdefault(title, {})
            for term in terms:
                entity = knowledge.records[term.person].entity
                bearers.setdefault(surname(entity.name, entity.country), []).append(term)

    def terms(self, title: str, name: str) -> Sequence[Term]:
        """Returns the terms in an office, wherever, of the bearers of a folded surname; the latest first."""
        return self._terms.get(title, {}).get(name, ())

    def _enter(self, entity: Entity) -> None:
        names = (entity.name, *(alias.text for alias in entity.aliases if alias.language == "en"))
        full = (entity.name, *(name for name in names if name.count(" ") == entity.name.count(" ")))
        for family in dict.fromkeys(surname(name, entity.country) for name in full):
            self.by_surname.setdefault(family, []).append(entity)
            if self._led(entity):
                self.leaders.add(family)
        for name in names:
            if " " in name:
                self._by_name[fold(name)] = None if fold(name) in self._by_name else entity
            if entity.country in KOREAS:
                for key in _keys(name):
                    self._by_key.setdefault(key, {})[entity.id] = entity
            elif ends := _ends(name):
                self._by_ends.setdefault(ends, {})[entity.id] = entity
                self._by_whole.setdefault(_whole(ends), {})[entity.id] = entity

    def another_spelling(
        self, name: str, countries: Collection[str | None], published: date | None = None
    ) -> Entity | None:
        """Returns the one listed person whom an unlisted name means, None where there is none or are two.

        It may be his very name, where spaces or line ends have hidden it from the search for names.
        Where the text names the person's country, a first name may be short ("Matt" of Matthew), and a Korean
        name of who was alive lately romanised in another way; any other may have a middle name ("Mikhail
        Sergeyevich Gorbachev").
        """
        if (same := self._by_name.get(fold(name))) is not None:
            return same
        if "." in name and (initials := INITIALS.fullmatch(name)):
            return self._of_initial(initials[1], initials[2])
        here = {"PRK"} if "PRK" in countries and is_northern(name) else countries
        found = [each for each in self._of_key(name) if each.country in here]
        found = [each for each in found if _may_live(each, published)] or self._of_ends(name, countries)
        return found[0] if len(found) == 1 and not _is_namesake(found[0], name, published) else None

    def _of_key(self, name: str) -> Iterable[Entity]:
        """Returns the Koreans whose names are the same romanised in another way."""
        keys = _keys(name)
        return self._by_key.get(keys[0], {}).values() if keys else ()

    def _of_ends(self, name: str, countries: Collection[str | None]) -> list[Entity]:
        """Returns those whose first and last name somebody has, with a short first name or a middle name."""
        ends = _ends(name)
        if ends is None:
            return []
        between = name.split()[1:-1]
        if not between:
            people = self._by_whole.get(_whole(ends), {}).values()
            return [each for each in people if each.country in countries]
        people = self._by_ends.get(ends, {}).values()
        if all(map(MIDDLE.fullmatch, between)):
            return list(people)
        noted = [each for each in people if each.country in countries and self._noted(each)]
        return noted if len(between) == 1 else []

    def _of_initial(self, initial: str, last: str) -> Entity | None:
        """Returns the one leader of a state with a surname whose first name begins so: "J. V. Stalin"."""
        bearers = self.by_surname.get(fold(last), ())
        leaders = [each for each in bearers if each.name[0] == initial and self._led(each)]
        return leaders[0] if len(leaders) == 1 else None


def _keys(name: str) -> list[str]:
    """Returns the keys of a Korean name: as it is written, and with the given name in one word."""
    family, _, given = name.partition(" ")
    if not is_family_name(family):
        return []
    joined = given.replace("-", "").replace(" ", "")
    keys = (romanisation_key(family, written) for written in dict.fromkeys((given, joined)) if written)
    return [key for key in keys if key]


def _may_live(entity: Entity, published: date | None) -> bool:
    """Tells whether somebody lived until about the year of a text; else it tells of a namesake."""
    died = entity.lived[1] if entity.lived else None
    return died is None or published is None or published.year <= died + 1


def _is_namesake(entity: Entity, name: str, published: date | None) -> bool:
    """Tells whether somebody of a common surname is another one than a listed person of years before."""
    return name.partition(" ")[2].lower() in words().surnames and not _may_live(entity, published)


def _whole(ends: str) -> str:
    """Returns a folded name with the whole first name for a short one: "matthew ridgway" for "matt …"."""
    first, _, last = ends.partition(" ")
    return f"{words().nicknames.get(first, first)} {last}"


def _ends(name: str) -> str | None:
    parts = [word for word in name.split() if word not in GENERATIONS]
    return f"{fold(parts[0])} {fold(parts[-1])}" if len(parts) > 1 else None

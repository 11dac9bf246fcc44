"""The words for offices, and whose they are: "the Soviet general secretary", "the top US diplomat"."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from corpus.linking.knowledge import Knowledge
from corpus.linking.lexicon import contexts
from corpus.linking.listed import Listed
from corpus.linking.names import Hit, Name, Readings
from corpus.linking.owners import Owners
from corpus.linking.page import Found, Page

Keys = tuple[tuple[str, str], ...]

OF_PARTIES = frozenset({"general-secretary", "first-secretary"})
TOP = re.compile(r"\b(?:top|chief) $", re.IGNORECASE)


class Phrase(NamedTuple):
    """The words for an office: what they can mean, and whose office it is."""

    hit: Hit
    titles: frozenset[str]
    keys: Keys = ()
    owner: Found | None = None

    @property
    def start(self) -> int:
        """Where the office with its owner starts."""
        return min(self.owner.start, self.hit.start) if self.owner else self.hit.start

    @property
    def end(self) -> int:
        """Where the office with its owner ends."""
        return max(self.owner.end, self.hit.end) if self.owner else self.hit.end


class Phrases:
    """Reads the words for offices of one page; `owners` are its mentions by where they start and end."""

    def __init__(self, knowledge: Knowledge, listed: Listed, page: Page, owners: Owners) -> None:
        self._knowledge = knowledge
        self._listed = listed
        self._page = page
        self._owners = owners

    def of(self, cue: Hit) -> Phrase:
        """Returns the words for an office or a title with what they can mean; a title has no keys."""
        hit = self._outside(cue)
        return self._phrase(hit) if hit.names.offices else Phrase(hit, hit.names.titles)

    def _outside(self, hit: Hit) -> Hit:
        """Returns the words for an office without those of a name: "leader" of "Democratic Party leader"."""
        end = self._page.inside.get(hit.start, 0)
        if not hit.start < end < hit.end:
            return hit
        names = self._listed.offices.get(self._page.text[end + 1 : hit.end].lower())
        return Hit(end + 1, hit.end, Readings(names)) if names else hit

    def _phrase(self, hit: Hit) -> Phrase:
        owner = self._owners.before(hit.start) or self._owners.behind(hit.end)
        if owner and (top := self._topmost(hit, owner)):
            hit = top
        names, titles = hit.names.offices, hit.names.titles
        owners = self._owned_by(owner, titles) if owner else ()
        only = owners if owner else self._only(names)
        own = [(name.target, name.of) for name in names if name.of and name.of in only]
        general = [(name.target, of) for of in only for name in names if name.of is None]
        return Phrase(hit, titles, tuple(dict.fromkeys(general + own)), owner)

    def _only(self, names: Sequence[Name]) -> tuple[str, ...]:
        """Returns whose an office is that no owner is told of, where that can be one state only.

        "Secretary of state" says so itself; of "defense secretary" the states that the text names tell;
        only one state has a "unification minister".
        """
        of = {name.of for name in names}
        if None in of:
            return self._knowledge.only_owner(frozenset([name.target for name in names]))
        if len(of) > 1:
            of = {each for each in of if self._country(each) in self._present}
        return tuple(filter(None, of)) if len(of) == 1 else ()

    @cached_property
    def _present(self) -> frozenset[str | None]:
        """The countries of whom the page names, when the first such office is read."""
        return frozenset(found.entity.country for found in self._page.found)

    def _owned_by(self, owner: Found, titles: frozenset[str]) -> tuple[str, ...]:
        """Returns under what an office may be listed: the Kremlin's of 1984 under the state of then.

        That of a party under the party: "the Soviet general secretary".
        """
        owners = self._knowledge.owners(owner.entity.id)
        then = (before for id in owners if (before := contexts().predecessors.get(id)))
        owners = tuple(dict.fromkeys((*owners, *then)))
        if titles.isdisjoint(OF_PARTIES):
            return owners
        records, keys = self._knowledge.records, self._knowledge.keys
        listed = (of for title in sorted(titles & OF_PARTIES) for _, of in keys.get(title, ()))
        return (*owners, *(of for of in listed if of in records and records[of].of in owners))

    def _topmost(self, hit: Hit, owner: Found) -> Hit | None:
        """Returns an office whose first word stands before the owner: "the top US diplomat"."""
        before = TOP.search(self._page.text, max(0, owner.start - 8), owner.start)
        if before is None or owner.end > hit.start:
            return None
        names = self._listed.offices.get(f"{before[0]}{self._page.text[hit.start : hit.end]}".lower())
        return Hit(before.start(), hit.end, Readings(names)) if names else None

    def _country(self, id: str | None) -> str | None:
        record = self._knowledge.records.get(id or "")
        return record.entity.country if record else None

"""Whose office or body it is: the state or body that stands directly before it, or behind it after `of`."""

import re
from bisect import bisect_right

from corpus.linking.page import Found, How, Page
from corpus.model import EntityType

PAST = r"former|then|ex|late|previous"
MODIFIER = (
    rf"(?:{PAST}|current|incumbent|acting|new|newly elected|longtime|hardline|reclusive|young|outgoing"
    r"|embattled|ousted|impeached|deposed|disgraced|jailed|visiting|own|top|chief|powerful|main)"
)
GAP = re.compile(rf"(?:['’]s?)?(?:[ -](?:{MODIFIER}))* (?:(?:{MODIFIER})[ -])*", re.IGNORECASE)
PLAIN_GAPS = (" ", "'s ", "’s ")  # most of all
OF = re.compile(r" (?:of|to|for) (?:the )?")
APPOSITION = re.compile(
    r", (?:(?:the|then|former|who is|now|and|acting|interim|new|newly elected|outgoing|incoming) |then-)*$"
)


class Owners:
    """The mentions of a page by where they start and end."""

    def __init__(self, page: Page) -> None:
        self._text = page.text
        self.starting, self._ending = page.at.copy(), page.ends.copy()
        self._ends = sorted(self._ending)

    def last_before(self, offset: int) -> Found | None:
        """Returns the mention that ends last at or before an offset."""
        index = bisect_right(self._ends, offset) - 1
        return self._ending[self._ends[index]] if index >= 0 else None

    def before(self, start: int) -> Found | None:
        """Returns the owner before an office or body: "Russia's [defence minister]"."""
        found = self.last_before(start)
        if found is None or start - found.end > 40 or found.entity.type is EntityType.PERSON:
            return None
        gap = self._text[found.end : start]
        return found if gap in PLAIN_GAPS or GAP.fullmatch(gap) else None

    def behind(self, end: int) -> Found | None:
        """Returns the owner behind one: "[president] of South Korea"."""
        gap = OF.match(self._text, end)
        found = self.starting.get(gap.end()) if gap else None
        return (
            found if found and found.entity.type is not EntityType.PERSON and found.how is How.NAME else None
        )

    def bearer_before(self, start: int) -> Found | None:
        """Returns the person to whom an office stands in apposition: "Park Jin, the [foreign minister]"."""
        gap = APPOSITION.search(self._text, max(0, start - 24), start)
        found = self.last_before(gap.start()) if gap else None
        if not gap or found is None or found.end != gap.start():
            return None
        return found if found.entity.type is EntityType.PERSON else None

"""Headlines for the screen: one that begins with a pronoun is told whom it means."""

from store import headlines
from store.model import EventRow
from tui.cells import safe_line


def meant(row: EventRow) -> str:
    """Returns who the pronoun means with which a headline begins: the source actors; '' for any other."""
    return safe_line(headlines.meant(row))


def full_headline(row: EventRow) -> str:
    """Returns the headline, and before it whom its pronoun means."""
    return safe_line(headlines.full_headline(row))

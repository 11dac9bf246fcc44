"""Events and actors as items of a list: date, type, headline; name, type, country."""

from store import ActorCount, EventRow
from tui.cells import counted
from tui.dates import long_date
from tui.headlines import full_headline
from tui.kinds import LOOKS
from tui.screens.items import Item

_DATE = 21


def event_item(row: EventRow, note: str = "", prefix: str = "") -> Item:
    """Returns an event as an item that is named by its number, behind a prefix."""
    day = long_date(row.value, row.first, row.last, row.precision)
    look = LOOKS[row.kind]
    parts = ((f"{day:<{_DATE}} ", "muted"), (f"{look.glyph} ", look.tone), (full_headline(row), "foreground"))
    return Item(f"{prefix}{row.id}", parts, note or (f"×{row.sources}" if row.sources > 1 else ""))


def actor_item(actor: ActorCount, *, searched: bool) -> Item:
    """Returns an actor as an item that is named by its identifier, and the alias that was found."""
    alias = actor.matched if searched and actor.matched != actor.name else None
    doubt = None if actor.verified else "unverified"
    facts = (actor.type.replace("_", " "), actor.country, doubt, alias)
    about = " · ".join(fact for fact in facts if fact)
    colour = (actor.country or "other").lower()
    return Item(
        actor.entity,
        ((actor.name, colour), ("  ", "muted"), (about, "muted")),
        counted(actor.events, "event") if actor.events else "",
    )

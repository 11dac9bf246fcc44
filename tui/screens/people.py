"""Those whom nobody listed: who they are, is said here once for all documents."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from store import JournalEntry, Store, Unlisted
from tui.bindings import bindings
from tui.bindings_correct import CORRECT, IN_PEOPLE, PEOPLE
from tui.cells import counted
from tui.correcting import asked, told
from tui.key import Key
from tui.keymap import keymap_of
from tui.screens.items import Item
from tui.screens.listing import Listing
from tui.screens.verifying import say

_QUOTED = 300
"""So many of them come with words of a document; further down nobody reads them."""


class People(Listing):
    """Lists people and bodies whom documents name and nobody listed; `shown` shows the events of one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        (*PEOPLE, *(key for key in CORRECT if key.id in ("correct.undo", "correct.redo")))
    )
    KEYS = IN_PEOPLE
    TALL = 2

    def __init__(self, path: Path, shown: Callable[[Unlisted], None]) -> None:
        super().__init__(path)
        self._shown = shown
        self._with_all = False
        self._people: dict[str, Unlisted] = {}

    async def load(self) -> None:
        """Reads those who are not verified, or everybody."""

        def read(store: Store) -> tuple[list[Unlisted], list[str]]:
            found = [each for each in store.unlisted() if self._with_all or each.is_open]
            return found, [store.quote_of(each.entity) for each in found[:_QUOTED]]

        found, quotes = await asyncio.to_thread(asked, self._path, read)
        self._people = {each.entity: each for each in found}
        quotes += [""] * (len(found) - len(quotes))
        other = keymap_of(self.app)["list.other"].label
        self.items.empty = f"Everybody is listed or verified; {other} shows whom you spoke of."
        title = "Everybody whom nobody listed" if self._with_all else "Unverified people and bodies"
        self.show(title, f"{len(found):,}", [_item(*each) for each in zip(found, quotes, strict=True)])

    def hint(self, key: Key) -> str:
        """Returns the word for a key in the footer."""
        if key.id == "list.other":
            return "the unverified" if self._with_all else "everybody"
        return "events" if key.id == "list.open" else key.hint

    def action_open(self) -> None:
        """Shows the events of the one under the cursor."""
        if (who := self._who) and who.events:
            self.dismiss(None)
            self._shown(who)
        elif who:
            self.notify(f"{who.name} acts in no event.", markup=False)

    def action_other(self) -> None:
        """Goes between those who are not verified and everybody."""
        self._with_all = not self._with_all
        self.reload()

    def action_say(self, what: str) -> None:
        """Accepts, merges or rejects the one under the cursor."""
        if who := self._who:
            say(self.app, self._path, who, what, self._write)

    def action_undo(self) -> None:
        """Takes the last correction back."""
        self._write(lambda store: store.undo(), "Undone: ")

    def action_redo(self) -> None:
        """Makes the correction again that was undone."""
        self._write(lambda store: store.redo(), "Redone: ")

    def _write(self, work: Callable[[Store], JournalEntry], prefix: str = "") -> None:
        self.act(work, lambda entry: self.notify(f"{prefix}{told(entry)}", markup=False))

    @property
    def _who(self) -> Unlisted | None:
        item = self.items.current
        return self._people.get(item.id) if item else None


def _item(who: Unlisted, quote: str) -> Item:
    facts = (who.type.replace("_", " "), who.country)
    said = (
        "" if who.is_open else f"   {who.said}" if who.said in ("verified", "nobody") else f"   is {who.said}"
    )
    name = (who.name, (who.country or "other").lower())
    about = (f"  {' · '.join(fact for fact in facts if fact)}", "muted")
    counts = f"{counted(who.events, 'event')} · {counted(who.documents, 'document')}"
    return Item(who.entity, (name, about, (said, "accent")), counts, below=f"… {quote} …" if quote else "")

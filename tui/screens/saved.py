"""Searches that are saved under a name: saving, opening and deleting them."""

import asyncio
from collections.abc import Callable
from functools import partial

from corpus import DatelineError, StoreError
from tui.keymap import keymap_of
from tui.saving import filters_of, forget, save
from tui.screens.choices import Choice
from tui.screens.menu import Menu
from tui.screens.prompt import Prompt
from tui.screens.showing import Showing


class Saved(Showing):
    """The panes with the searches that were saved."""

    def action_save(self) -> None:
        """Asks for a name and saves the filters under it."""
        if not self.filters.parts:
            self.notify("There is no filter to save yet.", markup=False)
            return
        hint = "Opens again from the filters, the palette, and dateline search --saved NAME."
        prompt: Prompt[str] = Prompt("Save the filters as", hint, str, "")
        self.app.push_screen(prompt, lambda name: self._save(name) if name else None)

    def action_saved(self) -> None:
        """Opens filters that were saved."""
        keys = keymap_of(self.app)
        hint = f"Enter open · {keys['menu.remove'].label} delete · Esc cancel"
        how = f"{keys['find.filters'].label} and {keys['menu.save'].label}"
        empty = f"Nothing is saved yet: set filters, then {how}."
        menu = Menu("Saved searches", hint, self._saved(), empty=empty, remove=self._forget)
        self.app.push_screen(menu, lambda name: self.open_saved(name) if name else None)

    def open_saved(self, name: str) -> None:
        """Shows the events of filters that were saved under a name."""
        try:
            self.apply(filters_of(self.store, self.store.saved_query(name)))
        except StoreError as error:
            self.complain(error)

    def _saved(self) -> list[Choice]:
        try:
            found = self.store.saved_queries()
            return [
                Choice(each.name, each.name, " · ".join(filters_of(self.store, each.query).labels))
                for each in found
            ]
        except StoreError as error:
            self.complain(error)
            return []

    def _save(self, name: str) -> None:
        self._keep(partial(save, self.store.path, name, self.filters), f"Saved as “{name}”.")

    def _forget(self, name: str) -> list[Choice]:
        left = [choice for choice in self._saved() if choice.id != name]
        self._keep(partial(forget, self.store.path, name), f"Deleted “{name}”.")
        return left

    def _keep(self, work: Callable[[], None], told: str) -> None:
        """Writes to the store in a thread, as another program may hold it; then says what was done."""

        async def write() -> None:
            try:
                await asyncio.to_thread(work)
            except DatelineError as error:
                self.notify(str(error), severity="error", markup=False, timeout=10)
            else:
                self.notify(told, markup=False)

        self.run_worker(write(), group="saving")

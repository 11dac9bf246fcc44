"""The app: opens a store, builds one first where there is none, and shows the timeline."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.command import Provider
from textual.notifications import Notify
from textual.screen import Screen

from corpus import UsageError
from store import Store
from tui.bindings import ANYWHERE, MOVE, bindings
from tui.building import Build, bundled, is_unfinished
from tui.configuration import Configuration, configuration_file
from tui.keymap import UNCHANGED, Keymap
from tui.lanes import Lanes
from tui.memory import Place, recall, recall_theme, remember, remember_theme
from tui.opening import bring_up_to_date
from tui.palette import Actions
from tui.screens.browse import Browse
from tui.theme import DARK, OWN, PLAIN, SIXTEEN, extra_colours
from tui.timeline.widget import Timeline
from tui.typing_ahead import TypingAhead


class Dateline(TypingAhead):
    """The timeline of one store. `build` makes the store where there is none.

    With `remembers` the reader finds the store as it was left. Raises `UsageError` for a theme that is not
    there.
    """

    TITLE = "dateline"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Actions}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = bindings(ANYWHERE)

    def __init__(
        self,
        store_path: Path,
        build: Build,
        lanes: Lanes | None = None,
        *,
        keys: Keymap = UNCHANGED,
        theme: str | None = None,
        remembers: bool = False,
    ) -> None:
        without_colour = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if without_colour else None)
        self.store_path = store_path
        self.keys = keys
        self._remembers = remembers
        self._build = build
        self._lanes = lanes or Lanes()
        self._browsing: Browse | None = None
        for own in OWN:
            self.register_theme(own)
        if theme is not None and theme not in self.available_themes:
            raise UsageError(f"there is no theme “{theme}”; there is: {', '.join(self.available_themes)}")
        self._wished_theme = theme
        self._first_theme = self.theme = PLAIN.name if without_colour else self._choose_theme()
        self._moving = frozenset(name for key in MOVE for name in keys[key.id].keys.split(","))
        self.set_keymap(dict(keys.changes))

    def _choose_theme(self) -> str:
        """Returns the theme that was picked last time or is wished for, or one that the terminal can show."""
        picked = recall_theme(self._wished_theme) if self._remembers else None
        if picked in self.available_themes:
            return picked
        few_colours = self.console.color_system == "standard"
        return self._wished_theme or (SIXTEEN.name if few_colours else DARK.name)

    def stays(self, key: str) -> bool:
        """Whether a key only moves in the timeline: a flood of those is dealt with as it comes."""
        return key in self._moving and isinstance(self.focused, Timeline)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Returns the colours that dateline adds to themes which lack them."""
        return extra_colours(self.current_theme)

    def get_default_screen(self) -> Screen[Any]:
        """Returns the timeline, or the first run where there is no store yet or only a part of one."""
        if self.store_path.exists() and not is_unfinished(self.store_path):
            return self._browse()
        from tui.screens.first_run import FirstRun

        return FirstRun(self._build, self._built, self.store_path.exists)

    def on_mount(self) -> None:
        """Lets the garbage collector work once the first screen is painted, on what is not there to stay."""
        self.call_after_refresh(gc.freeze)
        self.call_after_refresh(gc.enable)

    def on_notify(self, event: Notify) -> None:
        """Takes the notice of the same kind away that still stands there."""
        for notice in list(self._notifications):
            if notice.severity == event.notification.severity:
                del self._notifications[notice]

    def on_unmount(self) -> None:
        """Remembers where the reader leaves the store, and closes it."""
        if self._browsing is not None:
            if self._remembers:
                remember(self.store_path, self._browsing.place)
                if self.theme != self._first_theme:
                    remember_theme(self.theme, self._wished_theme)
            self._browsing.store.close()

    def pop_screen(self) -> AwaitComplete:
        """Closes the screen on top, and stops what it still reads: that would find half of it gone."""
        self.workers.cancel_node(self.screen)
        return super().pop_screen()

    def action_help(self) -> None:
        """Shows all keys."""
        from tui.screens.help import Help

        self.push_screen(Help(getattr(self.screen, "HELP_GROUP", None)))

    def _built(self) -> None:
        self.push_screen(self._browse())

    def _browse(self) -> Browse:
        store = Store.open(self.store_path, create=False, read_only=True)
        place = recall(self.store_path) if self._remembers else Place()
        self._browsing = Browse(store, self._lanes, place)
        return self._browsing


def run(store_path: Path, *, build: Build | None = None, wishes: Configuration | None = None) -> None:
    """Opens the timeline of the store at `store_path`, and returns when the reader quits.

    Where there is no store, `build` makes one while its progress is shown; by default from the documents
    that dateline ships. A build that was stopped goes on. Raises `StoreError` where the store cannot be
    opened, `UsageError` for wishes that cannot be met.
    """
    gc.disable()  # until the first screen is painted, for what start-up makes is there to stay
    wishes = wishes or Configuration()
    bring_up_to_date(store_path)
    lanes = Lanes(wishes.lanes) if wishes.lanes else None
    try:
        keys = Keymap(wishes.keys)
        app = Dateline(
            store_path, build or bundled(store_path), lanes, keys=keys, theme=wishes.theme, remembers=True
        )
    except UsageError as error:
        raise UsageError(f"{configuration_file()}: {error}") from None
    app.run()
    if app.return_code:
        sys.exit(app.return_code)

"""The command palette: every action by its name, saved searches and themes, then Textual's own."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.types import IgnoreReturnCallbackType

from corpus import StoreError
from tui.cells import safe_line
from tui.key import Key
from tui.keymap import keymap_of
from tui.screens.browse import Browse

_DIALOGS = ("words", "picking", "menu", "list", "people", "casting", "splitting")
"""Rooms of keys that are at work in dialogs alone."""

Command = tuple[str, str, IgnoreReturnCallbackType, bool]
"""What a command is called, what stands below its name, what it does, and whether it is shown unasked."""


class Actions(Provider):
    """Offers the actions of the screen below, and what else can be called by name, in this order."""

    async def discover(self) -> Hits:
        """Yields every action, in the order of the help; Textual's own last."""
        for name, about, command, shown in self._commands():
            if shown:
                yield DiscoveryHit(_plain(name), command, text=name, help=_plain(about))

    async def search(self, query: str) -> Hits:
        """Yields what matches by its name."""
        matcher = self.matcher(query)
        for name, about, command, _ in self._commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(_plain(name)), command, text=name, help=_plain(about))

    def _commands(self) -> Iterator[Command]:
        yield from self._actions()
        yield from self._saved()
        for name in self.app.available_themes:
            yield f"Theme: {name}", "how dateline looks, also next time", partial(self._look, name), False
        for own in self.app.get_system_commands(self.screen):
            yield own.title, own.help, own.callback, own.discover

    def _actions(self) -> Iterator[Command]:
        for _, keys in keymap_of(self.app).groups:
            for key in keys:
                if work := _work(self.screen, key):
                    yield key.text, f"key {key.names}", _Command(self, *work), True

    def _saved(self) -> Iterator[Command]:
        screen = self.screen
        if not isinstance(screen, Browse):
            return
        try:
            saved = screen.store.saved_queries()
        except StoreError:
            return
        for each in saved:
            name = safe_line(each.name)
            yield f"Saved search: {name}", "opens it", partial(screen.open_saved, each.name), True

    def _look(self, theme: str) -> None:
        self.app.theme = theme


class _Command:
    """Does an action at its place once the palette has closed."""

    def __init__(self, provider: Actions, place: DOMNode, action: str) -> None:
        self._provider = provider
        self._place = place
        self._action = action

    async def __call__(self) -> None:
        await self._provider.app.run_action(self._action, self._place)


def _work(screen: Screen[Any], key: Key) -> tuple[DOMNode, str] | None:
    """Returns the node at which a key does something and the action there, None where it does nothing."""
    room = key.id.split(".", maxsplit=1)[0]
    match screen:
        case Browse():
            if room in ("reading", *_DIALOGS):
                return None
            places: dict[str, DOMNode] = {
                "timeline": screen.timeline,
                "source": screen.source,
                "app": screen.app,
            }
            return places.get(room, screen), key.action
        case _:
            at_work = {each.binding.id: each for each in screen.active_bindings.values()}
            active = at_work.get(key.id)
            return (active.node, active.binding.action) if active else None


def _plain(text: str) -> str:
    """Returns a text as markup that shows it as it is."""
    return Content(text).markup

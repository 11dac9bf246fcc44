"""The command palette: every action of the registry by its name, with its key."""

from collections.abc import Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.types import IgnoreReturnCallbackType

from tui.bindings import Key
from tui.keymap import keymap_of
from tui.screens.browse import Browse


class Actions(Provider):
    """Offers the actions of the main screen."""

    async def discover(self) -> Hits:
        """Yields every action, in the order of the help."""
        for key, command in self._commands():
            yield DiscoveryHit(key.text, command, help=f"key {key.names}")

    async def search(self, query: str) -> Hits:
        """Yields the actions whose name matches."""
        matcher = self.matcher(query)
        for key, command in self._commands():
            score = matcher.match(key.text)
            if score > 0:
                yield Hit(score, matcher.highlight(key.text), command, help=f"key {key.names}")

    def _commands(self) -> Iterator[tuple[Key, IgnoreReturnCallbackType]]:
        screen = self.screen
        if not isinstance(screen, Browse):
            return
        for _, keys in keymap_of(self.app).groups:
            for key in keys if keys[0].id.split(".")[0] not in ("reading", "words") else ():
                yield key, _Command(self, _place(screen, key), key.action)


class _Command:
    """Does an action at its place once the palette has closed."""

    def __init__(self, provider: Actions, place: DOMNode, action: str) -> None:
        self._provider = provider
        self._place = place
        self._action = action

    async def __call__(self) -> None:
        await self._provider.app.run_action(self._action, self._place)


def _place(screen: Browse, key: Key) -> DOMNode:
    """Returns the node that has the action of a key."""
    room = key.id.split(".", maxsplit=1)[0]
    return {"timeline": screen.timeline, "source": screen.source, "app": screen.app}.get(room, screen)

"""Keys that are typed ahead: each waits until the one before it has done all that it does.

Textual sends a key to the widget with the focus at the time; one that follows within milliseconds of a key
that opens or closes a dialog would go to the screen below it, or nowhere.
"""

import asyncio
from collections import deque
from time import monotonic

from textual import events
from textual.app import App

from tui.timers import SureTimers

_PATIENCE_SECONDS = 5.0
"""A key that has waited so long is dealt with all the same; on a busy machine a dialog may take seconds."""


class TypingAhead(SureTimers, App[None]):
    """An app that deals with one key after the other."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._ahead: deque[events.Key] = deque()
        self._all_stay = False  # those that are being dealt with
        self._going_on: asyncio.Task[None] | None = None

    @property
    def is_at_rest(self) -> bool:
        """Whether all keys so far have done what they do, and the next would find its place."""
        return not self._ahead and self._is_ready

    def stays(self, key: str) -> bool:
        """Whether a key leaves the screen and its focus as they are; the next then need not wait for it."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """Deals with an event; with a key only when those before it can no longer send it elsewhere."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif not self._ahead and (self._all_stay or self._is_ready):
            self._all_stay = self.stays(event.key)
            await super().on_event(event)
        else:
            self._ahead.append(event)
            if self._going_on is None or self._going_on.done():
                self._going_on = asyncio.create_task(self._go_on())

    @property
    def _is_ready(self) -> bool:
        """Tells whether the screen is there and nothing is on its way between its focus and the app."""
        if not self.screen_stack or not self.screen.is_mounted:
            return False
        focus = self.focused or self.screen
        return not any(node.message_queue_size for node in focus.ancestors_with_self)

    async def _go_on(self) -> None:
        while self._ahead and self.is_running:
            end = monotonic() + _PATIENCE_SECONDS
            while not self._is_ready and monotonic() < end:
                await asyncio.sleep(0)
            key = self._ahead.popleft()
            self._all_stay = self.stays(key.key)
            self.call_later(super().on_event, key)

"""Drives the app as a reader does: presses keys, and reads what the screen shows."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from rich.color import Color
from textual import events
from textual.command import CommandList, CommandPalette
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key

from tui.app import Dateline
from tui.building import Build, Progress
from tui.lanes import Lanes
from tui.screens.browse import Browse

_POLL_SECONDS = 0.002
"""How long is waited between two looks at whether something has come."""

_AT_ONCE = 500
"""Looks that follow each other at once, while the app has something to do."""

_LONG = 1_000
"""What has not come after so many looks at which nothing went on will never come."""

_ENDLESS = 30_000
"""What goes on for so many looks never ends: looks, not seconds, for these pass faster on a busy machine."""

_CHARACTERS = {"space": " ", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]"}


def no_build(progress: Progress) -> None:
    """Stands where no store is to be built."""
    raise AssertionError("no store was to be built")


class Driver:
    """The app under test, and its screen as text."""

    def __init__(self, app: Dateline) -> None:
        self.app = app

    async def press(self, *keys: str) -> "Driver":
        """Presses keys, each when the one before has been dealt with; waits until the screen has settled."""
        for key in keys:
            self.send(key)
            await self.work()
            while not self._is_answered:
                await self.until(lambda: self._is_answered)
                await self.work()
        return await self.settle()

    async def flood(self, *keys: str) -> "Driver":
        """Presses keys faster than they can be dealt with."""
        for key in keys:
            self.send(key)
        return await self.settle()

    async def wheel_down(self, selector: str, notches: int) -> "Driver":
        """Turns the wheel over a widget."""
        widget = self.app.screen.query_one(selector)
        for _ in range(notches):
            widget.post_message(
                events.MouseScrollDown(
                    widget, 5, 5, 0, 1, button=0, shift=False, meta=False, ctrl=False, screen_x=5, screen_y=8
                )
            )
        return await self.settle()

    async def click(self, selector: str, offset: tuple[int, int]) -> "Driver":
        """Clicks on a cell of a widget."""
        at = self.app.screen.query_one(selector).region.offset + offset
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            x, y = at
            self.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
            await self.work()
        return await self.settle()

    async def resize(self, width: int, height: int) -> "Driver":
        """Gives the terminal another size in cells."""
        size = Size(width, height)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        return await self.settle()

    async def pick(self, name: str) -> "Driver":
        """Runs the first action that the palette offers for what is typed."""
        await self.press("ctrl+p")
        await self.type(name)
        await self.until(lambda: self.app.screen.query_one(CommandList).highlighted is not None)
        self.send("enter")
        await self.until(lambda: not isinstance(self.app.screen, CommandPalette))
        return await self.settle()

    async def shows(self, text: str) -> None:
        """Waits until a text stands on the screen, also one that comes by itself."""
        await self.until(lambda: text in self.text)
        await self.settle()

    def send(self, key: str) -> None:
        """Presses a key and waits for nothing."""
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(events.Key(name, _CHARACTERS.get(key, key if len(key) == 1 else None)))

    async def type(self, text: str) -> "Driver":
        """Types a text."""
        return await self.press(*text)

    async def until(self, holds: Callable[[], object]) -> None:
        """Waits until something holds, however slow the machine is.

        Fails where nothing goes on any more that could bring it, or where something goes on for ever.
        """
        loop: Any = asyncio.get_running_loop()
        still = 0
        for poll in range(_ENDLESS):
            if holds():
                return
            assert not self.app._exception, self.app._exception
            still = still + 1 if self._is_settled and self._is_still else 0
            if still == _LONG:
                break
            await asyncio.sleep(0 if loop._ready and poll < _AT_ONCE else _POLL_SECONDS)
        raise AssertionError(f"what was waited for has not come; {self._state}")

    async def settle(self) -> "Driver":
        """Waits until all that was asked for is there and painted."""
        await self.work()
        while not self._is_settled:
            await self.until(lambda: self._is_settled)
            await self.work()
        return self

    async def work(self) -> None:
        """Lets all go on that waits for no thread, until nothing does, and paints what came of it."""
        loop: Any = asyncio.get_running_loop()
        while True:
            await self.until(lambda: self._is_still)
            self.app.screen._on_timer_update()
            if not loop._ready:
                return

    @property
    def _is_still(self) -> bool:
        """Whether only a thread or a timer could go on.

        The loop has nothing that could run: no message waits or is being handled anywhere, no screen is being
        opened or closed. No key waits for its place, and no new size of the terminal or paint was put off.
        """
        loop: Any = asyncio.get_running_loop()
        put_off = self.app._resize_timer or self.app._batch_count
        return not loop._ready and self.app.is_at_rest and not put_off

    @property
    def _is_answered(self) -> bool:
        """Whether the timeline has been told all that it asked the store."""
        browsing = (screen for screen in self.app.screen_stack if isinstance(screen, Browse))
        return all(screen.feed.settled for screen in browsing)

    @property
    def _is_settled(self) -> bool:
        """Whether the workers have finished, and the timeline has been told all that it asked."""
        browsing = (screen for screen in self.app.screen_stack if isinstance(screen, Browse))
        return all(screen.settled for screen in browsing) and all(w.is_finished for w in self.app.workers)

    @property
    def _state(self) -> str:
        """What goes on and what is shown, for whoever reads why a test failed."""
        going_on = [worker.name or worker.group for worker in self.app.workers if not worker.is_finished]
        return f"workers {going_on}, settled {self._is_settled}, the screen:\n{self.text}"

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The words of the screen, also those of a notice that breaks its lines wherever a path ends."""
        return " ".join(self.text.replace("▌", " ").split())

    def on(self, background: Color | None) -> list[str]:
        """The stretches of text that stand on a background."""
        strips = self.app.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip]
        return [part.text for part in segments if part.style and part.style.bgcolor == background]

    def drawn(self, colour: Color | None) -> list[str]:
        """The stretches of text that stand out, reversed, in a colour."""
        strips = self.app.screen._compositor.render_strips()
        styled = [(part.text, part.style) for strip in strips for part in strip if part.style]
        return [text for text, style in styled if style.reverse and style.color == colour]

    @property
    def chips(self) -> str:
        """The line of the filters."""
        return self.lines[self.app.screen.query_one("#chips").region.y]

    @property
    def cursor(self) -> str:
        """The line of the timeline under the cursor."""
        return next((line for line in self.lines if "▸" in line), "")


@asynccontextmanager
async def drive(
    store: Path,
    size: tuple[int, int] = (120, 40),
    build: Build = no_build,
    *,
    wait: bool = True,
    lanes: Lanes | None = None,
) -> AsyncIterator[Driver]:
    """Opens the app on a store at a size in cells; without `wait` while a build may still run."""
    app = Dateline(store, build, lanes)
    async with app.run_test(size=size, notifications=True):
        driver = Driver(app)
        yield await driver.settle() if wait else driver

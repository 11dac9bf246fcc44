"""Drives the app as a reader does: presses keys, and reads what the screen shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from rich.color import Color
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tui.app import Dateline
from tui.building import Build, Progress
from tui.lanes import Lanes
from tui.screens.browse import Browse

_CHARACTERS = {"space": " ", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]"}


def no_build(progress: Progress) -> None:
    """Stands where no store is to be built."""
    raise AssertionError("no store was to be built")


class Driver:
    """The app under test, and its screen as text."""

    def __init__(self, app: Dateline, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> "Driver":
        """Presses keys, each when the one before has been dealt with, and waits until the screen has settled.

        It is `Pilot.press` without the waits for an idle processor, which take 40 ms a key.
        """
        for key in keys:
            self._send(key)
            await self._let_work()
        return await self.settle()

    async def flood(self, *keys: str) -> "Driver":
        """Presses keys faster than they can be dealt with."""
        for key in keys:
            self._send(key)
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

    def _send(self, key: str) -> None:
        name = _character_to_key(key) if len(key) == 1 else key
        assert self.app._driver
        self.app._driver.send_message(events.Key(name, _CHARACTERS.get(key, key if len(key) == 1 else None)))

    async def _let_work(self) -> None:
        """Lets messages that cause messages be handled."""
        for _ in range(4):
            await self.pilot.pause(0)

    async def type(self, text: str) -> "Driver":
        """Types a text."""
        return await self.press(*text)

    async def settle(self) -> "Driver":
        """Waits for the workers and for the pause after which the source follows the cursor."""
        await self._let_work()
        await self._wait_for_workers()
        await self._let_work()
        while any(isinstance(screen, Browse) and not screen.settled for screen in self.app.screen_stack):
            await self.pilot.pause(0.01)
        await self._let_work()
        return self

    async def _wait_for_workers(self) -> None:
        """Waits for all workers and those that they start; one that was cancelled is none to wait for."""
        while unfinished := [worker for worker in self.app.workers if not worker.is_finished]:
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete(unfinished)
            await self._let_work()

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

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
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        yield await driver.settle() if wait else driver

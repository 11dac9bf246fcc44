"""Drives the app as a reader does: presses keys, and reads what the screen shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tui.app import Dateline
from tui.building import Build, Progress
from tui.screens.browse import Browse


def no_build(progress: Progress) -> None:
    """Stands where no store is to be built."""
    raise AssertionError("no store was to be built")


class Driver:
    """The app under test, and its screen as text."""

    def __init__(self, app: Dateline, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> "Driver":
        """Presses keys, one after the other, and waits until the screen has settled."""
        await self.pilot.press(*keys)
        return await self.settle()

    async def type(self, text: str) -> "Driver":
        """Types a text."""
        names = {" ": "space", "-": "minus", ".": "full_stop", "/": "slash", '"': "quotation_mark"}
        return await self.press(*(names.get(letter, letter) for letter in text))

    async def settle(self) -> "Driver":
        """Waits for the workers and for the pause after which the source follows the cursor."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        while isinstance(self.app.screen, Browse) and not self.app.screen.settled:
            await self.pilot.pause(0.01)
        await self.pilot.pause()
        return self

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
    def cursor(self) -> str:
        """The line of the timeline under the cursor."""
        return next((line for line in self.lines if "▸" in line), "")


@asynccontextmanager
async def drive(
    store: Path, size: tuple[int, int] = (120, 40), build: Build = no_build, *, wait: bool = True
) -> AsyncIterator[Driver]:
    """Opens the app on a store at a size in cells; without `wait` while a build may still run."""
    app = Dateline(store, build)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        yield await driver.settle() if wait else driver

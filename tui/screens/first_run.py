"""The first run: there is no store yet, so one is built while the reader watches."""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from rich.segment import Segment
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from corpus import DatelineError
from tui.bars.bar import BOLD, Bar
from tui.building import Build, Progress
from tui.cells import counted, fit, safe_line
from tui.source.wrap import wrap
from tui.theme import Ink

_REFRESH_SECONDS = 0.1


class Meter(Bar):
    """How far the build is: a bar, counts, the document that was read last."""

    DEFAULT_CSS = "Meter { height: 12; width: 64; max-width: 100%; }"
    background = "background"

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress
        self._begun = monotonic()
        self.verdict = ""
        self.can_open = False

    def line(self, y: int, width: int, ink: Ink) -> list[Segment]:
        """Returns a line of the meter."""
        lines = self._lines(width, ink)
        return lines[y] if y < len(lines) else []

    def _lines(self, width: int, ink: Ink) -> list[list[Segment]]:
        progress = self.progress
        of = f" of {progress.total}" if progress.total else ""
        counts = f"{progress.done}{of} documents · {counted(progress.events, 'event')}"
        said = self.verdict or self._doing()
        return [
            [Segment("dateline", ink["accent"] + BOLD)],
            [],
            *([Segment(said[start:end])] for start, end in wrap(said, width)),
            [],
            self._bar(width, ink),
            [Segment(counts, ink["muted"])],
            [Segment(fit(safe_line(progress.name), width), ink["faint"])],
            [],
            [Segment(self._next_key(), ink["muted"])],
        ]

    def _doing(self) -> str:
        if self.progress.done:
            return "Reading the articles that come with dateline …"
        return f"Loading the names and the grammar takes some seconds … {monotonic() - self._begun:.0f} s"

    def _bar(self, width: int, ink: Ink) -> list[Segment]:
        share = self.progress.done / self.progress.total if self.progress.total else 0.0
        full = int(width * min(1.0, share))
        return [Segment("━" * full, ink["accent"]), Segment("─" * (width - full), ink["grid"])]

    def _next_key(self) -> str:
        if not self.verdict:
            return "Esc  stop; what has been read is kept"
        if self.can_open:
            return "Enter  open what has been read    r  read on    q  quit"
        return "r  try again    q  quit"


class FirstRun(Screen[None]):
    """Builds a store in a thread, and calls `built` once there is one to open.

    `exists` tells whether a build that was stopped, or failed, has left a store.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop", show=False),
        Binding("enter", "open", "Open", show=False),
        Binding("r", "resume", "Read on", show=False),
        Binding("q,ctrl+q", "leave", "Quit", show=False),
    ]
    DEFAULT_CSS = """
    FirstRun { align: center middle; }
    FirstRun Vertical { width: 64; max-width: 100%; height: auto; }
    """

    def __init__(self, build: Build, built: Callable[[], None], exists: Callable[[], bool]) -> None:
        super().__init__()
        self._build = build
        self._built = built
        self._exists = exists
        self._progress = Progress()

    def compose(self) -> ComposeResult:
        """Puts the meter in the middle."""
        with Vertical():
            yield Meter(self._progress)

    def on_mount(self) -> None:
        """Begins to build."""
        self._pulse = self.set_interval(_REFRESH_SECONDS, self._meter.refresh)
        self._run()

    def on_unmount(self) -> None:
        """Lets the build end when the app does."""
        self._progress.stopped = True

    def action_stop(self) -> None:
        """Asks the build to stop after the document that it reads."""
        self._progress.stopped = True

    def action_open(self) -> None:
        """Opens what was read before the build stopped."""
        if self._meter.can_open:
            self._leave()

    def action_resume(self) -> None:
        """Goes on where the build stopped; what has been read is not read again."""
        if self._meter.verdict:
            self._meter.verdict, self._meter.can_open = "", False
            self._progress.stopped = False
            self._run()

    def action_leave(self) -> None:
        """Stops and quits."""
        self._progress.stopped = True
        self.app.exit()

    @work(thread=True, exclusive=True)
    def _run(self) -> None:
        verdict = ""
        try:
            self._build(self._progress)
        except (DatelineError, OSError) as error:
            verdict = safe_line(str(error))
        except Exception as error:  # a message, never a crash: what has been read can still be opened
            verdict = safe_line(f"dateline failed ({type(error).__name__}: {error}); please report it")
        if not verdict and self._progress.stopped:
            verdict = (
                f"Stopped after {self._progress.done} of {self._progress.total or '?'} documents; "
                "the next start reads on."
            )
        if self.is_attached and self.app.is_running:
            self.app.call_from_thread(self._ended, verdict)

    def _ended(self, verdict: str) -> None:
        if verdict:
            self._meter.verdict, self._meter.can_open = verdict, self._exists()
            self._meter.refresh()
        else:
            self._leave()

    def _leave(self) -> None:
        self._pulse.stop()
        self._built()

    @property
    def _meter(self) -> Meter:
        return self.query_one(Meter)

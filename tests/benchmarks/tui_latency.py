"""How fast the terminal answers: drives dateline through a real pseudo-terminal and times what it paints.

    python tests/benchmarks/tui_latency.py STORE.db [OTHER.db …] [--keys 60]

Prints, for an empty Textual app and for dateline on each store: the time to the first painted screen; from a
key to the last byte of the screen that follows it; for filters also to the first page, for their counts and
columns come later. Times are the median and the 95th percentile in milliseconds, with the processor's time
a key, which a busy machine does not change; then the memory of the process. It measures and never fails.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COLUMNS, ROWS = 120, 40
QUIET = 0.12
"""Seconds without output after which a screen counts as painted."""

PAUSE, PAGE = 0.008, 2000
"""The first page is there when so many bytes have come, and none for so many seconds."""

EMPTY = "from textual.app import App; App().run()"
DATELINE = "import sys; from tui.command import main; sys.argv.insert(1, '--store'); main()"
MOVES = {
    "cursor down": ["j"],
    "cursor up": ["k"],
    "page down": ["\x1b[6~"],
    "next month": ["]"],
    "next column": ["\x1b[D", "\x1b[D", "\x1b[C"],
    "first / last": ["g", "G"],
    "zoom out / in": ["-", "-", "-", "+", "+", "+"],
}
FILTERS = {
    "filter: a country": (["1"], ["x"]),
    "filter: two countries": (["1", "2"], ["x", "x"]),
    "words: m": (["/", "m"], ["\x1b"]),
    "words: mi": (["/", "m", "i"], ["\x1b"]),
    "words: missile": (["/", *"missile"], ["\x1b"]),
    "actor: person 150": (["a", *"number 150", "\r"], ["x"]),
    "jump: to a date": (["d", *"2003-05-07", "\r"], ["G"]),
}
"""The keys that lead to a filter, of which the last is timed, and those that take it back."""


@dataclass(frozen=True)
class Painted:
    """What followed a key: seconds to the first page and to the last byte, and of the processor."""

    first: float
    last: float
    busy: float


@dataclass
class Terminal:
    """A process on a pseudo-terminal."""

    process: int
    descriptor: int

    @classmethod
    def start(cls, code: str, *arguments: str) -> "Terminal":
        """Runs Python code on a terminal of 120 by 40."""
        process, descriptor = pty.fork()
        if process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", DATELINE_STATE=os.devnull)
            os.execv(sys.executable, [sys.executable, "-c", code, *arguments])
        fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        return cls(process, descriptor)

    def painted(self, began: float, patience: float = 0.5) -> Painted:
        """Waits until the terminal is quiet."""
        busy, last, first, came = self.busy(), began, 0.0, 0
        while select.select([self.descriptor], [], [], QUIET if last > began else patience)[0]:
            try:
                part = os.read(self.descriptor, 1 << 16)
            except OSError:
                break
            now = time.perf_counter()
            if not first and came > PAGE and now - last > PAUSE:
                first = last
            last, came = now, came + len(part)
        return Painted((first or last) - began, last - began, self.busy() - busy)

    def press(self, key: str) -> Painted:
        """Sends a key; returns what was painted then."""
        began = time.perf_counter()
        os.write(self.descriptor, key.encode())
        return self.painted(began)

    def busy(self) -> float:
        """Returns the seconds that the processor has worked for the process."""
        total = 0
        for thread in Path(f"/proc/{self.process}/task").iterdir():
            total += int((thread / "schedstat").read_text(encoding="ascii").split()[0])
        return total / 1e9

    def idle(self, seconds: float) -> int:
        """Returns how many bytes are written to the terminal while nothing is pressed."""
        written, end = 0, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self.descriptor], [], [], left)[0]:
                written += len(os.read(self.descriptor, 1 << 16))
        return written

    def memory(self) -> float:
        """Returns the resident memory in megabytes."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def stop(self) -> None:
        """Ends the process."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def measure(code: str, arguments: list[str], keys: int) -> None:
    """Prints the figures of one program."""
    terminal = _started(code, arguments)
    if arguments:
        terminal.press("g")
        for name, strokes in MOVES.items():
            _tell(name, [terminal.press(strokes[number % len(strokes)]) for number in range(keys)])
        for name, (there, back) in FILTERS.items():
            _tell(name, [_filtered(terminal, there, back) for _ in range(max(3, keys // 6))], with_first=True)
        terminal.press("g")
        began = time.perf_counter()
        os.write(terminal.descriptor, b"j" * 300)
        print(f"  flood of 300         {terminal.painted(began).last * 1000:7.0f} ms")
    print(f"  idle                 {terminal.idle(3.0):7d} bytes in 3 s")
    print(f"  memory               {terminal.memory():7.0f} MB")
    terminal.stop()


def _started(code: str, arguments: list[str]) -> Terminal:
    """Starts a program three times and prints the time to its first screen; returns the last start."""
    times = []
    for number in range(3):
        began = time.perf_counter()
        terminal = Terminal.start(code, *arguments)
        times.append(terminal.painted(began, patience=5.0))
        if number < 2:
            terminal.stop()
    first, last = (statistics.median(each(time) for time in times) * 1000 for each in (_first, _last))
    print(f"  first rows           {first:7.1f} ms   whole {last:7.1f} ms")
    return terminal


def _filtered(terminal: Terminal, there: Sequence[str], back: Sequence[str]) -> Painted:
    """Presses the keys that lead to a filter and back; returns what the last one that leads there painted."""
    painted = [terminal.press(key) for key in there][-1]
    for key in back:
        terminal.press(key)
    return painted


def _tell(name: str, pressed: list[Painted], *, with_first: bool = False) -> None:
    """Prints the figures of a key; one that changed nothing painted nothing and is left out."""
    told = [painted for painted in pressed if painted.last > 0]
    if not told:
        return
    busy = statistics.mean(painted.busy for painted in told) * 1000
    line = f"  {name:21}"
    for label, each in (("first page ", _first), ("whole ", _last)) if with_first else (("", _last),):
        times = sorted(each(painted) * 1000 for painted in told)
        line += f"{label}{statistics.median(times):7.1f} ms   p95 {times[int(len(times) * 0.95)]:6.1f} ms   "
    print(f"{line}processor {busy:6.1f} ms")


def _first(painted: Painted) -> float:
    return painted.first


def _last(painted: Painted) -> float:
    return painted.last


def main() -> None:
    """Measures an empty app, and dateline on each store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("stores", type=Path, nargs="+")
    parser.add_argument("--keys", type=int, default=60)
    chosen = parser.parse_args()
    print("an empty Textual app")
    measure(EMPTY, [], chosen.keys)
    for store in chosen.stores:
        print(f"dateline on {store}")
        measure(DATELINE, [str(store)], chosen.keys)


if __name__ == "__main__":
    main()

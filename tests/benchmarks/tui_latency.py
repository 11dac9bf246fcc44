"""How fast the terminal answers: drives dateline through a real pseudo-terminal and times what it paints.

    python tests/benchmarks/tui_latency.py STORE.db [--keys 60]

Prints, for an empty Textual app and for dateline on the store: the time to the first painted screen, and
from a key to the last byte of the screen that follows it, as median and 95th percentile in milliseconds;
then the memory of the process. It measures and never fails.
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
from dataclasses import dataclass
from pathlib import Path

COLUMNS, ROWS = 120, 40
QUIET = 0.12
"""Seconds without output after which a screen counts as painted."""

EMPTY = "from textual.app import App; App().run()"
DATELINE = "import sys; from pathlib import Path; from tui.app import run; run(Path(sys.argv[1]))"
MOVES = {
    "cursor down": ["j"],
    "cursor up": ["k"],
    "page down": ["\x1b[6~"],
    "next month": ["]"],
    "first / last": ["g", "G"],
}


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
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(sys.executable, [sys.executable, "-c", code, *arguments])
        fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        return cls(process, descriptor)

    def painted(self, began: float, patience: float = 0.5) -> float:
        """Waits until the terminal is quiet; returns the seconds from `began` to the last byte."""
        last = began
        while select.select([self.descriptor], [], [], QUIET if last > began else patience)[0]:
            try:
                os.read(self.descriptor, 1 << 16)
            except OSError:
                break
            last = time.perf_counter()
        return last - began

    def press(self, key: str) -> float:
        """Sends a key; returns the seconds until the screen that follows is whole."""
        began = time.perf_counter()
        os.write(self.descriptor, key.encode())
        return self.painted(began)

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
    began = time.perf_counter()
    terminal = Terminal.start(code, *arguments)
    print(f"  first screen   {terminal.painted(began, patience=5.0) * 1000:7.0f} ms")
    if arguments:
        terminal.press("g")
    for name, strokes in MOVES.items() if arguments else ():
        pressed = (terminal.press(strokes[number % len(strokes)]) * 1000 for number in range(keys))
        times = sorted(time for time in pressed if time)  # a key that changes nothing paints nothing
        if not times:
            continue
        print(f"  {name:14} {statistics.median(times):7.1f} ms   p95 {times[int(len(times) * 0.95)]:6.1f} ms")
    if arguments:
        terminal.press("g")
        began = time.perf_counter()
        os.write(terminal.descriptor, b"j" * 300)
        print(f"  flood of 300   {terminal.painted(began) * 1000:7.0f} ms")
    print(f"  idle           {terminal.idle(3.0):7d} bytes in 3 s")
    print(f"  memory         {terminal.memory():7.0f} MB")
    terminal.stop()


def main() -> None:
    """Measures both programs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("store", type=Path)
    parser.add_argument("--keys", type=int, default=60)
    chosen = parser.parse_args()
    print("an empty Textual app")
    measure(EMPTY, [], chosen.keys)
    print(f"dateline on {chosen.store}")
    measure(DATELINE, [str(chosen.store)], chosen.keys)


if __name__ == "__main__":
    main()

"""The main journey in a real terminal: tmux draws it, as it does for a reader."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.news import make_store

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

_PATIENCE_SECONDS = 30.0


class Terminal:
    """A terminal of tmux, on a server of its own."""

    def __init__(self, name: str) -> None:
        self._tmux = ["tmux", "-L", name, "-f", "/dev/null"]

    def run(self, *words: str) -> str:
        return subprocess.run([*self._tmux, *words], capture_output=True, text=True, check=True).stdout

    def press(self, *keys: str) -> None:
        """Presses keys as fast as a quick reader types."""
        for key in keys:
            self.run("send-keys", key)
            time.sleep(0.08)

    def shows(self, *texts: str, without: str | None = None) -> bool:
        """Waits until the screen has all of the texts."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            screen = self.run("capture-pane", "-p")
            if all(text in screen for text in texts) and (without is None or without not in screen):
                return True
            time.sleep(0.05)
        raise AssertionError(f"the screen has not {texts}, or still {without}:\n{screen}")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    store = make_store(tmp_path / "news.db")
    words = [sys.executable, "-m", "tui.command", "browse", "--store", str(store)]
    folders = [f"{name}={tmp_path}" for name in ("DATELINE_STATE", "DATELINE_CONFIG", "HOME")]
    paths = f"PYTHONPATH={os.pathsep.join(path for path in sys.path if path)}"
    found = Terminal(f"dateline-{os.getpid()}")
    command = shlex.join(["env", "-u", "COLUMNS", "-u", "LINES", *folders, paths, *words])
    found.run("new-session", "-d", "-x", "120", "-y", "40", f"{command}; echo status $?; sleep 60")
    yield found
    found.run("kill-server")


def test_find_read_mark_and_leave(terminal: Terminal) -> None:
    assert terminal.shows("dateline  4 events", "▸Thu 14", "Harbour Courier")
    terminal.press("k")
    assert terminal.shows("▸Wed 13", "Evening Ledger")
    terminal.press("a")
    assert terminal.shows("Vladimir Putin  person")
    terminal.press(*"putin", "Enter")
    assert terminal.shows("actor Vladimir Putin ×", "1 of 1")
    terminal.press("x")
    assert terminal.shows("all events", "3 of 4")
    terminal.press("/")
    assert terminal.shows("headlines, passages and titles")
    terminal.press(*"firms", "Enter", "n")
    assert terminal.shows("words firms ×", "n/N hit")
    terminal.press("X", "d")
    assert terminal.shows("Jump to a date")
    terminal.press(*"2022-09", "Enter")
    assert terminal.shows("▸Sep", without="Jump to a date")
    terminal.press("Enter")
    assert terminal.shows("Esc back", "한국")
    terminal.press("Escape")
    assert terminal.shows("j/k move")
    terminal.press("Space")
    assert terminal.shows("✓ 1 marked")
    for width, height in (("120", "40"), ("60", "20"), ("80", "24")):
        terminal.run("resize-window", "-x", width, "-y", height)
        assert terminal.shows("✓ 1 marked", "j/k move", "▸Wed 13")
    terminal.press("q")
    assert terminal.shows("status 0")

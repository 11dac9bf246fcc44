"""Documents are read by several processes: to the reader it is the same, but for the time."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from store import Store
from tests.tui.commands.conftest import ARTICLES, Answer, Dateline
from tests.tui.commands.test_own_knowledge import STORY, ZUBROWKA

UNDATED = "Sergei Lavrov met Choe Son Hui in Moscow on Tuesday.\n"


@pytest.fixture
def papers(articles: Path) -> Path:
    """A folder of all that can happen: copies, the undated, the empty, the broken, pictures."""
    for number in range(8):
        told = STORY.replace("05-02", f"05-{number + 10}")
        (articles / f"story-{number}.txt").write_text(told, encoding="utf-8")
    for name in ("again-1.txt", "again-2.txt", "zagain.txt"):
        (articles / name).write_text(ARTICLES["meeting.txt"], encoding="utf-8")
    for name in ("2024-03-07.txt", "2024-03-14.txt"):  # the same bytes, and their names date them
        (articles / name).write_text(UNDATED, encoding="utf-8")
    (articles / "undated.txt").write_text(f"An envoy\n\n{UNDATED}", encoding="utf-8")
    (articles / "empty.txt").write_text("", encoding="utf-8")
    (articles / "broken.html").write_bytes(b"\x00" * 100)
    (articles / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return articles


@pytest.mark.slow
class TestTheSameAsByOne:
    @staticmethod
    def ingested(dateline: Dateline, name: str, *arguments: str | Path) -> tuple[Answer, str]:
        """Ingests into a store of that name; returns what was said, and all that stands in the store."""
        told = dateline("ingest", *arguments, "--store", name)
        with closing(Store.open(name)) as store:
            rows = "\n".join(
                line
                for line in store._connection.iterdump()
                if not line.startswith(('INSERT INTO "_sqlite_migrations"', 'INSERT INTO "ingest_run"'))
            )
        return told, rows

    def test_the_store_and_what_is_said_of_it(self, dateline: Dateline, papers: Path, tmp_path: Path) -> None:
        own = tmp_path / "zubrowka.toml"
        own.write_text(ZUBROWKA, encoding="utf-8")
        given = (papers, "nowhere.txt", "--entities", own)
        for again in ((), ("--published", "2024-06-21")):
            one = self.ingested(dateline, "one.db", *given, *again, "--jobs", "1")
            two = self.ingested(dateline, "two.db", *given, *again, "--jobs", "2")
            assert one == two
            assert one[0].status == 2
            assert "gustave-agnes" in two[1]

    def test_what_is_printed(self, dateline: Dateline, papers: Path) -> None:
        one, two = (dateline("extract", papers, "nowhere.txt", "--jobs", jobs) for jobs in ("1", "2"))
        assert one == two
        assert one.status == 2

    def test_what_is_printed_of_lines_on_standard_input(self, dateline: Dateline) -> None:
        lines = [json.dumps({"text": UNDATED, "id": str(number)}) for number in range(20)]
        texts = "\n".join([*lines[:9], "{", *lines[9:]]).encode()
        given = ("extract", "-", "--input-format", "jsonl", "--published", "2024-06-21")
        one, two = (dateline(*given, "--jobs", jobs, stdin=texts) for jobs in ("1", "2"))
        assert one == two
        assert [json.loads(line)["id"] for line in two.out.splitlines()] == list(map(str, range(20)))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="it has no Ctrl-C that a test could send")
def test_ctrl_c_keeps_what_was_finished_and_ends_all(papers: Path, tmp_path: Path) -> None:
    for number in range(400):
        told = STORY.replace("05-02", f"05-{number % 28 + 1:02d}").replace("Wednesday", f"May {number}")
        (papers / f"wire-{number:03}.txt").write_text(told, encoding="utf-8")
    command = (sys.executable, "-m", "tui.command", "ingest", papers, "--jobs", "2", "--store", "store.db")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    running = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    end = time.monotonic() + 60
    while stored(tmp_path / "store.db") == 0 and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=60)  # it has an end when all who could write have ended
    assert (running.returncode, errors.strip()) == (130, "Stopped; what was finished is kept.")
    assert stored(tmp_path / "store.db") > 0


def stored(path: Path) -> int:
    """Returns how many documents a store holds, 0 where it is not made yet."""
    try:
        with Store.open(path, read_only=True, create=False) as store:
            return store.stats().documents
    except Exception:
        return 0

"""Runs the command in this process, on a few documents of our own."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from tui.command import main

ARTICLES = {
    "meeting.txt": """\
Title: Leaders meet in Vladivostok
Date: 2019-04-26
Publisher: The Example Gazette

VLADIVOSTOK - Russian President Vladimir Putin met North Korean leader Kim Jong Un on Thursday.

South Korean President Moon Jae-in welcomed the meeting on Friday.
""",
    "missile.txt": """\
Title: North Korea fires missile
Date: 2017-11-30
Publisher: The Example Gazette

SEOUL - North Korea launched a ballistic missile on Wednesday, South Korea's Joint Chiefs of Staff said.
""",
}


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str


class Dateline(Protocol):
    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Answer: ...


@pytest.fixture
def dateline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Dateline:
    """Runs `dateline` in a folder of its own, with a store of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "store.db"))

    def call(*arguments: str | Path, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main()
        captured = capfd.readouterr()
        return Answer(int(left.value.code or 0), captured.out, captured.err)

    return call


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder

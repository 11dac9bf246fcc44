"""Files that a reader names: completed, and written whole or not at all."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus import UsageError
from tui.files import completed, spare_store, write_whole


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "sub folder").mkdir()
    for name in (
        "sub folder/one.md",
        "sub folder/other.md",
        "alone.md",
        ".hidden",
        "한국-1",
        "한국-2",
        "bad\n1",
    ):
        (tmp_path / name).write_text("old", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("al", "alone.md"),
        ("sub", "sub folder/"),
        ("sub folder/", "sub folder/o"),
        ("sub folder/on", "sub folder/one.md"),
        ("./al", "./alone.md"),
        ("~/al", "~/alone.md"),
        ("한", "한국-"),
        (".h", ".hidden"),
        ("bad", "bad"),
        ("nothing", "nothing"),
        ("no folder/x", "no folder/x"),
        ("~nobody-of-that-name/x", "~nobody-of-that-name/x"),
        ("a\x00", "a\x00"),
    ],
)
def test_a_name_goes_on_as_far_as_all_files_agree(typed: str, name: str) -> None:
    assert completed(typed) == name


def test_a_text_is_written_as_it_is(folder: Path) -> None:
    write_whole(folder / "alone.md", ["한\r\n", "two\n"])
    assert (folder / "alone.md").read_bytes() == "한\r\ntwo\n".encode()


def test_what_was_there_stays_where_writing_fails(folder: Path) -> None:
    def parts() -> Iterator[str]:
        yield "new"
        raise RuntimeError

    before = sorted(folder.iterdir())
    with pytest.raises(RuntimeError):
        write_whole(folder / "alone.md", parts())
    assert (folder / "alone.md").read_text(encoding="utf-8") == "old"
    assert sorted(folder.iterdir()) == before


def test_a_link_stays_a_link_and_rights_stay_as_they_are(folder: Path) -> None:
    (folder / "alone.md").chmod(0o640)
    (folder / "link.md").symlink_to("alone.md")
    write_whole(folder / "link.md", ["new"])
    assert (folder / "link.md").is_symlink()
    assert (folder / "alone.md").read_text(encoding="utf-8") == "new"
    assert (folder / "alone.md").stat().st_mode & 0o777 == 0o640


def test_a_pipe_stays_a_pipe_and_gets_the_text(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with ThreadPoolExecutor() as reader:
        read = reader.submit((folder / "pipe").read_text, encoding="utf-8")
        write_whole(folder / "pipe", ["new"])
        assert read.result(60) == "new"
    assert (folder / "pipe").is_fifo()


@pytest.mark.parametrize("name", ["own.db", "own.db-wal", "link.db"])
def test_the_store_itself_is_spared(folder: Path, name: str) -> None:
    (folder / "link.db").symlink_to("own.db")
    with pytest.raises(UsageError, match="is the store itself"):
        spare_store(folder / name, folder / "own.db")
    spare_store(folder / "other.md", folder / "own.db")

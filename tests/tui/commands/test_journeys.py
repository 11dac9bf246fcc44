"""The command as people use it: take away, extract, and pipe."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.commands.conftest import Dateline


class TestTakingEventsAway:
    @pytest.fixture(autouse=True)
    def store(self, dateline: Dateline, articles: Path) -> None:
        dateline("ingest", articles)

    def test_markdown_goes_to_standard_output(self, dateline: Dateline) -> None:
        assert dateline("export").out.startswith("# ")

    def test_markdown_goes_to_a_file_that_is_not_overwritten(
        self, dateline: Dateline, tmp_path: Path
    ) -> None:
        assert dateline("export", "--actor", "Kim Jong Un", "--output", "kim.md").status == 0
        written = (tmp_path / "kim.md").read_text(encoding="utf-8")
        assert "The Example Gazette" in written
        again = dateline("export", "--output", "kim.md")
        assert again.status == 2
        assert "--force" in again.err
        assert (tmp_path / "kim.md").read_text(encoding="utf-8") == written

    def test_a_folder_that_is_not_there_is_an_error(self, dateline: Dateline) -> None:
        answer = dateline("export", "--output", "no/such/folder.md")
        assert answer.status == 2
        assert "no/such/folder.md" in answer.err

    @pytest.mark.parametrize("name", ["store.db", "store.db-wal", "./store.db"])
    def test_the_store_itself_is_never_overwritten(self, dateline: Dateline, name: str) -> None:
        answer = dateline("export", "--output", name, "--force")
        assert answer.status == 2
        assert "is the store itself" in answer.err
        assert dateline("store", "check").status == 0

    def test_a_backup_is_a_store(self, dateline: Dateline) -> None:
        assert dateline("store", "backup", "copy.db").status == 0
        assert dateline("search", "--store", "copy.db").out == dateline("search").out


class TestExtractingWithoutAStore:
    def test_prints_one_object_a_document(self, dateline: Dateline, articles: Path, tmp_path: Path) -> None:
        answer = dateline("extract", articles)
        objects = [json.loads(line) for line in answer.out.splitlines()]
        assert [found["published"] for found in objects] == ["2019-04-26", "2017-11-30"]
        assert not (tmp_path / "store.db").exists()

    def test_offsets_point_into_the_text(self, dateline: Dateline, articles: Path) -> None:
        found = json.loads(dateline("extract", articles / "meeting.txt").out)
        for part in (*found["times"], *found["mentions"]):
            assert found["text"][part["start"] : part["end"]] == part["text"]
        assert found["events"]

    def test_json_lines_are_taken_as_they_are(self, dateline: Dateline) -> None:
        text = "  Kim Jong Un met Moon\u00a0Jae-in on Friday."
        line = json.dumps({"id": "a", "text": text, "published": "2018-04-28"})
        found = json.loads(dateline("extract", "--input-format", "jsonl", "-", stdin=line.encode()).out)
        assert found["id"] == "a"
        assert found["text"] == text
        assert [time["value"] for time in found["times"]] == ["2018-04-27"]

    def test_a_bad_line_is_named_and_the_others_are_read(self, dateline: Dateline, tmp_path: Path) -> None:
        lines = tmp_path / "texts.jsonl"
        lines.write_text('{"text": "Kim spoke."}\nnot json\n{"text": "Moon spoke."}\n', encoding="utf-8")
        answer = dateline("extract", "--input-format", "jsonl", lines)
        assert len(answer.out.splitlines()) == 2
        assert answer.status == 2
        assert "texts.jsonl, line 2" in answer.err

    def test_what_is_not_known_is_null(self, dateline: Dateline) -> None:
        found = json.loads(dateline("extract", "-", stdin=b"Kim Jong Un spoke on Friday.").out)
        assert found["published"] is None
        assert found["publisher"] is None
        assert found["times"][0]["value"] is None
        assert "publication date" in found["times"][0]["why"]


class TestWithoutATerminal:
    def test_letters_that_the_locale_cannot_write_are_written_all_the_same(self, tmp_path: Path) -> None:
        story = tmp_path / "story.txt"
        story.write_text("Vladimir Putin met Kim Jong Un (김정은) on 19 June 2024.\n", encoding="utf-8")
        told = subprocess.run(
            [sys.executable, "-m", "tui.command", "extract", str(story)],
            capture_output=True,
            env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""},
            check=True,
        )
        assert "김정은" in json.loads(told.stdout.decode("utf-8"))["text"]

    def test_names_are_found_that_the_locale_cannot_read(self, dateline: Dateline, articles: Path) -> None:
        dateline("ingest", articles)
        escaped = "김정은".encode().decode("ascii", "surrogateescape")
        assert dateline("actors", escaped).out.splitlines()[1].split("\t")[1] == "Kim Jong Un"
        assert dateline("search", "--actor", escaped).out == dateline("search", "--actor", "김정은").out

    def test_signs_are_nobody_s_name(self, dateline: Dateline, articles: Path) -> None:
        dateline("ingest", articles)
        assert "Nobody is known as" in dateline("actors", "?!").err

    def test_the_timeline_is_printed(self, dateline: Dateline, articles: Path) -> None:
        dateline("ingest", articles)
        assert "2019-04-25" in dateline().out
        assert dateline("browse").out == dateline().out

    def test_a_store_named_first_holds_for_the_command_that_follows(
        self, dateline: Dateline, articles: Path, tmp_path: Path
    ) -> None:
        dateline("--store", "other.db", "ingest", articles)
        assert (tmp_path / "other.db").exists()
        assert "2019-04-25" in dateline("search", "--store", "other.db").out

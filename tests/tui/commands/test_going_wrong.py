"""What the command says when it goes wrong, and how it helps."""

from pathlib import Path

import pytest

from tests.tui.commands.conftest import Dateline


class TestGoingWrong:
    def test_a_name_is_looked_up_without_a_store(self, dateline: Dateline) -> None:
        answer = dateline("actors", "Kim Jong Um")
        assert answer.status == 0
        assert "kim-jong-un" in answer.out.splitlines()[1]
        assert "Nobody is known as “zzxqv”" in dateline("actors", "zzxqv").err
        assert "dateline ingest" in dateline("actors").err

    def test_no_store_says_how_to_make_one(self, dateline: Dateline) -> None:
        answer = dateline("search")
        assert answer.status == 2
        assert "dateline ingest" in answer.err

    def test_a_file_that_is_no_store_is_left_alone(self, dateline: Dateline, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("my notes", encoding="utf-8")
        for command in (["search"], ["ingest", "."], ["store", "stats"]):
            answer = dateline(*command, "--store", "notes.txt")
            assert answer.status == 2
            assert "notes.txt" in answer.err
            assert "Traceback" not in answer.err
        assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "my notes"

    @pytest.mark.parametrize(
        "arguments",
        [
            ["search", "--from", "the day before never"],
            ["search", "--from", "2023-13"],
            ["search", "--kind", "PARTY"],
            ["search", "--country", "Korea"],
            ["search", "--type", "nation"],
            ["export", "--status", "perhaps"],
            ["search", "--sources", "none"],
            ["search", "--without", "Nobody Atall"],
            ["search", "--from", "2024", "--to", "2023"],
            ["ingest", ".", "--published", "2024-06"],
            ["extract"],
            ["fly"],
            ["search", "--limit", "0"],
        ],
    )
    def test_bad_options_are_explained(
        self, dateline: Dateline, articles: Path, arguments: list[str]
    ) -> None:
        dateline("ingest", articles)
        answer = dateline(*arguments)
        assert answer.status == 2
        assert answer.err.strip()
        assert "Traceback" not in answer.err

    def test_escape_sequences_in_a_name_do_not_reach_the_terminal(self, dateline: Dateline) -> None:
        answer = dateline("extract", "no\x1b[31mfile")
        assert answer.status == 2
        assert "\x1b" not in answer.err


class TestHelp:
    @pytest.mark.parametrize("name", ["browse", "ingest", "extract", "search", "export", "actors", "store"])
    def test_every_command_teaches_by_example(self, dateline: Dateline, name: str) -> None:
        answer = dateline(name, "--help")
        assert answer.status == 0
        assert f"dateline {name}" in answer.out.split("Examples:")[1]

    def test_the_version_is_told(self, dateline: Dateline) -> None:
        assert dateline("--version").out.startswith("dateline, version ")

"""What the command says when it goes wrong, and how it helps."""

import json
from errno import ENOSPC
from pathlib import Path
from types import SimpleNamespace

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
            ["search", "--country", "XXX"],
            ["actors", "list", "--country", "QQQ"],
            ["search", "--type", "nation"],
            ["export", "--status", "perhaps"],
            ["search", "--sources", "none"],
            ["search", "--without", "Nobody Atall"],
            ["search", "--from", "2024", "--to", "2023"],
            ["ingest", ".", "--published", "2024-06"],
            ["extract"],
            ["fly"],
            ["search", "--limit", "0"],
            ["search", "--sources", "9" * 20],
            ["correct", "9" * 20],
            ["star", "9" * 20],
            ["store", "changes", "--run", "9" * 20],
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

    def test_a_country_that_there_is_not_says_how_to_find_its_code(
        self, dateline: Dateline, articles: Path
    ) -> None:
        dateline("ingest", articles)
        answer = dateline("export", "--country", "GER")
        assert answer.status == 2
        assert "“GER” is the code of no country" in answer.err
        assert "dateline actors NAME" in answer.err
        assert "DEU" in dateline("actors", "germany").out
        assert "No event matches" in dateline("search", "--country", "deu").err

    def test_a_country_that_only_the_store_knows_is_found(self, dateline: Dateline, tmp_path: Path) -> None:
        told = "SEOUL - Deputy Minister Oh Min-taek met Russian Foreign Minister Sergei Lavrov on Thursday.\n"
        (tmp_path / "story.txt").write_text(f"Date: 2019-04-26\n\n{told}", encoding="utf-8")
        dateline("ingest", "story.txt")
        assert dateline("actors", "accept", "Oh Min-taek", "--country", "ABW").status == 0
        assert "Oh Min-taek" in dateline("search", "--country", "ABW").out

    def test_bytes_that_are_no_letters_are_replaced_in_what_is_kept(
        self, dateline: Dateline, articles: Path
    ) -> None:
        dateline("ingest", articles)
        number = dateline("search", "moon").out.split()[-1]
        for arguments in (
            ["note", number, "who \udcffpaid?"],
            ["tag", number, "--add", "arms\udcff"],
            ["correct", number, "--headline", "Moon \udcffwelcomes it"],
        ):
            assert dateline(*arguments).status == 0
        shown = dateline("correct", number).out
        assert "note: who \ufffdpaid?" in shown
        assert "tags: arms\ufffd" in shown
        assert "Moon \ufffdwelcomes it" in shown

    @pytest.mark.parametrize("host", ["a..b", "x" * 80, "\udcff"])
    def test_what_no_machine_is_called_is_no_host(self, dateline: Dateline, host: str) -> None:
        pytest.importorskip("textual_serve")
        answer = dateline("serve", "--host", host)
        assert answer.status == 2
        assert "--host" in answer.err.splitlines()[-1]


class TestWhatCannotBeUsed:
    LONG = "x" * 5000

    @pytest.mark.parametrize(
        "arguments",
        [
            ["search", "--store", LONG],
            ["ingest", ".", "--store", LONG],
            ["export", "--output", LONG],
            ["extract", LONG],
            ["extract", ".", "--model", LONG],
        ],
    )
    def test_a_name_that_no_file_can_have_is_named(
        self, dateline: Dateline, articles: Path, arguments: list[str]
    ) -> None:
        dateline("ingest", articles)
        answer = dateline(*arguments)
        assert answer.status == 2
        assert "File name too long" in answer.err

    def test_it_costs_the_others_nothing(self, dateline: Dateline, articles: Path) -> None:
        answer = dateline("ingest", self.LONG, articles)
        assert answer.status == 2
        assert "2 read: 2 added, 0 updated, 0 unchanged, 1 skipped" in answer.out

    def test_an_argument_that_is_empty_is_no_folder(self, dateline: Dateline, articles: Path) -> None:
        for command in ("ingest", "extract"):
            answer = dateline(command, "")
            assert answer.status == 2
            assert "an empty argument names no file" in answer.err

    def test_links_in_a_circle_are_told(self, dateline: Dateline, articles: Path) -> None:
        (articles / "circle.txt").symlink_to("circle.txt")
        answer = dateline("ingest", articles)
        assert answer.status == 0
        assert "circle.txt: is a link to nothing" in answer.out

    def test_folders_may_lie_as_deep_as_they_can(self, dateline: Dateline, tmp_path: Path) -> None:
        folders = [tmp_path / "d"]
        folders += (folders[0].joinpath(*"d" * depth) for depth in range(1, 1200))
        for folder in folders:
            folder.mkdir()
        story = folders[-1] / "story.txt"
        story.write_text("Vladimir Putin met Kim Jong Un.\n", encoding="utf-8")
        answer = dateline("ingest", "d")
        story.unlink()
        for folder in reversed(folders):  # what clears the folders of all tests goes only so deep
            folder.rmdir()
        assert "1 read" in answer.out

    def test_a_closed_standard_input_is_told(
        self, dateline: Dateline, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.commands.sources.sys", SimpleNamespace(stdin=None))
        for command in ("ingest", "extract"):
            answer = dateline(command, "-")
            assert answer.status == 2
            assert "standard input is closed" in answer.err

    def test_a_disk_that_is_full_is_told(
        self, dateline: Dateline, articles: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(ENOSPC, "No space left on device")

        dateline("ingest", articles)
        monkeypatch.setattr("tui.commands.search.print_events", full)
        answer = dateline("search")
        assert answer.status == 2
        assert "No space left on device; check" in answer.err


class TestNamesOfFiles:
    NAMES = ("one\ntwo\x1b[31m.txt", "three\udcff.txt")

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A folder with files that are read and files that are not, under names that act on a terminal."""
        folder = tmp_path / "papers"
        folder.mkdir()
        for name in self.NAMES:
            try:
                (folder / name).write_text("Vladimir Putin met Kim Jong Un on Wednesday.\n", encoding="utf-8")
                (folder / f"no {name}").write_bytes(b"%PDF-1.7")
            except OSError:
                pytest.skip("the file system takes no such names")
        return folder

    def test_each_has_a_line_of_the_account(self, dateline: Dateline, folder: Path) -> None:
        answer = dateline("ingest", folder)
        assert "\x1b" not in answer.out
        told = [Path(line.partition(": ")[0].strip()).name for line in answer.out.splitlines()]
        for name in ("one two\u241b[31m.txt", "three\ufffd.txt"):
            assert told.count(name) == told.count(f"no {name}") == 1

    def test_each_is_json(self, dateline: Dateline, folder: Path) -> None:
        answer = dateline("extract", folder)
        paths = [json.loads(line)["path"] for line in answer.out.splitlines()]
        assert [Path(path).name for path in paths] == ["one\ntwo\x1b[31m.txt", "three\ufffd.txt"]
        assert len(answer.err.splitlines()) == 2


class TestHelp:
    @pytest.mark.parametrize("name", ["browse", "ingest", "extract", "search", "export", "actors", "store"])
    def test_every_command_teaches_by_example(self, dateline: Dateline, name: str) -> None:
        answer = dateline(name, "--help")
        assert answer.status == 0
        assert f"dateline {name}" in answer.out.split("Examples:")[1]

    def test_the_version_is_told(self, dateline: Dateline) -> None:
        assert dateline("--version").out.startswith("dateline, version ")

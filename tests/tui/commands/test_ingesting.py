"""The command reads documents into the store."""

from pathlib import Path

import pytest

from tests.tui.commands.conftest import Dateline


class TestReadingDocumentsIntoTheStore:
    def test_says_what_it_did(self, dateline: Dateline, articles: Path) -> None:
        answer = dateline("ingest", articles)
        assert answer.status == 0
        assert "2 read: 2 added, 0 updated, 0 unchanged, 0 skipped" in answer.out

    def test_a_second_time_changes_nothing(self, dateline: Dateline, articles: Path) -> None:
        dateline("ingest", articles)
        before = dateline("search", "--format", "jsonl").out
        assert "0 added, 0 updated, 2 unchanged" in dateline("ingest", articles).out
        assert dateline("search", "--format", "jsonl").out == before

    def test_reads_standard_input(self, dateline: Dateline, articles: Path) -> None:
        answer = dateline("ingest", "-", stdin=(articles / "meeting.txt").read_bytes())
        assert "1 read: 1 added" in answer.out

    def test_an_undated_document_can_be_given_its_date_later(
        self, dateline: Dateline, tmp_path: Path
    ) -> None:
        story = tmp_path / "story.txt"
        story.write_text("Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.\n", encoding="utf-8")
        first = dateline("ingest", story)
        assert "no publication date (give it with --published DATE): 1" in first.out
        assert "story.txt" in first.out
        assert "1 updated" in dateline("ingest", story, "--published", "2024-06-21").out
        assert "2024-06-19" in dateline("search").out

    def test_a_later_ingest_without_the_date_keeps_it(self, dateline: Dateline, tmp_path: Path) -> None:
        story = tmp_path / "story.txt"
        story.write_text("Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.\n", encoding="utf-8")
        dateline("ingest", story, "--published", "2024-06-21")
        dateline("ingest", story)
        assert "2024-06-19" in dateline("search").out

    def test_what_undated_documents_retell_tells_their_date(self, dateline: Dateline, tmp_path: Path) -> None:
        folder = tmp_path / "papers"
        folder.mkdir()
        dated = {
            "2024-03-06": "Sergei Lavrov met his North Korean counterpart Choe Son Hui in Moscow on Tuesday.",
            "2024-03-08": "Japan imposed sanctions on three Russian shipping firms on Thursday for carrying"
            " artillery shells to the port of Dunai.",
        }
        for day, text in dated.items():
            (folder / f"{day}.txt").write_text(f"A headline\n\nDate: {day}\n\n{text}\n", encoding="utf-8")
        (folder / "echo.txt").write_text(
            "Sergei Lavrov received North Korean Foreign Minister Choe Son Hui in Moscow on Tuesday.\n\n"
            "Japan imposed sanctions on three Russian shipping firms on Thursday that had carried artillery"
            " shells to the port of Dunai.\n\nThe Kremlin said on Friday that the step was hostile.\n",
            encoding="utf-8",
        )
        told = dateline("ingest", folder).out
        assert "publication date estimated (--published DATE corrects it): 1\n" in told
        assert "echo.txt: about Fri 8 Mar 2024, for it retells dated events: “on Tuesday” is" in told
        assert "2024-03-08~" in dateline("search", "Kremlin").out
        assert "0 new events, 0 gained" in dateline("ingest", folder).out
        assert "no publication date" in dateline("ingest", folder, "--no-estimate").out
        assert "No event" in dateline("search", "Kremlin").err
        dateline("ingest", folder)
        dateline("ingest", folder / "echo.txt", "--published", "2024-03-11")
        assert "~" not in dateline("search", "Kremlin").out

    def test_estimates_can_be_switched_off_for_good(
        self, dateline: Dateline, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path))
        settings = tmp_path / "config.toml"
        settings.write_text("estimate = false\n", encoding="utf-8")
        assert dateline("ingest", articles).status == 0
        settings.write_text('estimate = "no"\n', encoding="utf-8")
        answer = dateline("ingest", articles)
        assert (answer.status, "estimate is true or false" in answer.err) == (2, True)

    def test_the_store_itself_is_not_told_as_skipped(
        self, dateline: Dateline, articles: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DATELINE_STORE", str(articles / "mine.db"))
        assert "2 added, 0 updated, 0 unchanged, 0 skipped" in dateline("ingest", articles).out
        again = dateline("ingest", articles).out
        assert "2 unchanged, 0 skipped" in again
        assert "mine.db" not in again

    def test_one_event_is_told_as_one(self, dateline: Dateline, tmp_path: Path) -> None:
        story = tmp_path / "story.txt"
        story.write_text("Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.\n", encoding="utf-8")
        told = dateline("ingest", story, "--published", "2024-06-21").out
        assert "1 new event, 0 gained sources" in told

    def test_names_what_it_skips_in_a_folder_and_goes_on(self, dateline: Dateline, articles: Path) -> None:
        (articles / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
        answer = dateline("ingest", articles)
        assert answer.status == 0
        assert "2 added" in answer.out
        assert "1 skipped" in answer.out
        assert "picture.png" in answer.out

    def test_a_file_named_by_the_user_that_cannot_be_read_is_an_error(
        self, dateline: Dateline, articles: Path
    ) -> None:
        answer = dateline("ingest", articles / "meeting.txt", "nowhere.txt")
        assert answer.status == 2
        assert "1 added" in answer.out
        assert "nowhere.txt" in answer.out + answer.err

    def test_a_name_mistyped_at_first_makes_no_store(self, dateline: Dateline, tmp_path: Path) -> None:
        answer = dateline("ingest", "artcles")
        assert answer.status == 2
        assert "artcles" in answer.err
        assert not (tmp_path / "store.db").exists()

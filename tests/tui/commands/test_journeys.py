"""The command as people use it: ingest, look, extract, export, and what happens when it goes wrong."""

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from store import Query, Store
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


class TestLookingForEvents:
    @pytest.fixture(autouse=True)
    def store(self, dateline: Dateline, articles: Path) -> None:
        dateline("ingest", articles)

    def test_lists_them_by_date(self, dateline: Dateline) -> None:
        lines = dateline("search").out.splitlines()
        days = [line.split()[0] for line in lines[1:]]
        assert days == sorted(days)
        assert {"2017-11-29", "2019-04-25"} <= set(days)

    def test_by_actor_under_another_name(self, dateline: Dateline) -> None:
        assert "2019-04-25" in dateline("search", "--actor", "김정은").out
        assert "2017-11-29" not in dateline("search", "--actor", "김정은").out

    def test_by_one_actor_or_another_and_without_a_third(self, dateline: Dateline) -> None:
        either = dateline("search", "--any-actor", "Moon Jae-in", "--any-actor", "North Korea").out
        assert {"2017-11-29", "2019-04-26"} <= set(either.split())
        assert "2019-04-25" not in either
        without = dateline("search", "--without", "Moon Jae-in", "--without", "north korea").out
        assert "2019-04-25" in without
        assert not {"2017-11-29", "2019-04-26"} & set(without.split())

    def test_by_what_acts_and_how_sure_it_is(self, dateline: Dateline) -> None:
        people = dateline("search", "--type", "Person").out
        assert "2019-04-25" in people
        assert "2017-11-29" not in people
        assert dateline("search", "--type", "state", "--status", "happened", "--actor", "dprk").out
        assert "No event matches" in dateline("search", "--status", "denied").err
        assert "No event matches" in dateline("search", "--sources", "2").err
        assert dateline("search", "--sources", "1").out == dateline("search").out

    def test_by_publisher_in_any_case_and_by_a_part_of_its_name(
        self, dateline: Dateline, articles: Path
    ) -> None:
        (articles / "later.txt").write_text(
            "Title: Two leaders meet\nDate: 2023-09-14\nPublisher: Harbour Courier\n\n"
            "Vladimir Putin met Kim Jong Un on Wednesday at a launch site in the far east of Russia.\n",
            encoding="utf-8",
        )
        dateline("ingest", articles)
        told = dateline("search", "--publisher", "harbour").out
        assert "2023-09-13" in told
        assert "2019-04-25" not in told
        answer = dateline("search", "--publisher", "Nobody Times")
        assert answer.status == 2
        assert "no publisher “Nobody Times”" in answer.err
        assert "Harbour Courier" in answer.err

    def test_by_a_saved_search_and_more(self, dateline: Dateline, tmp_path: Path) -> None:
        with Store.open(tmp_path / "store.db") as store:
            store.save_query("Late", Query(first=date(2019, 1, 1)))
        late = dateline("search", "--saved", "late").out
        assert "2019-04-25" in late
        assert "2017-11-29" not in late
        assert "2019-04-25" not in dateline("search", "--saved", "late", "--without", "kim jong un").out
        assert "there is: “Late”" in dateline("search", "--saved", "early").err

    def test_an_export_takes_the_same_filters(self, dateline: Dateline) -> None:
        written = dateline(
            "export", "--any-actor", "putin", "--without", "moon jae-in", "--type", "person"
        ).out
        assert "Putin" in written
        assert "welcomed" not in written.split("\n[^")[0]

    def test_by_country_and_period(self, dateline: Dateline) -> None:
        found = dateline("search", "--country", "PRK", "--from", "2017", "--to", "november 2017").out
        assert "2017-11-29" in found
        assert "2019" not in found

    def test_by_words(self, dateline: Dateline) -> None:
        assert "2017-11-29" in dateline("search", "missile").out

    def test_a_line_of_json_holds_the_evidence(self, dateline: Dateline) -> None:
        event = json.loads(dateline("search", "--actor", "Putin", "--format", "jsonl").out.splitlines()[0])
        passage = event["passages"][0]
        assert event["value"] == "2019-04-25"
        assert passage["publisher"] == "The Example Gazette"
        assert "met North Korean leader" in passage["text"]

    def test_csv_can_be_read_back(self, dateline: Dateline) -> None:
        rows = list(csv.DictReader(io.StringIO(dateline("search", "--format", "csv").out)))
        assert {"2017-11-29", "2019-04-25"} <= {row["value"] for row in rows}

    def test_no_match_says_what_to_do(self, dateline: Dateline) -> None:
        answer = dateline("search", "zeppelin")
        assert answer.status == 0
        assert "No event matches" in answer.err

    def test_an_unknown_actor_is_an_error_with_a_way_out(self, dateline: Dateline) -> None:
        answer = dateline("search", "--actor", "Nobody Atall")
        assert answer.status == 2
        assert "Nobody Atall" in answer.err

    def test_actors_are_listed_with_their_events(self, dateline: Dateline) -> None:
        lines = dateline("actors").out.splitlines()[1:]
        counts = [int(line.split()[0]) for line in lines]
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] > 0

    def test_a_name_lists_all_who_bear_it(self, dateline: Dateline) -> None:
        lines = dateline("actors", "kim", "--limit", "1000").out.splitlines()[1:]
        first, others = lines[0], "\n".join(lines[1:])
        assert {"1", "kim-jong-un", "1984–", "PRK"} <= set(first.split())
        assert "kim-il-sung" in others
        assert "1912–1994" in others
        assert all(line.startswith("0\t") for line in lines[1:])

    def test_offices_come_with_their_terms_the_latest_first(self, dateline: Dateline) -> None:
        line = dateline("actors", "Vladimir Putin").out.splitlines()[1]
        assert line.split("president of Russia")[1].startswith(" 2012–")
        assert "prime minister of Russia" in line

    def test_actors_of_a_country_or_a_type(self, dateline: Dateline) -> None:
        assert "kim-jong-un" not in dateline("actors", "kim", "--country", "kor", "--limit", "999").out
        assert "moon-jae-in" in dateline("actors", "--country", "KOR", "--type", "person").out
        assert "joint-chiefs" in dateline("actors", "joint chiefs", "--type", "armed force").out
        assert dateline("actors", "--type", "robot").status == 2

    def test_more_actors_than_asked_for_are_counted(self, dateline: Dateline) -> None:
        answer = dateline("actors", "kim", "--limit", "2")
        assert len(answer.out.splitlines()) == 3
        assert "more" in answer.err

    def test_a_person_whom_nobody_listed_is_marked(self, dateline: Dateline, tmp_path: Path) -> None:
        story = "Date: 2024-06-21\n\nForeign Ministry spokesman Zug Zugmann met Vladimir Putin on Thursday.\n"
        (tmp_path / "story.txt").write_text(story, encoding="utf-8")
        dateline("ingest", "story.txt")
        assert "Zug Zugmann (unverified)" in dateline("actors", "zugmann").out

    def test_stats_count(self, dateline: Dateline) -> None:
        assert "documents  2" in dateline("store", "stats").out

    def test_a_whole_store_passes_the_check(self, dateline: Dateline) -> None:
        assert dateline("store", "check").status == 0


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


class TestHelp:
    @pytest.mark.parametrize("name", ["browse", "ingest", "extract", "search", "export", "actors", "store"])
    def test_every_command_teaches_by_example(self, dateline: Dateline, name: str) -> None:
        answer = dateline(name, "--help")
        assert answer.status == 0
        assert f"dateline {name}" in answer.out.split("Examples:")[1]

    def test_the_version_is_told(self, dateline: Dateline) -> None:
        assert dateline("--version").out.startswith("dateline, version ")

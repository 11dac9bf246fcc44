"""The command looks for events and for those who act."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from store import Query, Store
from tests.tui.commands.conftest import Dateline


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

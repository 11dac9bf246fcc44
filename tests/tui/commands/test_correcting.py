"""Somebody who knows better: corrections, the journal, and what an ingest changed."""

import json
from pathlib import Path

import pytest

from tests.tui.commands.conftest import Dateline


def numbers(dateline: Dateline, *filters: str) -> list[int]:
    lines = dateline("search", *filters, "--format", "jsonl").out.splitlines()
    return [json.loads(line)["id"] for line in lines]


@pytest.fixture
def event(dateline: Dateline, articles: Path) -> str:
    """The number of the meeting, in a store of a few events."""
    dateline("ingest", articles)
    return str(numbers(dateline, "--kind", "CONSULT")[0])


class TestCorrectingAnEvent:
    def test_its_number_stands_in_the_table(self, dateline: Dateline, event: str) -> None:
        line = next(line for line in dateline("search").out.splitlines() if "2019-04-25" in line)
        assert line.split()[-1] == event

    def test_it_is_shown_with_its_passages(self, dateline: Dateline, event: str) -> None:
        shown = dateline("correct", event).out
        assert f"event {event} · 2019-04-25 · CONSULT · happened" in shown
        assert "actor: Kim Jong Un (kim-jong-un)" in shown
        assert "The Example Gazette · Leaders meet in Vladivostok · 2019-04-26" in shown

    def test_another_date(self, dateline: Dateline, event: str, articles: Path) -> None:
        answer = dateline("correct", event, "--date", "2019-04-24")
        assert (answer.status, answer.out) == (0, f"date: event {event}: date is 2019-04-24\n")
        dateline("ingest", articles)
        shown = dateline("correct", event).out
        assert "2019-04-24" in shown
        assert "date: corrected from Thu 25 Apr 2019 on 20" in shown

    def test_kind_status_headline_and_actors_at_once(self, dateline: Dateline, event: str) -> None:
        changes = ["--kind", "agree", "--status", "announced", "--headline", "A summit is planned"]
        answer = dateline("correct", event, *changes, "--target", "Moon Jae-in", "--without", "Putin")
        assert answer.status == 0
        shown = dateline("correct", event).out
        assert "AGREE · announced" in shown
        assert "A summit is planned" in shown
        assert "actor: Moon Jae-in (moon-jae-in), target" in shown
        assert "(vladimir-putin)" not in shown
        assert len(dateline("journal").out.splitlines()) == 2 * 4

    def test_a_rejected_event_leaves_the_timeline_and_can_come_back(
        self, dateline: Dateline, event: str
    ) -> None:
        dateline("correct", event, "--reject")
        assert "2019-04-25" not in dateline("search").out
        assert "2019-04-25" in dateline("journal", "rejected").out
        assert "rejected" in dateline("correct", event).out
        dateline("correct", event, "--accept")
        assert "2019-04-25" in dateline("search").out

    def test_two_events_become_one_and_two_again(self, dateline: Dateline, event: str) -> None:
        before = dateline("search").out
        other = next(str(number) for number in numbers(dateline) if str(number) != event)
        assert "are one event" in dateline("correct", "merge", event, other).out
        merged = numbers(dateline)
        passages = [
            line.split()[1]
            for number in merged
            for line in dateline("correct", str(number)).out.splitlines()
            if line.startswith("passage")
        ]
        assert len(passages) == len(merged) + 1
        whole = event if int(event) in merged else other
        assert "is an event of its own" in dateline("correct", "split", whole, passages[0]).out
        dateline("journal", "undo")
        dateline("journal", "undo")
        assert dateline("search").out == before

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--date", "yesterday"],
            ["--kind", "PARTY"],
            ["--status", "true"],
            ["--headline", " "],
            ["--source", "Nobody at all"],
            ["--reject", "--accept"],
        ],
    )
    def test_what_cannot_be_is_explained(self, dateline: Dateline, event: str, arguments: list[str]) -> None:
        answer = dateline("correct", event, *arguments)
        assert answer.status == 2
        assert answer.err.strip()
        assert "Traceback" not in answer.err
        assert "Nothing has been corrected" in dateline("journal").err

    @pytest.mark.parametrize(
        "arguments",
        [
            ["correct", "999", "--reject"],
            ["correct", "999"],
            ["correct", "merge", "1"],
            ["correct", "split", "1", "999"],
            ["journal", "undo"],
            ["journal", "redo"],
        ],
    )
    def test_what_is_not_there_is_named(self, dateline: Dateline, event: str, arguments: list[str]) -> None:
        answer = dateline(*arguments)
        assert answer.status == 2
        assert "Traceback" not in answer.err

    def test_no_store_is_made(self, dateline: Dateline, tmp_path: Path) -> None:
        for arguments in (["correct", "1", "--reject"], ["journal"], ["journal", "undo"]):
            answer = dateline(*arguments)
            assert answer.status == 2
            assert "dateline ingest" in answer.err
        assert not (tmp_path / "store.db").exists()


class TestTheJournal:
    def test_lists_the_newest_first_with_the_words_it_hangs_on(self, dateline: Dateline, event: str) -> None:
        dateline("correct", event, "--date", "2019-04-24")
        dateline("correct", event, "--kind", "AGREE")
        dateline("journal", "undo")
        kind, words, date, _ = dateline("journal").out.splitlines()
        assert kind.endswith(f"kind: event {event}: kind is AGREE, was CONSULT (undone)")
        assert date.endswith(f"date: event {event}: date is 2019-04-24, was Thu 25 Apr 2019")
        assert "met North Korean leader Kim Jong Un on Thursday" in words

    @pytest.mark.parametrize(
        "unfit",
        [
            ("--headline", ""),
            ("--headline", "  "),
            ("--date", "soon"),
            ("--source", "Nobody Atall"),
            ("--source", "Putin", "--without", "Vladimir Putin"),
        ],
    )
    def test_of_several_changes_all_are_made_or_none(
        self, dateline: Dateline, event: str, unfit: tuple[str, ...]
    ) -> None:
        before = dateline("correct", event).out
        assert dateline("correct", event, "--kind", "AID", *unfit).status == 2
        assert dateline("correct", event).out == before
        assert "Nothing has been corrected" in dateline("journal").err

    def test_undo_and_redo(self, dateline: Dateline, event: str) -> None:
        dateline("correct", event, "--date", "2019-04-24")
        assert dateline("journal", "undo").out.startswith("undone: date: ")
        assert "2019-04-25" in dateline("search").out
        assert dateline("journal", "redo").out.startswith("redone: date: ")
        assert "2019-04-24" in dateline("search").out

    def test_holds_when_the_document_gets_another_date(self, dateline: Dateline, tmp_path: Path) -> None:
        story = tmp_path / "story.txt"
        story.write_text("Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.\n", encoding="utf-8")
        dateline("ingest", story, "--published", "2024-06-21")
        dateline("correct", str(numbers(dateline)[0]), "--date", "2024-06-18")
        dateline("ingest", story, "--published", "2024-07-21")
        assert "2024-06-18" in dateline("search").out
        assert "corrected from Wed 17 Jul 2024" in dateline("correct", str(numbers(dateline)[0])).out


class TestWhatAnIngestChanged:
    def test_is_counted_in_its_account(self, dateline: Dateline, articles: Path) -> None:
        first = dateline("ingest", articles).out
        assert f"{len(numbers(dateline))} new events, 0 gained sources, 0 changed date" in first
        assert "0 new events, 0 gained sources, 0 changed date" in dateline("ingest", articles).out

    def test_is_listed_until_the_next_one(self, dateline: Dateline, tmp_path: Path) -> None:
        assert "no store" in dateline("store", "changes").err
        story = tmp_path / "story.txt"
        story.write_text("Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.\n", encoding="utf-8")
        dateline("ingest", story, "--published", "2024-06-21")
        listed = dateline("store", "changes").out
        assert "new: 1\n  2024-06-19  " in listed
        assert "changed date: 0" in listed
        assert "1 changed date" in dateline("ingest", story, "--published", "2024-07-21").out
        listed = dateline("store", "changes").out
        assert "new: 0" in listed
        assert "changed date: 1\n  2024-07-17 (was 2024-06-19)  " in listed
        assert "new: 1" in dateline("store", "changes", "--run", "1").out
        unknown = dateline("store", "changes", "--run", "99")
        assert (unknown.status, "no ingest 99 is remembered" in unknown.err) == (2, True)


class TestHelp:
    @pytest.mark.parametrize("name", ["correct", "journal"])
    def test_teaches_by_example(self, dateline: Dateline, name: str) -> None:
        answer = dateline(name, "--help")
        assert answer.status == 0
        assert f"dateline {name}" in answer.out.split("Examples:")[1]


def test_several_passages_are_split_off_at_once(dateline: Dateline, event: str) -> None:
    other = next(str(number) for number in numbers(dateline) if str(number) != event)
    dateline("correct", "merge", event, other)
    (whole,) = {str(number) for number in numbers(dateline)} & {event, other}
    shown = dateline("correct", whole).out.splitlines()
    first, second = (line.split()[1] for line in shown if line.startswith("passage"))
    refused = dateline("correct", "split", whole, first, second)
    assert (refused.status, "nothing to split" in refused.err) == (2, True)
    assert dateline("correct", "split", whole, second).status == 0
    assert len(numbers(dateline)) == len({*numbers(dateline)})

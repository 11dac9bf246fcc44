"""From the command line: star, tag, note and basket, find them again, and export in every form."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from store import Store
from store.schema import STEPS
from tests.tui.commands.conftest import Dateline


@pytest.fixture
def desk(dateline: Dateline, articles: Path) -> Dateline:
    """The command with a store of the articles."""
    assert dateline("ingest", articles).status == 0
    return dateline


def number(desk: Dateline, words: str) -> str:
    """Returns the number of the first event with these words."""
    return str(json.loads(desk("search", words, "--format", "jsonl").out.splitlines()[0])["id"])


class TestSaying:
    def test_a_star(self, desk: Dateline) -> None:
        event = number(desk, "missile")
        assert desk("star", event).out == "starred 1 event\n"
        assert f"(event {event})" in desk("star").out
        assert "★" in desk("search", "missile").out
        assert "\nstarred\n" in desk("correct", event).out
        assert len(desk("search", "--starred", "--format", "jsonl").out.splitlines()) == 1
        assert desk("star", event, "--remove").out == "took the star from 1 event\n"
        assert "No event is starred" in desk("star").err

    def test_tags(self, desk: Dateline) -> None:
        missile, meeting = number(desk, "missile"), number(desk, "Putin")
        assert desk("tag", missile, meeting, "--add", "Talks", "--add", "to check").status == 0
        assert desk("tag", missile, "--remove", "talks").out == "took “talks” from 1 event\n"
        assert desk("tag").out == "     2  to check\n     1  Talks\n"
        found = desk("search", "--tag", "talks", "--tag", "to check", "--format", "jsonl").out.splitlines()
        assert [json.loads(line)["tags"] for line in found] == [["Talks", "to check"]]

    def test_a_note(self, desk: Dateline) -> None:
        event = number(desk, "missile")
        assert desk("note", event).err == f"There is no note on event {event}.\n"
        desk("note", event, "Which", "kind?")
        assert desk("note", event).out == "Which kind?\n"
        assert "    Which kind?\n" in desk("note").out
        assert len(desk("search", "--noted", "--format", "jsonl").out.splitlines()) == 1
        assert desk("note", event, "--remove").err == "The note was: Which kind?\n"
        assert "No event has a note" in desk("note").err

    def test_the_basket(self, desk: Dateline, tmp_path: Path) -> None:
        desk("basket", number(desk, "missile"))
        assert "missile" in desk("basket").out
        assert desk("export", "--basket", "--output", tmp_path / "b.md").err.startswith("1 event written")

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("star", "9999"), "there is no event 9999"),
            (("star", "--remove"), "name the events"),
            (("tag", "1"), "say which tag"),
            (("tag", "--add", "x"), "name the events to tag"),
            (("tag", "1", "--add", "a,b"), "no comma"),
            (("note", "1", "words", "--remove"), "leave out WORDS or --remove"),
            (("note", "1", " "), "a note without words"),
            (("search", "--tag", "nobody's"), "no event has the tag “nobody's”; no event has one"),
            (("export", "--format", "csv", "--mermaid"), "are for Markdown, not for csv"),
            (("export", "--format", "svg", "--layout", "table"), "are for Markdown, not for svg"),
        ],
    )
    def test_what_cannot_be_is_told(self, desk: Dateline, arguments: tuple[str, ...], told: str) -> None:
        answer = desk(*arguments)
        assert answer.status == 2
        assert told in answer.err


class TestExporting:
    def test_layouts(self, desk: Dateline) -> None:
        assert "| Date | Who | Kind | What | Sources |" in desk("export", "--layout", "table").out
        actors = desk("export", "--layout", "actors", "--mermaid").out
        assert "## Kim Jong Un (1 event)" in actors
        assert "```mermaid\ntimeline\n" in actors

    def test_a_calendar(self, desk: Dateline, tmp_path: Path) -> None:
        path = tmp_path / "all.ics"
        desk("export", "--format", "ics", "--output", path)
        calendar = Calendar.from_ical(path.read_bytes())
        assert len(calendar.walk("VEVENT")) == len(desk("search", "--format", "jsonl").out.splitlines())

    def test_a_picture(self, desk: Dateline, tmp_path: Path) -> None:
        path = tmp_path / "all.svg"
        desk("export", "--format", "svg", "--output", path)
        assert ElementTree.parse(path).getroot().tag.endswith("svg")

    def test_a_picture_has_the_lanes_of_the_configuration(
        self, desk: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "config.toml").write_text('lanes = ["JPN", "RUS"]', encoding="utf-8")
        monkeypatch.setenv("DATELINE_CONFIG", str(tmp_path))
        assert ">JPN</text>" in desk("export", "--format", "svg").out

    def test_a_file_that_is_there_stays_where_writing_fails(self, desk: Dateline, tmp_path: Path) -> None:
        folder = tmp_path / "closed"
        folder.mkdir()
        assert desk("export", "--output", folder / "nowhere" / "x.md").status == 2
        assert not list(folder.iterdir())


def test_a_store_of_an_older_dateline_is_brought_up_to_date(
    dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("store.schema.STEPS", STEPS[:6])
        earlier.setattr("store.schema.SCHEMA", 6)
        earlier.setattr("store.opening.SCHEMA", 6)
        Store.open(tmp_path / "store.db").close()
    assert "No event is starred" in dateline("star").err
    assert dateline("store", "check").status == 0

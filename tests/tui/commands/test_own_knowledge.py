"""A desk that makes dateline its own: entities, lanes, and what is wrong with their files."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import UsageError, use_entities
from tests.tui.commands.conftest import Dateline
from tui.configuration import read_configuration

ZUBROWKA = """\
[[entity]]
id = "zubrowka"
name = "Zubrowka"
type = "state"
country = "ZZB"
demonyms = ["Zubrowkan"]

[[entity]]
id = "gustave-agnes"
name = "Gustave Agnes"
type = "person"
country = "ZZB"
aliases = ["The Concierge"]
"""
STORY = "Date: 2024-05-02\n\nGustave Agnes of Zubrowka met Vladimir Putin in Moscow on Wednesday.\n"


@pytest.fixture(autouse=True)
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "configuration"
    (folder / "entities").mkdir(parents=True)
    monkeypatch.setenv("DATELINE_CONFIG", str(folder))
    yield folder
    use_entities()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


class TestEntitiesOfOnesOwn:
    def test_from_a_file_named(self, dateline: Dateline, story: Path, tmp_path: Path) -> None:
        own = tmp_path / "zubrowka.toml"
        own.write_text(ZUBROWKA, encoding="utf-8")
        found = json.loads(dateline("extract", story, "--entities", own).out)
        assert {"gustave-agnes", "zubrowka"} <= {mention["entity"] for mention in found["mentions"]}

    def test_from_the_configuration_folder(
        self, dateline: Dateline, story: Path, configuration: Path
    ) -> None:
        (configuration / "entities" / "zubrowka.toml").write_text(ZUBROWKA, encoding="utf-8")
        found = json.loads(dateline("extract", story).out)
        assert "gustave-agnes" in {mention["entity"] for mention in found["mentions"]}

    def test_documents_are_read_again_once_they_are_known(
        self, dateline: Dateline, story: Path, configuration: Path
    ) -> None:
        dateline("ingest", story)
        assert "1 unchanged" in dateline("ingest", story).out
        (configuration / "entities" / "zubrowka.toml").write_text(ZUBROWKA, encoding="utf-8")
        assert "1 updated" in dateline("ingest", story).out
        assert "2024-05-01" in dateline("search", "--actor", "The Concierge").out

    def test_a_file_that_breaks_the_form_is_an_error(
        self, dateline: Dateline, story: Path, tmp_path: Path
    ) -> None:
        own = tmp_path / "broken.toml"
        own.write_text('[[entity]]\nid = "x"\nname = ', encoding="utf-8")
        answer = dateline("extract", story, "--entities", own)
        assert answer.status == 2
        assert "broken.toml" in answer.err
        assert "Traceback" not in answer.err

    def test_a_pipe_among_them_is_not_waited_for(self, dateline: Dateline, configuration: Path) -> None:
        os.mkfifo(configuration / "entities" / "pipe.toml")
        (configuration / "entities" / "own.toml").write_text(ZUBROWKA, encoding="utf-8")
        assert "gustave-agnes" in dateline("actors", "concierge").out


class TestCheckingAFileOfEntities:
    def test_one_in_order(self, dateline: Dateline, tmp_path: Path) -> None:
        own = tmp_path / "zubrowka.toml"
        own.write_text(ZUBROWKA, encoding="utf-8")
        answer = dateline("actors", "check", own)
        assert (answer.status, answer.err) == (0, "")

    def test_problems_are_told_by_line(self, dateline: Dateline, tmp_path: Path) -> None:
        own = tmp_path / "zubrowka.toml"
        own.write_text(ZUBROWKA.replace('"person"', '"wizard"'), encoding="utf-8")
        answer = dateline("actors", "check", own)
        assert answer.status == 2
        assert "zubrowka.toml:11" in answer.err

    def test_a_file_that_is_not_there(self, dateline: Dateline) -> None:
        answer = dateline("actors", "check", "nowhere.toml")
        assert answer.status == 2
        assert "nowhere.toml" in answer.err


class TestAModelThatIsNotInstalled:
    def test_says_how_to_install_it(self, dateline: Dateline, story: Path) -> None:
        answer = dateline("extract", story, "--model", "en_core_web_none")
        assert answer.status == 2
        assert "spacy download en_core_web_none" in answer.err


class TestLanes:
    def test_are_left_to_dateline(self) -> None:
        assert read_configuration().lanes is None

    def test_are_read(self, configuration: Path) -> None:
        (configuration / "config.toml").write_text('lanes = ["CHN", "JPN"]', encoding="utf-8")
        assert read_configuration().lanes == ("CHN", "JPN")

    @pytest.mark.parametrize(
        "text",
        [
            'lanes = "PRK"',
            "lanes = []",
            'lanes = ["Korea"]',
            'lanes = ["PRK", "PRK"]',
            "lanes = [",
            "colour = 1",
        ],
    )
    def test_what_they_cannot_be_is_an_error_that_names_the_file(
        self, configuration: Path, text: str
    ) -> None:
        (configuration / "config.toml").write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=r"config\.toml"):
            read_configuration()

"""Somebody who knows the people that nobody listed: accepts, merges and rejects them by name."""

from pathlib import Path

import pytest

from tests.tui.commands.conftest import Dateline

STORIES = {
    "harbour.txt": """\
Title: Envoys talk in the harbour
Date: 2024-03-05
Publisher: The Port Paper

ULSAN - South Korean First Vice Foreign Minister Pak Dal-su met Russian Ambassador Igor Testov on Monday.

Dr Helen Marsh of the Harbour Institute told reporters on Monday that Russia would send grain.
""",
    "inland.txt": """\
Title: Deputy minister hosts envoy
Date: 2024-03-06
Publisher: The Inland Herald

SEOUL - Deputy Foreign Minister Bak Dal-su received Russian Ambassador Igor Testov on Monday in Ulsan.
""",
}


@pytest.fixture(autouse=True)
def read(dateline: Dateline, tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert dateline("ingest", folder).status == 0
    return folder


def rows(answer: str) -> list[dict[str, str]]:
    """Returns a table as a program in a pipe reads it."""
    head, *lines = (line.split("\t") for line in answer.splitlines())
    return [dict(zip(head, line, strict=True)) for line in lines]


def names(dateline: Dateline) -> set[str]:
    return {row["name"] for row in rows(dateline("actors", "unverified").out)}


def test_they_are_listed_with_where_they_stand(dateline: Dateline) -> None:
    found = rows(dateline("actors", "unverified").out)
    assert found[0]["name"] == "Igor Testov"
    assert (found[0]["documents"], found[0]["country"], found[0]["said"]) == ("2", "RUS", "unverified")
    assert "Russian Ambassador Igor Testov" in found[0]["as in"]
    assert "and 1 more" not in dateline("actors", "unverified").err
    assert "more; see them with --limit" in dateline("actors", "unverified", "--limit", "1").err


def test_an_accepted_one_is_verified_with_what_is_known_better(dateline: Dateline) -> None:
    answer = dateline("actors", "accept", "helen marsh", "--country", "usa", "--name", "Helen T. Marsh")
    assert (answer.status, answer.out) == (0, "Helen Marsh is verified as Helen T. Marsh\n")
    (row,) = rows(dateline("actors", "marsh").out)
    assert (row["name"], row["country"]) == ("Helen T. Marsh", "USA")
    assert len(rows(dateline("search", "--country", "USA").out)) == 1
    assert "Helen Marsh" not in names(dateline)


def test_two_names_become_one_and_their_events_too(dateline: Dateline, read: Path) -> None:
    assert len(rows(dateline("search", "--kind", "CONSULT").out)) == 2
    assert dateline("actors", "merge", "Bak Dal-su", "pak dal-su").status == 0
    (event,) = rows(dateline("search", "--actor", "Bak Dal-su", "--kind", "CONSULT").out)
    assert event["actors"] == "Pak Dal-su → Igor Testov"
    dateline("ingest", read)
    assert len(rows(dateline("search", "--kind", "CONSULT").out)) == 1
    assert "same: “Bak Dal-su”: is Pak Dal-su" in dateline("journal").out
    assert dateline("journal", "undo").status == 0
    assert len(rows(dateline("search", "--kind", "CONSULT").out)) == 2


def test_a_listed_one_whom_the_store_does_not_know_is_found(dateline: Dateline) -> None:
    answer = dateline("actors", "merge", "Igor Testov", "Sergei Lavrov")
    assert "Lavrov" in answer.out
    assert len(rows(dateline("search", "--actor", "lavrov").out)) == 2


def test_a_rejected_one_is_gone_until_accepted(dateline: Dateline) -> None:
    dateline("actors", "reject", "Helen Marsh")
    assert "Nobody is known as “helen marsh”" in dateline("actors", "helen marsh").err
    assert "Helen Marsh" not in names(dateline)
    everybody = {row["name"]: row["said"] for row in rows(dateline("actors", "unverified", "--all").out)}
    assert everybody["Helen Marsh"] == "nobody"
    dateline("actors", "accept", "Helen Marsh")
    assert rows(dateline("actors", "helen marsh").out)[0]["name"] == "Helen Marsh"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("reject", "Russia"), "nobody named “Russia” waits to be verified"),
        (("accept", "Nobody Atall"), "nobody named “Nobody Atall” waits"),
        (("merge", "Helen Marsh", "Nobody Atall"), "nobody is known as “Nobody Atall”"),
        (("merge", "Helen Marsh", "Helen Marsh"), "already"),
        (("accept", "Helen Marsh", "--type", "robot"), "robot"),
    ],
)
def test_what_cannot_be_is_told(dateline: Dateline, arguments: tuple[str, ...], says: str) -> None:
    answer = dateline("actors", *arguments)
    assert answer.status == 2
    assert says in answer.err
    assert "Nothing has been corrected" in dateline("journal").err


def test_a_file_that_is_not_there_is_told_in_words(dateline: Dateline) -> None:
    answer = dateline("actors", "check", "missing.toml")
    assert answer.status == 2
    assert "'missing.toml' does not exist" in answer.err
    assert "Errno" not in answer.err


def test_kims_are_people_whose_name_is_kim(dateline: Dateline) -> None:
    found = rows(dateline("actors", "kim", "--limit", "999").out)
    assert "gimhae" not in {row["id"] for row in found}
    types = [row["type"] for row in found]
    assert types == sorted(types, key=lambda type_: type_ != "person")
    assert not any(cell != cell.strip() for row in found for cell in row.values())

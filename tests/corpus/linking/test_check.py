"""The rules of an entity file, and the messages for who breaks them."""

from pathlib import Path

import pytest

from corpus.linking.check import check_entities, check_files
from corpus.linking.load import SHIPPED, load

REALM = Path(__file__).with_name("realm.toml")
GOOD = '[[entity]]\nid = "norland"\nname = "Norland"\ntype = "state"\ncountry = "NRL"\n'
PRESIDENT = '[[office]]\ntitle = "president"\nwords = ["president"]\n'


def person(id: str, name: str, since: str, until: str) -> str:
    term = f'{{ title = "president", of = "norland", since = {since}, until = {until} }}'
    return f'[[entity]]\nid = "{id}"\nname = "{name}"\ntype = "person"\ncountry = "NRL"\noffices = [{term}]\n'


def problems(tmp_path: Path, text: str) -> list[tuple[int, str]]:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.text) for problem in check_entities(path)]


def test_the_shipped_files_keep_the_rules() -> None:
    assert [str(problem) for problem in check_files(sorted(SHIPPED.glob("*.toml")))] == []


def test_a_good_file_has_no_problem() -> None:
    assert check_entities(REALM) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD + 'colour = "red"\n', 6, "unknown key “colour”"),
        (GOOD.replace('"state"', '"realm"'), 4, "“realm” is no type"),
        (GOOD.replace('"norland"', '"Nor Land"'), 2, "is no id"),
        (GOOD.replace('"NRL"', '"Norland"'), 5, "country code"),
        (GOOD.replace('name = "Norland"\n', ""), 1, "needs “name”"),
        (GOOD + "\n" + GOOD, 8, "the id “norland” is taken"),
        (GOOD + 'stands_for = "nowhere"\n', 6, "no entity has the id “nowhere”"),
        (GOOD + 'role = "foreign-office"\n', 6, "“foreign-office” is no role"),
        (GOOD + 'aliases = "NL"\n', 6, "“aliases” is a list"),
        (GOOD + "since = 1990\nuntil = 1980\n", 7, "before it begins"),
        (GOOD + 'since = "long ago"\n', 6, "“since” is a day"),
        (GOOD + 'offices = [{ title = "tsar", of = "norland" }]\n', 6, "no office has the title “tsar”"),
        (GOOD + "\n[[country]]\n", 1, "unknown table or key “country”"),
        (GOOD + "country = ", 6, "TOML"),
        ("entity = 3\n", 1, "“entity” is written [[entity]]"),
        ("decoys = [1]\n", 1, "“decoys” is a list of texts"),
        (GOOD.replace('"norland"', "7"), 2, "“id” is a text"),
        (PRESIDENT + "\n" + PRESIDENT.replace('"president"]', "7]"), 7, "“words” is a list of texts"),
    ],
)
def test_a_problem_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    found = problems(tmp_path, text)
    assert any(words in said and at == line for at, said in found), found


def test_terms_that_overlap_are_told(tmp_path: Path) -> None:
    one = person("ann-low", "Ann Low", "2010-01-05", "2015-01-05")
    two = person("bob-high", "Bob High", "2014-06-01", "2018-01-05")
    ((line, text),) = problems(tmp_path, PRESIDENT + GOOD + one + two)
    assert "two hold one office at once: president of norland" in text
    assert line > 9


def test_a_handover_in_one_day_or_one_year_is_no_overlap(tmp_path: Path) -> None:
    one = person("ann-low", "Ann Low", "2010-01-05", "2015-01-05")
    two = person("bob-high", "Bob High", "2015-01-05", "2018")
    three = person("cy-lee", "Cy Lee", "2018", "2020")
    assert problems(tmp_path, PRESIDENT + GOOD + one + two + three) == []


def test_a_name_of_two_needs_a_rule(tmp_path: Path) -> None:
    twin = GOOD.replace('"norland"', '"nordland"')
    ((_, text),) = problems(tmp_path, GOOD + twin)
    assert "“Norland” also names" in text
    assert problems(tmp_path, GOOD + twin.replace("NRL", "NDL")) == []


def test_a_file_may_name_what_the_base_knows(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(person("zed-orlov", "Zed Orlov", "1990", "1995"), encoding="utf-8")
    assert check_entities(path, load([REALM])) == []
    assert len(check_entities(path)) == 2


def test_a_problem_shows_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD + "colour = 1\n", encoding="utf-8")
    (problem,) = check_entities(path)
    assert str(problem).startswith(f"{path}:6: ")


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    (problem,) = check_entities(tmp_path / "none.toml")
    assert "cannot be read" in problem.text or "No such file" in problem.text

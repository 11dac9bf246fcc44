"""What the linking of a text promises, beside the hand-written cases."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from corpus import EntityType, InvalidEntities, linking, mentions
from corpus.linking.linker import Linker
from corpus.linking.load import load
from corpus.sentences import sentences

REALM = Path(__file__).with_name("realm.toml")


def found(text: str, published: date | None = None) -> list[tuple[str, str]]:
    page = Linker(load([REALM])).page(text, published, sentences(text), [])
    return [(text[each.start : each.end], each.entity.id) for each in page.found]


def test_a_knowledge_base_of_ones_own_is_enough() -> None:
    text = "Norland's president met Anna Orlov in Norhaven. Norhaven objected to Orlov Street."
    assert found(text, date(2012, 5, 1)) == [
        ("Norland's president", "anna-orlov"),
        ("Anna Orlov", "anna-orlov"),
        ("Norhaven", "norhaven"),
        ("Norhaven", "norland"),
    ]


@pytest.mark.parametrize(
    ("day", "holder"),
    [(date(2015, 2, 28), "anna-orlov"), (date(2015, 3, 2), "boris-orlov"), (None, "boris-orlov")],
)
def test_an_office_means_its_holder_on_the_day(day: date | None, holder: str) -> None:
    assert found("The Norland president spoke.", day) == [("Norland president", holder)]


def test_an_office_before_anybody_held_it_means_nobody() -> None:
    assert found("The Norland president spoke.", date(1999, 1, 1)) == [("Norland", "norland")]


def test_a_surname_of_two_goes_to_who_holds_the_office() -> None:
    assert found("Norlanders heard Orlov speak.", date(2012, 1, 1))[-1] == ("Orlov", "anna-orlov")
    assert found("Norlanders heard Orlov speak.", date(2019, 1, 1))[-1] == ("Orlov", "boris-orlov")


def test_a_weak_name_needs_support() -> None:
    assert found("Everybody likes Iron Anna here.") == []
    assert found("Everybody likes Iron Anna in Norland.")[0] == ("Iron Anna", "anna-orlov")


def test_an_acronym_keeps_its_case() -> None:
    assert found("NL agreed, nl did not, Nl neither.") == [("NL", "norland")]


def test_a_file_of_the_user_adds_and_overrides(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(
        REALM.read_text(encoding="utf-8")
        + '\n[[entity]]\nid = "north-korea"\nname = "North Korea"\ntype = "state"\ncountry = "XXX"\n',
        encoding="utf-8",
    )
    linking.use(files=[mine])
    by_id = {mention.entity: mention for mention in mentions("Norland, North Korea and South Korea met.")}
    assert set(by_id) == {"norland", "north-korea", "south-korea"}
    assert by_id["north-korea"].country == "XXX"


def test_a_broken_file_of_the_user_is_told(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[entity]]\nid = "x"\n', encoding="utf-8")
    with pytest.raises(InvalidEntities, match=r"mine\.toml"):
        linking.use(files=[mine])


def test_all_entities_are_sorted_and_many() -> None:
    entities = linking.all_entities()
    assert len(entities) >= 700
    assert [entity.id for entity in entities] == sorted({entity.id for entity in entities})


def test_mentions_are_sorted_and_quote_the_text() -> None:
    text = (
        "“Putin’s aide,” said Kim Jong Un’s envoy in Seoul.\nThe two Koreas — N. Korea & S. Korea — agreed."
    )
    linked = linking.link(text, None, sentences(text), [])
    assert list(linked.mentions) == sorted(linked.mentions, key=lambda m: m.start)
    assert all(text[m.start : m.end] == m.text for m in linked.mentions)
    assert [e.id for e in linked.entities] == sorted({m.entity for m in linked.mentions})


def test_a_state_in_the_words_for_somebody_else_is_a_mention_of_its_own() -> None:
    text = "The US president and a Japanese government official met South Korea's president."
    inside = [(m.text, m.entity) for m in mentions(text, date(2023, 5, 1))]
    assert inside == [
        ("US president", "joe-biden"),
        ("US", "united-states"),
        ("Japanese government", "japanese-government"),
        ("Japanese", "japan"),
        ("South Korea's president", "yoon-suk-yeol"),
        ("South Korea", "south-korea"),
    ]


def test_a_seat_of_power_that_acts_is_named_as_a_body_and_means_the_state() -> None:
    text = "The Kremlin said the leaders met in the Kremlin. Moscow and the White House agreed."
    told = [(m.text, m.entity, m.type) for m in mentions(text, date(2023, 5, 1))]
    assert [each for each in told if each[1] != "moscow"] == [
        ("Kremlin", "russia", EntityType.PUBLIC_BODY),
        ("Kremlin", "kremlin", EntityType.PLACE),
        ("Moscow", "russia", EntityType.STATE),
        ("White House", "united-states", EntityType.PUBLIC_BODY),
    ]


def test_offsets_count_code_points() -> None:
    text = "🚀🚀 Ünlü: North Korea"
    (mention,) = mentions(text)
    assert text[mention.start : mention.end] == "North Korea"


def test_an_unlisted_person_is_unverified_and_the_same_in_every_text() -> None:
    texts = ("Dr Zoë Hartmann spoke.", "said Zoe Hartmann, a lawyer.")
    people = [linking.link(text, None, sentences(text), []).entities[0] for text in texts]
    assert {person.id for person in people} == {"person-zoe-hartmann"}
    assert all(person.type is EntityType.PERSON and not person.verified for person in people)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "a", "\x00\x1b[31mKim\x07", "<b>Kim</b>'; DROP TABLE x;--", "김", "’", "A."]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    assert all(mention.text in text for mention in mentions(text))


@pytest.mark.parametrize(
    "unit",
    [
        "Kim ",
        "A. ",
        "North-South ",
        "the ",
        "U.S.-",
        "'s ",
        "Mr ",
        "of ",
        "(AB) ",
        "A of ",
        "президент ",
        "김정은",
        "\n",
    ],
)
def test_hostile_repetition_ends(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    linked = linking.link(text, date(2020, 1, 1), sentences(text), [])
    assert all(text[m.start : m.end] == m.text for m in linked.mentions)


def test_the_corpus_loads_spacy_only_when_it_is_needed() -> None:
    code = (
        "import sys, corpus, corpus.linking; corpus.linking.all_entities(); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

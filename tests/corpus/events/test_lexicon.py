"""The tables: forms, and that no entry is dead."""

import tomllib
from importlib.resources import files

import pytest

from corpus import Kind
from corpus.events.inflection import Form, verb_forms, with_s
from corpus.events.lexicon import lexicon

WORDS = tomllib.loads(files("corpus.events").joinpath("lexicon.toml").read_text("utf-8"))
IRREGULAR = tomllib.loads(files("corpus.events").joinpath("grammar.toml").read_text("utf-8"))["irregular"]


@pytest.mark.parametrize(
    ("lemma", "present", "past", "ing"),
    [
        ("meet", "meets", "met", "meeting"),
        ("expel", "expels", "expelled", "expelling"),
        ("visit", "visits", "visited", "visiting"),
        ("test-fire", "test-fires", "test-fired", "test-firing"),
        ("ratify", "ratifies", "ratified", "ratifying"),
        ("die", "dies", "died", "dying"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("slap", "slaps", "slapped", "slapping"),
        ("deploy", "deploys", "deployed", "deploying"),
    ],
)
def test_verbs_are_inflected(lemma: str, present: str, past: str, ing: str) -> None:
    forms = {form: word for word, form in verb_forms(lemma, IRREGULAR)}
    assert (forms[Form.PRESENT], forms[Form.PAST], forms[Form.ING]) == (present, past, ing)


def test_plurals() -> None:
    assert [with_s(noun) for noun in ("treaty", "launch", "sanction", "convoy")] == [
        "treaties",
        "launches",
        "sanctions",
        "convoys",
    ]


def test_every_kind_has_words_and_leads_to_a_target() -> None:
    assert set(WORDS["verbs"]) == {kind.value for kind in Kind}
    assert set(lexicon().targets) == set(Kind)


def test_every_phrase_names_things_that_exist() -> None:
    classes = set(WORDS["things"]) | {"person", "state", "place"}
    for table in ("phrase", "happening", "scheduled"):
        for phrase in WORDS[table]:
            assert phrase["kind"] in Kind.__members__
            assert set(phrase["things"]) <= classes, phrase
            assert set(phrase.get("doers", [])) <= classes, phrase


def test_a_form_that_two_verbs_share_is_the_irregular_one() -> None:
    assert lexicon().forms["found"][0] == "find"
    assert lexicon().forms["founded"][0] == "found"

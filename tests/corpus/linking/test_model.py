"""A trained pipeline beside the knowledge base: here one that the test trains in a second."""

import random
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from thinc.api import fix_random_seed

from corpus import MissingModel, UsageError, linking, mentions

SENTENCES = (
    ("Quorl met {0} in the rain.", "Tevin Askold"),
    ("They saw {0} at noon.", "Marno Vell"),
    ("Later {0} left the hall.", "Ulla Brandt"),
    ("People like {0} a lot.", "Hedda Noor"),
)
NAMES = ("Tevin Askold", "Marno Vell", "Ulla Brandt", "Hedda Noor", "Zorin Teleki", "Vladimir Putin")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the folder of a pipeline that knows a handful of people."""
    fix_random_seed(7)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("PERSON")  # type: ignore[attr-defined]  # spaCy types a pipe as a function
    examples = []
    for frame, _ in SENTENCES:
        for name in NAMES:
            text = frame.format(name)
            start = text.index(name)
            entities = {"entities": [(start, start + len(name), "PERSON")]}
            examples.append(Example.from_dict(nlp.make_doc(text), entities))
    nlp.initialize(lambda: examples)
    shuffled = random.Random(7)
    for _ in range(30):
        shuffled.shuffle(examples)
        nlp.update(examples)
    folder = tmp_path_factory.mktemp("trained")
    nlp.to_disk(folder)
    return folder


def test_a_trained_pipeline_adds_what_nobody_listed(trained: Path) -> None:
    text = "They saw Zorin Teleki at noon."
    assert mentions(text) == []
    linking.use(model=str(trained))
    (mention,) = mentions(text)
    assert (mention.text, mention.entity) == ("Zorin Teleki", "person-zorin-teleki")


def test_the_knowledge_base_comes_first(trained: Path) -> None:
    linking.use(model=str(trained))
    found = mentions("They saw Vladimir Putin at noon in Pyongyang.")
    assert [mention.entity for mention in found] == ["vladimir-putin", "pyongyang"]


def test_a_missing_pipeline_says_how_to_install_it() -> None:
    with pytest.raises(MissingModel, match="python -m spacy download en_core_web_none"):
        linking.use(model="en_core_web_none")


def test_a_folder_that_is_no_pipeline_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(MissingModel, match="holds no spaCy pipeline"):
        linking.use(model=str(tmp_path))


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match="finds no entities"):
        linking.use(model=str(tmp_path / "blank"))

"""Entities found by a trained spaCy pipeline that the user has installed: second to the knowledge base."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language

from corpus.errors import MissingModel, UsageError
from corpus.linking import bodies, people
from corpus.linking.page import Found, How, Page
from corpus.linking.roster import Roster
from corpus.model import Entity, EntityType

# The labels of OntoNotes and of CoNLL; what is not among them (dates, sums, works) is no entity of ours.
LABELS = {
    "PERSON": EntityType.PERSON,
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}
FINDERS = ("ner", "entity_ruler", "span_ruler", "beam_ner")
NOT_NEEDED = ("tagger", "morphologizer", "parser", "senter", "lemmatizer", "attribute_ruler", "textcat")


class Span(NamedTuple):
    """What a pipeline found: offsets in code points, and the type that its label means."""

    start: int
    end: int
    type: EntityType


class TrainedModel:
    """A trained pipeline."""

    def __init__(self, name: str) -> None:
        self._nlp = load_model(name)

    def spans(self, text: str) -> list[Span]:
        """Returns the entities of a text, sorted by start, without articles and possessive endings."""
        spans = []
        for ent in self._nlp(text).ents:
            type = LABELS.get(ent.label_)
            start, end = trimmed(text, ent.start_char, ent.end_char)
            if type is not None and start < end:
                spans.append(Span(start, end, type))
        return spans


def load_model(name: str) -> Language:
    """Returns the pipeline with a name or at a path.

    Raises `MissingModel` where there is none, and `UsageError` for one that finds no entities.
    """
    try:
        nlp = spacy.load(name, exclude=list(NOT_NEEDED))
    except OSError as error:
        raise MissingModel(_missing(name)) from error
    if not set(FINDERS) & set(nlp.pipe_names):
        raise UsageError(
            f"the pipeline “{name}” finds no entities: it has {', '.join(nlp.pipe_names) or 'no parts'}"
        )
    return nlp


def _missing(name: str) -> str:
    if Path(name).exists() or "/" in name or "\\" in name:
        return f"{name} holds no spaCy pipeline; give the folder that holds its config.cfg"
    return (
        f"the trained pipeline “{name}” is not installed; install it with "
        f"`python -m spacy download {name}`, or give the path of a pipeline"
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the bounds of a name without an article before it and a possessive ending behind it."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    for ending in ("'s", "’s"):
        if text.endswith(ending, start, end):
            end -= len(ending)
    return start, end


def add_people(page: Page, spans: list[Span], roster: Roster) -> None:
    """Adds the people whom a pipeline found by first and last name, where the knowledge base found nobody."""
    for span in _free(page, spans):
        if span.type is EntityType.PERSON and " " in page.text[span.start : span.end]:
            found = _found(page, span)
            page.add(found)
            roster.enter(span.start, found.entity)


def add_rest(page: Page, spans: list[Span]) -> None:
    """Adds what else a pipeline found, where nothing has been found."""
    for span in _free(page, spans):
        page.add(_found(page, span))


def _free(page: Page, spans: list[Span]) -> Iterator[Span]:
    if not spans:
        return iter(())
    taken = [*((found.start, found.end) for found in page.found), *page.taken.items()]
    return (span for span in spans if not any(start < span.end and span.start < end for start, end in taken))


def _found(page: Page, span: Span) -> Found:
    name = " ".join(page.text[span.start : span.end].split())
    entity: Entity = (
        people.unlisted(name) if span.type is EntityType.PERSON else bodies.unlisted(name, span.type)
    )
    return Found(span.start, span.end, entity, How.CUE)

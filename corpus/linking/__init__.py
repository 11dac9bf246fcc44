"""Mentions of entities, found by name, office and cue, and linked to the knowledge base."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from corpus.model import Entity, Mention, Sentence, TimeExpression

if TYPE_CHECKING:
    from corpus.linking.check import Problem
    from corpus.linking.knowledge import Knowledge
    from corpus.linking.linker import Linker
    from corpus.linking.page import Found


@dataclass(frozen=True, slots=True)
class Linked:
    """The mentions of one text, sorted by start, and the entities that they refer to, sorted by id.

    Two mentions share their words where the words mean two entities ("the two leaders"); else none overlap.
    `as_named` has besides those that stand within another ("US" of "the US president"), the longer first, but
    none within the name of an election ("1967 South Korean presidential election"), and a state that acts by
    its seat of power has the type of a public body there.
    """

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    as_named: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where entities come from: files of the user's own, and the name or path of a trained pipeline."""

    files: tuple[Path, ...] = ()
    model: str | None = None


_sources = Sources()
YOUNG = 10_000  # objects made between collections: a document makes thousands that all go with it


def use(files: Sequence[Path] = (), model: str | None = None) -> None:
    """Makes all later calls know the entities of some files, and those that a trained pipeline finds.

    A later file overrides an earlier one, and all of them override what dateline ships. Raises
    `InvalidEntities` for a file that breaks the form, `MissingModel` for a pipeline that is not installed.
    """
    global _sources  # noqa: PLW0603 - one choice for the whole process, as with logging
    sources = Sources(tuple(files), model)
    known(sources.files)
    if model:
        from corpus.linking.model import load_model

        load_model(model)
    _sources = sources


def in_use() -> Sources:
    """Returns where entities come from now."""
    return _sources


def fingerprint() -> int:
    """Returns a number below 2**32 that tells the user's own entities and model apart; 0 without any."""
    parts = [path.read_bytes() for path in _sources.files] + [(_sources.model or "").encode()]
    return crc32(b"\0".join(parts)) if any(parts) else 0


def link(
    text: str,
    published: date | None,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
) -> Linked:
    """Returns the mentions of a text and their entities."""
    page = _linker(_sources).page(text, published, sentences, times)
    found = sorted((*page.found, *page.inner), key=lambda each: (each.start, -each.end))
    entities = {each.entity.id: each.entity for each in found}
    mentions = {each: each.mention(text) for each in found}
    return Linked(
        tuple([mentions[each] for each in page.found]),
        tuple([entities[id] for id in sorted(entities)]),
        tuple([each.as_named(mentions[each]) for each in _outside_events(text, found)]),
    )


def _outside_events(text: str, found: "Sequence[Found]") -> "Iterator[Found]":
    """Yields the mentions, sorted by start, that are no part of the name of an election or a war."""
    from corpus.linking.named_events import named_events

    events = sorted(named_events(text), reverse=True)
    for each in found:
        while events and events[-1][1] <= each.start:
            events.pop()
        if not events or each.start < events[-1][0] or events[-1][1] < each.end:
            yield each


def check_file(path: Path) -> "list[Problem]":
    """Returns what is wrong with a file of the user's, by line; it may name what dateline ships."""
    from corpus.linking.check import check_entities

    return check_entities(path, known())


def all_entities() -> tuple[Entity, ...]:
    """Returns every entity that is known, sorted by id. It loads no spaCy."""
    return tuple(sorted(known(_sources.files).entities, key=lambda entity: entity.id))


@cache
def known(files: tuple[Path, ...] = ()) -> "Knowledge":
    """Returns what dateline ships, with the entities of some files added."""
    from corpus.linking.load import load, load_shipped

    with _uncollected():
        shipped = load_shipped()
        return shipped.extended(load(files)) if files else shipped


@cache
def _linker(sources: Sources) -> "Linker":
    with _uncollected():
        from corpus.linking.linker import Linker

        linker = Linker(known(sources.files), sources.model)
    gc.set_threshold(YOUNG)
    gc.freeze()  # it is kept for good: walking it in each collection took a tenth of the time of analysing
    return linker


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the collector from walking again and again through what is being made and is there to stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()

"""Papers that name people whom nobody listed."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

import pytest

from corpus import (
    Actor,
    Analysis,
    Basis,
    Document,
    Entity,
    EntityType,
    Event,
    Kind,
    Mention,
    Precision,
    Role,
    Status,
)
from store import Same, Store

PAK = Entity("person-pak-dal-su", "Pak Dal-su", EntityType.PERSON, "KOR", verified=False)
PAK_AGAIN = Entity("person-bak-dal-su", "Bak Dal-su", EntityType.PERSON, None, verified=False)
TESTOV = Entity("person-igor-testov", "Igor Testov", EntityType.PERSON, "RUS", verified=False)
MONDAY = Entity("person-general-monday", "General Monday", EntityType.PERSON, None, verified=False)
LISTED = Entity("lim-dal-su", "Lim Dal-su", EntityType.PERSON, "KOR")
RUSSIA = Entity("russia", "Russia", EntityType.STATE, "RUS")
PEOPLE = (PAK, PAK_AGAIN, TESTOV, MONDAY, LISTED, RUSSIA)

Line = tuple[str, Kind, str]
"""A day, what happens, and a sentence in which the first named acts on the second."""

PAPERS: tuple[tuple[Line, ...], ...] = (
    (
        ("2023-09-13", Kind.CONSULT, "Pak Dal-su met Igor Testov in the harbour town."),
        ("2023-09-14", Kind.STATEMENT, "General Monday told reporters that nothing had been signed."),
    ),
    (("2023-09-13", Kind.CONSULT, "Bak Dal-su met Igor Testov in the harbour town on Wednesday."),),
    (
        ("2023-09-13", Kind.CONSULT, "Lim Dal-su received Igor Testov near the harbour."),
        ("2023-10-02", Kind.AID, "Pak Dal-su sent Russia forty tractors for the harvest."),
    ),
    (("2023-09-14", Kind.STATEMENT, "Pak Dal-su told General Monday that nothing had been signed."),),
)


def paper(number: int, lines: Sequence[Line], reading: int = 1) -> Analysis:
    """Returns a paper as the corpus would have read it."""
    text, events, mentions = "", [], []
    for day, kind, sentence in lines:
        start, on = len(text), date.fromisoformat(day)
        text += f"{sentence}\n"
        named = sorted((start + sentence.index(each.name), each) for each in PEOPLE if each.name in sentence)
        mentions += [
            Mention(at, at + len(e.name), e.name, e.id, e.name, e.type, e.country) for at, e in named
        ]
        actors = tuple(
            Actor(each.id, each.name, each.country, role)
            for (_, each), role in zip(named, (Role.SOURCE, Role.TARGET), strict=False)
        )
        events.append(
            Event(
                *(start, start + len(sentence), day, on, on, Precision.DAY, Basis.RELATIVE, f"told as {day}"),
                *(kind, Status.HAPPENED, sentence.rstrip("."), actors, "met"),
                salience=0.5,
            )
        )
    digest = sha256(f"{number}{text}".encode()).hexdigest()
    names = {mention.entity for mention in mentions}
    document = Document(
        digest[:16], digest, text, f"Paper {number}", f"Paper {number}", published=date(2023, 9, 14 + number)
    )
    entities = tuple(sorted((each for each in PEOPLE if each.id in names), key=lambda each: each.id))
    return Analysis(document, (), (), tuple(mentions), tuple(events), entities, extraction=reading << 32)


def papers(reading: int = 1) -> list[Analysis]:
    return [paper(number, lines, reading) for number, lines in enumerate(PAPERS)]


@pytest.fixture
def filled(store: Store) -> Store:
    store.ingest(*papers())
    return store


def shown(store: Store) -> list[tuple[object, ...]]:
    """Returns all that a reader sees of the events, and of who is named in their sources."""
    assert store.check() == []
    return [
        (
            *(row.key, row.value, row.headline, row.actors, row.sources),
            [
                (p.document.id, p.start, p.reason, [(m.start, m.entity, m.name) for m in p.mentions])
                for p in store.event(row.id).passages
            ],
        )
        for row in store.page()
    ]


def names(store: Store, pattern: str) -> list[tuple[str, int]]:
    return [(actor.name, actor.events) for actor in store.actors(pattern)]


def same(entity: Entity) -> Same:
    return Same(entity.id, entity.name, entity.type, entity.country)

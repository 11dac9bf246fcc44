"""Makes stores of any size, fast: rows written straight into the tables, as ingesting would leave them.

Run as a program: `python -m tests.benchmarks.store_synthetic 100000 /tmp/large.db`.
"""

import random
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from corpus import Kind
from store import Store
from store.chronology import key_for

FIRST = date(1945, 8, 15)
DAYS = 29_000
EVENTS_A_DOCUMENT = 5
STATES = [("north-korea", "PRK"), ("south-korea", "KOR"), ("russia", "RUS"), ("united-states", "USA")]
PERSONS = 200
BATCH = 20_000

_SYLLABLES = (
    "ka",
    "lo",
    "mir",
    "ten",
    "su",
    "dan",
    "vor",
    "gi",
    "pel",
    "ash",
    "tor",
    "ni",
    "bru",
    "sel",
    "ham",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An event to write; all the rest follows from it."""

    key: int
    id: int
    day: date
    kind: str
    salience: float
    sentence: str
    actors: tuple[int, ...]

    @property
    def headline(self) -> str:
        """The sentence without its full stop."""
        return self.sentence.rstrip(".")


def vocabulary(chance: random.Random) -> list[str]:
    """Returns 5,000 words that sound like words, and a few that the benchmark looks for."""
    words = {"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(6000)}
    return ["missile", "summit", "sanctions", "talks", *sorted(words)[:5000]]


def events(number: int, chance: random.Random) -> Iterator[Made]:
    """Yields events in date order, with words and actors as unevenly frequent as in news."""
    words = vocabulary(chance)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    days = sorted(int(DAYS * chance.random() ** 0.6) for _ in range(number))
    kinds = list(Kind)
    stream = iter(chance.choices(words, weights, k=number * 10))
    people = chance.choices(range(5, 5 + PERSONS), [1 / (i + 1) for i in range(PERSONS)], k=number)
    rows = []
    for index, day_number in enumerate(days):
        day = FIRST + timedelta(day_number)
        salience = round(chance.random(), 2)
        sentence = " ".join(islice(stream, 10)).capitalize() + "."
        key = key_for(day, salience, f"{index}")
        actors = (chance.randint(1, 4), people[index])
        rows.append(Made(key, index + 1, day, chance.choice(kinds), salience, sentence, actors))
        if len(rows) == BATCH:
            yield from sorted(rows, key=lambda made: made.key)
            rows = []
    yield from sorted(rows, key=lambda made: made.key)


def make_store(path: Path, number: int, *, seed: int = 1) -> None:
    """Makes a store with so many events at `path`, which must not be there yet."""
    Store.open(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    _write_entities(connection)
    made = events(number, random.Random(seed))
    while batch := list(islice(made, BATCH)):
        _write_batch(connection, batch)
    connection.execute("UPDATE event_number SET last = ?", (number,))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _write_entities(connection: sqlite3.Connection) -> None:
    entities = [
        (i + 1, name, name.replace("-", " ").title(), "state", c) for i, (name, c) in enumerate(STATES)
    ]
    for index in range(PERSONS):
        country = STATES[index % len(STATES)][1]
        entities.append((len(entities) + 1, f"person-{index}", f"Person Number {index}", "person", country))
    connection.executemany(
        "INSERT INTO entity (id, identifier, name, type, country, verified) VALUES (?, ?, ?, ?, ?, 1)",
        entities,
    )
    connection.executemany(
        "INSERT INTO alias (entity, text, language, weak) VALUES (?, ?, 'en', 0)",
        [(number, f"{name} {index}") for number, _, name, *_ in entities for index in range(10)],
    )


def _write_batch(connection: sqlite3.Connection, batch: list[Made]) -> None:
    for start in range(0, len(batch), EVENTS_A_DOCUMENT):
        _write_document(connection, batch[start : start + EVENTS_A_DOCUMENT])
    connection.executemany(
        "INSERT INTO event (key, id, value, first, last, kind, headline, salience, days, precision,"
        " basis, why, status, sources)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 'day', 'explicit', 'made', 'happened', 1)",
        [(m.key, m.id, *[m.day.isoformat()] * 3, m.kind, m.headline, m.salience) for m in batch],
    )
    connection.executemany(
        "INSERT INTO event_actor (entity, key, role, position) VALUES (?, ?, ?, ?)",
        [
            (entity, m.key, "target" if position else "source", position)
            for m in batch
            for position, entity in enumerate(m.actors)
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO event_country (country, key) VALUES (?, ?)",
        [(STATES[(entity - 1) % 4][1], m.key) for m in batch for entity in m.actors],
    )
    connection.executemany(
        "INSERT INTO event_words (key, headline, passages, titles) VALUES (?, ?, ?, 'Report')",
        [(m.key, m.headline, m.sentence) for m in batch],
    )


def _write_document(connection: sqlite3.Connection, group: list[Made]) -> None:
    number = group[0].id
    published = (group[-1].day + timedelta(1)).isoformat()
    text = "\n".join(made.sentence for made in group)
    connection.execute(
        "INSERT INTO document (id, identifier, hash, title, published, text, publisher, extraction)"
        " VALUES (?, ?, ?, 'Report', ?, ?, 'The Bulletin', 1)",
        (number, f"d{number}", f"h{number}", published, text),
    )
    start = 0
    for made in group:
        end = start + len(made.sentence)
        connection.execute(
            "INSERT INTO passage (document, event, start, end, value, first, last, kind, headline, salience,"
            " days, precision, basis, why, status, trigger, words, block)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'day', 'explicit', 'made', 'happened', '', '', '')",
            (
                number,
                made.id,
                start,
                end,
                *[made.day.isoformat()] * 3,
                made.kind,
                made.headline,
                made.salience,
            ),
        )
        start = end + 1


if __name__ == "__main__":
    make_store(Path(sys.argv[2]), int(sys.argv[1]))

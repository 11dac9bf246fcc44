"""Writes and removes events: the row, its actors, its countries, and its words for searching."""

import sqlite3
from collections.abc import Sequence

from store.chronology import key_for
from store.corrections.overlay import Corrected
from store.merge.agree import Agreed


def write_event(
    connection: sqlite3.Connection, number: int, corrected: Corrected, passages: Sequence[int]
) -> None:
    """Writes the event that these passages tell, in place of the one with this number, if any."""
    agreed = corrected.agreed
    remove_event(connection, number)
    key = _free_key(connection, agreed)
    row = (*_columns(key, number, agreed), int(corrected.is_checked), "\n".join(corrected.lines.values()))
    connection.execute(f"INSERT INTO event VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - only ?
    _write_actors(connection, key, agreed)
    _write_words(connection, key, agreed, passages)


def remove_event(connection: sqlite3.Connection, number: int) -> bool:
    """Removes an event and all that hangs on its key; its passages stay. Tells whether there was one."""
    return connection.execute("DELETE FROM event WHERE id = ?", (number,)).rowcount > 0


def new_number(connection: sqlite3.Connection) -> int:
    """Returns a number that no event ever had."""
    connection.execute("UPDATE event_number SET last = last + 1")
    return int(connection.execute("SELECT last FROM event_number").fetchone()[0])


def _free_key(connection: sqlite3.Connection, agreed: Agreed) -> int:
    key = key_for(agreed.dated.first, agreed.salience, agreed.best.fingerprint)
    while connection.execute("SELECT 1 FROM event WHERE key = ?", (key,)).fetchone():
        key += 1
    return key


def _columns(key: int, number: int, agreed: Agreed) -> tuple[object, ...]:
    best, dated = agreed.best, agreed.dated
    return (
        key,
        number,
        dated.value,
        dated.first.isoformat(),
        dated.last.isoformat(),
        (dated.last - dated.first).days + 1,
        dated.precision,
        dated.basis,
        dated.why,
        best.kind,
        agreed.status,
        best.headline,
        agreed.place,
        agreed.salience,
        agreed.sources,
    )


def _write_actors(connection: sqlite3.Connection, key: int, agreed: Agreed) -> None:
    shown = [(p.entity, key, p.role, position) for position, p in enumerate(agreed.participants)]
    others = [(p.entity, key, p.role, None) for p in agreed.others]
    connection.executemany(
        "INSERT INTO event_actor (entity, key, role, position) VALUES (?, ?, ?, ?)", [*shown, *others]
    )
    countries = {p.country for p in (*agreed.participants, *agreed.others) if p.country}
    connection.executemany(
        "INSERT INTO event_country (country, key) VALUES (?, ?)",
        [(country, key) for country in sorted(countries)],
    )


def _write_words(connection: sqlite3.Connection, key: int, agreed: Agreed, passages: Sequence[int]) -> None:
    quotes: dict[str, None] = {}
    titles: dict[str, None] = {}
    for passage in passages:
        start, end, title, text = connection.execute(
            "SELECT start, end, title, text FROM passage JOIN document ON document.id = passage.document"
            " WHERE passage.id = ?",
            (passage,),
        ).fetchone()
        quotes[text[start:end]] = None
        titles[title or ""] = None
    connection.execute(
        "INSERT INTO event_words (key, headline, passages, titles) VALUES (?, ?, ?, ?)",
        (key, agreed.best.headline, "\n".join(quotes), "\n".join(titles)),
    )

"""Lists those whom nobody listed, with what the user said of them, and finds one by name."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import EntityType, StoreError, UsageError
from store.actors import fold
from store.identities.verdicts import told
from store.sanitise import clean_line

_BEFORE, _BEHIND = 24, 96
"""So many letters of the text before and behind a mention tell who is meant; the name stays in sight."""

_ALL = """
    SELECT identifier, unlisted.name, entity.type, entity.country, coalesce(events, 0) AS acts,
        (SELECT count(DISTINCT document) FROM
            (SELECT document FROM mention WHERE mention.entity = entity.id
             UNION ALL SELECT document FROM found_mention WHERE found_mention.entity = entity.id)) AS told,
        EXISTS (SELECT 1 FROM correction WHERE correction.entity = identifier AND NOT undone)
    FROM unlisted JOIN entity ON entity.id = unlisted.entity
        LEFT JOIN actor_count ON actor_count.entity = entity.id
    ORDER BY acts DESC, told DESC, unlisted.name, identifier
"""
_QUOTE = """
    SELECT substr(text, max(start - :before, 0) + 1, end - max(start - :before, 0) + :behind),
        start > :before, end + :behind < length(text)
    FROM (
        SELECT document, start, end FROM mention WHERE entity = :who
        UNION ALL SELECT document, start, end FROM found_mention WHERE entity = :who
    ) AS named JOIN document ON document.id = named.document
    ORDER BY published, hash, start LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Somebody whom nobody listed: the name as found, in how many events and documents.

    `said` is what the user said: `unverified` for nothing yet, `verified`, the name of whom it really is, or
    `nobody`.
    """

    entity: str
    name: str
    type: EntityType
    country: str | None
    events: int
    documents: int
    said: str

    @property
    def is_open(self) -> bool:
        """Whether the user has said nothing yet."""
        return self.said == "unverified"


def unlisted(connection: sqlite3.Connection) -> list[Unlisted]:
    """Returns all whom documents name and nobody listed, the busiest first."""
    return [
        Unlisted(
            *(identifier, clean_line(name), EntityType(type_), country, events, documents),
            clean_line(told(connection, identifier)) if is_spoken_of else "unverified",
        )
        for identifier, name, type_, country, events, documents, is_spoken_of in connection.execute(
            _ALL
        ).fetchall()
        if documents or is_spoken_of
    ]


def quote_of(connection: sqlite3.Connection, identifier: str) -> str:
    """Returns words of a document around the first mention of somebody; nothing where there is none."""
    found = connection.execute("SELECT id FROM entity WHERE identifier = ?", (identifier,)).fetchone()
    parameters = {"who": found[0] if found else None, "before": _BEFORE, "behind": _BEHIND}
    row = connection.execute(_QUOTE, parameters).fetchone()
    if row is None:
        return ""
    fragment, is_cut_before, is_cut_behind = row
    words = fragment.split(" ")
    whole = words[bool(is_cut_before) : len(words) - bool(is_cut_behind)]
    return clean_line(" ".join(" ".join(whole).split()))


def resolve_unlisted(connection: sqlite3.Connection, name: str) -> Unlisted:
    """Returns the one with this identifier or name, whatever the user said of it.

    Raises `UsageError` with the candidates where several bear the name, `StoreError` where nobody does.
    """
    everybody = unlisted(connection)
    found = [each for each in everybody if each.entity == name] or _named(everybody, name)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(each.entity for each in found)
        raise UsageError(f"“{name}” may be one of several: {listed}; name one of these")
    raise StoreError(
        f"nobody named “{name}” waits to be verified; `dateline actors unverified` lists who does"
    )


def _named(everybody: Sequence[Unlisted], name: str) -> list[Unlisted]:
    """Returns those with just this name; failing that, those whose names begin or end with it."""
    wanted = fold(name).split()
    folded = [(each, fold(each.name).split()) for each in everybody]
    size = len(wanted)
    return [each for each, words in folded if words == wanted] or [
        each for each, words in folded if size and wanted in (words[:size], words[-size:])
    ]

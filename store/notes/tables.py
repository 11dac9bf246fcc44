"""The statements that make the tables of annotations, and the triggers that keep them beside each event.

An anchor is an event as it stood when the user first said something of it; `passage` is the first of its
evidence that is there now. `event_annotation` follows from the rest: it holds by an event's key what is said
of it, so that filters and pages need no join. Triggers keep it true whatever writes events and passages.
"""

_REFRESH = """
    DELETE FROM event_annotation WHERE key = (SELECT key FROM event WHERE id = {event});
    INSERT INTO event_annotation (key, sort, text)
        SELECT DISTINCT event.key, sort, annotation.text
        FROM event JOIN passage ON passage.event = event.id
            JOIN anchor ON anchor.passage = passage.id
            JOIN annotation ON annotation.anchor = anchor.id
        WHERE event.id = {event};
"""


def _trigger(head: str, *events: str) -> str:
    """Returns a trigger that writes anew what is said of some events, each an expression for its number."""
    return f"CREATE TRIGGER {head} BEGIN {''.join(_REFRESH.format(event=event) for event in events)} END"


def _told_by(passage: str) -> str:
    return f"(SELECT event FROM passage WHERE id = {passage})"  # noqa: S608 - own words


def _anchored_at(anchor: str) -> str:
    return _told_by(f"(SELECT passage FROM anchor WHERE id = {anchor})")  # noqa: S608 - own words


NOTES = (
    """
    CREATE TABLE anchor (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        value TEXT NOT NULL,
        headline TEXT NOT NULL,
        passage INTEGER REFERENCES passage ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX anchor_passage ON anchor (passage)",
    """
    CREATE TABLE anchor_evidence (
        anchor INTEGER NOT NULL REFERENCES anchor ON DELETE CASCADE,
        position INTEGER NOT NULL,
        document TEXT NOT NULL,
        title TEXT,
        quote TEXT NOT NULL,
        start INTEGER NOT NULL,
        sign TEXT NOT NULL,
        others TEXT NOT NULL,
        passage INTEGER REFERENCES passage ON DELETE SET NULL,
        PRIMARY KEY (anchor, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX anchor_evidence_document ON anchor_evidence (document)",
    "CREATE INDEX anchor_evidence_passage ON anchor_evidence (passage)",
    """
    CREATE TABLE annotation (
        anchor INTEGER NOT NULL REFERENCES anchor ON DELETE CASCADE,
        sort TEXT NOT NULL,
        text TEXT NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (anchor, sort, text)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX annotation_sort ON annotation (sort, text)",
    """
    CREATE TABLE event_annotation (
        key INTEGER NOT NULL REFERENCES event ON DELETE CASCADE ON UPDATE CASCADE,
        sort TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (key, sort, text)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX event_annotation_sort ON event_annotation (sort, text, key)",
    _trigger("event_annotated AFTER INSERT ON event WHEN EXISTS (SELECT 1 FROM anchor)", "new.id"),
    _trigger(
        "passage_annotated AFTER UPDATE OF event ON passage WHEN old.event IS NOT new.event"
        " AND EXISTS (SELECT 1 FROM anchor WHERE passage = new.id)",
        "old.event",
        "new.event",
    ),
    _trigger(
        "anchor_moved AFTER UPDATE OF passage ON anchor WHEN old.passage IS NOT new.passage",
        _told_by("old.passage"),
        _told_by("new.passage"),
    ),
    _trigger("annotation_added AFTER INSERT ON annotation", _anchored_at("new.anchor")),
    _trigger("annotation_gone AFTER DELETE ON annotation", _anchored_at("old.anchor")),
)

"""The statements that make the tables of the journal, of rejected events, and of what an ingest changed.

A correction's evidence names a document by its hash and a passage by its words, so that it outlives both;
`passage` is where these words stand now. `side` tells apart what a merge put together or a split took
apart. `event_before` and `event_after` are the numbers that events get back after undo and redo. A
rejected event is in `rejected` with its number, and not in `event`. Corrections of one `batch` are undone
together. One that says who somebody is names the entity by its identifier; `unlisted` keeps what was found
of entities whom nobody listed, `entity` what they are now: `meant` is the entity that they really are,
`dismissed` says that they are nobody. `correction_move` is to such a correction what `event_before` and
`event_after` are to others.
"""

CORRECTIONS = (
    """
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        made TEXT NOT NULL,
        change TEXT NOT NULL,
        payload TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE correction_evidence (
        correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,
        position INTEGER NOT NULL,
        side INTEGER NOT NULL,
        document TEXT NOT NULL,
        title TEXT,
        quote TEXT NOT NULL,
        start INTEGER NOT NULL,
        sign TEXT NOT NULL,
        others TEXT NOT NULL,
        event_before INTEGER,
        event_after INTEGER,
        passage INTEGER REFERENCES passage ON DELETE SET NULL,
        PRIMARY KEY (correction, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX correction_evidence_document ON correction_evidence (document)",
    "CREATE INDEX correction_evidence_passage ON correction_evidence (passage)",
    """
    CREATE TABLE rejected (
        passage INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
        event INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX rejected_event ON rejected (event)",
    "ALTER TABLE event ADD COLUMN checked INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE event ADD COLUMN corrected TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE ingest_run (id INTEGER PRIMARY KEY, begun TEXT NOT NULL) STRICT",
    """
    CREATE TABLE run_change (
        run INTEGER NOT NULL REFERENCES ingest_run ON DELETE CASCADE,
        event INTEGER NOT NULL,
        value_before TEXT,
        sources_before INTEGER,
        value_after TEXT,
        sources_after INTEGER,
        PRIMARY KEY (run, event)
    ) STRICT, WITHOUT ROWID
    """,
)

IDENTITIES = (
    "ALTER TABLE correction ADD COLUMN batch INTEGER",
    "ALTER TABLE correction ADD COLUMN entity TEXT",
    "CREATE INDEX correction_entity ON correction (entity) WHERE entity IS NOT NULL",
    "ALTER TABLE entity ADD COLUMN meant INTEGER REFERENCES entity",
    "ALTER TABLE entity ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE unlisted (
        entity INTEGER PRIMARY KEY REFERENCES entity,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        country TEXT
    ) STRICT
    """,
    "INSERT INTO unlisted SELECT id, name, type, country FROM entity WHERE NOT verified",
    """
    CREATE TABLE correction_move (
        correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,
        passage INTEGER NOT NULL,
        event_before INTEGER NOT NULL,
        event_after INTEGER NOT NULL,
        PRIMARY KEY (correction, passage)
    ) STRICT, WITHOUT ROWID
    """,
)

"""The statements that make the tables of what was found where somebody is another now, or nobody."""

FOUND = (
    """
    CREATE TABLE found_mention (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        entity INTEGER NOT NULL REFERENCES entity,
        sense TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX found_mention_document ON found_mention (document)",
    "CREATE INDEX found_mention_entity ON found_mention (entity)",
    """
    CREATE TABLE found_actor (
        passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
        position INTEGER NOT NULL,
        entity INTEGER NOT NULL REFERENCES entity,
        role TEXT NOT NULL,
        PRIMARY KEY (passage, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX found_actor_entity ON found_actor (entity)",
)

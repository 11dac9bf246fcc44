"""The statements that make the tables, the search index and the views of a store.

Days are ISO 8601 text (`2023-09-13`), so that other programs read them; flags are 0 or 1; offsets are
code points into `document.text`, end exclusive. An event's `key` is its place on the timeline, see
`store.chronology`.
"""

DOCUMENTS = (
    """
    CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        identifier TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE,
        title TEXT,
        publisher TEXT,
        byline TEXT,
        published TEXT,
        published_from TEXT,
        language TEXT,
        path TEXT,
        url TEXT,
        text TEXT NOT NULL,
        extraction INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX document_published ON document (published)",
    """
    CREATE TABLE entity (
        id INTEGER PRIMARY KEY,
        identifier TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        country TEXT,
        verified INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE alias (
        id INTEGER PRIMARY KEY,
        entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        weak INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX alias_entity ON alias (entity)",
    """
    CREATE TABLE mention (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        entity INTEGER NOT NULL REFERENCES entity,
        sense TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX mention_document ON mention (document, start)",
    "CREATE INDEX mention_entity ON mention (entity)",
    """
    CREATE TABLE time_expression (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        value TEXT,
        first TEXT,
        last TEXT,
        precision TEXT NOT NULL,
        basis TEXT NOT NULL,
        why TEXT NOT NULL,
        rule TEXT NOT NULL,
        anchor TEXT,
        time TEXT,
        zone TEXT
    ) STRICT
    """,
    "CREATE INDEX time_expression_document ON time_expression (document, start)",
)

EVENTS = (
    """
    CREATE TABLE event (
        key INTEGER PRIMARY KEY,
        id INTEGER NOT NULL UNIQUE,
        value TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        days INTEGER NOT NULL,
        precision TEXT NOT NULL,
        basis TEXT NOT NULL,
        why TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        headline TEXT NOT NULL,
        place TEXT,
        salience REAL NOT NULL,
        sources INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX event_kind ON event (kind)",
    # The few events that may reach far beyond their first day, for filters on dates.
    "CREATE INDEX event_long ON event (key) WHERE days > 31",
    """
    CREATE TABLE passage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        event INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
        reason TEXT NOT NULL DEFAULT '',
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        value TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        days INTEGER NOT NULL,
        precision TEXT NOT NULL,
        basis TEXT NOT NULL,
        why TEXT NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        headline TEXT NOT NULL,
        trigger TEXT NOT NULL,
        time_start INTEGER,
        time_end INTEGER,
        place TEXT,
        attributed_to TEXT,
        salience REAL NOT NULL,
        words TEXT NOT NULL,
        block TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX passage_document ON passage (document, start)",
    "CREATE INDEX passage_event ON passage (event)",
    "CREATE INDEX passage_first ON passage (first)",
    "CREATE INDEX passage_block ON passage (block) WHERE block <> ''",
    "CREATE INDEX passage_long ON passage (first, last) WHERE days > 1",
    """
    CREATE TABLE passage_actor (
        passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
        position INTEGER NOT NULL,
        entity INTEGER NOT NULL REFERENCES entity,
        role TEXT NOT NULL,
        PRIMARY KEY (passage, position)
    ) STRICT, WITHOUT ROWID
    """,
    # How far two passages tell the same event, from 0 to 1; `passage` is the smaller number.
    """
    CREATE TABLE resemblance (
        passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
        score REAL NOT NULL,
        PRIMARY KEY (passage, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX resemblance_other ON resemblance (other)",
    # `position` orders the actors as they are shown; without one, only another passage names the actor.
    """
    CREATE TABLE event_actor (
        entity INTEGER NOT NULL REFERENCES entity,
        key INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
        role TEXT NOT NULL,
        position INTEGER,
        PRIMARY KEY (entity, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX event_actor_key ON event_actor (key)",
    """
    CREATE TABLE event_country (
        country TEXT NOT NULL,
        key INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
        PRIMARY KEY (country, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX event_country_key ON event_country (key)",
    # An event's number is never given to another, even after the event is gone.
    "CREATE TABLE event_number (last INTEGER NOT NULL) STRICT",
    "INSERT INTO event_number (last) VALUES (0)",
)

SKETCHES = (
    # The shingles of a text, see `store.merge.copies`: unsigned integers of 32 bits, the low byte first.
    """
    CREATE TABLE sketch (
        document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
        size INTEGER NOT NULL,
        hashes BLOB NOT NULL
    ) STRICT
    """,
)

# The country in which a document's publisher sits: it tells of Wednesday what others tell of Tuesday.
COUNTRIES = ("ALTER TABLE document ADD COLUMN country TEXT",)

FAMILIES = (
    # Documents that carry the same text; the smallest hashes of their shingles lead to them.
    "ALTER TABLE document ADD COLUMN family INTEGER",
    "CREATE INDEX document_family ON document (family)",
    """
    CREATE TABLE shingle (
        hash INTEGER NOT NULL,
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        PRIMARY KEY (hash, document)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX shingle_document ON shingle (document)",
    # Passages of one block are one event without a doubt; `sign` is what those must share that may join it by
    # their words, and `voice` tells which are compared with others (see `store.merge.blocks`).
    "ALTER TABLE passage ADD COLUMN sign TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE passage ADD COLUMN voice INTEGER NOT NULL DEFAULT 2",
    "CREATE INDEX passage_sign ON passage (sign, block, words) WHERE sign <> ''",
)

MOVED = (
    # The day on which a passage is compared whose event's date a user corrected.
    """
    CREATE TABLE moved (
        passage INTEGER PRIMARY KEY REFERENCES passage ON DELETE CASCADE,
        value TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        precision TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX moved_first ON moved (first, last)",
)

# The city of a document's dateline: its days are counted by the clocks there.
CITIES = ("ALTER TABLE document ADD COLUMN city TEXT",)

ESTIMATES = (
    # Why a publication date is an estimate; and by which evidence it was made, or why there is none.
    "ALTER TABLE document ADD COLUMN published_why TEXT",
    """
    CREATE TABLE estimate (
        document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
        evidence TEXT NOT NULL
    ) STRICT
    """,
    "DROP VIEW evidence",
    """
    CREATE VIEW evidence AS
    SELECT passage.event, passage.value AS date,
        substr(document.text, passage.start + 1, passage.end - passage.start) AS quote,
        passage.why, passage.reason, document.title, document.publisher,
        document.published || CASE published_from WHEN 'estimate' THEN '~' ELSE '' END AS published,
        document.path, document.url
    FROM passage JOIN document ON document.id = passage.document
    ORDER BY passage.first, passage.event, document.published
    """,
)

"""What events are found by: the statements that make the search index, the counts and the views of a store.

All of it follows from the tables of `store.tables`; triggers keep it up to date.
"""

SEARCH = (
    """
    CREATE TABLE event_words (
        key INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
        headline TEXT NOT NULL,
        passages TEXT NOT NULL,
        titles TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE event_search USING fts5 (
        headline, passages, titles,
        content = 'event_words', content_rowid = 'key',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )
    """,
    """
    CREATE TRIGGER event_words_added AFTER INSERT ON event_words BEGIN
        INSERT INTO event_search (rowid, headline, passages, titles)
        VALUES (new.key, new.headline, new.passages, new.titles);
    END
    """,
    """
    CREATE TRIGGER event_words_gone AFTER DELETE ON event_words BEGIN
        INSERT INTO event_search (event_search, rowid, headline, passages, titles)
        VALUES ('delete', old.key, old.headline, old.passages, old.titles);
    END
    """,
    "CREATE TABLE day_count (day TEXT PRIMARY KEY, events INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE month_count (month TEXT PRIMARY KEY, events INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE actor_count (
        entity INTEGER PRIMARY KEY REFERENCES entity,
        events INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER event_added AFTER INSERT ON event BEGIN
        INSERT INTO day_count (day, events) VALUES (new.first, 1)
            ON CONFLICT (day) DO UPDATE SET events = events + 1;
        INSERT INTO month_count (month, events) VALUES (substr(new.first, 1, 7), 1)
            ON CONFLICT (month) DO UPDATE SET events = events + 1;
    END
    """,
    """
    CREATE TRIGGER event_gone AFTER DELETE ON event BEGIN
        UPDATE day_count SET events = events - 1 WHERE day = old.first;
        DELETE FROM day_count WHERE day = old.first AND events = 0;
        UPDATE month_count SET events = events - 1 WHERE month = substr(old.first, 1, 7);
        DELETE FROM month_count WHERE month = substr(old.first, 1, 7) AND events = 0;
    END
    """,
    """
    CREATE TRIGGER event_actor_added AFTER INSERT ON event_actor BEGIN
        INSERT INTO actor_count (entity, events) VALUES (new.entity, 1)
            ON CONFLICT (entity) DO UPDATE SET events = events + 1;
    END
    """,
    """
    CREATE TRIGGER event_actor_gone AFTER DELETE ON event_actor BEGIN
        UPDATE actor_count SET events = events - 1 WHERE entity = old.entity;
        DELETE FROM actor_count WHERE entity = old.entity AND events = 0;
    END
    """,
)

VIEWS = (
    """
    CREATE VIEW timeline AS
    SELECT event.value AS date, event.first, event.last, event.kind, event.status, event.headline,
        (SELECT group_concat(name, ', ') FROM
            (SELECT entity.name FROM event_actor JOIN entity ON entity.id = event_actor.entity
             WHERE event_actor.key = event.key AND position IS NOT NULL ORDER BY position)) AS actors,
        coalesce(place.name, event.place) AS place, event.sources, event.why, event.id AS event
    FROM event LEFT JOIN entity AS place ON place.identifier = event.place ORDER BY event.key
    """,
    """
    CREATE VIEW evidence AS
    SELECT passage.event, passage.value AS date,
        substr(document.text, passage.start + 1, passage.end - passage.start) AS quote,
        passage.why, passage.reason, document.title, document.publisher, document.published,
        document.path, document.url
    FROM passage JOIN document ON document.id = passage.document
    ORDER BY passage.first, passage.event, document.published
    """,
    """
    CREATE VIEW actors AS
    SELECT entity.name, entity.type, entity.country, actor_count.events,
        (SELECT group_concat(alias.text, ', ') FROM alias WHERE alias.entity = entity.id) AS aliases,
        entity.identifier
    FROM entity JOIN actor_count ON actor_count.entity = entity.id
    ORDER BY actor_count.events DESC, entity.name
    """,
)

FILTERS = (
    "CREATE INDEX event_status ON event (status)",
    """
    CREATE TABLE event_type (
        type TEXT NOT NULL,
        key INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
        PRIMARY KEY (type, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX event_type_key ON event_type (key)",
    """
    INSERT INTO event_type (type, key)
    SELECT DISTINCT type, key FROM event_actor JOIN entity ON entity.id = event_actor.entity
    """,
    """
    CREATE TRIGGER event_actor_typed AFTER INSERT ON event_actor BEGIN
        INSERT INTO event_type (type, key) SELECT type, new.key FROM entity WHERE id = new.entity
            ON CONFLICT DO NOTHING;
    END
    """,
)

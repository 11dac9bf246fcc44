"""Lists annotations, on the timeline or not, and the tags that there are."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from store.notes.model import Annotation, Kept, Sort, TagCount
from store.rows import line_or_none
from store.sanitise import clean_line, clean_text

_KEPT = """
    SELECT sort, annotation.text, made, event.id, coalesce(event.value, anchor.value),
        coalesce(event.headline, anchor.headline), quote, anchor_evidence.title
    FROM annotation JOIN anchor ON anchor.id = annotation.anchor
        JOIN anchor_evidence ON anchor_evidence.anchor = anchor.id AND position = 0
        LEFT JOIN passage ON passage.id = anchor.passage
        LEFT JOIN event ON event.id = passage.event
    WHERE ? IS NULL OR sort = ?
    ORDER BY event.key IS NULL, event.key, made, anchor.id, sort, annotation.text
"""
_TAGS = """
    SELECT text, count(*) AS events FROM event_annotation WHERE sort = 'tag'
    GROUP BY text ORDER BY events DESC, text
"""
_TAGS_AMONG = """
    SELECT text, count(*) AS events FROM event_annotation JOIN event ON event.key = event_annotation.key
    WHERE sort = 'tag' AND event.id IN (SELECT value FROM json_each(?))
    GROUP BY text ORDER BY events DESC, text
"""


def kept(connection: sqlite3.Connection, sort: Sort | None) -> list[Kept]:
    """Returns all annotations, or those of a sort: those of events in date order, then the others."""
    return [
        Kept(
            annotation=Annotation(Sort(sort), clean_text(text)),
            made=datetime.fromisoformat(made),
            event=event,
            value=value,
            headline=clean_line(headline),
            quote=clean_line(quote),
            title=line_or_none(title),
        )
        for sort, text, made, event, value, headline, quote, title in connection.execute(_KEPT, (sort, sort))
    ]


def tags(connection: sqlite3.Connection, among: Iterable[int] | None) -> list[TagCount]:
    """Returns the tags of events on the timeline, or of those among them, the most frequent first."""
    if among is None:
        rows = connection.execute(_TAGS)
    else:
        rows = connection.execute(_TAGS_AMONG, (json.dumps(list(among)),))
    return [TagCount(clean_line(name), events) for name, events in rows]


def tag_names(connection: sqlite3.Connection) -> list[str]:
    """Returns the names of all tags as they are spelt, also of events that are gone."""
    rows = connection.execute("SELECT DISTINCT text FROM annotation WHERE sort = 'tag' ORDER BY text")
    return [name for (name,) in rows]

"""The JSON that `dateline extract` prints: one object a document, stable for other programs.

What is not known is null, never left out. Offsets are code points into "text".
"""

from datetime import date
from typing import Any

from corpus.model import Analysis, Event, Mention, TimeExpression

JsonObject = dict[str, Any]


def analysis_as_json(analysis: Analysis) -> JsonObject:
    """Returns a document with its time expressions, mentions and events, ready for `json.dumps`."""
    document = analysis.document
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": _day(document.published),
        "language": document.language,
        "byline": document.byline,
        "published_from": document.published_from,
        "written": _day(document.written),
        "path": document.path,
        "url": document.url,
        "text": document.text,
        "times": [_time(time) for time in analysis.times],
        "mentions": [_mention(mention) for mention in analysis.mentions],
        "events": [_event(event) for event in analysis.events],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(time: TimeExpression) -> JsonObject:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "value": time.value,
        "first": _day(time.first),
        "last": _day(time.last),
        "precision": time.precision,
        "basis": time.basis,
        "why": time.why,
        "rule": time.rule,
        "anchor": time.anchor,
        "time": time.time,
        "zone": time.zone,
    }


def _mention(mention: Mention) -> JsonObject:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "entity": mention.entity,
        "name": mention.name,
        "type": mention.type,
        "country": mention.country,
        "sense": mention.sense,
    }


def _event(event: Event) -> JsonObject:
    return {
        "start": event.start,
        "end": event.end,
        "value": event.value,
        "first": _day(event.first),
        "last": _day(event.last),
        "precision": event.precision,
        "basis": event.basis,
        "why": event.why,
        "kind": event.kind,
        "trigger": event.trigger,
        "status": event.status,
        "headline": event.headline,
        "actors": [
            {"entity": actor.entity, "name": actor.name, "country": actor.country, "role": actor.role}
            for actor in event.actors
        ],
        "time": list(event.time) if event.time else None,
        "place": event.place,
        "attributed_to": event.attributed_to,
        "salience": round(event.salience, 3),
    }

"""Salience: how much an event matters to a timeline, between 0 and 1.

    0.35 × kind  +  0.25 × actors  +  0.20 × date  +  0.10 × position  +  0.10 × status

- kind: the table below; deeds weigh more than words.
- actors: the share of the document's mentions that are of the event's actors (0.5 or more counts as 1),
  and a little for a second side.
- date: 1 for a day that is told, 0.7 for a week or interval, 0.5 for a month, 0.3 for wider ones; half of it
  when inherited.
- position: 1 at the head of the document, falling to 0 at its end.
- status: 1 if it happened or goes on, 0.6 if announced, 0.4 if alleged or denied.
"""

from collections.abc import Mapping

from corpus.model import Basis, Event, Kind, Precision, Status

_KIND = {
    Kind.ASSAULT: 1.0,
    Kind.MOBILIZE: 0.85,
    Kind.SANCTION: 0.85,
    Kind.AGREE: 0.85,
    Kind.COERCE: 0.75,
    Kind.CONSULT: 0.75,
    Kind.RETREAT: 0.8,
    Kind.AID: 0.7,
    Kind.COOPERATE: 0.7,
    Kind.CONCEDE: 0.65,
    Kind.THREATEN: 0.6,
    Kind.PROTEST: 0.55,
    Kind.REJECT: 0.5,
    Kind.SUPPORT: 0.55,
    Kind.REQUEST: 0.4,
    Kind.ACCUSE: 0.4,
    Kind.STATEMENT: 0.3,
}
_DATE = {
    Precision.DAY: 1.0,
    Precision.WEEKEND: 0.8,
    Precision.WEEK: 0.7,
    Precision.INTERVAL: 0.7,
    Precision.MONTH: 0.5,
}
_STATUS = {
    Status.HAPPENED: 1.0,
    Status.ONGOING: 1.0,
    Status.ANNOUNCED: 0.6,
    Status.ALLEGED: 0.4,
    Status.DENIED: 0.4,
}


def salience(event: Event, counts: Mapping[str, int], length: int) -> float:
    """Returns the salience of an event.

    `counts` has the mentions of each entity in its document; `length` is that of the text in code points.
    """
    total = sum(counts.values()) or 1
    share = sum(counts.get(actor.entity, 0) for actor in event.actors) / total
    actors = min(1.0, 0.8 * min(1.0, 2 * share) + 0.1 * len(event.actors))
    dated = _DATE.get(event.precision, 0.3) * (0.5 if event.basis is Basis.INHERITED else 1.0)
    position = 1.0 - event.start / max(length, 1)
    score = (
        0.35 * _KIND[event.kind] + 0.25 * actors + 0.2 * dated + 0.1 * position + 0.1 * _STATUS[event.status]
    )
    return round(min(1.0, score), 3)

"""Sentences become events: act, kind, actors, status, date, headline."""

from collections.abc import Sequence

from corpus.linking import Linked
from corpus.model import Document, Entity, Event, Sentence, TimeExpression


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    linked: Linked,
) -> list[Event]:
    """Returns the events of a document, sorted by passage and then by trigger."""
    from corpus.events.finding import events_of

    return events_of(document, sentences, times, linked)


def acting(events: Sequence[Event], mentioned: Sequence[Entity]) -> tuple[Entity, ...]:
    """Returns the entities that are mentioned, and those that only act ("police in Busan"), sorted by id."""
    from corpus.events.states import with_acting

    return with_acting(events, mentioned)

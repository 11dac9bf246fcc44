"""Annotations as a user makes them and as they are listed: frozen, without SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Sort(StrEnum):
    """What an annotation is."""

    STAR = "star"
    TAG = "tag"
    NOTE = "note"
    BASKET = "basket"


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something to say of events: a star, a tag by its name, the text of a note, a place in the basket.

    A note takes the place of the one before it, and one without text takes it away.
    """

    sort: Sort
    text: str = ""


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag, and how many events on the timeline have it."""

    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An annotation in a list of all; `made` is UTC.

    `event` is the number of the event that it is on now, None where its passages are gone or the event was
    rejected. `value` and `headline` tell of the event as it is, or as it was when the annotation was made;
    `quote` and `title` are the words that it hangs on first, and the title of their document.
    """

    annotation: Annotation
    made: datetime
    event: int | None
    value: str
    headline: str
    quote: str
    title: str | None

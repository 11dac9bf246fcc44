"""What the store knows of documents before it takes them in, and what became of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus import Document
from store.model import ESTIMATE


@dataclass(frozen=True, slots=True)
class Known:
    """What a store knows of a document with a certain hash: enough to skip reading it again.

    `extraction` is the version of the extraction that read it.
    """

    id: str
    published: date | None
    published_from: str | None
    extraction: int

    @property
    def is_estimated(self) -> bool:
        """Whether the publication date is an estimate."""
        return self.published is not None and self.published_from == ESTIMATE

    def is_dated_like(self, document: Document) -> bool:
        """Tells whether a document has the same publication date; an estimate is never the same as a date."""
        is_estimated = document.published_from == ESTIMATE
        return self.published == document.published and self.is_estimated == is_estimated


class Outcome(StrEnum):
    """What became of a document that was ingested."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest changed: what became of each document, in order; the three numbers count events."""

    outcomes: tuple[Outcome, ...]
    new: int = 0
    joined: int = 0
    gone: int = 0

    @property
    def outcome(self) -> Outcome:
        """What became of the document, or of the first of several."""
        return self.outcomes[0]


@dataclass(frozen=True, slots=True)
class Estimated:
    """An undated document, by path or id, whose estimate changed: its day, None where it was withdrawn."""

    document: str
    day: date | None
    why: str

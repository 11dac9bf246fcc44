"""What a format makes of a file, before it becomes a document."""

from dataclasses import dataclass, replace
from datetime import date

from corpus.reading.dateline import Dateline


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says of itself outside its text; what it does not say is None.

    `published_from` is `head`, `metadata`, `url` or `file name`.
    """

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    published_from: str | None = None
    language: str | None = None
    url: str | None = None
    dateline: Dateline | None = None

    def or_else(self, other: "Said") -> "Said":
        """Returns what this says, and where it says nothing what the other does."""
        dated = self if self.published else other
        return replace(
            self,
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            byline=self.byline or other.byline,
            published=dated.published,
            published_from=dated.published_from,
            language=self.language or other.language,
            url=self.url or other.url,
            dateline=self.dateline or other.dateline,
        )


@dataclass(frozen=True, slots=True)
class Article:
    """The cleaned text and what was said around it."""

    text: str
    said: Said

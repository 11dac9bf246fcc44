"""A document while it is read: who was named, what was told, and which day its news is of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from corpus.events.dated import Dated
from corpus.events.reference import Reference
from corpus.model import Document, Event, Kind, Precision, Status
from corpus.times.reasons import named_day

HEAD = 3  # sentences in which the news of the day is told
_FRESH_DAYS = 3  # how old the news can be on the day of publication
_STORY_DAYS = 10  # a date further from the news than this is of another story


@dataclass(slots=True)
class Page:
    """What is known of a document so far.

    `last` holds the first and last day of the time told last in the paragraph, however wide.
    `read` counts the sentences that can report. `news` is the day of its news with the reason, once it
    was told. `told` is the last day told in paragraph `paragraph`, of the actors `told_of`.
    `spoke` holds whose words were told.
    """

    document: Document
    reference: Reference
    counts: Mapping[str, int]
    read: int = 0
    paragraph: int = -1
    news: tuple[date, str] | None = None
    told: tuple[date, str] | None = None
    last: tuple[date, date] | None = None
    spoke: set[str] = field(default_factory=set)
    told_of: frozenset[str] = frozenset()

    def turn_to(self, paragraph: int) -> None:
        """Moves to a sentence; what day was told holds within its paragraph."""
        if paragraph != self.paragraph:
            self.paragraph, self.told, self.last = paragraph, None, None

    def in_head(self) -> bool:
        """Whether the news itself is being told."""
        return self.read < HEAD

    def current_day(self) -> tuple[date, str] | None:
        """Returns the day of an act that is told without one, with the reason, None in another story's midst.

        It is the day of the news, not the one told last: as often right on 28 articles, with less noise.
        """
        news = self.news
        today = self.document.today
        if news is None and today is not None:
            news = (today, named_day(self.document.published, self.document.written))
        if self.last is None or news is None:
            return news
        first, last = self.last
        near = timedelta(days=_STORY_DAYS)
        return news if first - near <= news[0] <= last + near else None

    def note(self, event: Event, when: Dated, *, aside: bool) -> None:
        """Takes in an event that was found; `aside` tells that a side clause told it."""
        if event.kind is Kind.STATEMENT or when.time is not None:
            self.spoke.update(actor.entity for actor in event.actors if event.kind is Kind.STATEMENT)
        dated = when.time is not None or when.beside is not None
        if dated and event.status is Status.HAPPENED and not aside:
            self.last = (event.first, event.last)
        if when.time is None or event.first != event.last or event.precision is not Precision.DAY:
            return
        if event.status is not Status.HAPPENED:
            return
        self.told = (event.first, event.why)
        self.told_of = frozenset(actor.entity for actor in event.actors)
        self.take_news(self.told)

    def take_news(self, day: tuple[date, str]) -> None:
        """Takes a day, with its reason, for that of the news, if it was told in the head and is fresh."""
        today = self.document.today
        fresh = today is None or 0 <= (today - day[0]).days <= _FRESH_DAYS
        if self.news is None and self.in_head() and fresh:
            self.news = day

"""A document while it is read: who was named, what was told, and which day its news is of."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from corpus.events.dated import Dated, shared
from corpus.events.history import Around, looks_back
from corpus.events.lexicon import lexicon
from corpus.events.occasions import Occasions, is_accord
from corpus.events.reference import Reference
from corpus.events.sides import Roles
from corpus.events.thread import Thread
from corpus.events.tokens import Token
from corpus.model import Document, Event, Kind, Precision, Role, Status, TimeExpression
from corpus.times.reasons import named_day

HEAD = 3  # sentences in which the news of the day is told
_FRESH_DAYS = 3  # how old the news can be on the day of publication
_DYING = {"died", "dies"}
_FRESH_BEHIND = 1  # where the first sentence tells no day of its own: "has arrived. He left on Sunday"
_FRONTED = 8  # code points up to a date that opens a sentence
_RECALLING = re.compile(
    r"\brecent (?:\w+ ){0,2}(?:summit|meeting|talks|visit|trip|call)\b"
    r"|^(?:(?:ever )?since then|(?:at|back at) (?:the|that) time)\b"
    r"|\b(?:spent|served|worked|studied|lived)\b.{0,30}\b(?:years|months|decades)\b"
    r"|\b(?!(?:who|that|which|recently|and|previously)\b)[\w-]+ (?:served|worked|acted) as\b"
    r"|\b(?:was born|grew up|graduated|rose to (?:fame|prominence|power)|gained fame|made (?:his|her) name)\b"
    r"|^(?:over|in) (?:the )?(?:(?:past|last|recent|following|ensuing) )?(?:\w+ )?(?:years|decades)\b",
    re.IGNORECASE,
)
_LEAD_DAYS = 45  # how old the story of a document can be that tells nothing newer
_HELD = {"talks", "visit", "drill", "test"}  # things that are done on a day
_STORY_DAYS = 10  # a date further from the news than this is of another story


def _opens(before: str) -> bool:
    """Whether a day opens its sentence that has these words before it: "On", "In his talks held"."""
    return len(before) <= _FRONTED or ("," not in before and before.startswith(("In ", "At ", "During ")))


class Section(Enum):
    """What the part under a heading tells."""

    NEWS = "news"
    OPENED = "opened"  # its first sentence will show
    HISTORY = "history"  # it begins with an old date


@dataclass(slots=True)
class Page:
    """What is known of a document so far.

    `last` holds the first and last day of the time told last in the paragraph, however wide.
    `read` counts the sentences that can report. `news` is the day of its news with the reason, once it
    was told. `told` is the last day told in paragraph `paragraph`, of the actors `told_of` from the
    countries `lands`; `heard` tells that it is the day of their words. `recalling` tells that the paragraph
    is of something undated. `section_day` is the day that heads the section, `flashback` the paragraph
    and the number of the sentence that last told what had been done before. `spoke` holds whose words
    were told. `before` is the date that the sentence before told an act with,
    `here` that of this one, in the same paragraph of the actors `before_of` and `here_of`; `acted` are those
    of the sentence before in any paragraph, `tokens` its words. `taken_up` has the words and actors of what
    the head told as known.
    `around` is what stands around the sentence, `looking_back` tells that the document has opened a history,
    `dead` has whose death it told. `lead` is the date of the first sentence, where it is older than news is.
    `affairs` has the day on which some actors did last what takes all of them, `fronted` the last day that
    opened its sentence, and the number of that; `first` has the kind and the actors of the first event,
    `thread` whether the text goes on with its news, `deeds` the date and the actors of a word for a deed.
    """

    document: Document
    reference: Reference
    counts: Mapping[str, int]
    read: int = 0
    paragraph: int = -1
    news: tuple[date, str] | None = None
    told: tuple[date, str] | None = None
    last: tuple[date, date] | None = None
    section: Section = Section.NEWS
    section_day: Dated | None = None
    flashback: tuple[int, int] = (-1, -1)
    recalling: bool = False
    spoke: set[str] = field(default_factory=set)
    told_of: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    heard: bool = False
    before: Dated | None = None
    before_of: frozenset[str] = frozenset()
    taken_up: list[tuple[frozenset[str], frozenset[str]]] = field(default_factory=list)
    here: Dated | None = None
    here_of: frozenset[str] = frozenset()
    tokens: Sequence[Token] = ()
    acted: frozenset[str] = frozenset()
    affairs: dict[frozenset[str], tuple[date, str]] = field(default_factory=dict)
    occasions: Occasions = field(default_factory=Occasions)
    around: Around = field(default_factory=Around)
    looking_back: bool = False
    dead: set[str] = field(default_factory=set)
    lead: Dated | None = None
    fronted: tuple[date, str, int] | None = None
    first: tuple[Kind, frozenset[str]] | None = None
    thread: Thread = field(default_factory=Thread)
    deeds: dict[str, tuple[Dated, frozenset[str]]] = field(default_factory=dict)

    @property
    def about(self) -> frozenset[str]:
        """The words that the sentence before, in any paragraph, had for what was done."""
        words = {word for token in self.tokens for word in (token.low, token.lemma)}
        held = {token.low for token in self.tokens if not _HELD.isdisjoint(token.things)}
        return frozenset(words & lexicon().nouns.keys() | held)

    @property
    def about_accord(self) -> bool:
        """Whether the sentence before was about an agreement."""
        return any(map(is_accord, self.tokens))

    def turn_to(self, paragraph: int) -> None:
        """Moves to a sentence; what day was told holds within its paragraph."""
        self.before, self.here = self.here, None
        self.acted = self.before_of = self.here_of
        self.here_of = frozenset()
        if paragraph != self.paragraph:
            self.paragraph, self.told, self.last, self.recalling = paragraph, None, None, False
            self.before_of = frozenset()

    def open_section(self, *, history: bool) -> None:
        """Goes on under a heading; `history` tells that it says so, and so does what once looked back."""
        back = history or self.looking_back
        self.section, self.section_day = Section.HISTORY if back else Section.OPENED, None

    def open_day(self, day: TimeExpression) -> None:
        """Goes on under a heading that is a day."""
        self.section, self.section_day = Section.NEWS, shared(day)

    def is_in_flashback(self) -> bool:
        """Whether the sentence before, in this paragraph, told what had been done before the news."""
        return self.flashback == (self.paragraph, self.read - 1)

    def see_times(self, text: str, times: Sequence[TimeExpression], start: int) -> None:
        """Takes in the times of a sentence that starts at an offset: they show what its section tells.

        "Biden's recent summit with Yoon", with no date, begins a paragraph of what was done there.
        """
        if self.read == 0:
            self.thread.open(self.document.title, text)
        self.thread.follow(text, self.around)
        news = self.news_day()
        days = [time for time in times if time.last]
        if looks_back(text):
            self.looking_back, self.section = True, Section.HISTORY
            return
        if not days:
            self.recalling = self.recalling or _RECALLING.search(text) is not None
            return
        fresh = news is None or any(t.last >= news[0] - timedelta(days=_STORY_DAYS) for t in days if t.last)
        opens = self.section is Section.OPENED and days[0].start - start <= _FRONTED
        if fresh:
            self.section, self.recalling = Section.NEWS, False
        elif self.section is Section.OPENED:
            self.section = Section.HISTORY if opens else Section.NEWS

    def in_head(self) -> bool:
        """Whether the news itself is being told."""
        return self.read < HEAD

    def current_day(self) -> tuple[date, str] | None:
        """Returns the day of an act that is told without one, with the reason, None in another story's midst.

        It is the day of the news, not the one told last: as often right on 28 articles, with less noise.
        """
        news, head = self.news_day(), self.section_day
        if head and head.first == head.last:
            return head.first, head.why
        if self.section is Section.HISTORY or self.recalling:
            return None
        if self.last is None or news is None:
            return news
        first, last = self.last
        near = timedelta(days=_STORY_DAYS)
        return news if first - near <= news[0] <= last + near else None

    def note(self, event: Event, when: Dated, *, aside: bool, anterior: bool, passing: bool) -> None:
        """Takes in an event that was found; `aside` tells that a side clause told it.

        `anterior` marks a flashback ("he had met her in May"), from which a story comes back to its own day,
        `passing` what is only spoken of ("hailed Tuesday's summit").
        """
        if self.read == 0 and self.first is None:
            self.first = event.kind, frozenset(actor.entity for actor in event.actors)
        if event.kind is Kind.STATEMENT or when.time is not None:
            self.spoke.update(actor.entity for actor in event.actors if event.kind is Kind.STATEMENT)
        dated = when.time is not None or when.beside is not None
        if event.kind is Kind.RETREAT and event.trigger in _DYING:
            self.dead.update(actor.entity for actor in event.actors if actor.role is Role.SOURCE)
        if event.status is Status.HAPPENED:
            day = when.day if when.precision is Precision.DAY else when.last
            before = self.news is not None and day < self.news[0]  # "a day after they met"
            self.occasions.note(event, when, dated=dated or before)
            if dated:
                self.deeds[event.trigger.lower()] = when, frozenset(actor.entity for actor in event.actors)
        if passing or (anterior and (self.told or aside)):
            return
        if dated and event.status is Status.HAPPENED and not aside and self.read == 0:
            self._take_lead(when)
        if dated and event.status is Status.HAPPENED and not aside:
            self.last = (event.first, event.last)
            self.here = when
            self.here_of |= frozenset(actor.entity for actor in event.actors)
        if when.time is None or event.first != event.last or event.precision is not Precision.DAY:
            return
        if event.status is not Status.HAPPENED:
            return
        self.told = (event.first, event.why)
        self.told_of, self.heard = frozenset(actor.entity for actor in event.actors), False
        self.lands = frozenset(actor.country for actor in event.actors if actor.country)
        if _opens(self.document.text[event.start : when.time[0]]):
            self.fronted = (*self.told, self.read)
        states = {mention.entity for mention in self.reference.states.values()}
        if event.kind is Kind.CONSULT and len(self.told_of) > 1 and not self.told_of <= states:
            self.affairs[self.told_of] = self.told
        start, end = when.time
        same = self.first == (event.kind, self.told_of)  # what the first sentence told without a day
        self.take_news(self.told, sure=same or self.document.text[start:end].lower() == "today")

    def _take_lead(self, when: Dated) -> None:
        """Keeps the date of the first sentence, if that is not of these days: "visited on June 12-17"."""
        today = self.document.today
        age = (today - when.last).days if today else 0
        fine = when.precision in {Precision.DAY, Precision.INTERVAL}  # "last week" opens what came before
        told = fine or (when.precision is Precision.MONTH and not self.thread.fresh)
        if told and self.lead is None and _FRESH_DAYS < age <= _LEAD_DAYS:
            self.lead = when

    def fronted_day(self, actors: Set[str]) -> tuple[date, str] | None:
        """Returns the day that opened the sentence before ("On Tuesday, Lee …"), if it told of all these."""
        if self.fronted is None or self.read - self.fronted[2] != 1 or not actors or not actors <= self.acted:
            return None
        return self.fronted[0], self.fronted[1]

    def older_news(self) -> Dated | None:
        """Returns the date of the first sentence, where the document has told nothing newer."""
        return self.lead if self.news is None and self.section is Section.NEWS else None

    def hear(self, time: TimeExpression, speaker: str | None) -> None:
        """Takes in the day on which the words of a sentence were said."""
        if time.first is None or time.first != time.last:
            return
        self.take_news((time.first, time.why))
        self.told, self.last = (time.first, time.why), (time.first, time.first)
        self.told_of, self.heard = frozenset({speaker} if speaker else ()), True

    def go_on(self, when: Dated, roles: Roles) -> None:
        """Takes in an act that goes on from the sentence before: the next one may go on from it, too."""
        acting = {mention.entity for mention in (*roles.sources, *roles.targets)}
        self.here, self.here_of = when, self.here_of | acting

    def goes_on_from(self, *, days: int = 0) -> Dated | None:
        """Returns the date of the sentence before, where it is more than some days older than the news."""
        before = self.before
        news = self.news_day() if before else None
        last = before and (before.day if before.precision is Precision.DAY else before.last)
        old = last and news and last < news[0] - timedelta(days=days)
        return before if old else None

    def day_before(self, day: date, actors: Set[str]) -> tuple[date, str] | None:
        """Returns when all of these met somebody on the day before; None if they did not."""
        met = (told for acting, told in self.affairs.items() if actors and actors <= acting)
        return next((told for told in met if told[0] == day - timedelta(days=1)), None)

    def is_known(self, word: str, actors: Set[str]) -> bool:
        """Whether the head took up as known what a verb tells that some of these actors did."""
        return any(word in words and not actors.isdisjoint(acting) for words, acting in self.taken_up)

    def tells_another_story(self) -> bool:
        """Whether the sentence before told something so old that it is of another story."""
        return self.goes_on_from(days=_STORY_DAYS) is not None

    def dates_acts(self) -> bool:
        """Whether acts that are told without a date may have one here."""
        return self.told is not None or self.current_day() is not None or self.goes_on_from() is not None

    def news_day(self) -> tuple[date, str] | None:
        """Returns the day of the news, or that of the document where none was told, with the reason."""
        today = self.document.today
        if self.news is None and today is not None:
            return today, named_day(self.document.published, self.document.written)
        return self.news

    def take_news(self, day: tuple[date, str], *, sure: bool = False) -> None:
        """Takes a day, with its reason, for that of the news, if it was told in the head and is fresh.

        `sure` marks one that is the news: it says "today", or is that of what the first sentence told.
        """
        written = self.document.today
        oldest = _FRESH_DAYS if self.read == 0 or sure else _FRESH_BEHIND
        fresh = written is None or 0 <= (written - day[0]).days <= oldest
        newer = self.news is None or day[0] > self.news[0]
        if newer and (self.in_head() or sure) and fresh:
            self.news = day

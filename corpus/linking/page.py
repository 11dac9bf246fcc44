"""One text while it is being linked: what was found in it so far, and where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum, auto
from itertools import islice, takewhile

from corpus.linking.lexicon import sense_words
from corpus.linking.names import Hit, Means
from corpus.model import Basis, Entity, EntityType, Mention, Precision, Sense, Sentence, TimeExpression

LONGEST_HEADLINE = 200
# The last line of a wire's report: no headline, for all its names.
CREDIT = re.compile(r"\b(?:[Rr]eporting|[Ee]diting|[Ww]riting) by ")
BODIES = frozenset(
    {
        EntityType.PUBLIC_BODY,
        EntityType.ARMED_FORCE,
        EntityType.PARTY,
        EntityType.ORGANISATION,
        EntityType.COMPANY,
        EntityType.MEDIUM,
    }
)


class How(StrEnum):
    """By what a mention was found."""

    NAME = auto()
    DEMONYM = auto()
    OFFICE = auto()
    SURNAME = auto()
    CUE = auto()
    ANAPHOR = auto()


@dataclass(slots=True, eq=False)  # no two are the same, which makes one quick to find in a list
class Found:
    """A mention in the making. `seat` tells that its words name the seat of power of the entity that acts."""

    start: int
    end: int
    entity: Entity
    how: How
    sense: Sense = Sense.ACTOR
    seat: bool = False

    def mention(self, text: str) -> Mention:
        """Returns the finished mention."""
        entity = self.entity
        return Mention(
            self.start,
            self.end,
            text[self.start : self.end],
            entity.id,
            entity.name,
            entity.type,
            entity.country,
            Sense.PLACE if entity.type is EntityType.PLACE else self.sense,
        )

    def as_named(self, text: str) -> Mention:
        """Returns the finished mention with the type of its words.

        The Kremlin that acts is a public body, and talks that act ("the six-party talks") are none.
        """
        mention = self.mention(text)
        if self.entity.id in sense_words()["rounds"]:
            return replace(mention, type=EntityType.AGREEMENT)
        return replace(mention, type=EntityType.PUBLIC_BODY) if self.seat else mention


@dataclass(slots=True)
class Page:
    """A text, what is known about it, and the stretches that are taken.

    `at` holds the mentions by start; `taken` maps the start of each name to its end, decoys included, and
    `inside` that of its other words; `cues` are the words for offices and titles, by start. `inner` holds
    the mentions within the words of others: "US" of "the US president".
    """

    text: str
    published: date | None
    sentences: Sequence[Sentence]
    times: Sequence[TimeExpression]
    cues: dict[int, Hit]
    found: list[Found] = field(default_factory=list)
    inner: list[Found] = field(default_factory=list)
    at: dict[int, Found] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)
    _headlines: dict[int, int] = field(default_factory=dict)
    inside: dict[int, int] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _cue_ends: set[int] | None = None
    _title_ends: set[int] | None = None
    _dated: list[TimeExpression] | None = None
    _days: dict[int, date | None] = field(default_factory=dict)
    _ends: dict[int, Found] = field(default_factory=dict)

    def add(self, found: Found) -> None:
        """Adds a mention and takes its place."""
        self.found.append(found)
        self.at[found.start] = self._ends[found.end] = found
        self.taken[found.start] = found.end
        self.cover(found.start, found.end)

    def cover(self, start: int, end: int) -> None:
        """Notes the words inside a name or an office behind its first: "State" of "Secretary of State"."""
        find, inside = self.text.find, self.inside
        gap = find(" ", start, end)
        while gap >= 0:
            inside[gap + 1] = end
            gap = find(" ", gap + 1, end)

    def replace(self, found: Found) -> None:
        """Adds a mention in the place of those that it covers."""
        for start in [start for start in range(found.start, found.end) if start in self.at]:
            self.remove(self.at[start])
        self.add(found)

    def remove(self, found: Found) -> None:
        """Takes a mention away."""
        if found in self.found:
            self.found = self.found.copy()  # somebody may be walking through it
            self.found.remove(found)
        self.at.pop(found.start, None)
        if self._ends.get(found.end) is found:
            del self._ends[found.end]
        self.taken.pop(found.start, None)

    def title_ends(self, offset: int) -> bool:
        """Tells whether a word for an office or a title ends at an offset, not one that points back."""
        if self._title_ends is None:
            told = (hit for hit in self.cues.values() if hit.names[0].means is not Means.BACK)
            self._title_ends = {hit.end for hit in told}
        return offset in self._title_ends

    def cue_ends(self, offset: int) -> bool:
        """Tells whether a word for an office, a title or a body ends at an offset."""
        if self._cue_ends is None:
            self._cue_ends = {hit.end for hit in self.cues.values()}
        return offset in self._cue_ends

    def is_body(self, offset: int) -> bool:
        """Tells whether the name of a body that was found starts at an offset."""
        found = self.at.get(offset)
        return found is not None and found.entity.type in BODIES

    def ending(self, offset: int) -> Found | None:
        """Returns the mention that ends at an offset."""
        return self._ends.get(offset)

    def ends_other(self, offset: int) -> bool:
        """Tells whether the name of a state, a body or a place that was found ends at an offset."""
        found = self._ends.get(offset)
        return found is not None and found.entity.type is not EntityType.PERSON

    def ends_person(self, offset: int) -> bool:
        """Tells whether the name of a person that was found ends at an offset."""
        found = self._ends.get(offset)
        return found is not None and found.entity.type is EntityType.PERSON

    def headline(self, offset: int) -> bool:
        """Tells whether most words of a line have a capital, so that a capital says nothing there."""
        start = self.text.rfind("\n", 0, offset) + 1
        if start not in self._headlines:
            end = self.text.find("\n", start)
            line = self.text[start : end if end >= 0 else None]
            sentence = line.rstrip().endswith((".", "!", "?", "”", '"', ",", ";", ":")) and not line.isupper()
            short = len(line) < LONGEST_HEADLINE and not sentence
            content = [word for word in line.split() if len(word) > 3] if short else []
            capitals = sum(word[0].isupper() or not word[0].isalpha() for word in content)
            most = len(content) > 1 and capitals >= 0.85 * len(content)
            whole = most and CREDIT.search(line) is None
            self._headlines[start] = len(self.text) + 1 if whole else self._lead_in(start)
        return offset < self._headlines[start]

    def _lead_in(self, start: int) -> int:
        """Returns where the capitals end that lead in a line as its headline: "ROE LEAVES TALKS: She …"."""
        text, end = self.text, start
        colon = text.find(": ", start, start + LONGEST_HEADLINE)
        while colon >= 0 and text[start:colon].isupper() and "\n" not in text[start:colon]:
            end = colon
            colon = text.find(": ", colon + 1, start + LONGEST_HEADLINE)
        return end if text.count(" ", start, end) > 1 else start

    def sentence(self, offset: int) -> tuple[int, int]:
        """Returns the bounds of the sentence around an offset, of the whole text where there is none."""
        if not self._starts:
            self._starts = [sentence.start for sentence in self.sentences]
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return 0, len(self.text)
        return self.sentences[index].start, self.sentences[index].end

    def paragraph(self, offset: int) -> int:
        """Returns the number of the paragraph around an offset, 0 where there is none."""
        if not self._starts:
            self.sentence(offset)
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index].paragraph if index >= 0 else 0

    def day(self, offset: int) -> date | None:
        """Returns the day spoken of at an offset: the nearest date in the sentence, else the publication's.

        Of a month or a year it is the middle. A year in front of a noun ("the 1953 armistice") dates the
        noun, not what is done about it.
        """
        if not self.times:
            return self.published
        if offset not in self._days:
            self._days[offset] = self._day(offset)
        return self._days[offset]

    def _day(self, offset: int) -> date | None:
        if self._dated is None:
            self._dated = sorted((t for t in self.times if t.first), key=lambda time: time.start)
        first, last = self.sentence(offset)
        begin = bisect_left(self._dated, first, key=lambda time: time.start)
        here = takewhile(lambda time: time.start < last, islice(self._dated, begin, None))
        dated = [time for time in here if not self._attributive(time)]
        nearest = min(dated, key=lambda time: abs(time.start - offset), default=None)
        if nearest is None:
            nearest = None if self.published else self._told_around(first)
        if nearest is None or nearest.first is None:
            return self.published
        return nearest.first + ((nearest.last or nearest.first) - nearest.first) // 2

    def _told_around(self, offset: int) -> TimeExpression | None:
        """Returns the date that a text of an unknown day tells before in the paragraph, else its last."""
        dated = [time for time in self._dated or () if time.basis is Basis.EXPLICIT and self._dates(time)]
        here = self.paragraph(offset)
        before = [time for time in dated if time.start < offset and self.paragraph(time.start) == here]
        return before[-1] if before else max(dated, key=lambda time: time.first or date.min, default=None)

    def _dates(self, time: TimeExpression) -> bool:
        return time.precision in (Precision.DAY, Precision.MONTH) and not self._attributive(time)

    def _attributive(self, time: TimeExpression) -> bool:
        """Tells whether a date stands before a noun or after `of`."""
        before, after = self.text[max(0, time.start - 4) : time.start], self.text[time.end : time.end + 2]
        bare = time.text[:1].isdigit() and len(time.text) <= 5
        return bare and (before.endswith(" of ") or (before.endswith("the ") and after[1:2].isalpha()))

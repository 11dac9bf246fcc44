"""One text while it is being linked: what was found in it so far, and where."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from corpus.linking.scan import Hit
from corpus.model import Entity, EntityType, Mention, Sense, Sentence, TimeExpression


class How(Enum):
    """By what a mention was found."""

    NAME = auto()
    DEMONYM = auto()
    OFFICE = auto()
    SURNAME = auto()
    CUE = auto()
    ANAPHOR = auto()


@dataclass(slots=True)
class Found:
    """A mention in the making. `stands_for` is who acts where the entity is a place that can act."""

    start: int
    end: int
    entity: Entity
    how: How
    sense: Sense = Sense.ACTOR

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


@dataclass(slots=True)
class Page:
    """A text, what is known about it, and the stretches that are taken.

    `taken` maps the start of each name found to its end, decoys included; `cues` are the words for
    offices and titles, by start.
    """

    text: str
    published: date | None
    sentences: Sequence[Sentence]
    times: Sequence[TimeExpression]
    cues: dict[int, Hit]
    found: list[Found] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def add(self, found: Found) -> None:
        """Adds a mention and takes its place."""
        self.found.append(found)
        self.taken[found.start] = found.end

    def sentence(self, offset: int) -> tuple[int, int]:
        """Returns the bounds of the sentence around an offset, of the whole text where there is none."""
        if not self._starts:
            self._starts = [sentence.start for sentence in self.sentences]
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return 0, len(self.text)
        return self.sentences[index].start, self.sentences[index].end

    def day(self, offset: int) -> date | None:
        """Returns the day that is spoken of at an offset: the nearest date in the sentence, else the publication's.

        A year in front of a noun ("the 1953 armistice") dates the noun, not what is done about it.
        """
        first, last = self.sentence(offset)
        dated = [t for t in self.times if first <= t.start < last and t.first and not self._attributive(t)]
        nearest = min(dated, key=lambda t: abs(t.start - offset), default=None)
        return nearest.first if nearest else self.published

    def _attributive(self, time: TimeExpression) -> bool:
        """Tells whether a date stands before a noun or after `of`."""
        before, after = self.text[max(0, time.start - 4) : time.start], self.text[time.end : time.end + 2]
        bare = time.text[:1].isdigit() and len(time.text) <= 5
        return bare and (before.endswith(" of ") or (before.endswith("the ") and after[1:2].isalpha()))

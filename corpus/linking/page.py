"""One text while it is being linked: what was found in it so far, and where."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum, auto
from operator import attrgetter, itemgetter

from corpus.linking.headlines import headlines
from corpus.linking.lexicon import sense_words
from corpus.linking.names import Hit, Means
from corpus.model import Basis, Entity, EntityType, Mention, Precision, Sense, Sentence, TimeExpression

NARROW = (Precision.DAY, Precision.MONTH)
LONGEST_BARE = 5  # code points of a date that is a number: "1953", "1990s"
FIRST, STARTS = itemgetter(0), attrgetter("start")
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

    def as_named(self, mention: Mention) -> Mention:
        """Returns the finished mention with the type of its words.

        The Kremlin that acts is a public body, and talks that act ("the six-party talks") are none.
        """
        if self.entity.id in sense_words()["rounds"]:
            return replace(mention, type=EntityType.AGREEMENT)
        return replace(mention, type=EntityType.PUBLIC_BODY) if self.seat else mention


@dataclass(slots=True)
class Page:
    """A text, what is known about it, and the stretches that are taken.

    `at` holds the mentions by start, `ends` by end; `taken` maps the start of each name to its end, decoys
    included, and `inside` that of its other words; `cues` are the words for offices and titles, by start, and
    `cue_ends` where they end, `title_ends` only those that do not point back. `inner` holds the mentions
    within the words of others: "US" of "the US president".
    """

    text: str
    published: date | None
    sentences: Sequence[Sentence]
    times: Sequence[TimeExpression]
    cues: dict[int, Hit]
    found: list[Found] = field(default_factory=list)
    inner: list[Found] = field(default_factory=list)
    at: dict[int, Found] = field(default_factory=dict)
    ends: dict[int, Found] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)
    inside: dict[int, int] = field(default_factory=dict)
    cue_ends: frozenset[int] = field(init=False)
    title_ends: frozenset[int] = field(init=False)
    _starts: list[int] = field(init=False)
    _bounds: list[tuple[int, int]] = field(init=False)
    _headlines: list[tuple[int, int]] = field(init=False)
    _dated: list[TimeExpression] = field(init=False)
    _dated_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        hits = self.cues.values()
        self.cue_ends = frozenset([hit.end for hit in hits])
        self.title_ends = frozenset([hit.end for hit in hits if hit.names[0].means is not Means.BACK])
        self._bounds = [(sentence.start, sentence.end) for sentence in self.sentences]
        self._starts = [start for start, _ in self._bounds]
        self._headlines = headlines(self.text)
        self._dated = sorted([time for time in self.times if self._dates(time)], key=STARTS)
        self._dated_starts = [time.start for time in self._dated]

    def add(self, found: Found) -> None:
        """Adds a mention and takes its place."""
        start, end = found.start, found.end
        self.found.append(found)
        self.at[start] = self.ends[end] = found
        self.taken[start] = end
        if self.text.find(" ", start, end) >= 0:
            self.cover(start, end)

    def take(self, start: int, end: int) -> None:
        """Takes a stretch, so that nothing else is found there."""
        self.taken[start] = end
        self.cover(start, end)

    def cover(self, start: int, end: int) -> None:
        """Notes the words inside a name or an office behind its first: "State" of "Secretary of State"."""
        find, inside = self.text.find, self.inside
        gap = find(" ", start, end)
        while gap >= 0:
            inside[gap + 1] = end
            gap = find(" ", gap + 1, end)

    def replace(self, found: Found) -> None:
        """Adds a mention in the place of those that it covers."""
        for start in sorted(self.at.keys() & range(found.start, found.end)):
            self.remove(self.at[start])
        self.add(found)

    def remove(self, found: Found) -> None:
        """Takes a mention away."""
        if found in self.found:
            self.found = self.found.copy()  # somebody may be walking through it
            self.found.remove(found)
        self.at.pop(found.start, None)
        if self.ends.get(found.end) is found:
            del self.ends[found.end]
        self.taken.pop(found.start, None)

    def is_body(self, offset: int) -> bool:
        """Tells whether the name of a body that was found starts at an offset."""
        found = self.at.get(offset)
        return found is not None and found.entity.type in BODIES

    def ends_other(self, offset: int) -> bool:
        """Tells whether the name of a state, a body or a place that was found ends at an offset."""
        found = self.ends.get(offset)
        return found is not None and found.entity.type is not EntityType.PERSON

    def ends_person(self, offset: int) -> bool:
        """Tells whether the name of a person that was found ends at an offset."""
        found = self.ends.get(offset)
        return found is not None and found.entity.type is EntityType.PERSON

    def headline(self, offset: int) -> bool:
        """Tells whether most words of a line have a capital, so that a capital says nothing there."""
        index = bisect_right(self._headlines, offset, key=FIRST)
        return index > 0 and offset < self._headlines[index - 1][1]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Returns the bounds of the sentence around an offset, of the whole text where there is none."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._bounds[index][1]:
            return 0, len(self.text)
        return self._bounds[index]

    def paragraph(self, offset: int) -> int:
        """Returns the number of the paragraph around an offset, 0 where there is none."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index].paragraph if index >= 0 else 0

    def day(self, offset: int) -> date | None:
        """Returns the day spoken of at an offset: the nearest date in the sentence, else the publication's.

        Of a month or a year it is the middle. A year in front of a noun ("the 1953 armistice") dates the
        noun, not what is done about it.
        """
        if not self.times:
            return self.published
        first, last = self.sentence(offset)
        starts = self._dated_starts
        here = self._dated[bisect_left(starts, first) : bisect_left(starts, last)]
        nearest = min(here, key=lambda time: abs(time.start - offset)) if here else None
        if nearest is None:
            nearest = None if self.published else self._told_around(first)
        if nearest is None or nearest.first is None:
            return self.published
        return nearest.first + ((nearest.last or nearest.first) - nearest.first) // 2

    def _told_around(self, offset: int) -> TimeExpression | None:
        """Returns the date that a text of an unknown day tells before in the paragraph, else its last."""
        dated = [time for time in self._dated if time.basis is Basis.EXPLICIT and time.precision in NARROW]
        here = self.paragraph(offset)
        before = [time for time in dated if time.start < offset and self.paragraph(time.start) == here]
        return before[-1] if before else max(dated, key=lambda time: time.first or date.min, default=None)

    def _dates(self, time: TimeExpression) -> bool:
        """Tells whether a time expression dates what is done: not before a noun, nor after `of`."""
        if time.first is None:
            return False
        before, after = self.text[max(0, time.start - 4) : time.start], self.text[time.end : time.end + 2]
        attributive = before.endswith(" of ") or (before.endswith("the ") and after[1:2].isalpha())
        return not attributive or len(time.text) > LONGEST_BARE or not time.text[:1].isdigit()

"""Where a document turns to what is past: what opens a history, and which sentences stand among old dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from corpus.model import Sentence, TimeExpression

_STORY_DAYS = 10  # a date further from the news than this is of another story
_TURNS = r"began|started|came about|evolved|unfolded|happened"  # of what is told
_TELLINGS = r"look (?:back )?at|timeline of|chronology of|history of"
_KEY = r"key (?:\w+ ){0,2}(?:dates|events|moments|developments)"
_LOOKING_BACK = re.compile(
    rf"^here(?:[’']s| is| are)\b.{{0,60}}\b(?:{_TURNS}|{_TELLINGS}|{_KEY})\b"
    rf"|^(?:an?|the|some)\b.{{0,40}}\b(?:{_TELLINGS}|{_KEY})\b[^.]{{0,120}}:$"
    rf"|^(?:some )?{_KEY}\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"(?:the )?(?:(?:historical )?(?:background|context|history)|brief history|history of .{1,60}|timeline"
    rf"|chronology|recall|backstory|{_KEY}|previously|what happened before|looking back)[:.]?",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:^|[.,;:—–]|\b(?:in|on|during|around|late|early|throughout|over|back in))\s*$", re.IGNORECASE
)
_LED = re.compile(r"(?:in|on|during|last|early|late|earlier|back)\b", re.IGNORECASE)
_MARKS = re.compile(r"[,;:–—]")
_ASIDE = re.compile(r"\b(?:where|who|whom|whose|which|that|when|since|until|after|before)\b", re.IGNORECASE)
_FRAME = re.compile(
    r"^(?:(?:but|and|yet) )?(?:under|in|at|during|after|following) (?:the|an?|his|her|its|their|that) $",
    re.IGNORECASE,
)
_AMID = 4  # undated sentences in a row that old dates still hold
_BEFORE = 14  # code points looked at before a time


class Age(Enum):
    """What the dates of a sentence show of it."""

    UNDATED = "undated"
    FRESH = "fresh"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Around:
    """The sentences before and after one: how old they are, and whether they are of its paragraph.

    `fresh` tells that its paragraph has a date of the days of the news, `here` how old the sentence
    itself is, and `amid` that the next dates before and behind it, a few sentences away, are both old.
    """

    before: Age = Age.UNDATED
    after: Age = Age.UNDATED
    joined_before: bool = False
    joined_after: bool = False
    fresh: bool = False
    here: Age = Age.UNDATED
    amid: bool = False

    @property
    def continues_old(self) -> bool:
        """Whether the sentence before, in the same paragraph, has an old date and nothing there is fresh."""
        return self.before is Age.OLD and self.joined_before and not self.fresh

    @property
    def between_old(self) -> bool:
        """Whether the sentences before and after, in any paragraph, have old dates, and this one no fresh."""
        return self.before is Age.OLD and self.after is Age.OLD and not self.fresh

    @property
    def is_old(self) -> bool:
        """Whether what is told without a date here is told among old dates."""
        leads_on = self.after is Age.OLD and self.joined_after and not self.fresh
        return self.continues_old or leads_on or self.between_old


def looks_back(text: str) -> bool:
    """Whether a sentence opens a history: "Here's how their relations began", "A look at key events:"."""
    return _LOOKING_BACK.search(text) is not None


def heads_history(text: str) -> bool:
    """Whether a heading opens one: "Background"."""
    return _BACKGROUND.fullmatch(text.strip()) is not None


def age_of(text: str, start: int, times: Sequence[TimeExpression], today: date | None) -> Age:
    """Returns how old the dates of a sentence are that starts at an offset of the text.

    A date is old only as an adverb: "tested a bomb in 2017" is, "the 2017 test" is not, unless it opens the
    sentence: "Under the 2015 accord, Japan paid".
    """
    if today is None:
        return Age.UNDATED
    newest = today - timedelta(days=_STORY_DAYS)
    dated = [time for time in times if time.last]
    if any(time.last >= newest for time in dated if time.last):
        return Age.FRESH
    old = any(_dates_the_sentence(text[start : time.start], time.text) for time in dated)
    return Age.OLD if old else Age.UNDATED


def _dates_the_sentence(before: str, words: str) -> bool:
    """Whether a time is an adverb of the main clause; `before` is what stands before it in its sentence."""
    clause = _MARKS.split(before)[-1]
    if _FRAME.match(before):
        return True
    if _ASIDE.search(clause):
        return False  # "the village where they signed the truce in 1953"
    return _LED.match(words) is not None or _ADVERBIAL.search(before[-_BEFORE:]) is not None


def surroundings(
    text: str, parts: Sequence[tuple[Sentence, Sequence[TimeExpression]]], today: date | None
) -> list[Around]:
    """Returns what stands around each sentence of a text; `parts` has the times in each of them."""
    ages = [age_of(text, sentence.start, times, today) for sentence, times in parts]
    paragraphs = [sentence.paragraph for sentence, _ in parts]
    fresh = {paragraph for paragraph, age in zip(paragraphs, ages, strict=True) if age is Age.FRESH}
    lasting = list(zip(_last_dated(ages), [*_last_dated(ages[::-1])][::-1], strict=True))
    around = [Age.UNDATED, *ages, Age.UNDATED]
    sides = [-1, *paragraphs, -1]
    return [
        Around(
            around[k],
            around[k + 2],
            sides[k] == here,
            sides[k + 2] == here,
            here in fresh,
            ages[k],
            lasting[k] == (Age.OLD, Age.OLD),
        )
        for k, here in enumerate(paragraphs)
    ]


def _last_dated(ages: Sequence[Age]) -> Iterator[Age]:
    """Yields for each sentence how old the last dated one before it is, if that is near."""
    last, far = Age.UNDATED, 0
    for age in ages:
        yield last if far <= _AMID else Age.UNDATED
        last, far = (last, far + 1) if age is Age.UNDATED else (age, 0)

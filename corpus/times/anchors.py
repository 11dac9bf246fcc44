"""The narrative anchor: what a text has told, which `the next day` and `two months later` count from.

Four questions are put to it. The last date told that is exact enough (`the next day` needs a day, not a
year). The scene, for dates without a year: in a history the last date told; in news a sentence that opens
with another time (`In 1950,`) sets it for its paragraph. The day that a story goes on from (`They met on June
12, 2018. In February they met again`). The quarter that a business report is about, for `the quarter` and
`a year earlier`.
"""

import re

from corpus.model import Precision
from corpus.times.fineness import is_coarser
from corpus.times.told import Told
from corpus.times.value import Value

_REACH = 6  # paragraphs back in which an anchor is looked for
_PERIOD_REACH = 8
_PERIOD_SPAN = 4000  # code points back in which a longer period is looked for
_AROUND = 300  # code points of a sentence on either side of a date that may name its event
_REMEMBERED = 16
_OTHER_PERIOD = re.compile(
    r"\b(?:(?:six|nine) months|first half|fiscal (?:19|20)\d\d|(?:full|fiscal|whole) year|for the year|"
    r"annual)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z")
_LOOKING_BACK = re.compile(r"\b[Tt]hat (?:[Oo]n )?\Z")
_LISTED = re.compile(
    r"(?:[Oo]n )?\w+day,? (?:and|or|to|through) (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_LISTING = (" or ", " and ", ", ", ", and ", ", or ")
_WILL = re.compile(r"\b(?:will|is to|are to)\b")
_HAD = re.compile(r"\bhad\b")
_NAMES = re.compile(r"\b[A-Z][\w’']{2,}")


class Narrative:
    """Remembers what a text has told so far."""

    def __init__(self, text: str, *, history: bool) -> None:
        """Starts with nothing told; `history` says that the text tells in sequence."""
        self.history = history
        self._text = text
        self._told: list[Told] = []
        self._period: Told | None = None
        self._place = (0, (0, 0))

    def enter(self, paragraph: int, sentence: tuple[int, int]) -> None:
        """Moves on to the sentence in which the next expression stands."""
        self._place = (paragraph, sentence)

    def tell(self, told: Told, *, period: bool) -> None:
        """Takes a resolved expression; `period` says that the text reports on this quarter."""
        self._told.append(told)
        if len(self._told) > _REMEMBERED:
            del self._told[0]
        if period:
            self._period = told

    def last(self, precision: Precision, about: str = "") -> Told | None:
        """Returns the last value told that is not coarser than a precision.

        `about` holds the words that name an event: of several dates, the one whose sentence shares most
        names with them is preferred.
        """
        paragraph = self._place[0]
        near = [
            told
            for told in reversed(self._told)
            if paragraph - told.paragraph <= _REACH and not is_coarser(told.value.precision, precision)
        ]
        if not _HAD.search(self._text, *self._reach_of_sentence()):
            near = [told for told in near if not told.earlier] or near  # the story goes on from its main line
        names = set(_NAMES.findall(about))
        if not near or not names:
            return near[0] if near else None
        return max(near, key=lambda told: len(names & set(_NAMES.findall(self._sentence(told)))))

    def _reach_of_sentence(self) -> tuple[int, int]:
        start, end = self._place[1]
        return start, min(end, start + _AROUND)

    def looks_ahead(self) -> bool:
        """Tells whether the sentence says what will come, from today, unlike in `they would meet`."""
        return _WILL.search(self._text, *self._reach_of_sentence()) is not None

    def opens_with(self, value: Value, here: int) -> bool:
        """Tells whether the text has told nothing so far, or this value too.

        Unlike with `that Friday`, which looks back, and the first day of a list (`on Friday and Tuesday`).
        """
        if _LOOKING_BACK.search(self._text, max(0, here - 8), here) or _LISTED.match(self._text, here):
            return False
        return not self._told or any(told.value == value for told in self._told)

    def tells_here(self) -> bool:
        """Tells whether the paragraph has told any date so far."""
        return bool(self._told) and self._told[-1].paragraph == self._place[0]

    def tells_in_sentence(self) -> bool:
        """Tells whether the sentence has told any date so far."""
        return bool(self._told) and self._told[-1].sentence == self._place[1]

    def scene(self) -> Told | None:
        """Returns the date told that dates without a year follow: in a history the last one.

        In news it is one of the same paragraph that names its year and opens its sentence.
        """
        paragraph, sentence = self._place
        for told in reversed(self._told):
            if self.history and told.dated and not is_coarser(told.value.precision, Precision.YEAR):
                if told.main or told.opens or told.paragraph == paragraph:
                    return told
                continue  # the year since which something goes on is not that of the story
            if not self.history and (told.paragraph != paragraph or not told.dated):
                return None
            if not self.history and (told.opens or told.sentence != sentence):
                return told if told.opens else None
        return None

    def beside(self, here: int) -> Told | None:
        """Returns the date counted from another that stands right before: `two days later, on Tuesday`."""
        told = self._told[-1] if self._told else None
        if told is None or not told.counted:
            return None
        return told if self._text[told.start + len(told.words) : here] == ", " else None

    def listed(self, here: int) -> Told | None:
        """Returns the weekday that stands right before in a list: `by Sunday or Monday`."""
        told = self._told[-1] if self._told else None
        if told is None or told.value.precision is not Precision.DAY or not _WEEKDAY.search(told.words):
            return None
        return told if self._text[told.start + len(told.words) : here] in _LISTING else None

    def sequence(self) -> Told | None:
        """Returns the day told last in the paragraph, in a sentence before, that a story may go on from."""
        paragraph, sentence = self._place
        told = self._told[-1] if self._told else None
        if told is None or told.paragraph != paragraph or told.sentence == sentence:
            return None
        fine = told.value.precision is Precision.DAY or (
            told.counted and told.value.precision is Precision.MONTH
        )
        return told if told.main and told.dated and fine else None

    def day_of_history(self) -> Told | None:
        """Returns the day told last in the paragraph of a history, which a weekday counts from."""
        return self.sequence() if self.history else None

    def period(self, here: int) -> Told | None:
        """Returns the quarter that the text reports on, unless a longer period was named since."""
        told = self._period
        if told is None or self._place[0] - told.paragraph > _PERIOD_REACH:
            return None
        return None if _OTHER_PERIOD.search(self._text, max(told.start, here - _PERIOD_SPAN), here) else told

    def _sentence(self, told: Told) -> str:
        first, last = told.sentence
        return self._text[max(first, told.start - _AROUND) : min(last, told.start + _AROUND)]

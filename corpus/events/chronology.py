"""The days that head the entries of a chronology: "Jan. 14" on its own line, "March 5-6: Envoys meet"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.model import Precision, Sentence, TimeExpression

_BULLETS = " \t*•·#►▪–—-"
_MARK = re.compile(
    r"\s?(?:\([^)\n]{1,20}\)\s?)?(?::|\s[–—-]+(?=\s)|[–—])\s*"
)  # what parts a day from its entry
_AROUND = _BULLETS + ":."
_HEADING = {Precision.DAY, Precision.INTERVAL, Precision.MONTH, Precision.YEAR}
_FEWEST = 2  # days that make a chronology


@dataclass(frozen=True, slots=True)
class Head:
    """The time that heads an entry; `body` is the offset of what the same line tells, or -1 where it ends."""

    time: TimeExpression
    body: int


def day_heads(text: str, parts: Iterable[tuple[Sentence, Sequence[TimeExpression]]]) -> dict[int, Head]:
    """Returns the heads of a chronology by the offset of their sentence; none for a day that stands alone.

    `parts` are the sentences of the text, each with the times in it.
    """
    found = {
        sentence.start: head for sentence, times in parts if times and (head := _head(text, sentence, times))
    }
    days = {head.time.value for head in found.values()}
    return found if len(days) >= _FEWEST else {}


def _head(text: str, sentence: Sentence, times: Sequence[TimeExpression]) -> Head | None:
    time = times[0]
    if time.precision not in _HEADING or time.first is None or not _opens_line(text, time.start):
        return None
    if text[time.end : sentence.end].strip(_AROUND):
        mark = _MARK.match(text, time.end, sentence.end)
        return Head(time, mark.end()) if mark and mark.end() < sentence.end else None
    return Head(time, -1) if len(times) == 1 and time.precision is not Precision.YEAR else None


def _opens_line(text: str, start: int) -> bool:
    """Whether nothing but a bullet stands before an offset in its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(_BULLETS)

"""What is pointed out in a document: the passage, its time, who is mentioned, what was searched."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.model import Passage
from tui.source.wrap import Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How a stretch of text is drawn; `country` is set for a mention, None in it where it has none."""

    passage: bool = False
    time: bool = False
    match: bool = False
    mention: bool = False
    country: str | None = None


class Marks:
    """The emphasis of every stretch of a document, as runs that do not overlap."""

    def __init__(self, passage: Passage, searched: Sequence[Span] = ()) -> None:
        edges = {0, passage.start, passage.end, *(passage.time or ())}
        edges.update(edge for span in searched for edge in span)
        for mark in passage.mentions:
            edges.update((mark.start, mark.end))
        self._starts = sorted(edge for edge in edges if edge >= 0)
        self._emphases = [Emphasis()] * len(self._starts)
        self._put(passage, dict(searched))

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, Emphasis]]:
        """Yields the runs of a span, in its order and covering it."""
        number = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            last = number + 1 == len(self._starts)
            stop = end if last else min(end, self._starts[number + 1])
            if stop > start:
                yield start, stop, self._emphases[number]
            start, number = max(start, stop), number + 1

    def _put(self, passage: Passage, searched: dict[int, int]) -> None:
        matched = 0
        mentions = sorted(passage.mentions, key=lambda mark: (mark.start, -mark.end))
        position = 0
        for number, start in enumerate(self._starts):
            while position < len(mentions) and mentions[position].end <= start:
                position += 1
            matched = max(matched, searched.get(start, 0))
            inside = position < len(mentions) and mentions[position].start <= start
            self._emphases[number] = Emphasis(
                passage=passage.start <= start < passage.end,
                time=passage.time is not None and passage.time[0] <= start < passage.time[1],
                match=start < matched,
                mention=inside,
                country=mentions[position].country if inside else None,
            )

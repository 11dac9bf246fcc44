"""What is left of the runs of capitals when the known names, titles and opening words are taken out."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.linking.capitals import Word, run_words, runs
from corpus.linking.lexicon import words
from corpus.linking.page import Page


@dataclass(frozen=True, slots=True)
class Segment:
    """Capitalised words in a row that are no known name; `titled` where a title stands directly before them."""

    words: tuple[Word, ...]
    titled: bool
    opens: bool  # the first word opens a sentence or a line, where every word has a capital

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end


def segments(page: Page) -> Iterator[Segment]:
    """Yields the unknown stretches of capitals of a page, in order."""
    stop, text, taken, cues = words().stop, page.text, page.taken, page.cues
    cue_ends = {hit.end for hit in cues.values()}
    for start, end in runs(text):
        if taken.get(start) == end:
            continue
        left: list[Word] = []
        skip = start
        for word in run_words(text, start, end):
            if word.start < skip:
                continue
            ends = taken.get(word.start) or (cues[word.start].end if word.start in cues else 0)
            if ends or (not left and word.text.lower() in stop):
                if left:
                    yield _segment(page, left, cue_ends)
                left, skip = [], ends
                continue
            left.append(word)
        if left:
            yield _segment(page, left, cue_ends)


def _segment(page: Page, left: list[Word], cue_ends: set[int]) -> Segment:
    while len(left) > 1 and left[-1].text.islower():
        left = left[:-1]
    start = left[0].start
    before = page.text[max(0, start - 2) : start]
    titled = before.endswith(" ") and (start - 1 in cue_ends or (start - 2 in cue_ends and before[0] == "."))
    opens = start == 0 or before[-1:] not in " \u00a0" or before in (". ", "? ", "! ", "  ")
    return Segment(tuple(left), titled, opens)

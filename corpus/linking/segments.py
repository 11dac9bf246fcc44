"""The runs of capitals of a page, and what is left of them without known names, titles and opening words."""

import re
from calendar import month_name
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.linking.capitals import Word, run_words, runs, word_at
from corpus.linking.korean import is_family_name as word_is_family
from corpus.linking.lexicon import body_words, words
from corpus.linking.looks import is_known_surname
from corpus.linking.names import Hit, Means
from corpus.linking.page import Page
from corpus.linking.variants import fold

OPENING = re.compile(r"[A-Z][a-z]{2,}(?:ing|ed|ly)")
RULES = (
    "Cabinet",
    "Government",
    "Administration",
    "Administrations",
    "Regime",
)  # behind a surname: "the Abe Cabinet"
DESCRIBED = re.compile(
    r"[A-Z][a-z]+-(?:looking|sounding|eyed|faced|haired|spoken|minded|tempered)"
)  # "Weary-looking"
DAY = re.compile(r"\b\d{1,2} $")
NEXT_DAY = re.compile(r" \d{1,2}\b")
MONTHS = frozenset(name for name in month_name if name)
WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
DATING = MONTHS | WEEKDAYS
LED_TO_DAY = re.compile(
    r"\b(?:[Oo]n|[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince|[Uu]ntil|[Bb]y|[Ii]n|[Ee]arly|[Ll]ate|[Ee]arlier|[Ff]rom) $"
)
DAYS_OF_NAME = frozenset({"Ash", "Bloody", "Black", "Cyber", "Easter", "Good", "Holy", "Palm", "Super"})
PAST_OFFICE = re.compile(r"(?:Then|Ex|Former)-[a-z]+")
BEFORE_TITLE = re.compile(r"(?:Then|Ex|Former)-(?=[A-Z])")  # "Ex-President Park"

OFFICE_OF = re.compile(
    r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,4} (?:of|for) (?:(?:[A-Z][\w'’.-]+|of|the|and|for|to) )+$"
)
OFFICES = (Means.OFFICE, Means.TITLE)
OPENS = (". ", "? ", "! ", "  ")  # what stands before the first word of a sentence
LONGEST_OFFICE = 100  # code points


class Segment(NamedTuple):
    """Capitalised words in a row that are no known name; `titled` where a title stands directly before them.

    `opens` where the first word opens a sentence or a line, in which every word has a capital.
    """

    words: tuple[Word, ...]
    titled: bool
    opens: bool
    start: int
    end: int

    @property
    def name(self) -> str:
        """The words as one name."""
        return " ".join([word.text for word in self.words])


def open_runs(page: Page, surnames: Container[str]) -> list[list[Word]]:
    """Returns the runs of capitals with anything unknown in them, without words like "The" before them.

    A verb that opens a sentence is no part of a name whose surname, folded, is among those of the text:
    "Joining Trump", "Reportedly Kim".
    """
    stop, taken, text = words().stop, page.taken, page.text
    found = []
    for start, end in runs(text):
        if taken.get(start) == end:
            continue
        written = text[start:end]
        lower = written.lower()
        if lower in stop:
            continue
        if " " not in written and "-" not in written:
            found.append([Word(start, end, written, lower)])
        elif run := _bare(page, run_words(start, written), surnames):
            found.append(run)
    return found


def _bare(page: Page, run: list[Word], surnames: Container[str]) -> list[Word]:
    """Returns a run without the words at its ends that are no part of a name."""
    stop, taken = words().stop, page.taken
    if "-" in run[0].text:
        run = _behind_prefix(run)
    while run and run[0].lower in stop and run[0].start not in taken and not _is_given(page, run):
        run = run[1:]
    if len(run) < 2:
        return run
    if OPENING.fullmatch(run[0].text) and fold(run[1].text) in surnames:
        run = run[_opens_sentence(page, run[0]) :]
    if len(run) > 1 and run[0].text in DATING and _dates(page, run):
        run = run[1:]
    if len(run) > 1 and run[-1].text in MONTHS and NEXT_DAY.match(page.text, run[-1].end):
        run = run[:-1]  # "into the Sea of Japan July 4"
    while len(run) > 1 and "-" in run[0].text and DESCRIBED.fullmatch(run[0].text):
        run = run[1:]
    if len(run) == 2 and run[1].text in WEEKDAYS and run[0].text not in DAYS_OF_NAME:
        run = run[:1]
    return run


def _behind_prefix(run: list[Word]) -> list[Word]:
    """Returns a run without who is past: "Chun" of "Ex-president Chun", "President Park" of "Ex-…"."""
    if len(run) > 1 and PAST_OFFICE.fullmatch(run[0].text):
        run = run[1:]
    if before := BEFORE_TITLE.match(run[0].text):
        run = [word_at(run[0].start + before.end(), run[0].text[before.end() :]), *run[1:]]
    return run


def _is_given(page: Page, run: Sequence[Word]) -> bool:
    """Tells whether a small word inside a sentence is a first name: "the voice of Will Smith"."""
    if len(run) != 2 or run[0].lower not in words().given or not is_known_surname(run[1].text):
        return False
    return page.text[max(0, run[0].start - 2) : run[0].start][:1].isalpha() and run[0].text[1:].islower()


def _dates(page: Page, run: Sequence[Word]) -> bool:
    """Tells whether a weekday or month before a name says when: "On Monday Putin", "On 7 April Marshall".

    In "the Friday Times" it is a part of the name.
    """
    if run[0].text in MONTHS and DAY.search(page.text, max(0, run[0].start - 3), run[0].start):
        return True
    led = LED_TO_DAY.search(page.text, max(0, run[0].start - 10), run[0].start)
    return led is not None and run[1].lower not in body_words().heads and run[0].start not in page.taken


def _opens_sentence(page: Page, word: Word) -> bool:
    """Tells whether a word opens a sentence and is no first name."""
    opens = page.text[page.sentence(word.start)[0] : word.start].strip("“\"' ") == ""
    return opens and word.lower not in words().given


def segments(page: Page, found: Sequence[Sequence[Word]], surnames: Container[str] = ()) -> Iterator[Segment]:
    """Yields the unknown stretches of runs of capitals, in order.

    A title may be a surname where it is, folded, among those of the text: "skipper Son".
    """
    taken, inside, cues = page.taken, page.inside, page.cues
    for run in found:
        if len(run) == 1 and run[0].start not in cues:
            if run[0].start not in taken and run[0].start not in inside:
                yield _segment(page, run)
            continue
        left: list[Word] = []
        skip = 0
        for index, word in enumerate(run):
            start = word.start
            if start < skip:
                continue
            ends = taken.get(start) or inside.get(start, 0)
            if start in cues and not _is_family(run, index) and not _is_surname(run, index, cues, surnames):
                ends = max(ends, cues[start].end)
            if word.text == "The" and left:  # a full stop is lost: "by Anna Roe The paper"
                ends = ends or word.end
            if ends:
                if left:
                    yield _segment(page, left)
                left, skip = [], ends
                continue
            left.append(word)
        if left:
            yield _segment(page, left)


def is_small_word(page: Page, segment: Segment) -> bool:
    """Tells whether a lone word is one like "IN" of a line that has capitals only."""
    word = segment.words[0].text
    return len(word) > 1 and word.isupper() and word.lower() in words().stop and page.headline(segment.start)


def _is_family(run: Sequence[Word], index: int) -> bool:
    """Tells whether a title is part of a Korean name: "Son Heung-min", "Lee Son-gwon"."""
    if index and word_is_family(run[index - 1].text) and "-" in run[index].text:
        return True
    return word_is_family(run[index].text) and index + 1 < len(run) and "-" in run[index + 1].text


def _is_surname(run: Sequence[Word], index: int, cues: Mapping[int, Hit], surnames: Container[str]) -> bool:
    """Tells whether a title is rather a surname: "Senator King", and "Son" where the text names one."""
    text = run[index].text
    if text.lower() not in words().words_too or index + 1 < len(run) or not text[0].isupper():
        return False
    return run[index - 1].start in cues if index else fold(text) in surnames


def _segment(page: Page, left: Sequence[Word]) -> Segment:
    stops = "."
    if len(left) > 1:
        while len(left) > 1 and left[-1].text.islower():
            left = left[:-1]
        if len(left) == 2 and left[1].text in RULES:
            left = left[:1]
        stops = ".," if len(left) > 1 else "."  # "his wife, Hitomi Soga", but not "the president, Congress"
    start, text = left[0].start, page.text
    before = text[max(0, start - 2) : start]
    if not before.endswith(" "):
        return Segment(tuple(left), False, before[-1:] != "\u00a0", start, left[-1].end)
    titled = (
        start - 1 in page.cue_ends
        or (before[0] in stops and start - 2 in page.cue_ends)  # "Gen. Robert Keller"
        or (page.ends_other(start - 1) and _is_behind_office(page, start))
    )
    return Segment(tuple(left), titled, before in OPENS, start, left[-1].end)


def _is_behind_office(page: Page, start: int) -> bool:
    """Tells whether an office with its owner stands before a name: "Minister of Trade of Laos Bat Dorj"."""
    office = OFFICE_OF.search(page.text, max(0, start - LONGEST_OFFICE), start)
    starts = range(office.start(), start) if office else ()
    told = (page.cues[at].names[0].means for at in starts if at in page.cues)
    return next(told, None) in OFFICES

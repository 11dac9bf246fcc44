"""The title of a page of plain text, and the lines of its head that are neither title nor story."""

import re
from collections import Counter
from dataclasses import dataclass

from corpus.cleaning import Block, Form
from corpus.reading.dateline import dateline_of
from corpus.reading.publishers import is_masthead
from corpus.reading.title_lines import holds, is_picture_title

FEWEST_WORDS = 4  # a shorter line at the head is a section's name before it is a title
MOST_WORDS = 32
LABEL_WORDS = 2  # as few are a section, a paper or a size of type, and no deck
MOST_SENTENCE_WORDS = 18  # a longer sentence is a lead, whatever follows it
MANY_TITLES = 5  # as many long lines before the prose are a list of other articles, too

_LETTERS = re.compile(r"[\W_]+")
_ONE_SENTENCE = re.compile(r"[.!?][\"”’']?\s+[\"“‘']?[A-ZА-Я]")
_TITLE_END = re.compile(r"(?:\b(?:[A-Z]\.){2,}|[?!])[\"”’']?$")


def key_of(text: str) -> str:
    """Returns what makes two titles the same: their letters and digits."""
    return _LETTERS.sub("", text.casefold())


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """Where the title is, None where there is none, and all blocks of the head that are no story."""

    at: int | None
    dropped: frozenset[int]


def split_title(page: list[Block], stamps: set[int], first: int | None, *, stamped: bool) -> TitlePlace:
    """Returns where the title of a page is.

    `stamps` are the blocks that say when and by whom, `stamped` whether one was fused with others;
    `first` is the first block of prose. A title
    stands alone before the prose; one that reads as a sentence is known by the stamp or the copy after it.
    """
    if first is None:
        return TitlePlace(None, frozenset())
    asked = _sentence_title(page, stamps, first)
    if asked is not None:
        return TitlePlace(
            asked, _copies(page, asked) | {at for at in range(asked) if page[at].form is Form.SHORT}
        )
    lead = frozenset(at for at in range(first) if page[at].form is Form.SHORT and at not in stamps)
    stamped = stamped or any(at < first for at in stamps)
    chosen = _chosen(page, sorted(lead), stamps)
    if chosen is None:
        return TitlePlace(
            None, lead if stamped else frozenset(at for at in lead if is_masthead(page[at].text))
        )
    copies = _copies(page, chosen)
    last = max(at for at in copies | {chosen} if at <= max(lead))
    above = frozenset(
        at for at in lead if at <= last or page[at].words <= LABEL_WORDS or is_picture_title(page[at].text)
    )
    return TitlePlace(chosen, (lead if stamped else above) | copies)


def _chosen(page: list[Block], lead: list[int], stamps: set[int]) -> int | None:
    """Returns the title among the lines before the prose: a repeated one, else the first long one.

    Under a list of other titles (`Most popular`) it is the last before the stamp.
    """
    titles = [at for at in lead if not is_masthead(page[at].text) and page[at].words <= MOST_WORDS]
    titles = [at for at in titles if not is_picture_title(page[at].text)] or titles
    counts = Counter(key_of(block.text) for block in page)
    long = [at for at in titles if is_long(page[at])]
    repeated = [
        at
        for at in long
        if counts[key_of(page[at].text)] > 1 or any(holds(page[other].text, page[at].text) for other in lead)
    ]
    listed = any(block.form is Form.LIST for block in page[: long[0]]) if long else False
    if listed or len(long) >= MANY_TITLES:
        above = [at for at in long if any(at < stamp for stamp in stamps)]
        return (repeated or above or long)[-1]
    if long:
        return (repeated or long)[0]
    return titles[0] if len(titles) == 1 and page[titles[0]].words > 1 else None


def is_long(block: Block) -> bool:
    """Whether a line has the words of a title; Korean needs fewer and has shorter ones."""
    return block.words >= FEWEST_WORDS or (not block.text.isascii() and len(block.text) >= 12)


def _sentence_title(page: list[Block], stamps: set[int], first: int) -> int | None:
    """Returns the first prose if it is a title that ends as a sentence does: `Will they meet?`.

    Where a long line stands between it and the stamp, that is the title and the prose a note above it.
    """
    block, following = page[first], page[first + 1 : first + 2]
    below = bool(following) and following[0].form is Form.SHORT and first + 1 not in stamps
    if below and is_long(following[0]) and first + 2 in stamps:
        return first + 1
    if block.words > MOST_WORDS or _ONE_SENTENCE.search(block.text) or block.text.endswith(":"):
        return None
    if any(page[at].form is Form.SHORT and at not in stamps and is_long(page[at]) for at in range(first)):
        return None
    stamped = first + 1 in stamps or (first + 2 in stamps and following[0].form is not Form.PROSE)
    copied = len(_copies(page, first)) > 1
    return first if stamped or copied or _stands_as_title(page, stamps, first) else None


def _stands_as_title(page: list[Block], stamps: set[int], at: int) -> bool:
    """Whether what reads as a sentence is no lead.

    A dateline follows it, or it stands under the stamp and ends as titles do: in `U.N.` or a question.
    """
    block, following = page[at], page[at + 1 : at + 2]
    if not following or following[0].form is not Form.PROSE or block.words > MOST_SENTENCE_WORDS:
        return False
    if dateline_of(block.text) is not None:
        return False
    headed = (
        at > 0 and all(above in stamps for above in range(at)) and _TITLE_END.search(block.text) is not None
    )
    return dateline_of(following[0].text) is not None or headed


def _copies(page: list[Block], title: int) -> frozenset[int]:
    """Returns where the title stands, itself included; a lead that says it as a sentence is no copy."""
    key, said = key_of(page[title].text), page[title].text.endswith(".")
    return frozenset(
        at
        for at, block in enumerate(page)
        if key_of(block.text) == key and (said or not block.text.endswith("."))
    )

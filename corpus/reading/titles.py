"""The title of a page of plain text, and the lines of its head that are neither title nor story."""

import re
from collections import Counter

from corpus.cleaning import Block, Form
from corpus.reading.publishers import is_publisher

FEWEST_WORDS = 4  # a shorter line at the head is a section's name before it is a title
MOST_WORDS = 32

_LETTERS = re.compile(r"[\W_]+")
_ONE_SENTENCE = re.compile(r"[.!?][\"”’']?\s+[\"“‘']?[A-ZА-Я]")


def key_of(text: str) -> str:
    """Returns what makes two titles the same: their letters and digits."""
    return _LETTERS.sub("", text.casefold())


def split_title(page: list[Block], stamps: set[int], first: int | None) -> tuple[str | None, set[int]]:
    """Returns the title of a page and the blocks of its head that are no story.

    `stamps` are the blocks that say when and by whom; `first` is the first block of prose. A title
    stands alone before the prose; one that reads as a sentence is known by the stamp or the copy after it.
    """
    if first is None:
        return None, set()
    asked = _sentence_title(page, stamps, first)
    if asked is not None:
        return page[asked].text, {asked, *_copies(page, page[asked].text)}
    lead = [at for at in range(first) if page[at].form is Form.SHORT and at not in stamps]
    titles = [at for at in lead if not is_publisher(page[at].text) and page[at].words <= MOST_WORDS]
    if not titles:
        return None, set(lead)
    chosen = _chosen(page, titles)
    if chosen is None:
        return None, set(lead) if stamps else {at for at in lead if is_publisher(page[at].text)}
    title = page[chosen].text
    before = {at for at in lead if at <= chosen}
    return title, (set(lead) if any(at < first for at in stamps) else before) | _copies(page, title)


def _chosen(page: list[Block], titles: list[int]) -> int | None:
    counts = Counter(key_of(block.text) for block in page)
    repeated = [at for at in titles if counts[key_of(page[at].text)] > 1 and _is_long(page[at])]
    long = [at for at in titles if _is_long(page[at])]
    if repeated or long:
        return (repeated or long)[0]
    return titles[0] if len(titles) == 1 and page[titles[0]].words > 1 else None


def _is_long(block: Block) -> bool:
    """Whether a line has the words of a title; Korean needs fewer and has shorter ones."""
    return block.words >= FEWEST_WORDS or (not block.text.isascii() and len(block.text) >= 12)


def _sentence_title(page: list[Block], stamps: set[int], first: int) -> int | None:
    """Returns the first prose if it is a title that ends as a sentence does: `Will they meet?`."""
    block = page[first]
    if block.words > MOST_WORDS or _ONE_SENTENCE.search(block.text) or block.text.endswith(":"):
        return None
    if any(page[at].form is Form.SHORT and at not in stamps and _is_long(page[at]) for at in range(first)):
        return None
    stamped = first + 1 in stamps or (first + 2 in stamps and page[first + 1].form is not Form.PROSE)
    copied = len(_copies(page, block.text)) > 1
    return first if stamped or copied else None


def _copies(page: list[Block], title: str) -> set[int]:
    key = key_of(title)
    return {at for at, block in enumerate(page) if key_of(block.text) == key}

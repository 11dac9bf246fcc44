"""What a page adds around an article, told by form, place and repetition, and taken away.

A rule may only take what is no prose, or prose that says itself what it is (an advert, a notice, a
caption). Where that would leave nothing, the text has another shape and is left as it is.
"""

import re
from collections import Counter
from dataclasses import replace

from corpus.cleaning.blocks import Block, Form
from corpus.cleaning.captions import is_caption

TITLES_IN_A_LIST = 3  # as many in a row, unannounced, are a list of other articles and not headings
LONE_TITLE_WORDS = 14  # after the last paragraph a longer one is a sentence that lost its full stop
PAIR_WORDS = (4, 16)  # two in a row of so many words are links, too: a heading has prose below it
CREDIT_BELOW = 3  # weight a caption gains from a credit in the next paragraph
NEAR = 1  # weight a caption gains from another one below it

_MARKED = re.compile(r"\d|:|^[^\w“\"‘']")  # a vote, an hour, an entry of a list: what a text lists itself
_DROPPED = (Form.FURNITURE, Form.CAPTION, Form.CREDIT, Form.LIST, Form.FINAL)


def article_of(page: list[Block]) -> list[Block]:
    """Returns the blocks of the article itself, in order."""
    kept = _without_repeats(_captions_by_place(_until_final(page)))
    kept = _without_lists(kept)
    kept = [block for block in kept if block.form not in _DROPPED]
    kept = _without_runs_of_titles(kept)
    if any(block.form is Form.PROSE for block in kept):
        return kept
    return [block for block in page if block.form not in _DROPPED]


def _until_final(page: list[Block]) -> list[Block]:
    """Cuts at a closing mark such as `Comments`, where less prose follows than stands before."""
    total = _prose_words(page)
    before = 0
    for at, block in enumerate(page):
        if block.form is Form.FINAL and before and total - before <= before:
            return page[:at]
        before += block.words if block.form is Form.PROSE else 0
    return page


def _prose_words(page: list[Block]) -> int:
    return sum(block.words for block in page if block.form is Form.PROSE)


def _captions_by_place(page: list[Block]) -> list[Block]:
    """Marks captions that only their place gives away: above a lone credit, or above another caption.

    Before all prose is no such place: the lead of a preview stands there, in the present tense of captions.
    """
    prose = [at for at, block in enumerate(page) if block.form is Form.PROSE]
    marked = list(page)
    for at in prose[:-1]:
        below = page[at + 1].form
        extra = CREDIT_BELOW * (below is Form.CREDIT) + NEAR * (below is Form.CAPTION)
        if extra and is_caption(page[at].text, extra=extra):
            marked[at] = replace(page[at], form=Form.CAPTION)
    return marked


def _without_repeats(page: list[Block]) -> list[Block]:
    """Drops every copy of a title that is repeated, and all but the first of a repeated paragraph."""
    counts = Counter(block.text.casefold() for block in page)
    seen: set[str] = set()
    kept = []
    for block in page:
        key = block.text.casefold()
        first_prose = block.form is Form.PROSE and key not in seen
        if counts[key] == 1 or first_prose or block.form in _DROPPED:
            kept.append(block)
        seen.add(key)
    return kept


def _without_lists(page: list[Block]) -> list[Block]:
    """Drops the titles under `Related stories`; at the end of the page the teasers between them, too."""
    kept: list[Block] = []
    at = 0
    while at < len(page):
        kept.append(page[at])
        at += 1
        if page[at - 1].form is Form.LIST:
            if _is_teasers(page[at:], _prose_words(kept)):
                break
            while at < len(page) and page[at].form is not Form.PROSE:
                at += 1
    return kept


def _is_teasers(rest: list[Block], words_before: int) -> bool:
    """Whether what follows is titles with a line of prose each, and little of it."""
    titles = sum(block.form is Form.SHORT for block in rest)
    prose = sum(block.form is Form.PROSE for block in rest)
    return titles >= prose and _prose_words(rest) * 4 <= words_before


def _without_runs_of_titles(page: list[Block]) -> list[Block]:
    kept: list[Block] = []
    at = 0
    while at < len(page):
        run = _run_of_titles(page, at)
        last = at + len(run) == len(page)
        introduced = bool(kept) and kept[-1].text.endswith(":")
        if not run:
            kept.append(page[at])
        elif introduced or not _are_other_titles(run, last, bool(kept)):
            kept.extend(run)
        at += len(run) or 1
    return kept


def _run_of_titles(page: list[Block], at: int) -> list[Block]:
    end = at
    while end < len(page) and page[end].form is Form.SHORT:
        end += 1
    return page[at:end]


def _are_other_titles(run: list[Block], last: bool, prose_before: bool) -> bool:
    if last and prose_before:
        return len(run) > 1 or run[0].words <= LONE_TITLE_WORDS
    pair = len(run) == 2 and all(
        PAIR_WORDS[0] <= block.words <= PAIR_WORDS[1] and not _MARKED.search(block.text) for block in run
    )
    return len(run) >= TITLES_IN_A_LIST or (pair and prose_before)

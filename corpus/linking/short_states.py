"""American states as papers shorten them behind a town: "Tucson, Ariz.", "NEWARK, N.J. --"."""

import re
from collections.abc import Sequence
from functools import cache

from corpus.linking.bodies import unlisted
from corpus.linking.capitals import Word
from corpus.linking.knowledge import Knowledge
from corpus.linking.lexicon import body_words
from corpus.linking.page import Found, How, Page
from corpus.model import EntityType

LONGEST_TOWN = 3  # words
CODE_ENDS = r"(?=[.,;:)]|$|\n| [a-z(]| \d{5}\b)"


def read_short_states(knowledge: Knowledge, page: Page, runs: Sequence[Sequence[Word]]) -> None:
    """Adds the shortened states of a page, and the unlisted towns before them."""
    ending: dict[int, Sequence[Word]] = {}
    for short in _pattern().finditer(page.text):
        record = knowledge.records.get(body_words().short_states[short[1]])
        if record is None or short.start(1) in page.taken:
            continue
        if page.text[short.start()] == "-":
            page.add(Found(short.start(1), short.end(1), record.entity, How.NAME))
            continue
        ending = ending or {run[-1].end: run for run in runs}
        if town := _town(page, ending.get(short.start(), ())):
            name = page.text[town[0].start : town[-1].end]
            page.add(Found(town[0].start, town[-1].end, unlisted(name, EntityType.PLACE), How.CUE))
        if town or short.start() in {found.end for found in page.found}:
            page.add(Found(short.start(1), short.end(1), record.entity, How.NAME))


@cache
def _pattern() -> re.Pattern[str]:
    """The shortened states behind a comma or a party's letter ("D-Conn.").

    Behind two capitals no name goes on ("TX", but no "GA Gull").
    """
    shorts = (re.escape(short) + ("" if "." in short else CODE_ENDS) for short in body_words().short_states)
    return re.compile(rf"(?:, |-(?<=\b[DRI]-))({'|'.join(shorts)})(?!\w)")


def _town(page: Page, run: Sequence[Word]) -> Sequence[Word]:
    """Returns the words of an unlisted town at the end of a run of capitals, none where all is known."""
    town: list[Word] = []
    for word in reversed(run[-LONGEST_TOWN:]):
        if word.start in page.taken or word.start in page.inside or word.end in page.cue_ends:
            break
        town.insert(0, word)
    return () if not town or town[-1].lower in body_words().heads else town

"""Names of bodies that begin with a listed one: its full name, or another state's body of that name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.linking.bodies import unlisted
from corpus.linking.capitals import Word
from corpus.linking.lexicon import body_words, words
from corpus.linking.page import BODIES, Found, How, Page
from corpus.model import EntityType

FOR = re.compile(r" for (?:the )?")
OF = re.compile(r" of (?:the )?")
AND = re.compile(r" and ")


def read_longer_names(page: Page, runs: Sequence[Sequence[Word]]) -> None:
    """Gives listed bodies the rest of their names; the "House of Commons of Canada" is none of them."""
    open_at = {run[0].start: run for run in runs}
    for found in [found for found in page.found if found.entity.type in BODIES]:
        if (end := _purpose(page, found, open_at)) is not None:
            page.replace(replace(found, end=end))
        elif (end := _other_state(page, found)) is not None:
            name = page.text[found.start : end]
            page.replace(Found(found.start, end, unlisted(name, EntityType.ORGANISATION), How.CUE))


def _purpose(page: Page, found: Found, open_at: dict[int, Sequence[Word]]) -> int | None:
    """Returns where the purpose of a centre or an institute ends that stands behind its listed name."""
    last = page.text[found.start : found.end].rpartition(" ")[2].lower()
    purpose = FOR.match(page.text, found.end) if last in body_words().of_fields else None
    run = open_at.get(purpose.end()) if purpose else None
    if run is None or run[0].lower in words().not_people:
        return None
    more = AND.match(page.text, run[-1].end)
    second = open_at.get(more.end()) if more and len(run) == 1 else None
    end = (second or run)[-1].end
    of = OF.match(page.text, end)
    return page.taken.get(of.end(), end) if of else end


def _other_state(page: Page, found: Found) -> int | None:
    """Returns where another state ends that stands behind a body's name: "House of Commons of Canada"."""
    of = OF.match(page.text, found.end) if found.entity.country else None
    state = page.at.get(of.end()) if of else None
    if state is None or state.entity.type is not EntityType.STATE or state.how is not How.NAME:
        return None
    return None if state.entity.country in (None, found.entity.country) else state.end

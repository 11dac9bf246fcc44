"""The names of a page's companies without what firms end with."""

from corpus.linking.lexicon import body_words
from corpus.linking.page import Page
from corpus.model import EntityType

FIRMS = (EntityType.ORGANISATION, EntityType.COMPANY)


def short_firms(page: Page) -> frozenset[str]:
    """Returns the names of a page's companies without their last words: "Milton Roy" of "Milton Roy Corp"."""
    short = set()
    for found in page.found:
        if found.entity.type in FIRMS:
            first, _, last = page.text[found.start : found.end].rpartition(" ")
            if last.lower() in body_words().company_ends:
                short.add(first)
    return frozenset(short)

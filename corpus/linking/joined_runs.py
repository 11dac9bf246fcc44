"""Runs of capitals that are one name of a body: "Teachers' Union", "Immigration and Border Service"."""

import re
from collections.abc import Sequence

from corpus.linking.capitals import Word
from corpus.linking.lexicon import body_words
from corpus.linking.page import Page

# Behind a plural or a collective: "Workers' Party", "People's Court".
POSSESSIVE = re.compile(r"['’]s? ")
POSSESSED = "s'’"  # what such a mark ends with, before a blank
FIELD_AND = re.compile(r",? (?:and|&) ")
MOST_FIELDS = 4


def joined_runs(page: Page, runs: Sequence[Sequence[Word]]) -> list[Sequence[Word]]:
    """Returns the runs of a page, those joined that a possessive or a list of fields parts."""
    joined: list[Sequence[Word]] = []
    for run in runs:
        whole = run
        if joined and page.text[run[0].start - 2] in POSSESSED and _owned(page, joined[-1], run):
            whole = [*joined.pop(), *run]
        if len(run) > 1 and run[-1].lower in body_words().field_heads:
            whole = [*_fields(page, joined, whole[0].start), *whole]
        joined.append(whole)
    return joined


def _owned(page: Page, owners: Sequence[Word], run: Sequence[Word]) -> bool:
    """Tells whether a run goes on with what the people at the end of the run before have, like a court."""
    if owners[-1].lower not in body_words().collectives:
        return False
    if not POSSESSIVE.fullmatch(page.text, owners[-1].end, run[0].start):
        return False
    if page.taken.get(owners[0].start, 0) >= run[0].end:
        return False  # the whole is known
    return not body_words().heads.isdisjoint(word.lower for word in run)


def _fields(page: Page, before: list[Sequence[Word]], start: int) -> list[Word]:
    """Takes the fields that a list of them puts before a run away from the runs before; returns them."""
    fields: list[Word] = []
    while before and len(fields) < MOST_FIELDS and before[-1][-1].lower in body_words().fields:
        field = before[-1]
        gap = page.text[field[-1].end : start]
        if not (gap == ", " if fields else FIELD_AND.fullmatch(gap)):
            break
        fields = [*before.pop(), *fields]
        start = fields[0].start
    return fields

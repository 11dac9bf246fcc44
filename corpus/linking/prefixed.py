"""Names with a prefix, or that are one: "anti-Cho protesters", "Sino-Russian drills"."""

import re
from collections.abc import Iterator, Mapping

from corpus.linking.capitals import word_at
from corpus.linking.knowledge import Record
from corpus.linking.lexicon import contexts
from corpus.linking.page import Found, How, Page
from corpus.linking.segments import Segment

# A sign at the start of a pattern is looked for fast.
FOR = re.compile(r"-(?:(?<=\b[Aa]nti-)|(?<=\b[Pp]ro-)|(?<=\b[Nn]on-)|(?<=\b[Pp]ost-))([A-Z][a-z]+)(?![\w-])")
COMBINED = re.compile(r"\b([A-Z][a-z]{3,4})(?=-[A-Z])")


def read_combined(page: Page, records: Mapping[str, Record]) -> None:
    """Adds the states that are the first half of a word: "Sino-Japanese"."""
    if not any(f"{half}-" in page.text for half in contexts().combined):
        return
    for half in COMBINED.finditer(page.text):
        record = records.get(contexts().combined.get(half[1], ""))
        if record is not None and half.start() not in page.taken:
            page.add(Found(half.start(), half.end(), record.entity, How.DEMONYM))


def prefixed(page: Page) -> Iterator[Segment]:
    """Yields the unknown words behind a prefix that tells who is for or against somebody."""
    for match in FOR.finditer(page.text):
        start, end = match.span(1)
        if start not in page.taken:
            yield Segment((word_at(start, match[1]),), False, False, start, end)

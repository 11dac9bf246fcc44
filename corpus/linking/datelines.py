"""Where a report was written, as its dateline says: "SEOUL, Sept. 15 (Yonhap) --"."""

import re

from corpus.linking.page import Found, Page
from corpus.model import EntityType

DATELINE = re.compile(
    r"(?:/[A-Z][A-Z ]+)?(?:, [^\n()]{0,40}?)? ?"
    r"(?:(?:\([^)\n]{2,40}\) ?)?(?:--|—|–|-|_) |\([^)\n]{2,40}\) ?--?(?=[A-Z“\"]))"
)
CITY_LINE = re.compile(r"(?:,| \()[^\n]{0,60}?[a-z]{3}")
LONGEST_TITLE = 80


def is_dateline(page: Page, found: Found, first: int) -> bool:
    """Tells whether a place opens a report, as where it was written: "SEOUL, Sept. 15 (Yonhap) --".

    `first` is where its sentence starts.
    """
    text, start = page.text, found.start
    if start != first and start:
        if text[start - 1] == "/":
            return _is_second(text, found, first)
        if not text.endswith(": ", 0, start) or not _behind_title(text, start):
            return False
    return DATELINE.match(text, found.end) is not None or _opens_report(text, found)


def _behind_title(text: str, offset: int) -> bool:
    """Tells whether a title in capitals stands before in the same line: "TRADE TALKS: Peking, 2 --"."""
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    return len(before) < LONGEST_TITLE and before.isupper()


def _is_second(text: str, found: Found, first: int) -> bool:
    """Tells whether a place behind a slash is the second one of a dateline: "SEOUL/TOKYO -- "."""
    city = text[found.start : found.end].isupper() and found.start - first < LONGEST_TITLE
    return city and DATELINE.match(text, found.end) is not None


def _opens_report(text: str, found: Found) -> bool:
    """Tells whether a city in capitals opens a line that goes on in small letters: "MANILA, March 21"."""
    written = text[found.start : found.end]
    city = found.entity.type is EntityType.PLACE and written.isupper()
    return city and CITY_LINE.match(text, found.end) is not None

"""Paragraphs: which line ends are ends, and which only wrap the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

WIDEST_WRAP = 120  # columns; no mail, wire or terminal format wraps further out
MOST_UNWRAPPED = 0.2  # of the lines may be longer in a wrapped text: addresses, tables
SHORTEST_CONTINUED = 30  # columns; a shorter line before a small letter is a list entry, not prose

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"\r?\n[^\S\n]*\r?\n|[\x0c\u2029]")
_LIST_ITEM = re.compile(r"(?:[-*•‣▪▶◦·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_OPEN_END = re.compile(
    r"\b(?:of|the|an?|and|or|to|in|on|at|by|for|from|with|that|which|who|its|his|her|their|as|but|into|between|against)$"
)  # no title and no entry of a list ends so
_FINISHED = re.compile(r"""[.!?:;…。！？]["'”’»)\]]*$""")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str
    after_blank: bool

    @property
    def finished(self) -> bool:
        """Whether the line ends as a sentence or a clause before a list does."""
        return _FINISHED.search(self.text[-8:]) is not None

    @property
    def begins_small(self) -> bool:
        """Whether the line goes on in small letters."""
        return self.text[:1].islower()


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yields the bounds of the paragraphs, in order, without the white space around them.

    A blank line ends a paragraph. A line end does too, unless the text is wrapped at a column or the
    next line goes on in small letters.
    """
    lines = list(_lines(text))
    width = _wrap_width(lines)
    start = 0
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is None or _ends_paragraph(line, following, width):
            yield lines[start].start, line.end
            start = at + 1


def _lines(text: str) -> Iterator[_Line]:
    last = 0
    for found in _LINE.finditer(text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            blank = _BLANK_BETWEEN.search(text, last, start) is not None
            yield _Line(start, start + len(stripped), start - found.start(), stripped, blank)
            last = start + len(stripped)


def _ends_paragraph(line: _Line, following: _Line, width: int | None) -> bool:
    if following.after_blank or _LIST_ITEM.match(following.text):
        return True
    if width is None or len(line.text) > WIDEST_WRAP:
        small = following.begins_small or _OPEN_END.search(line.text) is not None
        continued = small and len(line.text) >= SHORTEST_CONTINUED
        return line.finished or not continued
    room = width - len(line.text) - 1 - len(following.text.split(maxsplit=1)[0])
    if following.indent > line.indent + 1 or (room > 0.25 * width and not following.begins_small):
        return True
    return line.finished and room > 0.15 * width


def _wrap_width(lines: list[_Line]) -> int | None:
    """Returns the column at which the text is wrapped, None where each line is a paragraph.

    Wrapped prose goes on in small letters on most of its lines; a script without them is known by
    lines of one length that stop in the middle of a sentence.
    """
    together = [(line, following) for line, following in pairwise(lines) if not following.after_blank]
    pairs = [(line, following) for line, following in together if len(line.text) <= WIDEST_WRAP]
    if len(pairs) < 2 or len(pairs) < 0.8 * len(together):
        return None
    if sum(len(line.text) > WIDEST_WRAP for line in lines) > MOST_UNWRAPPED * len(lines):
        return None  # short lines that follow each other are then a head or a foot
    width = max(len(line.text) for line, _ in pairs)
    small = sum(following.begins_small for _, following in pairs)
    unfinished = sum(not line.finished for line, _ in pairs)
    full = sum(len(line.text) >= 0.75 * width for line, _ in pairs)
    if small >= 0.3 * len(pairs) and full >= 0.5 * len(pairs):
        return width
    if len(pairs) >= 3 and width >= 40 and unfinished >= 0.6 * len(pairs) and full >= 0.8 * len(pairs):
        return width
    return None

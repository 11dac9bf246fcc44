"""Text broken into lines of a width in cells; lines are spans of the text, so that marks keep their place."""

from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

Span = tuple[int, int]


def wrap(text: str, width: int) -> list[Span]:
    """Returns the lines of a safe text as spans, broken at blanks, inside a word only where they must."""
    width = max(1, width)
    lines: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if paragraph.isascii() or cell_len(paragraph) == len(paragraph):
            lines.extend(_narrow(text, start, end, width))
        else:
            lines.extend(_wide(text, start, end, width))
        start = end + 1
    return lines


def _narrow(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Breaks a paragraph in which every character takes one cell."""
    while end - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        stop = blank if blank > start else start + width
        yield start, stop
        start = _skip_blanks(text, stop, end)
    yield start, end


def _wide(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Breaks a paragraph whose characters take none, one or two cells."""
    used, blank, position = 0, -1, start
    while position < end:
        character = text[position]
        used += get_character_cell_size(character)
        if character == " ":
            blank = position
        if used > width and position > start:
            stop = blank if blank > start else position
            yield start, stop
            start = _skip_blanks(text, stop, end)
            used, blank, position = 0, -1, start
        else:
            position += 1
    yield start, end


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start
